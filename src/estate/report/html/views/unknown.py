"""What we do not know: which fields to ask for, and how much each rule could not judge."""

from __future__ import annotations

from typing import Final

from estate.report.html.source import Source
from estate.report.html.view import (
    Block,
    Cell,
    Column,
    Part,
    Picture,
    Prose,
    Table,
    View,
    cells,
)
from estate.report.missing import Missing, missing_fields, settles
from estate.report.wording import counted, listed

__all__ = ["unknown"]

_FIELDS: Final = 40
_DRAWN: Final = 15
_RECORDS: Final = 3
"""Records that a row names; the others are counted."""


def unknown(source: Source) -> View:
    """Return the view of what nobody has recorded."""
    rules = [rule for rule in source.outcome.rules if rule.unknown]
    parts: tuple[Part, ...] = (Part("", (Prose("Every question was answered."),)),)
    if rules:
        fields = missing_fields(source.outcome)
        parts = (
            Part("What to ask for", _fields(source, fields)),
            Part("Rules that lack facts", (_rules(source),)),
        )
    if source.outcome.not_run:
        parts = (*parts, Part("Rules that were not run", (_not_run(source),)))
    return View(
        id="unknown",
        title="What we do not know",
        lead=(
            "A rule that lacks a fact says so; unknown is never a pass. Fields come first that "
            "settle most when somebody fills them in."
        ),
        group="Look up",
        parts=parts,
    )


def _fields(source: Source, fields: list[Missing]) -> tuple[Block, ...]:
    if not fields:
        return (Prose("No single field is missing; what is unknown follows from other records."),)
    alone = [each for each in fields[:_DRAWN] if each.subjects]
    return (*([_picture(alone)] if alone else []), _table(source, fields))


def _picture(drawn: list[Missing]) -> Picture:
    return Picture(
        "fields",
        "bars",
        f"Fields by how many subjects each would settle alone. “{drawn[0].field}” settles most: "
        f"{drawn[0].subjects:,}.",
        {
            "names": [each.field for each in drawn],
            "series": [
                {
                    "name": "Subjects that it settles alone",
                    "tone": "accent",
                    "values": [each.subjects for each in drawn],
                }
            ],
        },
        max(9, 2 * len(drawn) + 4),
    )


def _table(source: Source, fields: list[Missing]) -> Table:
    more = len(fields) - _FIELDS
    caption = "Fields that nobody has filled in, those that settle most first."
    if more > 0:
        caption += f" {counted(more, 'further field')} stand in findings.json."
    return Table(
        caption,
        (
            Column("Field"),
            Column("It settles"),
            Column("Ask for it on"),
            Column("Records", "number"),
        ),
        tuple(
            cells(each.field, settles(each), Cell(_named(source, each)), len(each.records))
            for each in fields[:_FIELDS]
        ),
    )


def _named(source: Source, each: Missing) -> str:
    names = [source.name(key) for key in each.records[:_RECORDS]]
    more = len(each.records) - len(names)
    return listed([*names, counted(more, "other")] if more > 0 else names)


def _rules(source: Source) -> Table:
    rules = sorted(source.outcome.rules, key=lambda rule: (-rule.unknown, rule.id))
    return Table(
        "Rules by how many of their subjects they could not judge.",
        (
            Column("Rule"),
            Column("Unknown", "number"),
            Column("Of", "number"),
            Column("Share", "number"),
        ),
        tuple(
            cells(
                Cell(rule.title, note=rule.id),
                Cell(rule.unknown, tone="unknown"),
                rule.population,
                f"{-(-100 * rule.unknown // rule.population)}%",
            )
            for rule in rules
            if rule.unknown
        ),
    )


def _not_run(source: Source) -> Table:
    return Table(
        "What these rules would have found is not known.",
        (Column("Rule"), Column("Why not")),
        tuple(cells(rule, reason) for rule, reason in source.outcome.not_run),
    )
