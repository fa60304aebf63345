"""What stops, told: the services first, then what carries them, and how they come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from estate import __version__
from estate.impact import Impact, Loss, Note, Restored
from estate.report.impact.parts import part
from estate.report.impact.words import UNKNOWN, called, redundancy, span, time, way
from estate.report.statement import Section, Statement
from estate.report.wording import counted, listed

__all__ = ["answer", "lost", "statement"]

_NAMED = 3
"""How many critical services the sentence names."""


def statement(impact: Impact, plan: str = "") -> Statement:
    """Return what stops as sentences and tables; `plan` says what of the work plan is done."""
    return Statement(
        estate=impact.estate,
        title=f"what stops as of {impact.on}",
        tool=__version__,
        lead=(answer(impact), *filter(None, (plan, *_reasons(impact)))),
        sections=(
            *lost(impact),
            *_notes(impact.selection.notes),
            *_others(impact),
            *_carried(impact),
            *_spared(impact),
            *_degraded(impact),
            *_recovery(impact),
        ),
    )


def answer(impact: Impact) -> str:
    """Return the answer in a sentence that a director understands."""
    aside = impact.selection.aside
    return f"{_said(impact)}{f'; {aside}' if aside else ''}."


def _said(impact: Impact) -> str:
    stopped = impact.of("service")
    named = impact.selection.named
    others = [loss for loss in impact.losses if loss.entry.kind != "service" and not loss.serves]
    if not stopped:
        more = sum(loss.stage > 0 for loss in others)
        things = f"; {counted(more, 'other thing')} stop{'s' if more == 1 else ''} with it"
        return f"Losing {named} stops no service{things if more else ''}"
    critical = [loss.entry.name for loss in stopped if loss.criticality == "critical"]
    if len(stopped) == 1:
        rate = f"{stopped[0].criticality} " if stopped[0].criticality else ""
        return (
            f"Losing {named} stops one {rate}service, {stopped[0].entry.name}; {_affected(impact)}"
        )
    which = ""
    if critical:
        rest = [f"{len(critical) - _NAMED} more"] if len(critical) > _NAMED else []
        which = f", {len(critical)} of them critical ({listed([*critical[:_NAMED], *rest])})"
    unrated = sum(loss.criticality is None for loss in stopped)
    if unrated:
        number = "all" if unrated == len(stopped) else f"{unrated:,}"
        which += f", {number} of unrecorded criticality"
    return f"Losing {named} stops {counted(len(stopped), 'service')}{which}; {_affected(impact)}"


def _affected(impact: Impact) -> str:
    known, unknown = impact.people
    applications = counted(unknown, "application")
    silent = f"{applications} {'does' if unknown == 1 else 'do'} not record how many use them"
    if not known:
        return silent if unknown else "no application with users stops"
    users = f"{counted(known, 'user')} of applications cannot work"
    return f"{users}, and {silent}" if unknown else users


def _reasons(impact: Impact) -> Iterator[str]:
    yield from impact.selection.reads
    if impact.recovery:
        last = max(impact.recovery, key=lambda each: each.in_turn.least)
        unknown = sum(each.own is not None and not each.own.known for each in impact.recovery)
        at_least = "at least " if unknown else ""
        whole = span(last.in_turn.least)
        chain = way(reversed(impact.chain))
        if last.in_turn.least:
            yield (
                f"One thing after another, all is back after {at_least}{whole}; the longest chain "
                f"is {chain}."
            )
        timeless = [each for each in impact.recovery if not each.after and each.own is None]
        if timeless:
            more = [f"{len(timeless) - _NAMED} more"] if len(timeless) > _NAMED else []
            names = listed([*(each.entry.name for each in timeless[:_NAMED]), *more])
            verb = "is" if len(timeless) == 1 else "are"
            yield f"The times begin when {names} {verb} there again, or what takes the place."
        if unknown:
            state = "states" if unknown == 1 else "state"
            things = counted(unknown, "thing")
            yield f"{things} that must come back {state} no recovery time, which counts as none."
    for circle in impact.circles:
        yield f"{listed(circle)} need one another, and can only be brought back together."
    tested = sum(loss.entry.kind == "application" and _test_only(loss) for loss in impact.losses)
    if tested:
        verb = "is" if tested == 1 else "are"
        whose = f"{counted(tested, 'application')} among them {verb}"
        yield f"{whose} for tests, training or development."
    if impact.spared:
        number = len(impact.spared)
        yield f"Redundancy keeps {counted(number, 'thing')} going that would stop without it."
    if impact.degraded:
        softly = counted(len({each.entry.id for each in impact.degraded}), "thing")
        yield f"What stops is missed by {softly} that can do without it."


def _test_only(loss: Loss) -> bool:
    return getattr(loss.entry, "environment", "production") != "production"


def _people(loss: Loss) -> str:
    """Return in words how many people use what stops; what is not recorded is counted apart."""
    if loss.entry.kind not in {"service", "application"}:
        return ""
    if not loss.uncounted:
        return f"{loss.people:,}"
    if not loss.people:
        return UNKNOWN
    return f"{loss.people:,} and {counted(loss.uncounted, 'application')} {UNKNOWN}"


def _because(loss: Loss) -> str:
    return way(loss.path) if len(loss.path) > 1 else "named"


def _unsaved(loss: Loss) -> str:
    return "; ".join(map(redundancy, loss.failed))


def lost(impact: Impact) -> Iterator[Section]:
    """Yield the services that stop, as a part of an answer."""
    rows = tuple(
        (
            loss.criticality or UNKNOWN,
            called(loss.entry),
            _people(loss),
            str(loss.stage),
            _because(loss),
            _unsaved(loss),
        )
        for loss in impact.of("service")
    )
    return part(
        "stops",
        f"{counted(len(rows), 'service')} {'stops' if len(rows) == 1 else 'stop'}",
        "The most critical first. Users are those of the applications that stop; a person who uses "
        "two counts twice. The stage says how many steps the failure takes.",
        ("criticality", "service", "users", "stage", "because", "redundancy that did not save it"),
        rows,
        numbers=("stage",),
        under=("because", "redundancy that did not save it"),
    )


def _others(impact: Impact) -> Iterator[Section]:
    found = [loss for loss in impact.losses if loss.entry.kind != "service" and not loss.serves]
    rows = tuple(
        (
            loss.entry.kind,
            called(loss.entry),
            loss.criticality or UNKNOWN,
            _people(loss),
            str(loss.stage),
            _because(loss),
            _unsaved(loss),
        )
        for loss in found
    )
    return part(
        "things",
        f"{counted(len(rows), 'other thing')} {'stops' if len(rows) == 1 else 'stop'}",
        "Applications first, then what they stand on.",
        (
            "kind",
            "what",
            "criticality",
            "users",
            "stage",
            "because",
            "redundancy that did not save it",
        ),
        rows,
        numbers=("stage",),
        under=("because", "redundancy that did not save it"),
    )


def _carried(impact: Impact) -> Iterator[Section]:
    rows = tuple(
        (loss.entry.kind, called(loss.entry), str(loss.stage), _because(loss))
        for loss in impact.losses
        if loss.serves
    )
    return part(
        "carried",
        "Stops, and is carried by another",
        "What needs these goes on, as what they fail over to takes their place.",
        ("kind", "what", "stage", "because"),
        rows,
        numbers=("stage",),
        under=("because",),
    )


def _spared(impact: Impact) -> Iterator[Section]:
    rows = tuple(
        (
            each.entry.kind,
            called(each.entry),
            "failing over" if each.by.way == "standby" else "a redundancy group",
            "none" if each.by.left == each.by.at_least else f"{each.by.left - each.by.at_least}",
            redundancy(each.by),
        )
        for each in impact.spared
    )
    return part(
        "saved",
        "Saved by redundancy",
        "To spare is how many more may be lost.",
        ("kind", "what", "saved by", "to spare", "what is left"),
        rows,
        under=("what is left",),
    )


def _degraded(impact: Impact) -> Iterator[Section]:
    rows = tuple(
        (
            each.entry.kind,
            called(each.entry),
            ", ".join(each.without),
            each.relation,
            each.purpose or "",
        )
        for each in impact.degraded
    )
    return part(
        "degraded",
        "Goes on without something",
        "These needs are recorded as soft: nothing stops, and something is missing.",
        ("kind", "what", "without", "relation", "purpose"),
        rows,
    )


def _recovery(impact: Impact) -> Iterator[Section]:
    return part(
        "recovery",
        "The order in which things come back",
        "Each after what it needs; the same step is brought back together. At once: all is "
        "recovered side by side, and the slowest need counts. In turn: each is begun when what it "
        "needs is back, and the times add up. Sites, lines, services and APIs state no time.",
        ("step", "what", "own objective", "at once", "in turn", "after"),
        tuple(map(_restored, impact.recovery)),
        numbers=("step",),
        under=("after",),
    )


def _restored(each: Restored) -> tuple[str, ...]:
    own = "none" if each.own is None else time(each.own)
    after = ", ".join(each.after)
    return (str(each.step), called(each.entry), own, time(each.at_once), time(each.in_turn), after)


def _notes(notes: Iterable[Note]) -> Iterator[Section]:
    for number, note in enumerate(notes, 1):
        rows = [(entry.kind, called(entry), said) for entry, said in note.entries]
        head = ("kind", "what", "how it stands")
        yield from part(f"note-{number}", note.title, note.why, head, rows)
