"""What stands under the cursor, explained: a record's card, support dates, a field, a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from estate.facts import Installation
from estate.lifecycle import Catalogue, Cycle, judge_support
from estate.lifecycle.product import Ending
from estate.lsp.cursor import Spot, spot_at
from estate.lsp.navigation import named_at
from estate.lsp.positions import Span
from estate.lsp.shape import Shape, in_config, in_inventory, product_field
from estate.lsp.workspace import View
from estate.model import Entry, RiskAcceptance
from estate.model.estate import SECTIONS
from estate.model.meanings import meaning
from estate.model.scalars import NEVER
from estate.pipeline import Run

__all__ = ["hover"]

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")
_MOST: Final = 8
_RECORD: Final = 2
_ABOUT: Final = ("organisation", "owner", "criticality", "environment", "hosting", "zone")


def hover(view: View, mark: tuple[int, int]) -> Hover | None:
    """Return what is known of what stands at a cursor; None where that is nothing."""
    spot = spot_at(view.page.lines, mark)
    if spot is None:
        return None
    lines = list(_lines(view, spot, mark))
    return _shown(view, spot.span, lines) if lines else None


def _shown(view: View, span: Span, lines: Iterable[str]) -> Hover:
    content = MarkupContent(MarkupKind.Markdown, "\n".join(lines))
    return Hover(content, view.page.range(span))


def _lines(view: View, spot: Spot, mark: tuple[int, int]) -> Iterator[str]:
    found = list(_record(view, mark)) or list(_rule(view, spot))
    if found:
        yield from found
        return
    at = {"inventory": in_inventory, "settings": in_config}.get(view.part)
    shape = at(spot.path) if at else None
    if spot.role == "value" and shape is not None:
        found = list(_product(view, spot, shape))
    yield from found or _field(spot, shape)


def _record(view: View, mark: tuple[int, int]) -> Iterator[str]:
    """Yield the card of the record that is named, or stands, there."""
    found = named_at(view, mark)
    known = view.session.state.records.get(found[1]) if found else None
    if known is None:
        return
    yield f"**{plain(known.name or known.id)}**  "
    yield f"{known.kind} `{known.id}` in {plain(known.file)}"
    judged = view.session.judged
    entry = judged.run.facts.estate.get(known.id) if judged else None
    if judged is not None and entry is not None:
        yield from _card(judged.run, entry)


def _card(run: Run, entry: Entry) -> Iterator[str]:
    if entry.description:
        yield f"\n{plain(entry.description)}"
    yield ""
    states = run.facts.column("asset.state")
    if entry.id in states:
        yield f"- state: {plain(str(states[entry.id]))}"
    for name in _ABOUT:
        if value := getattr(entry, name, None):
            said = ", ".join(value) if isinstance(value, tuple) else str(value)
            yield f"- {name}: {plain(said)}"
    for found in run.facts.subjects("installation"):
        if found.asset.id == entry.id:
            text = f"{found.product_id} {found.version or ''}".strip() or "software not recorded"
            yield f"- {plain(text)}: {_support(found)}"
    graph = run.facts.graph
    for title, others in (
        ("needs", [edge.target for edge in graph.needs(entry.id)]),
        ("needed by", [edge.source for edge in graph.needed_by(entry.id)]),
    ):
        if others:
            yield f"- {title} {_listed(dict.fromkeys(others))}"
    yield from _findings(run, entry)


def _findings(run: Run, entry: Entry) -> Iterator[str]:
    found = [f for f in run.outcome.findings if f.place.asset == entry.id]
    if isinstance(entry, RiskAcceptance):
        for each in run.outcome.acceptances:
            if each.id == entry.id:
                counts = "it counts" if each.counts else "it does not count"
                yield f"- {plain(each.state)}: {counts}"
    if found:
        yield "\nFindings:\n"
    for finding in found[:_MOST]:
        status = "" if finding.status == "open" else f" ({finding.status})"
        yield f"- {finding.severity}: {plain(finding.message)}{status}"
    if len(found) > _MOST:
        yield f"- and {len(found) - _MOST} more"


def _listed(names: Iterable[str]) -> str:
    known = list(names)
    more = f" and {len(known) - _MOST} more" if len(known) > _MOST else ""
    return ", ".join(f"`{name}`" for name in known[:_MOST]) + more


def _support(found: Installation) -> str:
    support = found.support
    if support.status is None:
        return f"support unknown{f': {plain(found.reason)}' if found.reason else ''}"
    if support.status == "ended":
        return f"support ended {support.ended}" if support.ended else "support ended"
    if support.status == "supported":
        until = "no end announced" if support.ends == NEVER else f"until {support.ends}"
        return f"supported, {until}"
    return f"{support.status}, until {support.extended_until}"


def _rule(view: View, spot: Spot) -> Iterator[str]:
    """Yield what a rule says, where its id stands."""
    steps, pack = spot.path, view.session.state.pack
    ids = (
        (view.part == "inventory" and spot.role == "value" and steps[2:] == ("rule",))
        or (view.part == "settings" and steps[0] == "ignore" and spot.role == "value")
        or (
            view.part == "settings"
            and steps[0] in {"severity", "parameters"}
            and spot.role == "key"
            and len(steps) == _RECORD
        )
        or (view.part == "rules" and steps[-1:] == ("extend",) and spot.role == "value")
        or (view.part == "rules" and len(steps) == _RECORD and steps[0] == "rules")
    )
    rule = pack.rules.get(spot.text) if ids and pack else None
    if rule is not None and pack is not None:
        yield f"**{plain(rule.title)}** ({rule.severity.worst})"
        yield f"\n`{rule.id}`"
        yield f"\n{plain(' '.join(rule.why.split()))}"
        yield f"\n**What to do:** {plain(' '.join(rule.fix.split()))}"
        for name in rule.authority:
            if name in pack.authorities:
                yield f"\n*{plain(pack.authorities[name].name)}*"


def _product(view: View, spot: Spot, shape: Shape) -> Iterator[str]:
    """Yield what is known of a product, and of the version that stands beside it."""
    field, catalogue = product_field(shape), view.session.catalogue
    if not field or catalogue is None:
        return
    text, version = spot.text, None
    if field != "installation":
        text, version = _beside(view, spot, field)
    yield from _dates(catalogue, text, version, _today(view))


def _beside(view: View, spot: Spot, field: str) -> tuple[str, str | None]:
    """Return the product and the version that a record gives in two fields."""
    steps = spot.path[:-1] if isinstance(spot.path[-1], str) else spot.path[:-2]
    other = "version" if field == "product" else "product"
    document = view.session.state.documents.get(view.name)
    value: object = document.values if document else {}
    for step in (*steps, other):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            value = None
    said = value if isinstance(value, str) and value else None
    return (spot.text, said) if field == "product" else (said or "", spot.text)


def _today(view: View) -> date | None:
    return view.session.judged.run.outcome.as_of if view.session.judged else None


def _dates(
    catalogue: Catalogue, text: str, version: str | None, today: date | None
) -> Iterator[str]:
    match = catalogue.match(text, version) if text else None
    if match is None:
        return
    if match.product is None:
        yield f"{plain(text)} is not in the catalogue."
        if match.candidates:
            yield f"\nIt may be {_listed(match.candidates)}."
        return
    product, cycle = match.product, match.cycle
    yield f"**{plain(product.name)}**" + (f" {plain(cycle.id)}" if cycle else "")
    yield f"\n`{product.id}`" + (f", {plain(product.vendor)}" if product.vendor else "")
    if cycle is None:
        yield f"\n{plain(match.reason)}." if match.reason else ""
        known = ", ".join(plain(each.id) for each in product.cycles[:_MOST])
        yield f"\nVersions: {known}" if known else ""
        return
    yield ""
    yield from (f"- {name}: {said}" for name, said in _milestones(cycle))
    if today is not None:
        status = judge_support(cycle, product, today).status
        yield f"\nOn {today}: {status or 'nobody says'}"
    if cycle.source:
        yield f"\nAccording to {plain(cycle.source)}" + (f", {cycle.as_of}" if cycle.as_of else "")


def _milestones(cycle: Cycle) -> Iterator[tuple[str, str]]:
    if cycle.released:
        yield "released", str(cycle.released)
    yield "active support", _ending(cycle.active_ends)
    yield "security support", _ending(cycle.support_ends)
    if cycle.extended_support_ends is not None:
        yield "extended support", _ending(cycle.extended_support_ends)


def _ending(ending: Ending) -> str:
    if ending is None:
        return "nobody says until when"
    if isinstance(ending, date):
        return f"until {ending}"
    return "ended" if ending else "no end announced"


def _field(spot: Spot, shape: Shape | None) -> Iterator[str]:
    """Yield what a field means, or what stands in a section."""
    if len(spot.path) == 1 and spot.path[0] in SECTIONS:
        kind = SECTIONS[str(spot.path[0])]
        yield " ".join(str(kind.__doc__).split("\n\n", maxsplit=1)[0].split())
    if shape is not None and shape.owner is not None and shape.field is not None:
        said = meaning(shape.owner, shape.field.written)
        yield f"**{plain(shape.field.written)}**: {said}"


def plain(text: str) -> str:
    """Return a text of the inventory as Markdown that shows it and does nothing else."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
