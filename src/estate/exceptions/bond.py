"""Whether an acceptance is still about the same facts.

A fact that differs from the one accepted makes the acceptance stale, unless only time has passed:
then today's inventory gives the accepted value for the day on which the facts were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from estate.exceptions.docket import Read
from estate.exceptions.wording import subject_in_words
from estate.findings import Comparison, Finding, Pin, Sameness, Subject
from estate.frozen import frozen
from estate.model import PinnedFacts
from estate.model.scalars import day_text

__all__ = ["Bond", "bond_of", "subject_key"]


@frozen
class Bond:
    """How the facts that were accepted compare with those of today.

    `pinned_on` is the day on which they were read, None where nothing is pinned. `faults` say in
    words why the acceptance is stale: what changed, from what, to what.
    """

    pinned_on: date | None = None
    comparisons: tuple[Comparison, ...] = ()
    faults: tuple[str, ...] = ()


def subject_key(subject: Subject) -> str:
    """Return the name under which a subject's facts are pinned: its id and its details.

    An installation is called `academy oracle-database 12.2`.
    """
    details = (",".join(v) if isinstance(v, tuple) else v for _, v in subject.detail)
    return " ".join(part for part in (subject.id, *details) if part)


def bond_of(
    pinned: PinnedFacts | None,
    findings: Iterable[Finding],
    read: Read,
    today: date,
    accepted: date | None,
) -> Bond:
    """Hold what was pinned against today. `accepted` is the day of the first who accepted."""
    if pinned is None:
        return Bond()
    comparisons: list[Comparison] = []
    faults = [*_late(pinned.on, accepted)]
    for finding in findings:
        then = pinned.subjects.get(subject_key(finding.subject))
        if then is None:
            what = subject_in_words(finding.subject)
            faults.append(f"{what} was not among what was accepted: no facts are pinned for it")
            continue
        comparisons += _compared(finding, then, read(finding, today), read, pinned.on)
    faults += [_change(each) for each in comparisons if each.sameness == "changed"]
    return Bond(pinned.on, tuple(comparisons), tuple(faults))


def _late(read_on: date, accepted: date | None) -> Iterator[str]:
    """Refuse facts that were written into a record after it had been accepted."""
    if accepted is not None and read_on > accepted:
        days = f"{day_text(read_on)}, after it was accepted on {day_text(accepted)}"
        yield f"its facts were read on {days}"


def _compared(
    finding: Finding, then: Mapping[str, str], now: Mapping[str, Pin], read: Read, day: date
) -> Iterator[Comparison]:
    subject = subject_in_words(finding.subject)
    for fact in sorted({*then, *now}):
        was, pin = then.get(fact, ""), now.get(fact)
        value = pin.value if pin else ""
        yield Comparison(subject, fact, was, value, _sameness(finding, fact, was, pin, read, day))


def _sameness(  # noqa: PLR0913 - one fact, then and now
    finding: Finding, fact: str, was: str, pin: Pin | None, read: Read, day: date
) -> Sameness:
    if pin is not None and pin.value == was:
        return "same"
    if "[" not in fact and (pin is None or not was):
        return "rule"  # only members of lists come and go with the estate
    if pin is not None and was and not pin.binding:
        return "catalogue"
    before = read(finding, day).get(fact)
    return "calendar" if (before.value if before else "") == was else "changed"


def _change(each: Comparison) -> str:
    if not each.now:
        return f"{each.subject}: {each.fact} was {each.then} and is no longer read"
    if not each.then:
        return f"{each.subject}: {each.fact} is {each.now} and was not read when it was accepted"
    return f"{each.subject}: {each.fact} was {each.then} and is now {each.now}"
