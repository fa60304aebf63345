"""A reorganisation as comma-separated values: a row for each thing of each list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import Reorganisation
from estate.findings.reorganisation import Lapse, Merging
from estate.report.csv import row
from estate.report.wording import listed

__all__ = ["COLUMNS", "render"]

COLUMNS: Final = (
    "list", "kind", "id", "name", "organisations", "successors", "day", "notice_by", "amount",
    "state", "text",
)  # fmt: skip
"""The names of the columns, which are the first row."""


def render(told: Reorganisation) -> Iterator[str]:
    """Yield the rows, each with its line break; no cell is a formula for a spreadsheet."""
    yield row(COLUMNS)
    for cells in _rows(told):
        yield row([cells.get(name, "") for name in COLUMNS])


def _rows(told: Reorganisation) -> Iterator[dict[str, str]]:
    for need in told.needs:
        met = {True: "there", False: "to settle", None: "not known"}[need.met]
        yield {
            "list": "day-one", "kind": need.topic, "id": need.about, "name": need.name,
            "state": met, "text": need.text,
        }  # fmt: skip
    yield from _handovers(told)
    yield from _terms(told)
    for shared in told.shared:
        yield {
            "list": "shared", "kind": shared.kind, "id": shared.id, "name": shared.name,
            "organisations": listed(shared.organisations),
            "successors": listed(shared.successors), "state": shared.pattern,
        }  # fmt: skip
    for number, match in enumerate(told.matches, 1):
        for one in match.records:
            yield {
                "list": f"match {number}", "kind": match.kind, "id": one.id, "name": one.name,
                "organisations": listed(one.organisations), "state": match.pattern,
                "text": "; ".join(match.reasons),
            }  # fmt: skip
    yield from map(_lapse, told.lapses)
    if told.merging is not None:
        yield from _merging(told.merging)


def _handovers(told: Reorganisation) -> Iterator[dict[str, str]]:
    for each in told.handovers:
        yield {
            "list": "organisation",
            "kind": each.kind,
            "id": each.id,
            "name": each.name,
            "successors": listed([key for key, _, _ in each.successors]),
            "day": listed(sorted({day.isoformat() for _, _, day in each.successors})),
            "amount": str(each.records),
            "state": "replaced" if each.successors else "no successor recorded",
        }


def _terms(told: Reorganisation) -> Iterator[dict[str, str]]:
    assignable = {True: "assignable", False: "not assignable", None: "not recorded"}
    for each in told.terms:
        yield {
            "list": "term",
            "kind": each.kind,
            "id": each.id,
            "name": each.name,
            "organisations": listed(each.organisations),
            "day": "none" if each.endless else each.end.isoformat() if each.end else "",
            "notice_by": each.notice_by.isoformat() if each.notice_by else "",
            "amount": f"{each.value:.2f}" if each.value is not None else "",
            "state": each.zone,
            "text": assignable[each.assignable] if each.kind == "contract" else "",
        }


def _lapse(lapse: Lapse) -> dict[str, str]:
    return {
        "list": f"lapse at {lapse.when}",
        "kind": "exception",
        "id": lapse.id,
        "name": lapse.rule,
        "organisations": listed(lapse.organisations),
        "day": lapse.on.isoformat() if lapse.on else "",
        "text": "; ".join(lapse.reasons),
    }


def _merging(merging: Merging) -> Iterator[dict[str, str]]:
    yield from map(_lapse, merging.lapses)
    for each in merging.decisions:
        said = "; ".join(f"{name}: {value}" for name, value in each.said)
        yield {
            "list": "setting", "id": each.setting, "state": each.decided, "name": said,
            "text": each.why,
        }  # fmt: skip
    for remark in merging.remarks:
        yield {"list": "remark", "text": remark}
    for renamed in merging.renamed:
        yield {
            "list": "renamed", "id": renamed.new, "name": renamed.old,
            "organisations": renamed.estate,
        }  # fmt: skip
    for key, kind, name, held in merging.same:
        yield {
            "list": "same", "kind": kind, "id": key, "name": name, "organisations": listed(held),
            "state": "a stand-in gave way" if key in merging.stood_for else "the same",
        }  # fmt: skip
