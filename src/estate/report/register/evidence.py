"""What stands behind an acceptance: its facts, its mitigation, and who accepted it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from estate.findings import Acceptance, Comparison, Control, Sameness, Sign
from estate.report.register.document import Block, Cell, Prose, Table, Terms, Tone
from estate.report.register.entry import Entry
from estate.report.register.words import day, fact_name, one_line, role_name, truth
from estate.report.wording import counted, listed

__all__ = ["SAMENESS", "facts", "mitigation", "signs"]

SAMENESS: Final[dict[Sameness, tuple[str, Tone]]] = {
    "changed": ("Changed", "bad"),
    "catalogue": ("Date corrected", "warn"),
    "calendar": ("Time has passed", "quiet"),
    "same": ("Same", "quiet"),
}
"""How a fact compares, in words, and how that is set off: what matters most first."""
_CLAIMS: Final = {
    "": "Nothing that can be checked",
    "isolated": "Isolated",
    "no-internet": "Not reached from the internet",
    "read-only": "Read-only",
}
_SIGNATURES: Final[dict[str, tuple[str, Tone]]] = {
    "verified": ("Holds", "good"),
    "refused": ("Refused", "bad"),
    "unsigned": ("Not signed", "warn"),
}


def facts(acceptance: Acceptance) -> Iterator[Block]:
    """Yield the facts as they were accepted and as they are now."""
    if acceptance.pinned_on is None:
        yield Prose("No facts are pinned, so nobody can tell whether it is still about the same.")
        return
    pinned = acceptance.comparisons
    changed = sum(each.sameness == "changed" for each in pinned)
    yield Table(
        f"Read on {day(acceptance.pinned_on)}. "
        f"{counted(len(pinned), 'fact')}, {changed or 'none'} changed otherwise than by time.",
        ("Fact", "Of", "Accepted", "Now", "Compared"),
        (20, 28, 18, 17, 17),
        tuple(_rows_of_facts(pinned)),
    )


def _rows_of_facts(pinned: tuple[Comparison, ...]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each fact, what has changed first; things that agree in it share a row."""
    things = list(dict.fromkeys(each.subject for each in pinned))
    sharing: dict[tuple[str, str, str, Sameness], list[str]] = defaultdict(list)
    for each in pinned:
        sharing[each.fact, each.then, each.now, each.sameness].append(each.subject)
    order = list(SAMENESS)
    for (fact, then, now, sameness), of in sorted(
        sharing.items(), key=lambda item: order.index(item[0][3])
    ):
        word, tone = SAMENESS[sameness]
        every = len(of) == len(things) > 1
        names = f"All {len(things)} things" if every else listed([one_line(t, 200) for t in of])
        yield (
            Cell(fact_name(fact)),
            Cell(names),
            Cell(one_line(then, 200) or "Was not read"),
            Cell(one_line(now, 200) or "No longer read", tone if tone == "bad" else ""),
            Cell(word, tone),
        )


def mitigation(acceptance: Acceptance) -> Iterator[Block]:
    """Yield what is done meanwhile, held against the recorded connections."""
    if not acceptance.controls:
        yield Prose("No mitigation is recorded.")
        return
    yield Table(
        "What is done meanwhile, and whether the recorded connections agree with what it claims.",
        ("Control", "Claims", "Recorded connections", "Evidence"),
        (30, 20, 30, 20),
        tuple(_control(each) for each in acceptance.controls),
    )


def _control(each: Control) -> tuple[Cell, ...]:
    agrees = (
        truth(each.agrees, "Agree", "Disagree") if each.checkable else Cell("Cannot tell", "quiet")
    )
    path = " → ".join(one_line(step, 60) for step in each.path)
    note = f"Reached from the internet: {path}" if path else ""
    return (
        Cell(each.control),
        Cell(_CLAIMS.get(each.claims, each.claims)),
        Cell(agrees.value, agrees.tone, note),
        Cell(each.evidence or "None"),
    )


def signs(entry: Entry) -> Iterator[Block]:
    """Yield who accepted it for whom, and whether their signatures hold."""
    acceptance = entry.acceptance
    if acceptance.signs:
        yield Table(
            "Each person's acceptance, whether they held the role, and whether they signed.",
            ("For", "Accepted by", "On", "Held the role", "Signature"),
            (22, 24, 14, 16, 24),
            tuple(_sign(each, entry) for each in acceptance.signs),
        )
    else:
        yield Prose("Nobody is named who accepted it.")
    role = role_name(acceptance.role) if acceptance.role else None
    yield Terms(
        (
            ("Entitled role", Cell(role)),
            ("Asked for by", Cell(acceptance.requested_by or None)),
            ("Asked for on", Cell(acceptance.requested_on)),
        ),
        brief=True,
    )


def _sign(sign: Sign, entry: Entry) -> tuple[Cell, ...]:
    word, tone = _SIGNATURES[sign.signature]
    named = entry.names.get(sign.organisation, sign.organisation)
    return (
        Cell(named or entry.organisations),
        Cell(sign.person or "Nobody named"),
        Cell(sign.on),
        truth(sign.held),
        Cell(word, tone, one_line(sign.reason or sign.key, 200)),
    )
