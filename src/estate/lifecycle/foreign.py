"""Other people's lifecycle data, brought into products: the shapes of endoflife.date.

Read are the objects of its API (v1, whole, summarised with releases or one product; v0, a list of
cycles) and the front matter of its pages, with the key names that were used over the years.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from estate.errors import CatalogueError, Location, Problem
from estate.frozen import frozen
from estate.lifecycle.labels import Called, names_of
from estate.lifecycle.product import Cycle, Ending, Product, newest_first

__all__ = ["Foreign", "read_foreign"]

_ID = re.compile(r"[^\s|;,=@]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Of active, security and extended support: the API's flag and day, and the older single keys.
_ENDINGS = (
    ("isEoas", "eoasFrom", ("eoas", "support")),
    ("isEol", "eolFrom", ("eol",)),
    ("isEoes", "eoesFrom", ("eoes", "extendedSupport")),
)
_CYCLE_ID = ("name", "releaseCycle", "cycle")


@frozen
class Foreign:
    """What one file says: its products, its own day if it gives one, and whether it is a whole.

    A whole replaces a catalogue; a part is laid into it product by product.
    """

    products: tuple[Product, ...]
    as_of: date | None
    whole: bool


@dataclass(slots=True)
class _Reader:
    """Reads one file, and gathers what is wrong with it."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, where: str, message: str, expected: str = "") -> None:
        place = Location(self.file, 1, 1, 1, 1)
        self.problems.append(Problem("invalid-catalogue", f"{where}: {message}", place, expected))

    def product(self, product_id: str, data: Mapping[str, Any]) -> Product:
        if not _ID.fullmatch(product_id):
            self.wrong(repr(product_id), "this is no product's id", "a word without spaces")
        name = str(data.get("label") or data.get("title") or product_id)
        category = str(data.get("category") or "")
        tags = tuple(tag for tag in _listed(data.get("tags")) if tag != category)
        releases = list(self._releases(product_id, data.get("releases")))
        cycles = newest_first(cycle for cycle, _ in releases)
        called = names_of(
            (name for _, name in releases), name, first_words="linux-distribution" in tags
        )
        return Product(
            product_id,
            name,
            category=category,
            tags=tags,
            aliases=tuple(_aliases(product_id, data)),
            identifiers=tuple(dict.fromkeys(_identifiers(data.get("identifiers")))),
            cycles=cycles,
            version_names=tuple(("-".join(key), found) for key, found in called.items()),
        )

    def _releases(self, product_id: str, releases: object) -> Iterator[tuple[Cycle, Called]]:
        if not isinstance(releases, list):
            self.wrong(product_id, "there are no releases", "the product's full object")
            return
        seen = set()
        for number, data in enumerate(releases):
            where = f"{product_id}, release {number + 1}"
            if not isinstance(data, dict):
                self.wrong(where, f"found {data!r}", "an object")
                continue
            cycle = next((str(data[key]) for key in _CYCLE_ID if data.get(key) is not None), "")
            if not _ID.fullmatch(cycle) or cycle in seen:
                self.wrong(where, f"its name is {cycle!r}", "a name of its own, without spaces")
                continue
            seen.add(cycle)
            label = str(data.get("label") or data.get("releaseLabel") or "")
            called = Called(cycle, label, str(data.get("codename") or ""))
            yield self._cycle(f"{product_id} {cycle}", cycle, data), called

    def _cycle(self, where: str, cycle: str, data: Mapping[str, Any]) -> Cycle:
        active, support, extended = (self._ending(where, data, *keys) for keys in _ENDINGS)
        released = self._value(where, "releaseDate", data.get("releaseDate"))
        lts = self._value(where, "lts", data.get("ltsFrom") or data.get("isLts", data.get("lts")))
        latest = data.get("latest")
        latest = latest.get("name") if isinstance(latest, dict) else latest
        return Cycle(
            cycle,
            released if isinstance(released, date) else None,
            active,
            support,
            extended,
            lts=lts or False,
            latest=str(latest) if isinstance(latest, str | int | float) else "",
        )

    def _ending(
        self, where: str, data: Mapping[str, Any], flag: str, day: str, older: tuple[str, ...]
    ) -> Ending:
        if flag in data or day in data:
            said = data.get(day)
            return self._value(where, day, data.get(flag) if said is None else said)
        key = next((key for key in older if key in data), older[0])
        return self._value(where, key, data.get(key))

    def _value(self, where: str, key: str, value: object) -> Ending:
        if value is None or isinstance(value, bool):
            return value
        try:
            if isinstance(value, str) and _DAY.match(value):
                return date.fromisoformat(value[:10])
        except ValueError:
            pass
        self.wrong(where, f"{key} is {value!r}", "a date, true or false")
        return None


def read_foreign(text: bytes | str, file: str) -> Foreign:
    """Read one file of lifecycle data; `file` is its name, whose stem is the id of a bare list.

    Raises CatalogueError with every problem of the file.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CatalogueError(f"{file} is no JSON: {error}") from error
    reader = _Reader(file)
    found = dict(_products(data, file))
    products = tuple(reader.product(name, found[name]) for name in sorted(found))
    if not products:
        raise CatalogueError(f"{file} holds no lifecycle data that estate knows the shape of")
    if reader.problems:
        raise CatalogueError(f"{file} cannot be read", reader.problems)
    said = data.get("generated_at") or data.get("last_modified") if isinstance(data, dict) else None
    return Foreign(products, _day_of(said) or _day_in(file), _is_whole(data))


def _is_whole(data: object) -> bool:
    """Return whether the data claims to be everything, not one product."""
    if isinstance(data, dict) and "result" in data:
        return isinstance(data["result"], list)
    return isinstance(data, dict) and "releases" not in data


def _products(data: Any, file: str) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - JSON
    """Yield every product object of the data, by id, whatever it is wrapped in."""
    if isinstance(data, dict) and "result" in data:
        yield from _products(data["result"], file)
    elif isinstance(data, dict) and "releases" in data:
        yield str(data.get("name") or data.get("permalink") or _stem(file)).strip("/"), data
    elif isinstance(data, dict):
        for name, one in data.items():
            if isinstance(one, dict | list):
                yield name, one if isinstance(one, dict) else {"releases": one}
    elif isinstance(data, list) and data and all(_is_product(one) for one in data):
        for one in data:
            yield from _products({"releases": None, **one}, file)
    elif isinstance(data, list) and data:
        yield _stem(file), {"releases": data}


def _is_product(data: object) -> bool:
    return isinstance(data, dict) and ("releases" in data or "aliases" in data)


def _last_part(file: str) -> str:
    return re.split(r"[/\\]", file)[-1]


def _stem(file: str) -> str:
    return _last_part(file).partition(".")[0]


def _day_of(said: object) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if isinstance(said, str) else None
    except ValueError:
        return None


def _day_in(file: str) -> date | None:
    found = _DAY.search(_last_part(file))
    return _day_of(found[0]) if found else None


def _listed(value: object) -> list[str]:
    """Return a list of words, written as one or as a text with spaces."""
    if isinstance(value, str):
        return value.split()
    return [str(one) for one in value] if isinstance(value, list) else []


def _aliases(product_id: str, data: Mapping[str, Any]) -> Iterator[str]:
    keys = ("aliases", "alternate_urls", "alternative_urls")
    names = (str(name).strip("/") for key in keys for name in _listed(data.get(key)))
    yield from (name for name in dict.fromkeys(names) if name and name != product_id)


def _identifiers(found: object) -> Iterator[str]:
    """Yield identifiers from `{"purl": "pkg:…"}` or `{"type": "purl", "id": "pkg:…"}`."""
    for one in found if isinstance(found, list) else []:
        if not isinstance(one, dict):
            continue
        pairs = [(one["type"], one["id"])] if {"type", "id"} <= one.keys() else one.items()
        for kind, identifier in pairs:
            yield f"repology:{identifier}" if kind == "repology" else str(identifier)
