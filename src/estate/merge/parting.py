"""One estate parted: the estate of some organisations alone, and what it leaves behind.

What is left behind and still named gets a stand-in: a record with its name and its organisation,
tagged `left-behind`. So the result loads, nothing that was recorded of what goes is changed, and
merging puts the two together again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from estate.config import FILE
from estate.edit import remove_field, set_field
from estate.edit.cutting import without_records
from estate.errors import EditError, MergeError
from estate.frozen import frozen
from estate.merge.origins import ORIGINS, Origins, written
from estate.merge.part import Part, Source
from estate.merge.sameness import LEFT_BEHIND
from estate.merge.whose import Division, division
from estate.model import SECTION_OF, Entry, Estate
from estate.model.types import NULL
from estate.yaml_text import document

__all__ = ["LEFT", "Loss", "Parted", "named_by", "parted", "stand_ins"]

LEFT: Final = "left-behind.yaml"
"""The file of stand-ins, in the inventory's folder."""

_HEAD: Final = (
    """What stays with another organisation and is still named here: its name, no more."""
)
_LIFE: Final = ("organisation", "status", "environment", "from", "until")
_MONEY: Final = ("budget", "envelopes")
_SOURCE: Final = "estate split: the whole record stays with its organisation"


@frozen
class Loss:
    """What is named and stays elsewhere: who names it, what it is, whose it is."""

    holder: str
    field: str
    target: str
    kind: str
    name: str
    owners: tuple[str, ...]


@frozen
class Parted:
    """The estate of some organisations: its files, and what stays behind.

    `kept` and `left` count records by kind; `losses` is what it names and does not have.
    `without_money` are other organisations that it names, whose budgets stay with them.
    """

    files: Mapping[str, bytes]
    kept: Mapping[str, int]
    left: Mapping[str, int]
    losses: tuple[Loss, ...]
    without_money: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def parted(part: Part, asked: Iterable[str], name: str, packs: Mapping[str, bytes]) -> Parted:
    """Return the estate of some organisations alone.

    `name` is what it is called, `packs` are its rules and catalogue by path. Raises MergeError for
    an organisation that there is not, and for files that cannot be parted as they are laid out.
    """
    asked = tuple(asked)
    named = named_by(part)
    cut = division(part.estate, asked, {key: frozenset(found) for key, found in named.items()})
    whole = cut.kept | cut.slim
    losses = tuple(_losses(part.estate, cut, named))
    folder = part.config.inventory
    files = dict(_files(part, cut))
    stand_in = stand_ins(part, {loss.target for loss in losses})
    if stand_in:
        files[free_name(files, f"{folder}/{LEFT}")] = document(stand_in, _HEAD).encode()
    files[FILE] = _settings(part, name)
    files |= packs
    origins = Origins({}, part.digest, tuple(sorted(asked)))
    files[ORIGINS] = written(origins).encode()
    return Parted(
        dict(sorted(files.items())),
        _counts(part.estate, whole),
        _counts(part.estate, {entry.id for entry in part.estate} - whole),
        losses,
        tuple(sorted(cut.slim)),
    )


def free_name(files: Collection[str], name: str) -> str:
    """Return a file's name, with a number in it if there is such a file already."""
    stem, _, end = name.rpartition(".")
    number = 1
    while name in files:
        number += 1
        name = f"{stem}-{number}.{end}"
    return name


def named_by(part: Part) -> dict[str, dict[str, str]]:
    """Return what each record names, by defaults too: by its id, target and field."""
    return {
        key: {each.target: str(each.path[0]) for each in found} for _, key, found in part.mentions()
    }


def _losses(
    estate: Estate, cut: Division, named: Mapping[str, Mapping[str, str]]
) -> Iterator[Loss]:
    whole = cut.kept | cut.slim
    for key in sorted(whole):
        for target, field in sorted(named.get(key, {}).items()):
            entry = estate.get(target)
            if entry is None or target in whole or (key in cut.slim and field in _MONEY):
                continue
            owners = tuple(getattr(entry, "organisation", None) or ())
            yield Loss(key, field, target, entry.kind, entry.name, owners)


def stand_ins(part: Part, keys: Iterable[str]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return a record that stands for each that is left behind, raw, by section and id."""
    wanted, found = frozenset(keys), {}
    for source in part.sources:
        usable = {**part.config.defaults, **source.defaults}
        for section, key, record in source.records():
            if key in wanted:
                found[section, key] = _stand_in({**usable, **record}, part.estate.get(key))
    made: dict[str, dict[str, dict[str, Any]]] = {}
    for (section, key), record in sorted(found.items()):
        made.setdefault(section, {})[key] = record
    return made


def _stand_in(record: Mapping[str, Any], entry: Entry | None) -> dict[str, Any]:
    known = {"name": entry.name if entry else ""} if "name" in record else {}
    if entry is not None and entry.kind == "exception":
        known["rule"] = str(record.get("rule", ""))
    accepted = _LIFE if entry is None or entry.kind != "project" else ("organisation", "status")
    life = {
        field: None if record[field] is NULL else record[field]
        for field in accepted
        if field in record and (entry is None or entry.kind not in ("supplier", "product"))
    }
    return {**known, **life, "source": _SOURCE, "tags": [LEFT_BEHIND]}


def _files(part: Part, cut: Division) -> Iterator[tuple[str, bytes]]:
    problems = []
    for source in part.sources:
        path = f"{part.config.inventory}/{source.name}"
        try:
            text = _cut(source, cut, str(part.root / path))
        except EditError as error:
            problems += list(error.problems)
            continue
        if text is not None:
            yield path, text.encode("utf-8", "surrogateescape")
    if problems:
        raise MergeError(f"{part.root} cannot be parted as it is laid out", problems)


def _cut(source: Source, cut: Division, name: str) -> str | None:
    """Return the text of a file without what is left behind; None where nothing stays in it."""
    here = [(section, key) for section, key, _ in source.records()]
    gone = {(s, key) for s, key in here if key not in cut.kept and key not in cut.slim}
    if here and len(gone) == len(here):
        return None
    text = without_records(source.text, gone, name=name)
    for section, key, record in source.records():
        if key in cut.slim:
            text = _slimmed(text, section, key, record, name)
    return text


def _slimmed(text: str, section: str, key: str, record: Mapping[str, Any], name: str) -> str:
    for field in _MONEY:
        if field in record:
            text = remove_field(text, (section, key, field), name=name)
    tags = record.get("tags")
    told = [*tags] if isinstance(tags, list) else []
    if LEFT_BEHIND in told:
        return text
    return set_field(text, (section, key, "tags"), [*told, LEFT_BEHIND], name=name)


def _settings(part: Part, name: str) -> bytes:
    """Return the text of estate.yaml under another name."""
    if name == part.config.name:
        return part.settings.encode()
    return set_field(part.settings, ("name",), name, name=FILE).encode()


def _counts(estate: Estate, keys: Iterable[str]) -> dict[str, int]:
    wanted = frozenset(keys)
    found = {}
    for kind in SECTION_OF:
        if number := sum(key in wanted for key in estate.of(kind)):
            found[kind] = number
    return found
