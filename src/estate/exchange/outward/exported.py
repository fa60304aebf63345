"""The result of an export: the files, what is in them, and what the format cannot hold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from estate.frozen import frozen

__all__ = ["Exported", "Omission", "omissions_json", "omissions_text"]

_SHOWN: Final = 3


@frozen
class Omission:
    """What is in the estate and not in the file: records of a section, or a field of theirs.

    `field` is empty where whole records are left out; `ids` are those it is about.
    """

    section: str
    field: str
    reason: str
    ids: tuple[str, ...]


@frozen
class Exported:
    """Files by name; one alone has the name "". `records` counts what is in them by section."""

    files: Mapping[str, str | bytes]
    records: Mapping[str, int]
    omissions: tuple[Omission, ...]


def omissions_json(exported: Exported, form: str) -> str:
    """Return what is and what is not in the file, as JSON, every id listed."""
    said = {
        "schema": "estate-export/1",
        "format": form,
        "records": dict(exported.records),
        "left_out": [asdict(omission) for omission in exported.omissions],
    }
    return json.dumps(said, indent=1, ensure_ascii=True) + "\n"


def omissions_text(exported: Exported, *, every: bool = False) -> Iterator[str]:
    """Yield lines for people: what is in the file, then what is not, and why."""
    records = exported.records
    listed = ", ".join(f"{count:,} {section}" for section, count in records.items())
    yield f"{sum(records.values()):,} records: {listed or 'none'}"
    if exported.omissions:
        yield "not in it:"
    yield from _of_records([each for each in exported.omissions if not each.field], every=every)
    for omission in exported.omissions:
        if omission.field:
            yield f"  {omission.section}.{omission.field} {_listed(omission, every=every)}"


def _of_records(omissions: Sequence[Omission], *, every: bool) -> Iterator[str]:
    """Yield what is left out as a whole: a line for each reason, or for each section with ids."""
    if every:
        yield from (f"  {each.section} {_listed(each, every=True)}" for each in omissions)
        return
    by_reason: dict[str, list[str]] = {}
    for each in omissions:
        by_reason.setdefault(each.reason, []).append(f"{len(each.ids):,} {each.section}")
    yield from (f"  {', '.join(parts)}: {reason}" for reason, parts in by_reason.items())


def _listed(omission: Omission, *, every: bool) -> str:
    shown = omission.ids if every else omission.ids[:_SHOWN]
    more = f" and {len(omission.ids) - len(shown):,} more" if shown != omission.ids else ""
    return f"({len(omission.ids):,}): {omission.reason} ({', '.join(shown)}{more})"
