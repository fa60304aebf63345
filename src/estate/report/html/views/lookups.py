"""What a reader looks up: the list of records, a record's card, and the graph to explore."""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.report.html.records import ordered
from estate.report.html.source import Source, titled
from estate.report.html.view import Column, Json, Listing, Part, Place, View

__all__ = ["assets", "card", "explorer"]


def assets(source: Source) -> View:
    """Return the view that lists every record, each with a card."""
    return View(
        id="assets",
        title="Everything on record",
        lead="Every record of the inventory. Its name leads to its card.",
        group="Look up",
        parts=(Part("", (_list(source),)),),
    )


def _list(source: Source) -> Listing:
    rows: list[tuple[Json, ...]] = []
    for entry in ordered(source):
        found = source.faults_of.get(entry.id, ())
        rows.append(
            (
                [titled(entry), f"#/asset/{entry.id}"],
                entry.kind,
                list(getattr(entry, "organisation", None) or ()),
                source.state.get(entry.id, ""),
                getattr(entry, "criticality", None) or "",
                found[0].severity if found else "",
                len(found),
            )
        )
    return Listing(
        id="assets",
        caption="Records of the inventory",
        columns=(
            Column("Name", "link", "name"),
            Column("Kind", "text", "kind", choose=True),
            Column("Organisation", "texts", "organisation", choose=True),
            Column("State", "text", "state", choose=True),
            Column("Criticality", "text", "criticality", choose=True),
            Column("Worst open finding", "severity", "severity", choose=True),
            Column("Open faults", "number", "faults"),
        ),
        rows=tuple(rows),
        without=f"The list needs a script. Worst comes first: {', '.join(SEVERITIES)}.",
        noun="record",
    )


def explorer(_source: Source) -> View:
    """Return the view in which a reader walks through the graph."""
    return View(
        id="explorer",
        title="What hangs on what",
        lead=(
            "Choose a record to see what it needs and what needs it; choose two to see the way "
            "between them; or stop one, and see what stops with it, stage by stage."
        ),
        group="Look up",
        parts=(
            Part(
                "",
                (
                    Place(
                        "explorer",
                        "Exploring needs a script; the command “estate impact” tells it too.",
                    ),
                ),
            ),
        ),
    )


def card(_source: Source) -> View:
    """Return the view that shows one record, or one finding."""
    return View(
        id="card",
        title="Card",
        lead="",
        group="",
        parts=(
            Part(
                "",
                (Place("card", "A card needs a script; the command “estate explain” prints it."),),
            ),
        ),
        listed=False,
    )
