"""The snapshot's file: one line of JSON per product, read at once and decoded when asked for.

The first line holds the format and the digest; the digest is the SHA-256 of every byte after that
line. A product is one text: fields between `|`, lists between `;`, a release's values between `,`,
in the order in which `unpacked` takes them; `y` is true, `n` false, nothing absent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Final, cast

from estate.errors import CatalogueError
from estate.frozen import frozen
from estate.lifecycle.product import Cycle, Ending, Extended, Product

__all__ = ["FORMAT", "Snapshot", "read_snapshot", "unpacked"]

FORMAT: Final = "estate-lifecycle/1"

_FLAGS: dict[str, Ending] = {"": None, "y": True, "n": False}
_CYCLE_FIELDS = 7


@frozen
class Snapshot:
    """A snapshot's tables, as they stand in its file; products still packed."""

    digest: str
    as_of: date
    source: str
    licence: Mapping[str, str]
    products: Mapping[str, str]
    names: Mapping[str, str]
    identifiers: Mapping[str, str]
    distributions: Mapping[str, str]
    prefixes: Mapping[str, list[str]]
    noise: tuple[str, ...]


def read_snapshot(data: bytes, file: str) -> Snapshot:
    """Read a snapshot's file; `file` names it in errors.

    Raises CatalogueError where it is no snapshot, of another format, or changed since it was made.
    """
    data = data.replace(b"\r\n", b"\n")
    _, _, body = data.partition(b"\n")
    try:
        content = json.loads(data)
        found = content["format"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CatalogueError(f"{file} is no lifecycle snapshot: {error}") from error
    if found != FORMAT:
        raise CatalogueError(f"{file} has the format {found!r}; this program reads {FORMAT!r}")
    digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
    if content.get("digest") != digest:
        raise CatalogueError(f"{file} was changed since it was made: its digest does not hold")
    try:
        content["as_of"] = date.fromisoformat(content["as_of"])
        tables = {field.name: content[field.name] for field in fields(Snapshot)}
        for table in ("products", "names", "identifiers", "distributions"):
            if not all(isinstance(text, str) for text in tables[table].values()):
                raise ValueError(f"{table} holds more than text")  # noqa: TRY301 - one road out
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"{file} is incomplete: {error}") from error
    return Snapshot(**tables)


def unpacked(product_id: str, text: str, snapshot: Snapshot) -> Product:
    """Decode one product. Raises CatalogueError that names it where it cannot be read."""
    try:
        name, vendor, category, tags, aliases, ids, extended, editions, versions, cycles = (
            text.split("|")
        )
        return Product(
            product_id,
            name,
            vendor,
            category,
            tuple(tags.split()),
            _list(aliases),
            tuple(ids.split()),
            cast("Extended | None", extended or None),
            cycles=tuple(_cycle(cycle, snapshot) for cycle in _list(cycles)),
            version_names=tuple(_named(pair) for pair in _list(versions)),
            editions=tuple(cast("tuple[str, str]", tuple(p.split("="))) for p in _list(editions)),
        )
    except (ValueError, KeyError) as error:
        message = f"the catalogue's entry of {product_id} cannot be read: {error}"
        raise CatalogueError(message) from error


def _cycle(text: str, snapshot: Snapshot) -> Cycle:
    values = text.split(",")
    values += [""] * (_CYCLE_FIELDS - len(values))
    name, released, active, support, extended, lts, latest = values
    return Cycle(
        name,
        date.fromisoformat(released) if released else None,
        _ending(active),
        _ending(support),
        _ending(extended),
        _ending(lts) or False,
        latest,
        snapshot.source,
        snapshot.as_of,
    )


def _ending(text: str) -> Ending:
    return _FLAGS[text] if len(text) < 2 else date.fromisoformat(text)  # noqa: PLR2004 - a flag's length


def _named(pair: str) -> tuple[str, tuple[str, ...]]:
    name, targets = pair.split("=")
    return name, tuple(targets.split(","))


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()
