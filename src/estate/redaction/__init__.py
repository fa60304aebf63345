"""The public version of a judged estate: made anew of what may be shown, field by field.

Reports are made of it as of any other, and know nothing of redaction but its notice.
"""

from __future__ import annotations

from estate.redaction.estates import public_estate, public_facts
from estate.redaction.outcomes import public_outcome
from estate.redaction.stand_ins import StandIns, stand_ins_of
from estate.redaction.wording import NOTICE, WITHHELD

__all__ = [
    "NOTICE",
    "WITHHELD",
    "StandIns",
    "public_estate",
    "public_facts",
    "public_outcome",
    "stand_ins_of",
]
