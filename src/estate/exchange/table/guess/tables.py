"""From files to the text of a mapping: every table, every column, placed or said to be not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from estate.exchange.table.guess.looks import Look
from estate.exchange.table.guess.noted import Noted, comment, lines_of
from estate.exchange.table.guess.outputs import Known, outputs_of
from estate.exchange.table.guess.placing import Placing, placed_in
from estate.exchange.table.guess.sources import Source, sources_of
from estate.frozen import frozen
from estate.lifecycle import Catalogue

__all__ = ["Guess", "guess"]

_HEAD = """\
A mapping guessed from {files}.

Read it and correct it, then see what it makes, and import it:

  estate import table --map THIS-FILE {files} --dry-run

Above each guess stands how sure it is (sure, likely, perhaps) and why. What found no place stands
below leave_out, and is listed in the report of the import. What the keys mean is explained in
docs/import-table.md.
"""


@frozen
class Guess:
    """A guessed mapping as text, and what was placed: columns, and those that were not."""

    text: str
    tables: int
    placed: int
    left: tuple[tuple[str, str], ...]
    doubts: tuple[tuple[str, str], ...]


def guess(files: Sequence[Path], catalogue: Catalogue, *, name: str = "") -> Guess:
    """Guess a mapping for tables from their headings and all of their values.

    Nothing is guessed in silence: each guess has its reason beside it, each column without a place
    is named, and a choice that the values do not decide is left open. Raises ExchangeError for a
    file that cannot be read.
    """
    sources = sources_of(files)
    placings = {s.name: placed_in(s, catalogue) for s in sources if not _is_empty(s)}
    known = [_known(s, placings[s.name]) for s in sources if s.name in placings]
    outputs = {
        s.name: outputs_of(s, placings[s.name], known) for s in sources if s.name in placings
    }
    asked = {one.table for one in known if f"'lookup': '{one.table}'" in str(outputs)}
    tables: dict[str, Any] = {}
    for source in sources:
        if source.name in placings:
            key = next(one.column for one in known if one.table == source.name)
            source.keys |= {"key": key} if source.name in asked else {}
            tables[source.name] = _table(source, placings[source.name], outputs[source.name])
    body = lines_of({"mapping": 1, "name": name or Path(sources[0].file).stem, "tables": tables})
    text = "\n".join([*_head(files, sources), "", *_spaced(body)]) + "\n"
    return Guess(
        text,
        len(tables),
        sum(len(placing.fields) + len(placing.terms) for placing in placings.values()),
        tuple((n, look.heading) for n, p in placings.items() for look in p.left if look.filled),
        tuple(
            (n, f.look.heading)
            for n, p in placings.items()
            for f in (*p.fields, *p.terms)
            if f.recipe.doubt
        ),
    )


def _head(files: Sequence[Path], sources: Sequence[Source]) -> Iterator[str]:
    """Give the comment at the head of the mapping, with the sheets that have nothing in them."""
    names = " ".join(dict.fromkeys(path.name for path in sorted(files, key=lambda path: path.name)))
    yield from comment(_HEAD.format(files=names).rstrip("\n"), 0)
    for source in filter(_is_empty, sources):
        yield "#"
        told = "; ".join(source.told) or "no row has a value"
        yield from comment(f"Not read: {source.file}, {source.title}: {told}", 0)


def _is_empty(source: Source) -> bool:
    return source.empty or not any(look.filled for look in source.looks)


def _known(source: Source, placing: Placing) -> Known:
    look = placing.name.look if placing.name else source.looks[0]
    return Known(source.name, placing.section, source.column(look), frozenset(look.counts))


def _table(source: Source, placing: Placing, outputs: list[Noted]) -> Noted:
    table: dict[str, Any] = {"file": source.file, **source.keys}
    if source.blanks:
        times = ", ".join(f"{text!r} in {n:,}" for text, n in sorted(source.blanks.items()))
        text = f"these say nothing, so their cells stay unknown: {times}"
        table["blanks"] = Noted(sorted(source.blanks), text)
    left = {source.column(look): _why_left(look) for look in placing.left if look.filled}
    left |= {
        source.column(placed.look): f"left open: {placed.recipe.told[0]}"
        for placed in (*placing.fields, *placing.terms)
        if placed.recipe.doubt
    }
    if left:
        table["leave_out"] = Noted(left, "these found no place, or wait for a choice")
    table["outputs"] = outputs
    return Noted(table, "\n".join(_about(source, placing)))


def _about(source: Source, placing: Placing) -> Iterator[str]:
    rows = max((look.rows for look in source.looks), default=0)
    yield f"{source.file}, {source.title}: {rows:,} rows"
    yield from source.told
    name = placing.name
    if placing.id is None and name is not None and not name.look.distinct:
        again = name.look.filled - len(name.look.counts)
        if again:
            yield (
                f"{again:,} rows repeat a name, and are refused unless same_id says merge or number"
            )
        if missing := rows - name.look.filled:
            yield f"{missing:,} rows have no name, and make no record"
    if empty := [look.heading for look in source.looks if not look.filled]:
        yield f"nothing stands below {', '.join(empty)}"


def _why_left(look: Look) -> str:
    return f"not placed; it holds {look.examples}"


def _spaced(lines: Iterator[str]) -> Iterator[str]:
    """Put a blank line before the tables."""
    for line in lines:
        if line == "tables:":
            yield ""
        yield line
