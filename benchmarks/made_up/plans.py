"""The people of a council, what they do for residents, and what they plan and accept."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.made_up.council import Council, Unsupported, topic
from benchmarks.made_up.software import Release
from benchmarks.made_up.words import CAPABILITIES, DIRECTORATES, LEADERS, TECHNICIANS
from benchmarks.made_up.yaml_lines import Fields


def organisations(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield the council itself, with the people who may accept risks."""
    siro: Fields = {"name": "Director of Resources", "from": "2023-04-01", "until": None}
    architect = {"name": "Chief Architect", "from": "2023-01-09"}
    yield (
        council.id,
        {
            "name": f"{council.name} Borough Council",
            "type": "council",
            "gss": f"E0600{council.number:04}",
            "roles": {"siro": [siro], "enterprise-architect": [architect]},
            "budget": list(_budget(council)),
            "envelopes": [{"name": "ICT strategy", "capital": 9000000, "revenue": 9000000}],
            "description": council.remarks(),
            "verified": str(council.verified()),
        },
    )


def _budget(council: Council) -> Iterator[Fields]:
    """Yield lines that name nearly all that is due for renewal, twenty to a line."""
    sections = ("contracts", "licences", "devices", "servers")
    due = [key for section in sections for key in council.ids[section]]
    named = [key for key in due if not council.chance.strikes("unbudgeted renewal")]
    for first in range(0, len(named), 20):
        line: Fields = {"year": "2027-28", "revenue": 24000, "envelope": "ICT strategy"}
        yield line | {"for": named[first : first + 20]}


def services(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every service; the same place in the list is the same service elsewhere."""
    chance = council.chance
    for position, key in enumerate(council.ids["services"]):
        unlike = chance.often(0.2)
        fields: Fields = {"name": f"{topic(position)} service", "description": council.remarks()}
        fields["directorate"] = DIRECTORATES[position % len(DIRECTORATES)]
        fields["lgsl"] = 1000 + council.number * 500 + position if unlike else 1 + position
        fields |= {"function": 1 + position % 180, "public": position % 4 != 0}
        fields["channels"] = ["online", "phone", "face-to-face", "post"][: chance.number(1, 4)]
        if not chance.strikes("no owner"):
            fields["owner"] = LEADERS[position % len(LEADERS)]
        vital = council.vital(position)
        fields["criticality"] = "critical" if vital else chance.one(("high", "medium"))
        if own := council.ids["apis"][position :: len(council.ids["services"])]:
            fields["consumes"] = own
        fields |= {"from": "2009-04-01", "disposition": "tolerate", "exposure": "internal"}
        fields["annual_cost"] = {"capital": 0, "revenue": chance.number(20, 900) * 1000}
        fields["reviewed"] = str(chance.ago(20, 300))
        fields["review_by"] = str(chance.ahead(20, 330))
        fields |= {"source": "Service catalogue", "verified": str(council.verified())}
        if chance.often(0.5):
            fields["notes"] = council.remarks()
        yield key, fields


def apis(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every interface, on the server of the application that it belongs to."""
    chance, servers = council.chance, council.ids["servers"]
    for position, key in enumerate(council.ids["apis"]):
        fields: Fields = {"name": f"{topic(position)} interface {position}"}
        fields["description"] = council.remarks()
        fields |= {"style": chance.one(("rest", "rest", "soap")), "transport": "https"}
        fields["authentication"] = chance.one(("oauth2", "mtls", "key"))
        fields["runs_on"] = [servers[(position * 12 + 1) % len(servers)]]
        if chance.often(0.9):
            fields["documentation"] = f"https://example.org/{council.id}/api/{position}"
        fields |= {"maintainer": "Web and Integration Lead", "licence": "Open Government Licence"}
        fields |= {"owner": LEADERS[position % len(LEADERS)], "criticality": "medium"}
        fields["technical_owner"] = TECHNICIANS[position % len(TECHNICIANS)]
        fields |= {"zone": "internal", "exposure": "internal", "from": str(chance.ago(100, 1500))}
        fields |= {"source": "Interface register", "verified": str(council.verified())}
        fields["notes"] = council.remarks()
        yield key, fields


def datasets(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every dataset."""
    for position, key in enumerate(council.ids["datasets"]):
        fields: Fields = {"name": f"{topic(position)} records", "classification": "official"}
        fields["personal_data"] = ("personal", "none", "special-category")[position % 3]
        if not council.chance.strikes("no owner"):
            fields["owner"] = LEADERS[position % len(LEADERS)]
        yield key, fields


def projects(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every project of the work plan: each replaces what runs on one asset."""
    chance = council.chance
    for position, key in enumerate(council.ids["projects"]):
        ends = str(chance.ahead(120, 400))
        target = council.spread("servers", position * 12 + 1)
        if position < len(council.unsupported):
            target = council.unsupported[position].asset
        fields: Fields = {"name": f"{topic(position)} renewal", "starts": str(chance.ago(30, 200))}
        fields |= {"ends": ends, "status": "live", "team": [f"team-{position}"]}
        fields |= {"programme": "Smarter working", "cost": {"capital": 60000, "revenue": 4000}}
        change: Fields = {"asset": target, "software": ["windows-server@2025"]}
        fields["changes"] = [{"on": ends, "set": change}]
        fields["milestones"] = list(_milestones(council))
        tests = {"appropriateness": "pass", "value_for_money": "pass", "approved": "2026-05-01"}
        fields["business_case"] = tests
        line: Fields = {"year": "2026-27", "organisation": council.id, "capital": 60000}
        line |= {"revenue": 4000, "for": [target], "envelope": "ICT strategy", "funded": True}
        fields["budget"] = [line]
        fields["benefits"] = [{"name": "Support no longer bought", "planned": 9000, "due": ends}]
        yield key, fields


def _milestones(council: Council) -> Iterator[Fields]:
    chance = council.chance
    late = chance.strikes("overdue milestone")
    due = str(chance.ago(10, 90) if late else chance.ahead(10, 90))
    reported = str(chance.ago(5, 60))
    yield {"name": "Contract signed", "due": "2026-07-31", "done": "2026-07-20"}
    yield {"name": "Go live", "due": due, "reported": reported}


def exceptions(council: Council) -> Iterator[tuple[str, Fields]]:
    """Yield every accepted risk, each of an installation past its support."""
    nothing = Unsupported(council.ids["servers"][0], Release("solaris", "9"))
    for position, key in enumerate(council.ids["exceptions"]):
        found = nothing
        if position < len(council.unsupported) and not council.chance.strikes("orphaned exception"):
            found = council.unsupported[position]
        product, version = found.release
        cover: Fields = {"asset": found.asset, "product": product, "version": version}
        accepted = _accepted(council, position)
        yield key, {"rule": "unsupported-software", "covers": [cover], **accepted}


def _accepted(council: Council, position: int) -> Fields:
    chance = council.chance
    expired = chance.strikes("expired exception")
    expires = str(chance.ago(5, 60) if expired else chance.ahead(30, 100))
    by = (
        "Service Desk Lead" if chance.strikes("unauthorised exception") else "Director of Resources"
    )
    late = chance.strikes("unreviewed exception")
    project = council.spread("projects", position)
    fields: Fields = {
        "risk": f"No security fixes reach the server behind {CAPABILITIES[position % 16]}.",
        "mitigation": [{"control": "Segregated network with no route out", "claims": "isolated"}],
        "treatment": "treat",
        "plan": {"action": "replace", "project": project, "target": expires},
        "inherent": {"likelihood": 4, "impact": 4},
        "residual": {"likelihood": 2, "impact": 4},
        "requested_by": "Head of Shared ICT",
        "requested_on": str(chance.ago(110, 130)),
        "accepted_by": by,
        "accepted_on": str(chance.ago(90, 100)),
        "review_by": str(chance.ago(3, 20) if late else chance.ahead(10, 28)),
        "expires": expires,
    }
    if chance.strikes("incomplete exception"):
        del fields["risk"]
    return fields
