"""Measure `estate import table`: a sheet of systems of any size, as CSV and as a workbook.

Each is a whole process, its modules compiled: read, converted, written, and once more as an update
in which every hundredth row has changed. Seconds are of the processor, memory is the largest.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

if __package__ in {None, ""}:  # run as a file: the folders above hold these packages
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "src")]

from benchmarks.measuring.processes import Used, run
from benchmarks.measuring.sizes import measure_sizes

MAPPING = """\
mapping: 1
name: Systems
tables:
  systems:
    file: "systems.*"
    blanks: [TBC]
    outputs:
      - section: suppliers
        id: {template: "supplier/{Supplier}"}
        same_id: merge
        fields: {name: {column: Supplier, merge: first}}
      - section: applications
        id: Ref
        fields:
          name: System
          owner: Owner
          organisation_unit: Team
          supplied_by: {list: [{made: suppliers}]}
          annual_cost.revenue: {column: Annual cost, then: [money]}
          until: {column: End date, then: [{date: DD/MM/YYYY}]}
          criticality: {column: Criticality, then: [{map: {High: high, Low: low}}]}
          software:
            list:
              - {column: Database, then: [{map: {Oracle 19: oracle-database@19}, otherwise: keep}]}
          users.named: {column: Users, then: [number]}
"""
_HEADINGS = (
    *("Ref", "System", "Owner", "Team", "Supplier", "Annual cost", "End date", "Criticality"),
    *("Database", "Users", "Notes"),
)
_NTH = 100
"""Which of the rows have changed when the sheet comes again."""


@dataclass(frozen=True, slots=True)
class Result:
    """What importing a sheet of a size takes: seconds of the processor, and megabytes, by form."""

    size: int
    seconds: dict[str, float]
    megabytes: dict[str, float]


def rows(size: int, seed: int, *, later: bool = False) -> Iterator[tuple[str, ...]]:
    """Make up a sheet; `later` it has changed a little. The same seed gives the same rows."""
    made_up = random.Random(seed)
    yield _HEADINGS
    for number in range(size):
        cost = made_up.randrange(100_000) + (later and number % _NTH == 0)
        yield (
            f"SYS-{number:06}",
            f"System {number}",
            f"Head of {made_up.choice(('Revenues', 'Planning', 'Housing', 'Roads'))}",
            f"Team {made_up.randrange(40)}",
            f"Supplier {made_up.randrange(300)}",
            f"£{cost:,}",
            made_up.choice(
                ("TBC", f"{made_up.randrange(1, 29):02}/03/20{made_up.randrange(27, 35)}")
            ),
            made_up.choice(("High", "Low")),
            made_up.choice(("Oracle 19", "PostgreSQL 14", "something")),
            str(made_up.randrange(500)),
            "as told by the owner",
        )


def write_csv(path: Path, sheet: Iterator[tuple[str, ...]]) -> None:
    """Write a sheet as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(sheet)


def write_xlsx(path: Path, sheet: Iterator[tuple[str, ...]]) -> None:
    """Write a sheet as a workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only for this form

    with Workbook(str(path), {"strings_to_formulas": False}) as book:
        page = book.add_worksheet("Systems")
        for number, cells in enumerate(sheet):
            page.write_row(number, 0, cells)


def measure(size: int, seed: int) -> Result:
    """Write a sheet in both forms, import each, and import the CSV again as an update."""
    with TemporaryDirectory() as place:
        here = Path(place)
        (here / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
        write_csv(here / "systems.csv", rows(size, seed))
        write_xlsx(here / "systems.xlsx", rows(size, seed))
        taken = {form: imported(here, form) for form in ("csv", "xlsx")}
        write_csv(here / "systems.csv", rows(size, seed, later=True))
        taken["update"] = imported(here, "csv", "--update")
    return Result(
        size,
        {form: used.worked for form, used in taken.items()},
        {form: used.megabytes for form, used in taken.items()},
    )


def imported(here: Path, form: str, *more: str) -> Used:
    """Import a sheet in a process of its own, into the folder of its form."""
    sheet, mapping = str(here / f"systems.{form}"), str(here / "mapping.yaml")
    command = ["-m", "estate", "import", "table", sheet, "--map", mapping]
    return run([*command, "-o", str(here / form), "-q", *more])


def told(result: Result) -> Iterator[str]:
    """Yield the lines of a result."""
    yield f"{result.size:,} rows"
    for form, seconds in result.seconds.items():
        yield f"  {form:<8}{seconds:>8,.1f} s {result.megabytes[form]:>8,.0f} MB"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for, and tell it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,100000", help="rows, with commas")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another sheet")
    measure_sizes(parser, arguments, lambda size, given: measure(size, given.seed), told)


if __name__ == "__main__":
    main()
