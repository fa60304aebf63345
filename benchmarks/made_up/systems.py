"""The applications of a council, on its own servers or hosted by their suppliers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from benchmarks.made_up.council import Council, maker, maker_id, product_id, topic
from benchmarks.made_up.platforms import installed, machine, managed
from benchmarks.made_up.software import MIDDLEWARE, TODAY
from benchmarks.made_up.words import CAPABILITIES, LEADERS, TECHNICIANS
from benchmarks.made_up.yaml_lines import Fields, Value

_CORPORATE: Final = 5
_PLATFORM: Final = 6
_ROUND: Final = 8
"""Of eight applications six are line-of-business, one is corporate and one a platform."""

_VERSIONS: Final = (*["2026.1"] * 12, *["2025.2"] * 6, "8.4", "8.3")


def applications(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every application."""
    for position, key in enumerate(council.ids["applications"]):
        fields: Fields = {}
        for part in _PARTS:
            part(council, position, fields)
        yield key, fields


def _kind(position: int) -> str:
    return {_CORPORATE: "corporate", _PLATFORM: "platform"}.get(
        position % _ROUND, "line-of-business"
    )


def is_hosted(position: int) -> bool:
    """Whether the application at this position runs at its supplier's."""
    return position % 3 == 0


def _identity(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    number = position * 7 + council.number % 3
    fields["name"] = f"{maker(number)} {topic(position)}"
    if chance.strikes("twin record") and position:
        number = (position - 1) * 7 + council.number % 3
        fields["name"] = f"{maker(number)} {topic(position - 1)} "[:-1]
        return
    if chance.often(0.5):
        fields["description"] = council.remarks()
    made = council.all_of("products")
    if is_hosted(position):
        fields["service_model"] = "saas"
    elif position % 5:
        steps = 1 + position if chance.often(0.7) else chance.number(0, made - 1)
        fields |= {"product": product_id(steps % made), "version": chance.one(_VERSIONS)}
    fields["supplier"] = maker_id(number % council.all_of("suppliers"))


def _ownership(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    if not chance.strikes("no owner"):
        fields["owner"] = LEADERS[position % len(LEADERS)]
    fields["technical_owner"] = TECHNICIANS[position % len(TECHNICIANS)]
    if chance.often(0.02):
        other = chance.one([council.id, council.id])
        fields |= {"organisation": [other], "shares": {other: 100}}
    if _kind(position) != "line-of-business" and chance.strikes("retired but needed"):
        fields |= {"status": "retired", "until": str(chance.ago(20, 300))}
    elif chance.strikes("unplanned change"):
        fields |= {"status": "planned", "from": str(chance.ahead(30, 300))}
    fields["category"] = _kind(position)
    in_house = position % 5 == 0 and not is_hosted(position)
    fields["support_model"] = "in-house" if in_house else "vendor"
    fields["hosting"] = "hosted" if is_hosted(position) else "on-premise"


def _standing(council: Council, position: int, fields: Fields) -> None:
    """Say what it runs on and stores its data in."""
    chance = council.chance
    if is_hosted(position) or chance.strikes("orphan"):
        return
    own, data = machine(council, position), machine(council, position - position % 3)
    if position % 10 == 9:  # noqa: PLR2004 - every tenth keeps its data in a managed database
        data = managed(council, position)
    doubled = _kind(position) == "platform" or council.vital(position)
    if doubled and not chance.strikes("single machine"):
        fields["runs_on"] = [_pair(own, machine(council, position + 10))]
        fields["stores_in"] = [_pair(data, managed(council, position + 10))]
    else:
        fields |= {"runs_on": [own], "stores_in": [data]}
    if chance.often(0.3):
        fields["software"] = [installed(council, position, MIDDLEWARE, "applications")]
    if chance.strikes("version lock"):
        fields["requires"] = [{"product": "java", "versions": ["8"]}]


def _pair(one: str, other: str) -> Value:
    """Return two of which one is enough."""
    return {"any_of": [one, other], "at_least": 1} if one != other else one


def _serving(council: Council, position: int, fields: Fields) -> None:
    """Say which services it is for, and what it can do."""
    chance = council.chance
    kind = _kind(position)
    if kind == "line-of-business" and not chance.strikes("orphan"):
        wanted = [council.spread("services", position)]
        if chance.often(0.25):
            wanted.append(council.spread("services", position + 1))
        fields["supports"] = list(dict.fromkeys(wanted))
    turn = position // len(council.ids["services"])
    if chance.strikes("competing product"):
        turn = 0
    fields["capabilities"] = [CAPABILITIES[(turn * 3 + position) % len(CAPABILITIES)]]
    if position < len(council.ids["apis"]):
        fields["provides"] = [council.ids["apis"][position]]


def _calling(council: Council, position: int, fields: Fields) -> None:
    """Say which others it calls, and what it tells them: platforms carry all, corporate most."""
    chance, ids = council.chance, council.ids["applications"]
    platforms = ids[_PLATFORM::_ROUND] or ids[:1]
    corporate = ids[_CORPORATE::_ROUND] or ids[:1]
    kind = _kind(position)
    wanted = [chance.one(platforms[:4])] if kind != "platform" else platforms[:1]
    if kind == "line-of-business":
        wanted += [chance.one(corporate[:6]), chance.one(platforms)]
    uses = {to: _call(council, to) for to in wanted if to != ids[position]}
    if uses:
        fields["uses"] = list(uses.values())
    if kind == "line-of-business" and (interfaces := council.ids["apis"][_PLATFORM::_ROUND]):
        fields["consumes"] = [chance.one(interfaces)]
    if chance.often(0.03) and corporate[0] != ids[position]:
        fields["sends_to"] = [{"to": corporate[0], "style": "file", "purpose": "nightly figures"}]
    if chance.often(0.35):
        fields["holds"] = [council.spread("datasets", position)]


def _call(council: Council, to: str) -> Fields:
    bad = council.chance.strikes("interface by file")
    call: Fields = {"to": to, "style": council.chance.one(("file", "database")) if bad else "api"}
    return call | {"strength": "soft"} if council.chance.often(0.3) else call


def _papers(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    contract = position % len(council.ids["contracts"])
    if contract % 2 and not chance.strikes("lapsed contract"):
        fields["covered_by"] = [council.ids["contracts"][contract]]
    if chance.often(0.3):
        fields["licensed_by"] = [council.spread("licences", 5 + position)]
    cost = chance.number(2, 90) * 1000
    fields["annual_cost"] = {"capital": 0, "revenue": cost}
    fields["disposition"] = chance.one(("tolerate", "invest", "migrate", "tolerate"))
    if chance.strikes("eliminated but funded"):
        fields["disposition"] = "eliminate"


def _users(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    named = chance.number(10, 400)
    used = 0.3 if chance.strikes("underused") else 0.6 + 0.4 * chance.random()
    fields["users"] = {"named": named, "active": int(named * used)}
    fields["access"] = ["office", "remote", "mobile"][: chance.number(1, 3)]
    fields["authentication"] = "sso" if chance.often(0.8) else "local"
    fields["mfa"] = not chance.strikes("no second factor")
    if chance.often(0.4):
        fields["skills"] = {"people": chance.number(2, 6), "trained_percent": 85}
    fields["zone"] = "internal"
    out = is_hosted(position) or chance.strikes("facing the internet")
    fields["exposure"] = "internet" if out and position % 2 else "internal"


def _information(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    fields["classification"] = "official-sensitive" if position % 4 == 0 else "official"
    fields["personal_data"] = ("personal", "none", "special-category")[position % 3]
    kind = _kind(position)
    known = "high" if kind != "line-of-business" else ("medium", "medium", "low")[position % 3]
    fields["criticality"] = "critical" if council.vital(position) else known
    tested = (400, 1200) if chance.strikes("untested recovery") else (10, 330)
    times = {"platform": "4h", "corporate": "8h"}.get(kind, chance.one(("1d", "2d", "3d")))
    recovery: Fields = {"rto": times, "rpo": "4h", "mtpd": "5d"}
    fields["recovery"] = recovery | {"tested": str(chance.ago(*tested))}
    if chance.often(0.4):
        fields["fit"] = {"functional": chance.number(2, 5), "technical": chance.number(2, 5)}


def _reviews(council: Council, _: int, fields: Fields) -> None:
    chance = council.chance
    fields["reviewed"] = str(chance.ago(30, 330))
    late = chance.strikes("overdue review")
    fields["review_by"] = str(chance.ago(5, 90) if late else chance.ahead(20, 330))
    fields["verified"] = str(council.verified())
    if chance.often(0.25):
        fields["notes"] = council.remarks()


def _assessments(council: Council, position: int, fields: Fields) -> None:
    chance = council.chance
    if is_hosted(position):
        fields["hosted_assessment"] = {
            "assessed": str(chance.ago(30, 600)),
            "options_appraisal": True,
            "driver": "choice",
            "data_location": "UK",
            "impact_assessment": str(chance.ago(30, 600)),
            "exit_plan": not chance.strikes("no exit plan"),
            "certificates": [{"name": "ISO 27001", "expires": str(TODAY.replace(year=2028))}],
            "sla": {"rto": "4h", "availability_percent": 99.5},
        }
    elif chance.often(0.12):
        likely = chance.number(3, 6) if chance.strikes("legacy system") else chance.number(1, 2)
        fields["legacy_assessment"] = {
            "assessed": str(chance.ago(30, 400)),
            "by": "Enterprise Architecture",
            "likelihood": {"end_of_life": likely, "skills": 2, "vulnerabilities": 2},
            "impact": {"safety": 1, "financial": 2, "operations": chance.number(1, 5)},
        }


_PARTS: Final[tuple[Callable[[Council, int, Fields], None], ...]] = (
    _identity,
    _ownership,
    _standing,
    _serving,
    _calling,
    _papers,
    _users,
    _information,
    _reviews,
    _assessments,
)
