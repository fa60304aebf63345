"""Two estates compared: what came, went and changed, and what brought it about."""

from __future__ import annotations

from estate.compare.attribution import Edited, edits_of
from estate.compare.findings import became_worse, findings_between
from estate.compare.records import fields_between, records_between
from estate.compare.relations import relations_between

__all__ = [
    "Edited",
    "became_worse",
    "edits_of",
    "fields_between",
    "findings_between",
    "records_between",
    "relations_between",
]
