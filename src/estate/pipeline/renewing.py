"""An import that comes again: what is new in it, brought into the files as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from estate.exchange import Imported
from estate.exchange.update import Change, Plan, Records, planned, remembered
from estate.exchange.update.plan import Side
from estate.exchange.write import fields_of, kept, memory_of
from estate.frozen import frozen
from estate.pipeline.updating import opened, updated

__all__ = ["Renewal", "renewal_of"]

_SOURCE: Final = ("source",)


@frozen
class Renewal:
    """What an import that comes again would change, and the text of every file that it writes.

    `inventory` are those of them that people write.
    """

    plan: Plan
    texts: dict[Path, str]
    inventory: tuple[Path, ...]


def renewal_of(
    imported: Imported, root: Path, *, conflicts: Side = "keep", retire: bool = False
) -> Renewal:
    """Compare an import with the last one and with the estate; nothing is written.

    Records are matched by section and id. Raises EditError, ExchangeError and InventoryError.
    """
    files = opened(root)
    new, current = fields_of(imported), files.own()
    base = remembered(memory_of(imported, root))
    # A row that only moved is no change: where a record comes from follows what it says.
    plan = planned(base, new, current, conflicts=conflicts, following={_SOURCE})
    if base is None:
        sources = {name for count in imported.counts.tables.values() for name, _ in count.files}
        plan = replace(plan, changes=(*plan.changes, *_gone(current, new, sources)))
    folder = f"{files.config.inventory}/{imported.folder}".rstrip("/")
    texts = updated(
        files,
        plan,
        lambda change: _typed(imported, change),
        home=lambda section: f"{folder}/{section}.yaml",
        retire=retire,
    )
    beside = kept(imported, root, _memory(plan, base or {}, new))
    return Renewal(plan, {**texts, **beside}, tuple(texts))


def _gone(current: Records, new: Records, sources: Collection[str]) -> Iterator[Change]:
    """Give the records that came from these files, and do not any more, by what they say."""
    for section, records in current.items():
        for key, fields in records.items():
            said = str(fields.get(_SOURCE, ""))
            source = next((name for name in sources if said.startswith(f"{name} ")), None)
            if source is not None and key not in new.get(section, {}):
                yield Change("gone", section, key, why=f"it came from {source}")


def _typed(imported: Imported, change: Change) -> Any:  # noqa: ANN401 - any value
    value: Any = imported.sections[change.section][change.id]
    for step in change.path:
        value = value[step]
    return value


def _memory(plan: Plan, base: Records, new: Records) -> Records:
    """Return what to keep: what was imported, and what is gone until somebody takes it out.

    What was ambiguous was not imported, and is asked about again.
    """
    unclear = {(change.section, change.id) for change in plan.of("ambiguous")}
    kept_back = {(change.section, change.id) for change in plan.of("gone")}
    sections = dict.fromkeys((*new, *base))
    return {
        section: {
            **{
                key: fields
                for key, fields in base.get(section, {}).items()
                if (section, key) in kept_back
            },
            **{
                key: fields
                for key, fields in new.get(section, {}).items()
                if (section, key) not in unclear
            },
        }
        for section in sections
    }
