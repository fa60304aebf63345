"""What may be typed next: fields, words, ids, products and their versions, rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    MarkupContent,
    MarkupKind,
    TextEdit,
)

from estate.findings import SEVERITIES
from estate.lsp.cursor import Spot, typed_at
from estate.lsp.offers import MOST, Offer, field_offer, products, versions, words
from estate.lsp.shape import DEFAULTS, Shape, in_config, in_inventory, product_field, words_at
from estate.lsp.workspace import View
from estate.model import NEEDS, RiskAcceptance
from estate.model.estate import SECTIONS
from estate.model.fields import fields_of
from estate.model.types import NULL
from estate.read.layout import Path
from estate.read.mentions import kinds_at
from estate.rules import FIELDS, SUBJECTS
from estate.rules.pack import AUTHORITY_FIELDS

__all__ = ["complete"]


_RECORD: Final = 2
_RULE_WORDS: Final = {
    "severity": SEVERITIES,
    "kind": ("fault", "gap"),
    "for": SUBJECTS,
    "population": ("all",),
    "needs": NEEDS,
    "unknown": ("gap",),
    "voids": ("true", "false"),
    "only": ("comparison",),
}


def complete(view: View, mark: tuple[int, int]) -> CompletionList:
    """Return what may be typed at a cursor, by what was known last."""
    sources = {"inventory": _of_inventory, "settings": _of_settings, "rules": _of_rules}
    if view.part not in sources:
        return CompletionList(is_incomplete=False, items=[])
    found = [
        (spot, offer)
        for spot in typed_at(view.page.lines, mark)
        for offer in sources[view.part](view, spot)
        if _fits(offer, spot.text.casefold())
    ]
    found.sort(key=lambda each: (not each[1].text.startswith(each[0].text), not each[1].first))
    items = [_item(view, *each, rank) for rank, each in enumerate(found[:MOST])]
    return CompletionList(is_incomplete=len(found) > MOST, items=items)


def _fits(offer: Offer, typed: str) -> bool:
    return not typed or typed in f"{offer.text} {offer.detail} {offer.also}".casefold()


def _item(view: View, spot: Spot, offer: Offer, rank: int) -> CompletionItem:
    text = f"{offer.text}: " if offer.is_key and not _has_colon(view, spot) else offer.text
    return CompletionItem(
        offer.text,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=MarkupContent(MarkupKind.PlainText, offer.meaning) if offer.meaning else None,
        filter_text=" ".join(filter(None, (offer.text, offer.detail, offer.also))),
        sort_text=f"{rank:05}",
        text_edit=TextEdit(view.page.range(spot.span), text),
    )


def _has_colon(view: View, spot: Spot) -> bool:
    row, column = spot.span[1]
    return view.page.lines[row][column:].lstrip().startswith(":")


def _of_inventory(view: View, spot: Spot) -> Iterator[Offer]:
    path = spot.path
    if spot.role == "key" and len(path) == 1:
        yield from _sections(view)
    elif path[0] == DEFAULTS and spot.role == "key" and len(path) == _RECORD:
        yield from _defaults()
    elif path[0] == DEFAULTS or len(path) > _RECORD:
        below = path[1:] if path[0] == DEFAULTS else path[2:]
        owner = "" if path[0] == DEFAULTS else SECTIONS[str(path[0])].kind
        if path[0] == DEFAULTS or path[0] in SECTIONS:
            is_key = spot.role == "key"
            yield from _ids(view, kinds_at(owner, below, is_key=is_key), is_key=is_key)
            yield from _of_shape(view, spot, in_inventory)


def _of_settings(view: View, spot: Spot) -> Iterator[Offer]:
    path = spot.path
    if path[0] == DEFAULTS and len(path) > 1:
        yield from _of_inventory(view, spot)
    elif path[0] in {"severity", "ignore"} and len(path) == _RECORD and _is_of_rules(spot):
        yield from _rules(view, is_key=spot.role == "key")
    elif path[0] == "parameters" and spot.role == "key" and len(path) > 1:
        yield from _parameters(view, path)
    elif path[0] == "rules" and spot.role == "value":
        yield Offer("standard", CompletionItemKind.EnumMember, "the standard pack")
    else:
        yield from _of_shape(view, spot, in_config)


def _is_of_rules(spot: Spot) -> bool:
    return spot.role == "key" or spot.path[0] == "ignore"


def _of_rules(view: View, spot: Spot) -> Iterator[Offer]:
    path, pack = spot.path, view.session.state.pack
    if spot.role == "key":
        named: tuple[str, ...] = ("rules", "authorities") if len(path) == 1 else ()
        if len(path) == _RECORD + 1:
            named = FIELDS if path[0] == "rules" else AUTHORITY_FIELDS
        yield from (Offer(word, CompletionItemKind.Field, is_key=True) for word in named)
        return
    steps = [step for step in path if isinstance(step, str)]
    yield from words(_RULE_WORDS.get(steps[-1], ()))
    if steps[-1] == "extend":
        yield from _rules(view)
    elif steps[-1] == "authority":
        for name, found in pack.authorities.items() if pack else ():
            yield Offer(name, CompletionItemKind.Reference, found.name)


def _of_shape(view: View, spot: Spot, shape_at: Any) -> Iterator[Offer]:  # noqa: ANN401 - one of two functions
    """Yield what the model says of a path: fields of a record, words, products."""
    if spot.role == "key":
        owner = shape_at(spot.path[:-1])
        yield from _fields(view, owner, spot) if owner is not None else ()
        return
    shape = shape_at(spot.path)
    if shape is None:
        return
    yield from words(words_at(shape.annotation))
    yield from _named(view, shape, spot)


def _sections(view: View) -> Iterator[Offer]:
    there = _record_at(view, ())
    for section, kind in SECTIONS.items():
        if section not in there:
            said = " ".join(str(kind.__doc__).split("\n\n", maxsplit=1)[0].split())
            yield Offer(section, CompletionItemKind.Module, meaning=said, is_key=True)
    said = "Fields for every record of this file that accepts them and has none."
    yield Offer(DEFAULTS, CompletionItemKind.Module, meaning=said, is_key=True)


def _defaults() -> Iterator[Offer]:
    seen: set[str] = set()
    for kind in SECTIONS.values():
        for field in fields_of(kind).values():
            if field.name != "id" and field.written not in seen:
                seen.add(field.written)
                yield field_offer(kind, field)


def _fields(view: View, owner: Shape, spot: Spot) -> Iterator[Offer]:
    """Yield the fields of a record that it does not have yet."""
    if owner.kind is None:
        return
    there = {*_record_at(view, spot.path[:-1])} - {view.page.between(spot.span)}
    for field in fields_of(owner.kind).values():
        if field.name != "id" and field.written not in there:
            yield field_offer(owner.kind, field)


def _record_at(view: View, path: Path) -> dict[str, Any]:
    """Return the fields that a record had when it was read last."""
    document = view.session.state.documents.get(view.name)
    value: Any = document.values if document else {}
    for step in path:
        if isinstance(value, dict):
            value = value.get(str(step))
        else:
            inside = isinstance(value, list) and isinstance(step, int) and step < len(value)
            value = value[step] if inside else None
    return value if isinstance(value, dict) else {}


def _ids(view: View, kinds: tuple[str, ...], *, is_key: bool) -> Iterator[Offer]:
    if kinds:
        for known in view.session.state.records.values():
            if known.kind in kinds:
                detail = f"{known.name} ({known.kind})" if known.name else known.kind
                yield Offer(known.id, CompletionItemKind.Reference, detail, is_key=is_key)


def _rules(view: View, *, is_key: bool = False) -> Iterator[Offer]:
    pack = view.session.state.pack
    for rule in pack.rules.values() if pack else ():
        said = " ".join(rule.why.split())
        yield Offer(rule.id, CompletionItemKind.Event, rule.title, said, is_key=is_key)


def _parameters(view: View, path: Path) -> Iterator[Offer]:
    if len(path) == _RECORD:
        yield from _rules(view, is_key=True)
        return
    pack = view.session.state.pack
    rule = pack.rules.get(str(path[1])) if pack else None
    for each in rule.parameters if rule else ():
        yield Offer(each.name, CompletionItemKind.Field, f"default {each.default}", is_key=True)


def _named(view: View, shape: Shape, spot: Spot) -> Iterator[Offer]:
    """Yield rules, products and versions where a field names them."""
    if shape.owner is RiskAcceptance and shape.field and shape.field.written == "rule":
        yield from _rules(view)
    catalogue, field = view.session.catalogue, product_field(shape)
    if catalogue is None:
        return
    if field == "version":
        steps = spot.path[:-1] if isinstance(spot.path[-1], str) else spot.path[:-2]
        product = _record_at(view, steps).get("product")
        if isinstance(product, str) and product is not NULL:
            yield from versions(catalogue, product, "")
    elif field == "installation" and "@" in spot.text:
        product = spot.text.partition("@")[0]
        yield from versions(catalogue, product, f"{product}@")
    elif field:
        yield from products(catalogue)
