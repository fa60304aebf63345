"""What stands in a file: objects, on pages, in lists or by names; and which pages are missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from estate.exchange.inward import Draft, Item

__all__ = ["Pages"]

_PATH: Final = re.compile(r"/api/([^?#]+?)/?(?:[?#]|$)")


@dataclass(slots=True, eq=False)
class _List:
    file: str
    number: int
    total: int
    got: int = 0


@dataclass(slots=True, eq=False)
class Pages:
    """Takes files apart, and knows of each list how many of its objects are there."""

    draft: Draft
    _lists: dict[str, _List] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def members(self, value: Any, file: str) -> Iterator[Any]:  # noqa: ANN401 - any JSON
        """Yield the objects of a page, of a list, or of pages by any names, and what is none."""
        if isinstance(value, list):
            for member in value:
                yield from self.members(member, file)
        elif not isinstance(value, dict) or _is_object(value):
            yield from () if value is None else (value,)
        elif isinstance(value.get("results"), list):
            self._page(value, file)
            yield from self.members(value["results"], file)
        else:
            for member in value.values():
                yield from self.members(member, file)

    def missing(self) -> None:
        """Say of each list how many of its objects stand on pages that were not given."""
        for path, found in self._lists.items():
            if found.got < found.total:
                page = Item("page", found.file, found.number, {})
                reason = f"{found.total - found.got:,} more are on pages that are not here"
                self.draft.lose_cell(page, "next", path, reason)

    def _page(self, page: dict[str, Any], file: str) -> None:
        self._counts[file] += 1
        self.draft.item("page", {}, file, self._counts[file])
        path = _PATH.search(str(page.get("next") or page.get("previous") or ""))
        count = str(page.get("count") or "")
        if path and count.isdecimal() and len(count) < 10:  # noqa: PLR2004 - no list is longer
            known = self._lists.setdefault(path[1], _List(file, self._counts[file], int(count)))
            known.got += len(page["results"])


def _is_object(value: dict[str, Any]) -> bool:
    """Whether it is one thing; what holds nothing but texts is no page of them."""
    dumped = isinstance(value.get("fields"), dict) and "model" in value
    return dumped or "url" in value or not any(isinstance(v, dict | list) for v in value.values())
