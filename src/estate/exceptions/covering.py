"""Which subjects an exception covers: exactly those that it names, and none of tomorrow's."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Final, Generic, Protocol, TypeVar

from estate.findings import Subject
from estate.model import SECTION_OF, Cover, RiskAcceptance

_LISTS: Final = ("targets", "members")
_TEXTS: Final = ("product", "version", "relation", "name", "year")

Detail = Mapping[str, str | frozenset[str]]


class Judged(Protocol):
    """A finding, or a subject about which a rule could not decide."""

    @property
    def rule(self) -> str:
        """The rule that judged."""
        ...

    @property
    def subject(self) -> Subject:
        """What it judged."""
        ...


J = TypeVar("J", bound=Judged)


def covers(cover: Cover, subject: Subject) -> bool:
    """Whether an item of `covers` names this subject, by the keys of the JSON output.

    Texts are compared as they are, lists as sets, and every detail of the subject must be named.
    An id alone names a record, or the estate, and nothing that has details, so that it accepts no
    installation of tomorrow. A duplication may be named by its members alone.
    """
    stated = _stated(cover)
    if not cover.asset:
        return subject.kind == "duplication" and "members" in stated and stated == _detail(subject)
    if cover.asset != subject.id:
        return False
    if all(getattr(cover, key) is None for key in (*_TEXTS, *_LISTS)):
        return (subject.kind in SECTION_OF or subject.kind == "estate") and not subject.detail
    return stated == _detail(subject)


def _stated(cover: Cover) -> Detail:
    texts = {key: getattr(cover, key) for key in _TEXTS}
    lists = {key: frozenset(getattr(cover, key) or ()) for key in _LISTS}
    return {key: value for key, value in {**texts, **lists}.items() if value}


def _detail(subject: Subject) -> Detail:
    """Return the details of a subject; one that is empty (no version known) says nothing."""
    detail: dict[str, str | frozenset[str]] = {}
    for key, value in subject.detail:
        if key in _LISTS or isinstance(value, tuple):
            detail[key] = frozenset((value,) if isinstance(value, str) else value)
        else:
            detail[key] = value
    return {key: value for key, value in detail.items() if value}


class Index(Generic[J]):
    """What rules judged, by rule and subject, for those rules alone that exceptions name."""

    def __init__(self, judged: Iterable[J], rules: Container[str]) -> None:
        self._found: dict[tuple[str, str], list[J]] = {}
        for each in judged:
            if each.rule in rules:
                self._found.setdefault((each.rule, each.subject.id), []).append(each)
                if each.subject.kind == "duplication":
                    self._found.setdefault((each.rule, ""), []).append(each)

    def covered(self, record: RiskAcceptance) -> tuple[J, ...]:
        """Return what an exception covers, in the order in which it was judged.

        Findings about acceptances cannot be accepted: they are never covered.
        """
        found = {
            id(each): each
            for cover in record.covers or ()
            for each in self._found.get((record.rule, cover.asset or ""), ())
            if each.subject.kind != "exception" and covers(cover, each.subject)
        }
        return tuple(found.values())
