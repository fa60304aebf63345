"""The part of an answer that one table is: left out where it has no rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from estate.report.statement import Section, Table

__all__ = ["part"]


def part(  # noqa: PLR0913 - what a part is made of
    anchor: str,
    title: str,
    caption: str,
    head: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    *,
    numbers: Collection[str] = (),
    under: Collection[str] = (),
) -> Iterator[Section]:
    """Yield a table as a section of its own, without columns in which nothing stands.

    `numbers` and `under` name the columns that a statement's table has as such.
    """
    if not rows:
        return
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)]
    names = tuple(head[at] for at in kept)
    table = Table(
        caption,
        names,
        tuple(tuple(row[at] for at in kept) for row in rows),
        numbers=frozenset(at for at, name in enumerate(names) if name in numbers),
        under=frozenset(at for at, name in enumerate(names) if name in under),
    )
    yield Section(anchor, title, tables=(table,))
