"""What the estate's owner has decided: thresholds, ceilings and horizons, from `estate.yaml`."""

from typing import Literal

from estate.model.record import Record, record
from estate.model.scalars import Term
from estate.model.types import Appetite, Many, TermText, Texts

Threshold = Literal["critical", "high", "medium", "low", "info", "never"]


@record
class AcceptancePolicy(Record):
    """How long a risk may be accepted, and what an acceptance needs.

    `longest` is a ceiling per severity; `appetite` the highest residual likelihood x impact (1 to
    25) that may be accepted.
    """

    longest: dict[Literal["critical", "high", "medium", "low", "info"], TermText] | None = None
    review_within: TermText = Term(months=12)
    signatures: Literal["optional", "required"] = "optional"
    appetite: Appetite = 9


@record
class Policy(Record):
    """When a run fails, and how far ahead it looks."""

    fail_on: Threshold = "high"
    gaps: Literal["report", "fail"] = "report"
    horizons: Many[TermText] = (Term(months=12), Term(months=24), Term(months=36))
    acceptance: AcceptancePolicy = AcceptancePolicy()
    internet_zones: Texts = ("internet",)
