"""Which relations a question follows; all but the last come from the table of relations."""

from __future__ import annotations

from typing import Final

from estate.model.relations import RELATIONS

NEEDS: Final = tuple(r.name for r in RELATIONS if r.need in {"owner", "target"})
"""The relations in which somebody needs somebody."""

FAILS_OVER: Final = "fails_over_to"
"""Redundancy: owner or target is enough."""

STANDS: Final = (*(r.name for r in RELATIONS if r.stands_on), FAILS_OVER)
"""What an asset stands on, and so inherits the weaknesses of: redundancy removes none."""

SENDS: Final = "sends_to"
"""A data flow, from owner to target."""

CALLS: Final = ("runs_on", "hosted_on", "stores_in", "uses", "consumes", "provides", SENDS)
"""Chains of calls and flows, from caller to called: how far somebody on the internet may come."""
