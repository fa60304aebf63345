"""A small council with a site that closes, redundancy, a partner and a plan."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

TOWN: dict[str, Any] = {
    "organisations": {"marram": {"name": "Marram"}, "saltern": {"name": "Saltern"}},
    "suppliers": {"kelp": {"name": "Kelp"}, "telco": {"name": "Telco"}, "idle": {"name": "Idle"}},
    "sites": {
        "hall": {"name": "Town Hall", "closes": "2027-03-31", "running_cost": "1000"},
        "dune": {"name": "Dune House"},
        "depot": {"name": "Depot"},
    },
    "connections": {
        "wan": {"name": "Depot line", "connects": ["hall", "depot"], "supplied_by": ["telco"]},
        "spare": {"name": "Spare line", "connects": ["hall", "dune"], "supplied_by": ["telco"]},
        "lift": {"name": "Lift line", "connects": ["hall"], "located_at": ["hall"]},
    },
    "servers": {
        "one": {
            "name": "ONE",
            "form": "physical",
            "located_at": ["hall"],
            "software": ["dune-os@1"],
            "recovery": {"rto": "4h"},
            "energy_kwh": "100",
        },
        "two": {
            "name": "TWO",
            "form": "physical",
            "located_at": ["dune"],
            "software": ["dune-os@2"],
            "recovery": {"rto": "8h"},
        },
        "old": {"name": "OLD", "form": "physical", "located_at": ["hall"], "energy_kwh": "50"},
        "guest": {"name": "GUEST", "form": "virtual", "hosted_on": ["old"]},
        "mover": {"name": "MOVER", "form": "physical", "located_at": ["hall"]},
        "gone": {"name": "GONE", "status": "retired", "located_at": ["hall"]},
    },
    "applications": {
        "tax": {
            "name": "Tax",
            "organisation": ["marram"],
            "runs_on": [{"any_of": ["one", "two"]}],
            "supports": ["council-tax"],
            "users": {"named": "40", "active": "30"},
            "recovery": {"rto": "2h"},
            "hosting": "on-premise",
            "supplied_by": ["kelp"],
        },
        "cases": {
            "name": "Cases",
            "runs_on": ["one"],
            "uses": [{"to": "maps", "strength": "soft", "purpose": "plans"}],
            "supports": ["planning"],
            "holds": ["files"],
            "sends_to": [{"to": "tax", "style": "file"}],
        },
        "maps": {"name": "Maps", "hosting": "hosted", "supplied_by": ["kelp"]},
        "payroll": {"name": "Payroll", "hosting": "partner", "partner": {"lead": "saltern"}},
        "crm": {"name": "CRM", "supplied_by": ["kelp"], "uses": ["payroll"]},
        "later": {"name": "Later", "status": "planned", "runs_on": ["one"]},
    },
    "services": {
        "council-tax": {"name": "Council tax", "criticality": "critical"},
        "planning": {"name": "Planning", "criticality": "high"},
        "unrated": {"name": "Unrated", "depends_on": ["guest"]},
    },
    "datasets": {"files": {"name": "Case files", "personal_data": "personal"}},
    "contracts": {"con": {"name": "Servers", "supplier": "kelp", "covers": ["two"]}},
    "projects": {
        "exit": {
            "name": "Exit",
            "status": "live",
            "changes": [
                {"on": "2027-01-31", "retire": "old"},
                {"on": "2027-02-28", "set": {"asset": "mover", "located_at": ["dune"]}},
                {"on": "2027-04-01", "retire": "lift"},
            ],
        },
        "perhaps": {"name": "Perhaps", "changes": [{"on": "2027-01-31", "retire": "one"}]},
    },
}


def town(**sections: dict[str, Any]) -> dict[str, Any]:
    """Return the council, with records changed or added."""
    made = deepcopy(TOWN)
    for section, records in sections.items():
        for key, fields in records.items():
            made.setdefault(section, {}).setdefault(key, {}).update(fields)
    return made
