"""A budget and a work plan of two councils, with everything in them that a report tells of."""

from __future__ import annotations

import json
from typing import Final

from tests.facts.written_estates import facts_of

from estate.plan.budget import Budget, budget_of
from estate.plan.roadmap import Roadmap, roadmap_of

__all__ = ["budget", "roadmap", "text"]


_WORD: Final = "(word)"


def text(word: str = "Marram") -> str:
    """Return an inventory in which people wrote `word` wherever they may write.

    Half a character (a surrogate) is left out: no file can hold it.
    """
    whole = "".join(sign for sign in word if not 0xD800 <= ord(sign) < 0xE000)
    written = "".join(f"\\U{ord(sign):08x}" for sign in whole if whole.strip())
    return _inventory(_WORD).replace(_WORD, written or "nobody")


def _inventory(word: str) -> str:
    line = {"year": "2026-27", "capital": 750000, "revenue": 1110000, "displaced": 980000}
    small = {"year": "2027-28", "revenue": 0.1, "organisation": "saltern", "for": ["con"]}
    return json.dumps(
        {
            "organisations": {
                "marram": {
                    "name": word,
                    "envelopes": [{"name": word, "capital": 1, "revenue": 5000000}],
                    "budget": [{"year": "2026-27", "capital": 9, "for": ["srv"], "envelope": word}],
                },
                "saltern": {"name": word},
                "dune": {"name": "Dune", "members": ["marram", "saltern"]},
            },
            "servers": {
                "srv": {"name": word, "organisation": ["dune"], "renewal": "2027-03-31"},
                "old": {"name": word, "organisation": ["marram"], "renewal": "2027-01-31"},
                "new": {"name": word, "status": "planned"},
            },
            "contracts": {
                "con": {"name": word, "organisation": ["saltern"], "ends": "2027-06-30"},
                "own": {"name": word, "ends": "2027-06-30", "value": 12.34},
            },
            "projects": {
                "prj": {
                    "name": word,
                    "status": "live",
                    "organisation": ["dune"],
                    "owner": word,
                    "team": ["t"],
                    "programme": word,
                    "starts": "2026-09-01",
                    "cost": {"capital": 1},
                    "changes": [
                        {"on": "2026-10-01", "retire": "old"},
                        {"on": "2027-01-01", "retire": "nothing"},
                        {"on": "2027-02-01", "set": {"asset": "srv", "status": "retiring"}},
                    ],
                    "milestones": [
                        {"name": word, "due": "2026-10-01"},
                        {"name": word, "due": "2026-10-01", "done": "2026-09-30"},
                        {"name": "Later", "due": "2027-05-01", "reported": "2026-11-01"},
                        {"name": "Some day"},
                    ],
                    "benefits": [{"name": word, "planned": 5.5, "due": "2026-10-01"}],
                    "business_case": {"appropriateness": "pass"},
                    "budget": [line, small],
                },
                "two": {
                    "name": word,
                    "status": "planned",
                    "starts": "2026-10-01",
                    "team": ["t"],
                    "changes": [{"on": "2027-02-03", "retire": "srv"}],
                    "budget": [{"year": "2031-32", "revenue": 5}],
                },
                "maybe": {"name": word, "budget": [{"year": word, "revenue": 5}]},
                "idea": {
                    "name": word,
                    "status": "proposed",
                    "ends": "2028-01-01",
                    "budget": [{"year": "2026-27", "revenue": 5}],
                },
                "over": {"name": word, "status": "stopped", "ends": "2026-10-10"},
            },
        }
    )


def budget(word: str = "Marram") -> Budget:
    """Return the budget of five years."""
    return budget_of(facts_of(text(word)), range(2026, 2031))


def roadmap(word: str = "Marram") -> Roadmap:
    """Return the whole roadmap."""
    return roadmap_of(facts_of(text(word)))
