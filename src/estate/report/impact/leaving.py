"""The closing of a site, told: what the plan leaves behind first, then all that stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from estate import __version__
from estate.impact.closing import Closing, Footing, Placed
from estate.report.currency import Currency
from estate.report.impact.parts import part
from estate.report.impact.stopping import lost
from estate.report.impact.words import UNKNOWN, called
from estate.report.statement import Section, Statement
from estate.report.wording import counted, listed

__all__ = ["answer", "statement"]

_NAMED = 6
"""How many things the sentence names."""
_HEAD = ("kind", "what", "when", "how", "needed afterwards")
_WORDS = {
    "stops": "none: it stops",
    "one site": "one",
    "two sites": "two or more",
    "elsewhere": "run elsewhere",
    "unknown": UNKNOWN,
}


def statement(found: Closing, currency: str) -> Statement:
    """Return a closing as sentences and tables; `currency` is the code of its amounts."""
    return Statement(
        estate=found.estate,
        title=f"the closing of {found.site.name} as of {found.today}",
        tool=__version__,
        lead=(answer(found), *_reasons(found, currency)),
        sections=(
            *_placed(
                "left", "Left behind", "The plan neither moves nor retires these.", found.left
            ),
            *lost(found.loses),
            *_lines(found),
            *_cut_off(found),
            *_footings(found),
            *_placed("moves", "Moves", "The plan moves these by then.", found.moves),
            *_placed("goes", "Goes", "These leave the estate by then.", found.goes),
            *_unsure(found),
        ),
    )


def answer(found: Closing) -> str:
    """Return in a sentence what the plan leaves behind, and what that stops."""
    when = f"When {found.site.name} closes on {_day(found)}"
    if not found.left:
        return f"{when}, the plan leaves nothing behind: all that stands there goes or moves."
    names = list(map(_with_load, found.left))
    more = [f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else []
    things = counted(len(names), "thing")
    services = [loss.entry.name for loss in found.loses.of("service")]
    stops = "no service stops"
    if services:
        further = [f"{len(services) - _NAMED:,} more"] if len(services) > _NAMED else []
        verb = "stops" if len(services) == 1 else "stop"
        stopped = counted(len(services), "service")
        stops = f"{stopped} {verb} with them ({listed([*services[:_NAMED], *further])})"
    number = len(found.cut_off)
    lose = "loses its" if number == 1 else "lose their"
    cut = f", and {counted(number, 'other site')} {lose} last line" if number else ""
    named = listed([*names[:_NAMED], *more])
    return f"{when}, the plan leaves {things} behind: {named}; {stops}{cut}."


def _with_load(each: Placed) -> str:
    """Return a thing by its name and, as that alone may say little, by what it carries."""
    name, carries = each.entry.name, [load for load in each.carries if load != each.entry.name]
    return f"{name} ({', '.join(carries[:2])})" if carries else name


def _day(found: Closing) -> str:
    return f"{found.day.day} {found.day:%B} {found.day.year}"


def _reasons(found: Closing, currency: str) -> Iterator[str]:
    if found.day != found.site.closes:
        closes = found.site.closes
        said = "records no closing day" if closes.year == closes.max.year else f"records {closes}"
        yield f"The inventory {said} for {found.site.name}; this is for {found.day}."
    total = len(found.left) + len(found.goes) + len(found.moves)
    yield (
        f"Of {counted(total, 'machine or line', 'machines and lines')} that stand there today, "
        f"{len(found.goes):,} go, {len(found.moves):,} move and {len(found.left):,} are left."
    )
    idle = [each.entry.name for each in (*found.left, *found.moves) if each.purpose is False]
    if idle:
        needs = "needs" if len(idle) == 1 else "need"
        yield f"Nothing {needs} {listed(idle)} afterwards, so {_they(idle)} may go instead."
    nobody = [each.entry.name for each in (*found.left, *found.moves) if each.purpose is None]
    if nobody:
        yield f"Nobody records what {listed(nobody)} {'is' if len(nobody) == 1 else 'are'} for."
    yield _released(found, currency)
    critical = [each for each in found.footings if each.entry.criticality == "critical"]
    if critical:
        less = sum(each.after in {"one site", "stops"} for each in critical)
        verb = "stands" if less == 1 else "stand"
        services = counted(len(critical), "critical service")
        yield f"Of {services}, {less:,} {verb} on fewer than two sites afterwards."


def _they(ids: Sequence[str]) -> str:
    return "it" if len(ids) == 1 else "they"


def _released(found: Closing, code: str) -> str:
    back = found.released
    spent = back.running_cost
    currency = Currency.of(code, map(_hundredths, (spent or Decimal(0), back.cost)))
    building = UNKNOWN if spent is None else f"{currency.named(_hundredths(spent))} a year"
    cost = _sum(f"{currency.named(_hundredths(back.cost))} a year", back.cost, back.unknown_cost)
    energy = _sum(f"{_number(back.energy)} kWh a year", back.energy, back.unknown_energy)
    return (
        f"Released: the site's running cost, {building}; the cost of what goes with it, {cost}; "
        f"its energy, {energy}."
    )


def _sum(said: str, amount: Decimal, unknown: int) -> str:
    """Return a sum, and for how many nobody records what it should hold."""
    if unknown and not amount:
        return f"{UNKNOWN} for any of {unknown:,}"
    return said + (f" ({UNKNOWN} for {unknown:,})" if unknown else "")


def _hundredths(amount: Decimal) -> int:
    return int((amount * 100).to_integral_value())


def _number(amount: Decimal) -> str:
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def _placed(name: str, title: str, caption: str, rows: Sequence[Placed]) -> Iterator[Section]:
    told = tuple(
        {
            "kind": each.entry.kind,
            "what": called(each.entry),
            "when": str(each.on or ""),
            "how": each.says,
            "needed afterwards": _needed(each),
        }
        for each in rows
    )
    silent = {"left": "when", "goes": "needed afterwards"}.get(name)
    head = tuple(each for each in _HEAD if each != silent)
    cells = tuple(tuple(row[each] for each in head) for row in told)
    return part(name, title, caption, head, cells, under=("how", "needed afterwards"))


def _needed(each: Placed) -> str:
    if each.purpose is None:
        return UNKNOWN
    carries = f": {', '.join(each.carries)}" if each.carries else ""
    return f"yes{carries}" if each.purpose else "no"


def _lines(found: Closing) -> Iterator[Section]:
    rows = tuple(
        (called(each.entry), str(each.on or ""), each.says, "no" if not each.purpose else "yes")
        for each in found.lines
    )
    return part(
        "lines",
        "Lines that lose an end",
        "A route of which one end is left joins nothing, and loses its purpose.",
        ("line", "when", "what is left of it", "keeps its purpose"),
        rows,
        under=("what is left of it",),
    )


def _cut_off(found: Closing) -> Iterator[Section]:
    stands: dict[str, list[str]] = {site.id: [] for site in found.cut_off}
    for each in found.footings:
        for site in each.alone:
            if site in stands:
                stands[site].append(each.entry.name)
    rows = tuple((called(site), ", ".join(stands[site.id])) for site in found.cut_off)
    return part(
        "cut-off",
        "Sites that lose their last line",
        "Every line that reaches them ends at the site that closes.",
        ("site", "critical services that stand there alone"),
        rows,
    )


def _footings(found: Closing) -> Iterator[Section]:
    return part(
        "services",
        "On how many sites the critical services stand",
        "One: there is a site that stops it when it alone is lost. Services of unrecorded "
        "criticality may be critical, and come last. Run elsewhere: none of it stands at a site.",
        ("criticality", "service", "before", "afterwards", "stopped by"),
        tuple(map(_footing, found.footings)),
    )


def _footing(each: Footing) -> tuple[str, ...]:
    return (
        each.entry.criticality or UNKNOWN,
        called(each.entry),
        _WORDS[each.before],
        _WORDS[each.after],
        ", ".join(each.alone),
    )


def _unsure(found: Closing) -> Iterator[Section]:
    return part(
        "unsure",
        "Changes that may or may not come",
        "Their projects have no status; nothing above counts on them.",
        ("what", "project"),
        found.unsure,
    )
