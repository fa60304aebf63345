"""A contracts register in: every row becomes a contract with its supplier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.draft import Ref
from estate.exchange.inward.rows import day_of, headings_of, money_of, rows_of
from estate.exchange.table.unreadable import unreadable
from estate.exchange.transparency.columns import SPELT

__all__ = ["read"]

_YES: Final = frozenset({"yes", "y", "true", "1", "sme"})
_NO: Final = frozenset({"no", "n", "false", "0"})


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn contracts registers into records. Raises ExchangeError where a file is none."""
    draft = Draft("Contracts register", folder)
    for source in sources:
        sheet, headings = headings_of(source)
        draft.open(source.name, sheet.remark)
        names = {
            headings[spelt]: name
            for name, spellings in SPELT.items()
            for spelt in [next((s for s in spellings if s in headings), "")]
            if spelt
        }
        if not {"title", "supplier"} <= set(names.values()):
            expected = "columns for the title and the supplier"
            raise unreadable(source.name, "this is no contracts register", expected=expected)
        for item in rows_of(draft, sheet, "contract", names):
            _contract(draft, item)
    return draft.finish()


def _contract(draft: Draft, item: Item) -> None:
    title, reference = item.text("title"), item.text("reference")
    if not title:
        draft.lose(item, "it has no title", reference)
        return
    owner, supplier = item.text("organisation"), item.text("supplier")
    body = draft.implied(item, "organisations", owner) if owner else ""
    published = {
        "title": title,
        "description": item.text("description"),
        "department": item.text("department"),
        "process": item.text("process"),
        "sme": _flag(item),
    }
    notes = [
        f"{label}: {text}"
        for name, label in (("total", "Sum over the length of the contract"), ("vat", "VAT"))
        if (text := item.text(name))
    ]
    fields: dict[str, Any] = {
        "reference": reference,
        "organisation": [Ref(body)] if body else "",
        "starts": day_of(item, "starts"),
        "ends": day_of(item, "ends"),
        "review_by": day_of(item, "review"),
        "value": money_of(item, "annual"),
        "published": {name: value for name, value in published.items() if value != ""},
        "notes": "\n".join(notes),
    }
    names = [title, f"{title} {reference}", f"{title} {supplier} {fields['starts']}"]
    key = f"contract {item.file} {item.number}"
    made = draft.add(item, "contracts", key, names, name=title, **fields)
    if made is not None and supplier:
        draft.link(item, key, draft.implied(item, "suppliers", supplier), ("supplied_by",))


def _flag(item: Item) -> bool | str:
    said = item.text("sme")
    if said.lower() in _YES | _NO:
        return said.lower() in _YES
    if said:
        item.refuse("sme", said, "expected yes or no")
    return ""
