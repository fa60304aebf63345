"""What cards and the explorer show: records with their facts, relations, findings in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from estate.compare.words import in_words
from estate.errors import Location
from estate.facts import Installation
from estate.findings import Finding, Place
from estate.findings.naming import plain_name
from estate.model import Entry, relations_of
from estate.model.fields import fields_of
from estate.model.relations import RELATIONS
from estate.model.scalars import NEVER
from estate.report.html.source import Source, titled
from estate.report.html.view import Json
from estate.report.locate import locate
from estate.report.missing import plain_field
from estate.report.wording import grounds

__all__ = ["Texts", "details", "in_full", "lacks", "ordered", "relations", "wires"]

_TOLD: Final = frozenset({"id", "name", "software", "covers", "product", "version"})
"""Fields that a card shows elsewhere: in its title, as software, or as a relation."""

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "runs_on": ("runs on", "runs"),
    "hosted_on": ("is hosted on", "hosts"),
    "located_at": ("stands at", "is the place of"),
    "uses": ("uses", "is used by"),
    "consumes": ("calls", "is called by"),
    "provides": ("is provided by", "provides"),
    "stores_in": ("stores data in", "stores data of"),
    "supports": ("is supported by", "supports"),
    "depends_on": ("depends on", "is depended on by"),
    "holds": ("holds", "is held by"),
    "sends_to": ("sends data to", "receives data from"),
    "connects": ("connects", "is connected by"),
    "licensed_by": ("is licensed by", "licenses"),
    "covered_by": ("is covered by", "covers"),
    "supplied_by": ("is supplied by", "supplies"),
    "backs_up_to": ("is backed up to", "holds the backups of"),
    "fails_over_to": ("fails over to", "takes over from"),
    "replaces": ("replaces", "is replaced by"),
}
"""Each relation as it reads from the source of an edge, and as it reads from its target."""


def ordered(source: Source) -> list[Entry]:
    """Return every record in the order in which lists show them: by name."""
    return sorted(source.facts.estate, key=lambda entry: (titled(entry), entry.id))


class Texts:
    """Texts, or other values, that come often: each is carried once and known by its number."""

    def __init__(self) -> None:
        self._numbers: dict[Json, int] = {}

    def numbers(self, texts: Iterable[Json]) -> list[Json]:
        """Return the numbers of some texts."""
        numbers = self._numbers
        return [numbers.setdefault(text, len(numbers)) for text in texts]

    def __iter__(self) -> Iterator[Json]:
        """Yield every text, in the order of the numbers."""
        return iter(self._numbers)


def details(source: Source, texts: Texts) -> Iterator[list[Json]]:
    """Yield, for each record in order: its file and line, what it says, and its software.

    Names and values take turns. What is text is the number of a text.
    """
    software: dict[str, list[str]] = {}
    for found in source.facts.subjects("installation"):
        software.setdefault(found.asset.id, []).extend((found.title, _support(found)))
    places = source.outcome.places
    told: dict[str, tuple[tuple[str, str, object], ...]] = {}
    for entry in ordered(source):
        where = _where(locate(places, Place(entry.id)), texts)
        if entry.kind not in told:
            told[entry.kind] = _told(type(entry))
        said, installed = _said(entry, told[entry.kind]), software.get(entry.id, [])
        yield [*where, texts.numbers(said), texts.numbers(installed)]


def _said(entry: Entry, told: tuple[tuple[str, str, object], ...]) -> Iterator[str]:
    for name, words, default in told:
        value = getattr(entry, name)
        if value is not None and value != default:
            yield words
            yield in_words(value)


def _told(kind: type[Entry]) -> tuple[tuple[str, str, object], ...]:
    """Return the fields that a card of a kind tells: name, words and default."""
    related = {field for _, field in relations_of(kind.kind)}
    return tuple(
        (name, plain_name(field.written), field.default)
        for name, field in fields_of(kind).items()
        if name not in related and name not in _TOLD
    )


def _support(found: Installation) -> str:
    """Return in words how an installation is supported."""
    support = found.support
    if support.status is None:
        return f"support unknown: {found.reason}" if found.reason else "support unknown"
    if support.status == "ended":
        return f"support ended {support.ended}" if support.ended else "support ended"
    if support.status == "supported":
        return f"supported{_until(support.ends)}"
    paid = "extended support" if support.status == "extended" else "extended support, not paid for"
    return f"{paid}{_until(support.extended_until)}"


def _until(day: date | None) -> str:
    """Say until when, where that is known."""
    if day is None:
        return ""
    return ", no end announced" if day == NEVER else f", until {day}"


def relations() -> list[Json]:
    """Return each relation: its words from source and target, whether it is a need, its name."""
    return [
        [*_WORDS[each.name], int(each.need in {"owner", "target"}), each.name] for each in RELATIONS
    ]


def wires(source: Source, position: Mapping[str, int]) -> Iterator[list[Json]]:
    """Yield every edge: source, target, relation, whether soft, its group and how many of it.

    Groups are numbered from 1; 0 is none. The last two are left out where there is no group.
    """
    names = {each.name: number for number, each in enumerate(RELATIONS)}
    for edge in source.facts.graph.edges():
        wire: list[Json] = [
            position[edge.source],
            position[edge.target],
            names[edge.relation],
            int(edge.strength == "soft"),
        ]
        yield wire if edge.group is None else [*wire, edge.group + 1, edge.at_least]


def in_full(
    source: Source, findings: Iterable[Finding], position: Mapping[str, int], texts: Texts
) -> Iterator[list[Json]]:
    """Yield, for each finding: record, file and line, what it rests on, path, exception, others.

    The file, and what it rests on, are numbers of texts.
    """
    places = source.outcome.places
    for finding in findings:
        yield [
            position.get(finding.place.asset, -1),
            *_where(locate(places, finding.place), texts),
            texts.numbers(grounds(finding.facts)),
            [position[key] for key in finding.path if key in position],
            finding.exception or "",
            [
                [*_where(locate(places, each.place), texts), each.message]
                for each in finding.related
            ],
        ]


def lacks(
    source: Source, position: Mapping[str, int], rules: Mapping[str, int], gaps: Texts
) -> dict[int, list[Json]]:
    """Return, by record, the numbers of what could not be judged: a rule, and fields it lacks."""
    found: dict[int, list[Json]] = {}
    for entry in source.outcome.unknown:
        if entry.subject.id in position and entry.rule in rules:
            fields = tuple(sorted({plain_field(name) for name in entry.missing}))
            gap = gaps.numbers([(rules[entry.rule], fields)])
            found.setdefault(position[entry.subject.id], []).extend(gap)
    return found


def _where(location: Location | None, texts: Texts) -> list[Json]:
    """Return the number of a file's name, and the line; line 0 of what stands nowhere."""
    return [*texts.numbers([location.file if location else ""]), location.line if location else 0]
