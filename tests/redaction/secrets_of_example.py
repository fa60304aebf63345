"""Every secret of an inventory, taken from its files: whatever is written there and not public.

Public are the words of the format, days and durations, counts, the ids of standard rules, and the
names of organisations, directorates, services, suppliers and families of products. Everything else
is a secret, so that a field which is added later is one until somebody says otherwise.

Not every secret can be looked for by itself. One plain word of letters (`parking`) is a word of
ours as well, and so is a number: these are looked for where they would identify something, as a
value of their own or beside the product. What a public name holds is no secret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

from estate.facts.installations import STATUSES
from estate.frozen import frozen
from estate.lifecycle import bundled
from estate.model import SECTIONS
from estate.model.fields import fields_of
from estate.model.record import Record, record_in
from estate.pipeline import load_pack
from estate.read import read_document
from estate.report.register.words import ROLES

__all__ = ["Secret", "secrets_in"]

_MONEY: Final = frozenset(
    {"capital", "revenue", "value", "running_cost", "planned", "actual", "displaced"}
)
_PUBLIC_SECTIONS: Final = frozenset({"organisations", "services", "suppliers", "products"})
_NEUTRAL: Final = re.compile(r"ex-\d{4}-\d{3}")
_PLAIN: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d+(\.\d+)?|\d+[mhdw]|\d+ (day|week|month|year)s?|true|false|"
)
"""Days, financial years, numbers that are no amounts, durations, terms."""
_OPEN_KEY: Final = re.compile(r"(service:)?lgsl-\d+|product:[a-z-]+")
"""What is duplicated, by the number of a service in a list that everybody has, or by its family."""
_VERSIONS: Final = frozenset({"version", "versions"})
_SOFTWARE: Final = re.compile(r"([^@]+)@([^@]+)")
_OURS: Final = (*STATUSES, "content", "identity", "inventory", "unknown", "uk")
"""Words that our formats are made of: how software is supported, and keys of documents."""
_LEAST: Final = 1_000
"""Amounts below are counts as well."""


@frozen
class Secret:
    """One secret: what it is, and the pattern by which it would be known in a text."""

    sort: Literal["text", "word", "version", "amount", "file"]
    said: str


def secrets_in(folder: Path) -> frozenset[Secret]:
    """Return the secrets of the inventory in a folder."""
    files = sorted(folder.rglob("*.yaml"))
    documents = [read_document(each.name, each.read_bytes()).values for each in files]
    public = "\n".join(map(_folded, _public(documents)))
    found = {each for document in documents for each in _of_document(document)}
    found |= {Secret("file", each.relative_to(folder.parent).as_posix()) for each in files}
    return frozenset(each for each in found if not _is_public(each, public))


def _is_public(secret: Secret, public: str) -> bool:
    """Whether a secret stands in a public text, a line each, as words of its own."""
    if secret.sort not in {"text", "word"}:
        return False
    said = _folded(secret.said)
    if _OPEN_KEY.fullmatch(said):
        return True
    return said in public and bool(re.search(rf"(?<![\w-]){re.escape(said)}(?![\w-])", public))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _public(documents: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from (*_words(), *_OURS, *ROLES.values())
    yield from _of_rules()
    catalogue = bundled()
    for key in catalogue.ids:
        product = catalogue.product(key)
        yield from (key, product.name if product else "")
    for document in documents:
        for section in _PUBLIC_SECTIONS:
            for key, record in (document.get(section) or {}).items():
                yield from (key, record.get("name", ""), record.get("directorate", ""))


@cache
def _words() -> frozenset[str]:
    """Return every word of the format: the values of its enumerations, and the names of fields."""
    return frozenset(word for kind in SECTIONS.values() for word in _enumerated(kind))


def _of_rules() -> Iterator[str]:
    """Yield what the standard rules say in words that are ours, and whom they rest on."""
    pack = load_pack(None)
    for key, rule in pack.rules.items():
        yield from (key, rule.title, rule.why, rule.fix)
    for fact in pack.dictionary.facts():
        yield fact.name.replace("_", " ")
    for each in pack.authorities.values():
        yield from (each.name, each.issuer, each.clause, each.says)


def _enumerated(kind: type[Record]) -> Iterator[str]:
    for field in fields_of(kind).values():
        yield field.written
        yield from _literals(field.annotation)
        inner = record_in(field.annotation)
        if inner is not None:
            yield from _enumerated(inner)


def _literals(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - an annotation, taken apart
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    for part in get_args(annotation):
        if not isinstance(part, str):
            yield from _literals(part)


def _of_document(document: Mapping[str, Any]) -> Iterator[Secret]:
    for section, records in document.items():
        if section == "defaults":
            yield from _leaves(records, "")
            continue
        for key, record in (records or {}).items():
            if section not in _PUBLIC_SECTIONS and not _NEUTRAL.fullmatch(key):
                yield from _text(key)
            product = key if section == "products" else record.get("product", "")
            yield from _leaves(_known(section, record), product)


def _known(section: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without what is public in it because of its section, or a reference."""
    public = {"name", "directorate"} if section in _PUBLIC_SECTIONS else set()
    return {field: value for field, value in record.items() if field not in public}


def _leaves(value: Any, product: str, field: str = "") -> Iterator[Secret]:  # noqa: ANN401 - raw
    if isinstance(value, Mapping):
        within = value.get("product", product)
        for key, each in value.items():
            if field in {"versions", "subjects", "links"}:
                yield from _version(product, key) if field == "versions" else _text(key)
            yield from _leaves(each, within if isinstance(within, str) else "", key)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, product, field)
    elif field in _VERSIONS:
        yield from _version(product, str(value))
    elif field in _MONEY:
        yield from _amount(str(value))
    elif field in {"software", "requires"} and (found := _SOFTWARE.fullmatch(str(value))):
        yield from _version(found[1], found[2])
    elif not _PLAIN.fullmatch(str(value)):
        yield from _text(str(value))


def _version(product: str, version: str) -> Iterator[Secret]:
    if version:
        yield Secret("version", f"{product}@{version}")


def _amount(text: str) -> Iterator[Secret]:
    if text.isdigit() and int(text) >= _LEAST:
        yield Secret("amount", text)


def _text(text: str) -> Iterator[Secret]:
    said = " ".join(text.split())
    if said and said != "null":
        yield Secret("word" if said.isalpha() else "text", said)
