"""The plan of an import that comes again, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any, Final

from estate.exchange.losses import Loss
from estate.exchange.update.plan import ABSENT, Change, Kind, Plan
from estate.exchange.visible import visible
from estate.model.types import NULL

__all__ = ["SCHEMA", "plan_json", "plan_text"]

SCHEMA: Final = "estate-update/1"
_SHOWN: Final = 20
_LONGEST: Final = 80
_TITLES: Final[dict[Kind, str]] = {
    "conflict": "conflicts, left as they are",
    "ambiguous": "ambiguous, left as they are",
    "added": "records added",
    "changed": "fields changed",
    "removed": "fields taken out",
    "gone": "records that the import does not have any more",
}
_LOST: Final = "what did not fit"


def plan_json(plan: Plan, losses: Sequence[Loss], name: str, *, written: Sequence[str]) -> str:
    """Return the whole plan as JSON; `written` are the files that were changed by it."""
    document = {
        "schema": SCHEMA,
        "source": name,
        "unchanged": plan.same,
        "changes": [_change(change) for change in plan.changes],
        "losses": [asdict(loss) for loss in losses],
        "written": list(written),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _change(change: Change) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": change.kind, "section": change.section, "id": change.id}
    if change.path:
        told["field"] = ".".join(change.path)
    for key, value in (("before", change.before), ("after", change.after)):
        if value is not ABSENT:
            told[key] = _plain(value)
    if change.why:
        told["why"] = change.why
    if change.fields:
        told["fields"] = {".".join(path): _plain(value) for path, value in change.fields.items()}
    return told


def _plain(value: Any) -> Any:  # noqa: ANN401 - any raw value
    if value is NULL:
        return None
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def plan_text(
    plan: Plan,
    losses: Sequence[Loss],
    name: str,
    *,
    retire: bool = False,
    shown: int | None = _SHOWN,
) -> str:
    """Return the plan for people: what needs a decision first; of each kind the first `shown`."""
    return "".join(
        f"{visible(line)}\n" for line in _lines(plan, losses, name, shown, retire=retire)
    )


def _lines(
    plan: Plan, losses: Sequence[Loss], name: str, shown: int | None, *, retire: bool
) -> Iterator[str]:
    counts = {kind: len(plan.of(kind)) for kind in _TITLES}
    told = ", ".join(f"{count:,} {_SHORT[kind]}" for kind, count in counts.items() if count)
    yield f"{name}: {told or 'nothing to change'}; {plan.same:,} records stay as they are"
    for kind, title in _TITLES.items():
        found = plan.of(kind)
        if not found:
            continue
        yield ""
        ends = " (marked as retired)" if kind == "gone" and retire else ""
        yield f"{title}{ends}: {len(found):,}"
        yield from _limited([line for change in found for line in _told(change)], shown)
    if losses:
        yield ""
        yield f"{_LOST}: {len(losses):,}"
        by_reason = sorted(losses, key=lambda loss: (loss.reason, loss.order))
        for reason, group in groupby(by_reason, key=lambda loss: loss.reason):
            yield f"  {reason}"
            yield from _limited([f"    {_lost(loss)}" for loss in group], shown)


_SHORT: Final[dict[Kind, str]] = {
    "conflict": "in conflict",
    "ambiguous": "ambiguous",
    "added": "added",
    "changed": "changed",
    "removed": "taken out",
    "gone": "gone",
}


def _limited(lines: list[str], shown: int | None) -> Iterator[str]:
    yield from lines[:shown]
    if shown is not None and len(lines) > shown:
        yield f"  … and {len(lines) - shown:,} more"


def _told(change: Change) -> Iterator[str]:
    why = f": {change.why}" if change.why and change.kind != "gone" else ""
    if change.kind == "added":
        yield f"  {change.place}: {_shown((change.fields or {}).get(('name',), ABSENT))}"
    elif change.kind in {"changed", "conflict", "removed"} and change.path:
        yield f"  {change.place}: {_shown(change.before)} → {_shown(change.after)}{why}"
    else:
        yield f"  {change.place}{why}"


def _shown(value: object) -> str:
    """Return a value as people see it; what cannot be seen in it is escaped."""
    if value is ABSENT:
        return "(unknown)"
    text = repr(str(value)) if isinstance(value, str) and value is not NULL else str(_plain(value))
    text = "null" if value is NULL else text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _lost(loss: Loss) -> str:
    column = f" {loss.column}" if loss.column else ""
    row = f" row {loss.row}" if loss.row is not None else ""
    value = f": {_shown(loss.value)}" if loss.value else ""
    return f"{loss.table}{row}{column}{value}"
