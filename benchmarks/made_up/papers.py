"""The papers of a council: licences, contracts, suppliers, agreements and its own products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from benchmarks.made_up.council import Council, maker, topic
from benchmarks.made_up.words import LEADERS
from benchmarks.made_up.yaml_lines import Fields

_ENTERPRISE: Final = ("windows-server", "mssqlserver", "oracle-database", "rhel")


def licences(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every licence: first those of servers, then one for extended support, then others."""
    chance = council.chance
    for position, key in enumerate(council.ids["licences"]):
        server = position < len(_ENTERPRISE)
        fields: Fields = {"name": f"{topic(position)} licence"}
        if server:
            product = _ENTERPRISE[position]
            fields = {"name": f"{product.replace('-', ' ').title()} licence", "product": product}
        fields["metric"] = "enterprise" if server else chance.one(("user", "device", "concurrent"))
        if not server:
            fields["quantity"] = chance.number(10, 900)
        ended = not server and chance.strikes("expired licence")
        fields["starts"] = str(chance.ago(800, 2000))
        fields["ends"] = str(chance.ago(10, 300) if ended else chance.ahead(60, 1200))
        if position == len(_ENTERPRISE):
            fields |= {"product": "rhel", "versions": ["7"], "extended_support": True}
            fields["ends"] = str(chance.ahead(100, 300))
        fields["covered_by"] = [council.spread("contracts", position)]
        fields["owner"] = LEADERS[position % len(LEADERS)]
        fields["annual_cost"] = {"capital": 0, "revenue": chance.number(5, 400) * 100}
        fields |= {"criticality": "medium", "disposition": "tolerate"}
        fields["reviewed"] = str(chance.ago(20, 300))
        fields["review_by"] = str(chance.ahead(20, 330))
        fields |= {"source": "Licence register", "verified": str(council.verified())}
        fields["notes"] = council.remarks()
        fields["tags"] = ["register", "yearly"]
        yield key, fields


def contracts(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every contract; every second one names the applications that it covers."""
    chance, applications = council.chance, council.ids["applications"]
    count = len(council.ids["contracts"])
    for position, key in enumerate(council.ids["contracts"]):
        about = topic(position)
        fields: Fields = {
            "name": f"{about} support",
            "supplier": council.spread("suppliers", position),
        }
        fields["reference"] = f"DN{council.number:03}{position:05}"
        if position % 2 == 0:
            fields["covers"] = applications[position::count]
        lapsed = chance.strikes("lapsed contract")
        fields |= {"support": True, "starts": str(chance.ago(500, 2000))}
        fields["ends"] = str(chance.ago(10, 400) if lapsed else chance.ahead(200, 1500))
        fields |= {"notice": chance.one(("3 months", "6 months")), "auto_renews": False}
        fields |= {"value": chance.number(5, 200) * 1000, "novation": chance.often(0.8)}
        published: Fields = {"title": f"{about} software", "description": "Licence and support"}
        fields["published"] = published | {
            "department": council.name, "process": "itt", "sme": chance.often(0.4),
        }  # fmt: skip
        fields["owner"] = LEADERS[position % len(LEADERS)]
        fields |= {"source": "Contracts register", "verified": str(council.verified())}
        fields["reviewed"] = str(chance.ago(20, 300))
        fields["review_by"] = str(chance.ahead(20, 330))
        fields["notes"] = council.remarks()
        yield key, fields


def suppliers(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every supplier that this council brought in."""
    chance = council.chance
    first = council.first("suppliers")
    for position, key in enumerate(council.ids["suppliers"]):
        fields: Fields = {"name": f"{maker(first + position)} Systems"}
        fields["description"] = council.remarks()
        fields["sub_processors"] = [f"{maker(position + 3)} Hosting"]
        expires = str(chance.ahead(10, 360))
        fields["certificates"] = [{"name": "Cyber Essentials Plus", "expires": expires}]
        fields |= {"source": "Procurement", "verified": str(council.verified())}
        fields["notes"] = council.remarks()
        yield key, fields


def agreements(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every agreement between this council and itself alone, or with those below it."""
    for position, key in enumerate(council.ids["agreements"]):
        fields: Fields = {"name": f"{topic(position)} agreement", "parties": [council.id]}
        fields |= {"lead": council.id, "starts": "2021-04-01", "ends": "2029-03-31"}
        yield key, fields


def products(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every product that the bundled catalogue lacks."""
    chance = council.chance
    first = council.first("products")
    for position, key in enumerate(council.ids["products"]):
        by, about = maker(first + position), topic(first + position)
        contained = chance.strikes("contained product")
        fields: Fields = {"name": f"{by} {about}", "vendor": f"{by} Systems"}
        fields["standard"] = "contain" if contained else "approved"
        if chance.strikes("withdrawn product"):
            fields["withdrawn"] = str(chance.ahead(30, 600))
        fields["description"] = council.remarks()
        fields["versions"] = {
            "2026.1": {"released": "2026-02-01", "support_ends": "2031-02-01"},
            "2025.2": {"released": "2025-07-01", "support_ends": "2030-07-01"},
            "8.4": {"released": "2023-05-01", "support_ends": str(chance.ahead(1200, 1500))},
            "8.3": {"released": "2021-01-11", "support_ends": str(chance.ahead(-60, 900))},
        }
        yield key, fields
