"""The JSON Schema of `estate-budget/1`, as `estate schema --of budget` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Final

from estate.plan.budget import CATEGORIES
from estate.report.budget.document import SCHEMA
from estate.report.findings_json import Json
from estate.report.schema_terms import (
    COUNT,
    DAY,
    LOCATION,
    TEXT,
    list_of,
    object_of,
    or_null,
    text,
)

__all__ = ["budget_schema"]

_AMOUNT: Final[Json] = {"type": "number"}
_KNOWN: Final = or_null(_AMOUNT)
_SUM: Final[dict[str, Json]] = {
    "capital": _AMOUNT,
    "revenue": _AMOUNT,
    "gross": _AMOUNT,
    "displaced": _AMOUNT,
    "net": _AMOUNT,
}
_YEAR: Final[Json] = text("A financial year, `2026-27`.")


def budget_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes.

    `organisations` are those that pay: none where nobody is recorded, several where they share
    and nobody says how. What is not recorded is null.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:budget:1",
        "title": "An architecture budget",
        **object_of(
            schema={"const": SCHEMA},
            estate=text("The name of the estate."),
            as_of=DAY,
            tool=text("The version of estate."),
            currency=text("As estate.yaml says; every amount is in it."),
            organisation=or_null(text("The id that was asked for.")),
            years=list_of(_YEAR),
            total=object_of(**_SUM),
            counts=_counts(),
            sums=list_of(_sum()),
            lines=list_of(_line()),
            renewals=list_of(_renewal()),
            differences=list_of(_difference()),
            envelopes=list_of(_envelope()),
            projects=list_of(_project()),
        ),
    }


def _counts() -> Json:
    names = ("lines", "unsure", "idle", "outside", "elsewhere")
    renewals = ("renewals", "unbudgeted", "undated", "past")
    counts: dict[str, Json] = dict.fromkeys((*names, *renewals), COUNT)
    return object_of(**counts)


def _sum() -> Json:
    return object_of(
        organisations=list_of(TEXT), category={"enum": list(CATEGORIES)}, year=_YEAR, **_SUM
    )


def _line() -> Json:
    return object_of(
        organisations=list_of(TEXT),
        year=or_null(_YEAR),
        written=text("The year as the line has it."),
        category={"enum": list(CATEGORIES)},
        purpose={"enum": ["run", "change"]},
        standing={
            "enum": ["counts", "outside", "unsure", "proposed", "stopped"],
            "description": "Only what counts is in the sums; unsure: nobody can tell.",
        },
        owner=text("The project or organisation in whose budget it stands."),
        **{"for": list_of(TEXT)},
        envelope=or_null(TEXT),
        funded={"type": "boolean"},
        share=or_null({"type": "number", "description": "In percent; null: all of the line."}),
        **_SUM,
        location=LOCATION,
    )


def _renewal() -> Json:
    part = object_of(organisations=list_of(TEXT), amount=_KNOWN)
    return object_of(
        id=TEXT,
        name=TEXT,
        kind=TEXT,
        on=DAY,
        year=_YEAR,
        budgeted=or_null({"type": "boolean"}),
        amount=or_null({"type": "number", "description": "What it costs a year."}),
        a_year=or_null({"type": "number", "description": "What it costs a year now."}),
        within=or_null(text("The contract that pays for it.")),
        parts=list_of(part),
        location=LOCATION,
    )


def _difference() -> Json:
    plan = object_of(organisation=TEXT, years=list_of(_YEAR))
    return object_of(
        id=TEXT, name=TEXT, kind=TEXT, due=or_null(DAY), plans=list_of(plan), location=LOCATION
    )


def _envelope() -> Json:
    return object_of(
        organisation=TEXT,
        name=TEXT,
        **{"from": or_null(DAY)},
        until=or_null(DAY),
        approved=object_of(capital=_AMOUNT, revenue=_AMOUNT),
        drawn=object_of(capital=_KNOWN, revenue=_KNOWN),
        displaced=_AMOUNT,
        exceeded=or_null({"type": "boolean"}),
        lines=COUNT,
        unsure=COUNT,
        location=LOCATION,
    )


def _project() -> Json:
    return object_of(
        id=TEXT,
        name=TEXT,
        status=or_null(TEXT),
        organisations=list_of(TEXT),
        stated=or_null(object_of(capital=_AMOUNT, revenue=_AMOUNT)),
        lines=object_of(capital=_KNOWN, revenue=_KNOWN),
        displaced=_AMOUNT,
        agreement={"enum": ["agrees", "differs", "unknown"]},
        location=LOCATION,
    )
