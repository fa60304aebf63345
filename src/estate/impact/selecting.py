"""What a selection stops: assets by name, what stands at a site, what a supplier runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from estate.errors import UsageError, nearest
from estate.facts import Facts, Installation
from estate.frozen import frozen
from estate.impact.answer import Note, Selection
from estate.impact.in_use import InUse, in_use
from estate.model import Application, Asset, Connection, Entry, Server
from estate.model.relations import ANY

_PAPER: Final = ("licence", "contract", "agreement", "dataset")
"""Kinds that nobody runs."""
_RUN_BY_OTHERS: Final = ("hosted", "hybrid")


@frozen
class Wanted:
    """What the user named. A product may be written `name@version`."""

    ids: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    connections: tuple[str, ...] = ()


def select(facts: Facts, wanted: Wanted) -> Selection:
    """Return what is stopped. Raises UsageError for what there is not, with the nearest name."""
    used = facts.once(in_use)
    parts = [
        *(_of_id(facts, used, key) for key in dict.fromkeys(wanted.ids)),
        *(_site(used, _named(facts, key, "site")) for key in dict.fromkeys(wanted.sites)),
        *(
            _supplier(facts, used, _named(facts, key, "supplier"))
            for key in dict.fromkeys(wanted.suppliers)
        ),
        *(_product(facts, used, text) for text in dict.fromkeys(wanted.products)),
        *(
            _connection(facts, used, _named(facts, key, "connection"))
            for key in dict.fromkeys(wanted.connections)
        ),
    ]
    if not parts:
        raise UsageError(
            "nothing is named: give an id, or --site, --supplier, --product or --connection"
        )
    seeds = sorted({key for part in parts for key in part.seeds})
    return Selection(
        named=_together(list(dict.fromkeys(part.named for part in parts))),
        seeds=tuple(seeds),
        reads=tuple(dict.fromkeys(text for part in parts for text in part.reads)),
        aside="; ".join(dict.fromkeys(part.aside for part in parts if part.aside)),
        notes=(*(note for part in parts for note in part.notes), *_absent(used, seeds)),
    )


def _together(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _of_id(facts: Facts, used: InUse, key: str) -> Selection:
    """Read an id by what it is: a supplier or a product stands for what it carries."""
    entry = facts.estate.get(key)
    if entry is None:
        raise unheard_of(facts, key)
    match entry.kind:
        case "site":
            return _site(used, entry)
        case "supplier":
            return _supplier(facts, used, entry)
        case "product":
            return _product(facts, used, key)
        case "connection":
            return _connection(facts, used, entry)
    if entry.kind not in ANY:
        raise UsageError(f"{key} is {_a(entry.kind)}, and cannot stop; name an asset")
    return Selection(f"{entry.name} ({entry.id})", (key,))


def _named(facts: Facts, key: str, kind: str) -> Entry:
    found = facts.estate.of(kind).get(key)
    if found is not None:
        return found
    other = facts.estate.get(key)
    if other is not None:
        raise UsageError(f"{key} is {_a(other.kind)}, no {kind}")
    raise UsageError(f"no {kind} is called {key!r}{_hint(key, facts.estate.of(kind))}")


def unheard_of(facts: Facts, key: str) -> UsageError:
    """Return what to raise for an id that there is not, with the nearest that there is."""
    return UsageError(f"no record is called {key!r}{_hint(key, (e.id for e in facts.estate))}")


def _hint(key: str, ids: Iterable[str]) -> str:
    """Return the nearest id in words, or one that the text is a part of."""
    known = sorted(ids)
    near = nearest(key, known) or next((each for each in known if key and key in each), "")
    return f"; did you mean {near!r}?" if near else ""


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"


def _site(used: InUse, site: Entry) -> Selection:
    reads = "A site is lost with all that stands at it and has no second place."
    there = {*used.absent, *used.graph.holders(site.id, "located_at")}
    lines = [key for key in used.graph.holders(site.id, "connects") if key not in there]
    ending = tuple((used.entry(key), "") for key in lines)
    why = "They are routes that lose an end: what is recorded as needing them does not stop for it."
    notes = (Note("Lines that end there", why, ending),) if ending else ()
    return Selection(f"the site {site.name} ({site.id})", (site.id,), (reads,), notes=notes)


def _connection(facts: Facts, used: InUse, line: Entry) -> Selection:
    lines = facts.column("site.lines")
    cut: list[tuple[Entry, str]] = []
    joined: list[tuple[Entry, str]] = []
    for key in used.graph.related(line.id, "connects"):
        others = [each.id for each in lines[key] if each is not None and each.id != line.id]
        row = (used.entry(key), f"still has {', '.join(others)}" if others else "")
        (joined if others else cut).append(row)
    notes = (
        *_note(
            "Sites with no other line", "What stands there runs on, and cannot be reached.", cut
        ),
        *_note("Sites with another line", "They can still be reached.", joined),
    )
    return Selection(f"the line {line.name} ({line.id})", (line.id,), notes=notes)


def _note(title: str, why: str, entries: list[tuple[Entry, str]]) -> tuple[Note, ...]:
    return (Note(title, why, tuple(entries)),) if entries else ()


def _supplier(facts: Facts, used: InUse, supplier: Entry) -> Selection:
    """Stop what a supplier runs; what it merely supplied goes on without it."""
    stops: list[tuple[Entry, str]] = []
    unknown: list[tuple[Entry, str]] = []
    goes_on: list[tuple[Entry, str]] = []
    for key, how in _carried_by(facts, supplier.id).items():
        entry = used.entry(key)
        if key not in used.absent and entry.kind not in _PAPER:
            run = run_by_supplier(entry)
            (unknown if run is None else stops if run else goes_on).append((entry, how))
    reads = (
        "The supplier stops trading: what it runs (hosted systems, managed servers, lines) stops "
        "at once; what it supplied and others run goes on without its support, and is listed apart."
    )
    said = "Nobody records who runs them (hosting, form), so they are taken to stop."
    note = "They keep running, and nobody repairs them. Name them to see what would stop with them."
    aside = _standing_on(used, [entry.id for entry, _ in goes_on])
    notes = (*_note("Taken to stop", said, unknown), *_note("Go on without support", note, goes_on))
    seeds = tuple(sorted(entry.id for entry, _ in (*stops, *unknown)))
    return Selection(f"the supplier {supplier.name} ({supplier.id})", seeds, (reads,), aside, notes)


def _standing_on(used: InUse, ids: list[str]) -> str:
    """Say how many services would stop without what goes on."""
    if not ids:
        return ""
    stops = used.graph.stops_when(ids)
    number = sum(used.entry(key).kind == "service" for key in stops)
    things = "1 thing goes" if len(ids) == 1 else f"{len(ids):,} things go"
    services = "1 service stands" if number == 1 else f"{number:,} services stand"
    return f"{things} on without its support, and {services} on {'it' if len(ids) == 1 else 'them'}"


def _carried_by(facts: Facts, supplier: str) -> dict[str, str]:
    """Return what a supplier supplies, and what its contracts cover, with how."""
    graph = facts.graph
    found: dict[str, str] = dict.fromkeys(graph.holders(supplier, "supplied_by"), "supplied by it")
    contracts = [key for key in found if key in facts.estate.of("contract")]
    for contract in contracts:
        for key in graph.holders(contract, "covered_by"):
            found.setdefault(key, f"covered by {contract}")
    return dict(sorted(found.items()))


def run_by_supplier(entry: Entry) -> bool | None:
    """Whether its supplier runs it; None where nobody records it."""
    match entry:
        case Application():
            if entry.hosting is None and entry.service_model is None:
                return None
            return entry.hosting in _RUN_BY_OTHERS or entry.service_model is not None
        case Server():
            return None if entry.form is None else entry.form == "managed"
        case Connection():
            return True
    return False if entry.kind == "device" else None


def _product(facts: Facts, used: InUse, text: str) -> Selection:
    """Stop everything that has a product installed."""
    product, _, version = text.partition("@") if not text.startswith("pkg:") else (text, "", "")
    installed: list[Installation] = [
        found for found in facts.subjects("installation") if found.asset.id not in used.absent
    ]
    known = facts.catalogue.identify(product)[0]
    wanted = known.id if known else product
    found = [each for each in installed if each.product_id == wanted or each.given == product]
    if not found:
        raise UsageError(_not_installed(installed, product))
    chosen = [each for each in found if not version or _is_version(each, version)]
    if not chosen:
        there = sorted({each.version or "no version recorded" for each in found})
        raise UsageError(f"{wanted} is not installed as {version}; there is {', '.join(there)}")
    reads = (
        "Nothing stops on the day that support ends. This shows what goes with it if every "
        "installation has to be switched off, and so what its replacement has to carry."
    )
    rows = [(used.entry(each.asset.id), f"{each.title}: {_support(each)}") for each in chosen]
    note = _note("Where it is installed", "Each of these is taken to stop.", rows)
    seeds = tuple(sorted({each.asset.id for each in chosen}))
    name = chosen[0].product.name if chosen[0].product else wanted
    return Selection(
        f"the product {name}{f' {version}' if version else ''}", seeds, (reads,), notes=note
    )


def _is_version(found: Installation, version: str) -> bool:
    said = found.version or ""
    return version in {said, found.cycle} or said.startswith(f"{version}.")


def _support(found: Installation) -> str:
    support = found.support
    if support.status is None:
        return f"support unknown ({found.reason})" if found.reason else "support unknown"
    if support.status == "ended":
        return f"support ended {support.ended}" if support.ended else "support ended"
    return f"{support.status}".replace("extended-unpaid", "extended support that is not paid for")


def _not_installed(installed: Iterable[Installation], product: str) -> str:
    names = {name for each in installed for name in (each.product_id, each.given) if name}
    return f"no product {product!r} is installed on anything in use{_hint(product, names)}"


def _absent(used: InUse, seeds: Iterable[str]) -> Iterator[Note]:
    """Say which of what was named is not in use, so that nothing stops with it."""
    rows = [(used.entry(key), used.absent[key]) for key in seeds if key in used.absent]
    why = "Nothing stops with them on this day: what is not in use cannot stop."
    yield from _note("Not in use", why, [row for row in rows if isinstance(row[0], Asset)])
