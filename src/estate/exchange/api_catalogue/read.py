"""The UK API catalogue in: entries become APIs of their providers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.draft import Ref
from estate.exchange.inward.rows import day_of, headings_of, rows_of
from estate.exchange.table.sheet import Sheet
from estate.exchange.table.slug import slug
from estate.exchange.table.unreadable import unreadable

__all__ = ["read"]

_ENTRY = {"name", "url", "provider"}
_ORGANISATION = {"id", "name", "alternatename"}


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn the catalogue, and its list of organisations, into records. Raises ExchangeError."""
    draft = Draft("UK API catalogue", folder)
    sheets = [(source, *headings_of(source)) for source in sources]
    for source, sheet, headings in sheets:
        draft.open(source.name, sheet.remark)
        names = {key: name for name, key in headings.items()}
        if headings.keys() >= _ORGANISATION:
            _organisations(draft, sheet, names)
    for source, sheet, headings in sheets:
        names = {key: name for name, key in headings.items()}
        if headings.keys() >= _ENTRY:
            for item in rows_of(draft, sheet, "entry", names):
                _entry(draft, item)
        elif not headings.keys() >= _ORGANISATION:
            expected = "columns name, url and provider, or id, name and alternateName"
            raise unreadable(source.name, "this is not the catalogue", expected=expected)
    return draft.finish()


def _organisations(draft: Draft, sheet: Sheet, names: dict[str, str]) -> None:
    for item in rows_of(draft, sheet, "organisation", names):
        ref, name, url = item.text("id"), item.text("name"), item.text("url")
        short = item.text("alternatename")
        fields = {"links": {"website": url} if url else "", "tags": [short] if short else ""}
        draft.add(item, "organisations", f"organisations {slug(ref)}", [ref], name=name, **fields)


def _entry(draft: Draft, item: Item) -> None:
    name, url, provider = item.text("name"), item.text("url"), item.text("provider")
    if not name:
        draft.lose(item, "it has no name", url)
        return
    owner = draft.implied(item, "organisations", provider) if provider else ""
    scheme = url.partition("://")[0].lower()
    fields: dict[str, Any] = {
        "description": item.text("description").replace("\\n", "\n"),
        "documentation": item.text("documentation"),
        "licence": item.text("license") or item.text("licence"),
        "maintainer": item.text("maintainer"),
        "organisation": [Ref(owner)] if owner else "",
        "from": day_of(item, "startdate"),
        "until": day_of(item, "enddate"),
        "links": {"endpoint": url} if url else "",
        "transport": scheme if scheme in {"http", "https"} else "",
    }
    names = [name, f"{provider} {name}", f"{provider} {name} {url}"]
    draft.add(item, "apis", f"api {item.file} {item.number}", names, name=name, **fields)
