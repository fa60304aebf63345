"""What a council's applications stand on: servers, devices, sites and lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from benchmarks.made_up.council import Council, Unsupported, maker_id
from benchmarks.made_up.software import (
    DATABASES,
    FLEETS,
    HYPERVISORS,
    MIDDLEWARE,
    NETWORK,
    SYSTEMS,
    TODAY,
    Care,
    Release,
)
from benchmarks.made_up.words import TECHNICIANS
from benchmarks.made_up.yaml_lines import Fields, Value

_RACK: Final = 12
"""Of twelve servers the first is a cluster that carries the next ten; the last is managed."""

_LICENSED: Final = {"windows-server": 0, "mssqlserver": 1, "oracle-database": 2, "rhel": 3}
"""Which of a council's licences are for which product."""

_EXTENDED: Final = 4
"""The licence that buys extended support."""


def machine(council: Council, position: int) -> str:
    """Return a virtual server, so that neighbouring positions have neighbouring ones."""
    ids = council.ids["servers"]
    rack, place = divmod(position, _RACK - 2)
    wanted = rack * _RACK + place + 1
    found = wanted % len(ids)
    return ids[found if found % _RACK else found - 1]


def managed(council: Council, position: int) -> str:
    """Return a managed database, one for ten positions."""
    ids = council.ids["servers"]
    return (ids[_RACK - 1 :: _RACK] or ids[-1:])[position // 10 % max(1, len(ids) // _RACK)]


def installed(
    council: Council, position: int, shelf: dict[Care, tuple[Release, ...]], section: str
) -> Value:
    """Return one item of software on a record, and remember it where it is past its support."""
    chance = council.chance
    care, release = chance.release(shelf)
    key = council.ids[section][position]
    if care in {"ended", "unpaid"}:
        council.unsupported.append(Unsupported(key, release))
    if not release.version or chance.often(0.7):
        return release.short
    slow = chance.strikes("slow patching")
    patched = str(chance.ago(60, 400) if slow else chance.ago(2, 40))
    item: Fields = {"product": release.product, "version": release.version, "patched": patched}
    if care == "unpaid" and chance.often(0.3) and len(council.ids["licences"]) > _EXTENDED:
        return item | {"extended_support": council.ids["licences"][_EXTENDED]}
    return item | {"patch_days": chance.number(20, 60) if slow else chance.number(1, 13)}


def servers(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every server: clusters, the virtual machines on them, managed databases."""
    for position, key in enumerate(council.ids["servers"]):
        fields: Fields = {"name": key.upper()}
        if council.chance.often(0.3):
            fields["description"] = council.remarks()
        if position % _RACK == 0:
            _cluster(council, position, fields)
        elif position % _RACK == _RACK - 1:
            fields |= {"form": "managed", "software": [_database(council, position)]}
        else:
            _virtual(council, position, fields)
        _kept(council, position, fields)
        yield key, fields


def _database(council: Council, position: int) -> Value:
    return installed(council, position, DATABASES, "servers")


def _cluster(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    fields |= {"form": "cluster", "cores": 96, "located_at": [council.spread("sites", position)]}
    fields["software"] = [installed(council, position, HYPERVISORS, "servers")]
    ended = chance.strikes("ended hardware")
    ends = chance.ago(30, 700) if ended else chance.ahead(200, 1600)
    fields["hardware"] = {"product": "dell-poweredge-r750", "support_ends": str(ends)}
    fields["renewal"] = str(ends)
    fields["energy_kwh"] = chance.number(20, 40) * 100
    clusters = council.ids["servers"][::_RACK]
    number = position // _RACK
    if number % 2 == 0 and number + 1 < len(clusters):
        fields["fails_over_to"] = [clusters[number + 1]]


def _virtual(council: Council, position: int, fields: Fields) -> None:
    chance, ids = council.chance, council.ids["servers"]
    fields |= {"form": "virtual", "cores": chance.one((2, 4, 4, 8, 16))}
    fields["hosted_on"] = [ids[position - position % _RACK]]
    system = installed(council, position, SYSTEMS, "servers")
    software = [system]
    if position % 3 == 1:
        software.append(_database(council, position))
    elif chance.often(0.5):
        software.append(installed(council, position, MIDDLEWARE, "servers"))
    fields["software"] = software
    if chance.strikes("retired but needed"):
        fields |= {"status": "retired", "until": str(chance.ago(20, 200))}
    elif chance.often(0.12):
        fields["environment"] = chance.one(("test", "training", "development"))
    named = [str(item) for item in software]
    wanted = [n for product, n in _LICENSED.items() if any(product in text for text in named)]
    ids = council.ids["licences"]
    if found := [ids[n] for n in wanted if n < len(ids)]:
        fields["licensed_by"] = found


def _kept(council: Council, position: int, fields: Fields) -> None:
    """Say who keeps it, how it comes back, and when somebody last looked."""
    chance = council.chance
    fields["technical_owner"] = TECHNICIANS[position % len(TECHNICIANS)]
    fields["criticality"] = ("medium", "low", "high", "medium")[position % 4]
    if chance.often(0.4):
        fields["covered_by"] = [council.spread("contracts", position)]
    fields["zone"] = "dmz" if position % 17 == 0 else "internal"
    fields["exposure"] = "internal"
    if chance.often(0.95):
        fields["backs_up_to"] = [council.ids["sites"][-1]]
    tested = (400, 1200) if chance.strikes("untested recovery") else (10, 330)
    slow = chance.strikes("slow recovery")
    rto = "3d" if slow else "1h" if position % _RACK == 0 else "2h"
    fields["recovery"] = {"rto": rto, "rpo": "4h", "tested": str(chance.ago(*tested))}
    fields["annual_cost"] = {"capital": 0, "revenue": chance.number(4, 90) * 100}
    fields["disposition"] = "tolerate"
    fields["from"] = str(chance.ago(200, 3000))
    fields["reviewed"] = str(chance.ago(20, 300))
    late = chance.strikes("overdue review")
    fields["review_by"] = str(chance.ago(5, 90) if late else chance.ahead(20, 330))
    fields["source"] = "Configuration database"
    fields["verified"] = str(council.verified())
    fields["tags"] = ["datacentre", f"rack-{position // _RACK:02}"]
    if chance.often(0.3):
        fields["notes"] = council.remarks()


def is_fleet(council: Council, key: str) -> bool:
    """Whether a device stands for many of people's own."""
    return council.ids["devices"].index(key) % 5 == 4  # noqa: PLR2004 - every fifth


def devices(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every device: mostly network, some fleets of laptops and telephones."""
    chance = council.chance
    for position, key in enumerate(council.ids["devices"]):
        fleet = is_fleet(council, key)
        shelf = FLEETS if fleet else NETWORK
        fields: Fields = {"name": key.replace("-", " ").title()}
        fields["form"] = "fleet" if fleet else "network"
        fields["count"] = chance.number(20, 900) if fleet else 1
        fields["located_at"] = [council.spread("sites", position)]
        fields["software"] = [installed(council, position, shelf, "devices")]
        ended = chance.strikes("ended hardware")
        ends = str(chance.ago(30, 700) if ended else chance.ahead(200, 1600))
        fields["hardware"] = {
            "product": "switch-48" if not fleet else "laptop",
            "support_ends": ends,
        }
        fields |= {"renewal": ends, "energy_kwh": chance.number(2, 20) * 100}
        fields |= {"zone": "internal", "exposure": "internal", "criticality": "medium"}
        fields["covered_by"] = [council.spread("contracts", position)]
        fields["owner"] = "Head of Shared ICT"
        fields["technical_owner"] = "Network Manager"
        fields["annual_cost"] = {"capital": 0, "revenue": chance.number(2, 40) * 100}
        fields["source"] = "Network register"
        fields["verified"] = str(council.verified())
        fields["notes"] = council.remarks()
        yield key, fields


def sites(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every site; the last is the one that backups go to."""
    chance = council.chance
    purposes = (["office", "server-room"], ["office"], ["library"], ["depot"])
    for position, key in enumerate(council.ids["sites"]):
        fields: Fields = {"name": f"{council.name} site {position + 1}"}
        fields["description"] = council.remarks()
        fields["purpose"] = purposes[position % len(purposes)]
        fields["address"] = f"{position + 1} Market Street, {council.name}"
        fields["uprn"] = f"10{council.number:04}{position:06}"
        fields["running_cost"] = chance.number(20, 400) * 1000
        if chance.strikes("closing site"):
            fields["closes"] = str(chance.ahead(30, 900))
        fields |= {"owner": "Head of Property", "criticality": "high", "disposition": "tolerate"}
        fields["reviewed"] = str(chance.ago(20, 300))
        fields["review_by"] = str(chance.ahead(20, 330))
        fields |= {"from": "2004-04-01", "source": "Property register"}
        fields["verified"] = str(council.verified())
        fields["notes"] = council.remarks()
        yield key, fields


def connections(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every line, from one site to the next."""
    chance, ids = council.chance, council.ids["sites"]
    for position, key in enumerate(council.ids["connections"]):
        old = chance.strikes("old telephony")
        technology = "pstn" if old else chance.one(("fibre", "fibre", "vpn", "mobile"))
        ends = [ids[position % len(ids)], ids[(position + 1) % len(ids)]]
        fields: Fields = {"name": f"Line {position + 1} of {council.name}"}
        fields |= {"connects": list(dict.fromkeys(ends)), "technology": technology}
        fields["supplied_by"] = [maker_id(position % len(council.ids["suppliers"]))]
        fields["covered_by"] = [council.spread("contracts", position)]
        found = council.ids["devices"][position :: len(council.ids["connections"])]
        if network := [one for one in found if not is_fleet(council, one)]:
            fields["depends_on"] = [{"any_of": network}] if len(network) > 1 else network
        if chance.often(0.2):
            fields["supports"] = [council.any("services")]
        fields |= {"owner": "Head of Shared ICT", "technical_owner": "Network Manager"}
        fields |= {"criticality": "medium", "zone": "internal", "exposure": "internal"}
        fields["annual_cost"] = {"capital": 0, "revenue": chance.number(10, 90) * 100}
        fields |= {"from": str(chance.ago(300, 2500)), "source": "Network register"}
        fields["until"] = str(TODAY.replace(year=2031))
        fields["verified"] = str(council.verified())
        fields["notes"] = council.remarks()
        yield key, fields
