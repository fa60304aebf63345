"""The smaller lists of real data: imported by their mappings, judged, and what it came to."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.realdata.estates import MAPPINGS, RealEstate, judged, source
from tests.realdata.markdown import Cell, grid

from estate.exchange import convert, import_table
from estate.pipeline.renewing import renewal_of
from estate.writing import write_together

LISTS = {
    "local-authorities": ("local-authorities", ["local-authorities.csv"]),
    "uk-planning-systems": ("uk-planning-systems", ["lpa-planning-systems.csv"]),
    "uk-api-catalogue": ("uk-api-catalogue", ["catalogue.csv", "organisation.csv"]),
    "gsa-it-standards": ("gsa-it-standards", ["it-standards-2021-04-19.csv"]),
    "konveyor": ("konveyor-tackle-csv", ["sample_application_import.csv"]),
}
"""By its mapping: the folder of a list, and its files."""
YEARS = (
    "it-standards-2018-04-12.csv",
    "it-standards-2020-01-31.csv",
    "it-standards-2021-04-19.csv",
)
_NAMES = {"record": "record not made", "row": "row", "cell": "cell", "column": "column"}


def lists(folder: Path) -> dict[str, RealEstate]:
    """Import and judge every list, each in a folder of its own."""
    return {
        name: judged(f"{name}.yaml", [source(place) / file for file in files], folder / name)
        for name, (place, files) in LISTS.items()
    }


def counts(of: dict[str, RealEstate]) -> str:
    """Return how the rows of each list ended, and what an audit of it says."""
    rows: list[list[Cell]] = []
    for name, real in of.items():
        tables = real.imported.counts.tables.values()
        lost = Counter(loss.kind for loss in real.imported.losses)
        outcome = real.run.outcome
        rows.append(
            [
                f"[{name}](../examples/mappings/{name}.yaml)",
                sum(table.rows for table in tables),
                sum(table.used for table in tables),
                sum(table.lost for table in tables),
                lost["cell"],
                lost["column"],
                sum(real.imported.counts.records.values()),
                len(outcome.findings),
                sum(rule.unknown for rule in outcome.rules),
            ]
        )
    heads = ["mapping", "rows", "used", "lost", "cells lost", "columns left out", "records"]
    return grid([*heads, "found by an audit", "undecided"], rows)


def losses(of: dict[str, RealEstate]) -> str:
    """Return what did not fit, and why."""
    rows: list[list[Cell]] = []
    for name, real in of.items():
        found = Counter(
            (_NAMES[loss.kind], loss.column, loss.reason)
            for loss in real.imported.losses
            if loss.kind in _NAMES
        )
        rows += [
            [name, kind, column, why, found[kind, column, why]]
            for kind, column, why in sorted(found)
        ]
    return grid(["mapping", "lost", "column", "reason", "times"], rows)


def updates(folder: Path) -> str:
    """Return what each year's list of standards changes in that of the year before."""
    mapping, place = MAPPINGS / "gsa-it-standards.yaml", source("gsa-it-standards")
    import_table(mapping, [place / YEARS[0]], folder)
    rows: list[list[Cell]] = []
    for file in YEARS[1:]:
        done = renewal_of(convert(mapping, [place / file]), folder)
        write_together({path: [text] for path, text in done.texts.items()})
        kinds = Counter(change.kind for change in done.plan.changes)
        fields = sum(change.path != ("source",) for change in done.plan.of("changed"))
        taken = kinds["removed"]
        rows.append([file, kinds["added"], fields, taken, kinds["gone"], done.plan.same])
    heads = ["list", "added", "fields changed", "fields taken out", "gone", "records as they were"]
    return grid(heads, rows)


def tables_of(folder: Path) -> dict[str, str]:
    """Return the tables about lists by name."""
    of = lists(folder / "lists")
    return {
        "lists-counts": counts(of),
        "lists-losses": losses(of),
        "lists-updates": updates(folder / "years"),
    }
