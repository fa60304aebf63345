"""A snapshot's file made: the inverse of reading it, for whoever has newer data.

The same products give the same bytes, in whatever order they come.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from estate.lifecycle.naming import Names, identifier_table, name_table
from estate.lifecycle.product import Cycle, Ending, Product
from estate.lifecycle.snapshot import FORMAT

__all__ = ["SOURCE", "snapshot_bytes"]

SOURCE: Final = "endoflife.date"

_LICENCE = Path(__file__).with_name("LICENCE-endoflife.date")
_SEPARATORS = str.maketrans(dict.fromkeys("|;,=\n\r\t", " "))


def snapshot_bytes(
    products: Iterable[Product], names: Names, as_of: date, source: str = SOURCE
) -> bytes:
    """Return the file of a snapshot. The order of `products` changes no byte of it."""
    ordered = sorted(products, key=lambda product: product.id)
    content: dict[str, Any] = {
        "as_of": as_of.isoformat(),
        "source": source,
        "licence": {"name": "MIT", "text": _LICENCE.read_text("utf-8")},
        "prefixes": dict(sorted(names.prefixes.items())),
        "noise": sorted(names.noise),
        "distributions": dict(sorted(names.distributions.items())),
        "names": _joined(name_table(ordered, names)),
        "identifiers": _joined(identifier_table(ordered, names)),
    }
    lines = [f"{_json(key)}: {_json(value)}" for key, value in content.items()]
    packed = ",\n".join(f"{_json(product.id)}: {_json(_packed(product))}" for product in ordered)
    text = ",\n".join([*lines, f'"products": {{\n{packed}\n}}']) + "\n}\n"
    body = text.encode("utf-8", "replace")
    digest = hashlib.sha256(body).hexdigest()
    head = f'{{"format": {_json(FORMAT)}, "digest": "sha256:{digest}",\n'
    return head.encode() + body


def _packed(product: Product) -> str:
    versions = (f"{name}={','.join(to)}" for name, to in product.version_names)
    fields = (
        _clean(product.name),
        _clean(product.vendor),
        _clean(product.category),
        " ".join(map(_clean, product.tags)),
        ";".join(map(_clean, product.aliases)),
        " ".join(map(_clean, product.identifiers)),
        product.extended or "",
        ";".join(f"{word}={mark}" for word, mark in product.editions),
        ";".join(versions),
        ";".join(map(_packed_cycle, product.cycles)),
    )
    return "|".join(fields)


def _packed_cycle(cycle: Cycle) -> str:
    values = (
        cycle.id,
        _said(cycle.released),
        _said(cycle.active_ends),
        _said(cycle.support_ends),
        _said(cycle.extended_support_ends),
        _said(cycle.lts or None),
        _clean(cycle.latest),
    )
    return ",".join(values).rstrip(",")


def _said(value: Ending) -> str:
    if isinstance(value, date):
        return value.isoformat().replace("-", "")
    return "" if value is None else "ny"[value]


def _clean(text: str) -> str:
    return " ".join(text.translate(_SEPARATORS).split())


def _joined(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: "|".join(targets) for key, targets in table.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
