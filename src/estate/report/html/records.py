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
    """Texts that come often, each carried once and known by its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, texts: Iterable[str]) -> list[int]:
        """Return the numbers of some texts."""
        return [self._numbers.setdefault(text, len(self._numbers)) for text in texts]

    def __iter__(self) -> Iterator[str]:
        """Yield every text, in the order of the numbers."""
        return iter(self._numbers)


def details(source: Source, texts: Texts) -> Iterator[list[Json]]:
    """Yield, for each record in order: where it stands, what it says, and its software.

    Names and values take turns, each as the number of its text.
    """
    software: dict[str, list[str]] = {}
    for found in source.facts.subjects("installation"):
        software.setdefault(found.asset.id, []).extend((found.title, _support(found)))
    places = source.outcome.places
    for entry in ordered(source):
        where = _where(locate(places, Place(entry.id)))
        said, installed = _said(entry), software.get(entry.id, [])
        yield [where, texts.numbers(said), texts.numbers(installed)]


def _said(entry: Entry) -> Iterator[str]:
    related = {field for _, field in relations_of(entry.kind)}
    for name, field in fields_of(type(entry)).items():
        value = getattr(entry, name)
        if name in related or name in _TOLD or value is None or value == field.default:
            continue
        yield plain_name(field.written)
        yield in_words(value)


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
    source: Source, findings: Iterable[Finding], position: Mapping[str, int]
) -> Iterator[list[Json]]:
    """Yield, for each finding: its record, where it stands, what it rests on, path, exception."""
    places = source.outcome.places
    for finding in findings:
        yield [
            position.get(finding.place.asset, -1),
            _where(locate(places, finding.place)),
            grounds(finding.facts),
            [position[key] for key in finding.path if key in position],
            finding.exception or "",
            [[_where(locate(places, each.place)), each.message] for each in finding.related],
        ]


def lacks(
    source: Source, position: Mapping[str, int], rules: Mapping[str, int]
) -> dict[int, list[Json]]:
    """Return, by record, which rules could not judge it, and the fields that would settle it."""
    found: dict[int, list[Json]] = {}
    for entry in source.outcome.unknown:
        if entry.subject.id in position and entry.rule in rules:
            fields = sorted({plain_field(name) for name in entry.missing})
            found.setdefault(position[entry.subject.id], []).append([rules[entry.rule], fields])
    return found


def _where(location: Location | None) -> str:
    return f"{location.file}:{location.line}" if location else ""
