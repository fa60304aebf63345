"""Estates made one and parted: from folders to a folder, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from estate.config import FILE, Config
from estate.errors import (
    EstateError,
    Fault,
    MergeError,
    UsageError,
    nearest,
    quoted,
)
from estate.findings import Acceptance, Reorganisation
from estate.findings.reorganisation import Decision, Lapse
from estate.frozen import frozen
from estate.merge import Merged, Part, Parted, joined, parted, prefix_of, read_origins, read_part
from estate.merge.origins import FOLDER, ORIGINS
from estate.merge.part import NAMESPACE
from estate.merge.reorganisation import reorganisation_of
from estate.merge.returning import returned
from estate.merge.told import merging_of
from estate.pipeline import CATALOGUE, Options, Run, files_of, load_estate, load_pack, run
from estate.pipeline.new_folder import free, laid_out, settle

__all__ = ["Joining", "merge", "read_parts", "reorganisation", "split"]

Tell = Callable[[str], None]
_NOBODY: Final[Tell] = lambda _: None  # noqa: E731 - nobody listens


@frozen
class Joining:
    """An estate made of several, and what is to be said of it."""

    merged: Merged
    report: Reorganisation


@frozen
class _Before:
    """What is kept of an estate as it was: its catalogue, and how its acceptances stood."""

    catalogue_as_of: date
    catalogue_digest: str
    acceptances: tuple[Acceptance, ...]


def read_parts(folders: Sequence[Path], prefixes: Iterable[str]) -> dict[str, Part]:
    """Read the estates of a merge, by what each is called in it.

    `prefixes` are texts such as `FOLDER=marram`. Raises EstateError with every problem of all.
    """
    given = _given(folders, prefixes)
    _refuse_nested(folders)
    parts: dict[str, Part] = {}
    for folder, part in zip(folders, _all_read(folders), strict=True):
        name = given.get(folder) or prefix_of(part)
        if name in parts:
            both = f"{parts[name].root} and {folder}"
            raise UsageError(
                f"{both} would both be called {name}; say --prefix {folder}=… for one of them"
            )
        parts[name] = part
    return parts


def _all_read(folders: Sequence[Path]) -> list[Part]:
    """Read every estate. Raises what is wrong with one, or MergeError with that of several."""
    parts, errors = [], list[EstateError]()
    for folder in folders:
        try:
            with _told_of(folder):
                parts.append(read_part(folder))
        except EstateError as error:
            errors.append(error)
    if len(errors) == 1:
        raise errors[0]
    if errors:
        problems = [problem for error in errors for problem in error.problems]
        raise MergeError("; ".join(error.message for error in errors), problems)
    return parts


def _given(folders: Sequence[Path], prefixes: Iterable[str]) -> dict[Path, str]:
    known = {str(folder): folder for folder in folders}
    found: dict[Path, str] = {}
    for each in prefixes:
        folder, equals, name = each.rpartition("=")
        if not equals or not NAMESPACE.fullmatch(name):
            form = "FOLDER=name, a name of small letters and digits with . - or _ between them"
            raise UsageError(f"--prefix {quoted(each)} is not {form}")
        if folder not in known:
            close = nearest(folder, known)
            hint = f"; did you mean {close!r}?" if close else f"; there are {', '.join(known)}"
            raise UsageError(f"--prefix names {quoted(folder)}, which is not merged{hint}")
        found[known[folder]] = name
    return found


def _refuse_nested(folders: Sequence[Path]) -> None:
    """Refuse one estate twice, and one inside another's inventory: its files would be in both."""
    if len(folders) < 2:  # noqa: PLR2004 - a merge is of two
        raise UsageError("name two estates or more to merge")
    real = [folder.resolve() for folder in folders]
    for at, one in enumerate(real):
        for other, folder in zip(real[at + 1 :], folders[at + 1 :], strict=True):
            if one == other:
                raise UsageError(f"{folders[at]} and {folder} are one estate")
            if one.is_relative_to(other) or other.is_relative_to(one):
                raise UsageError(f"{folders[at]} and {folder} lie inside one another; move one out")


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """Say of whatever is wrong with an estate which one it is."""
    try:
        yield
    except EstateError as error:
        problems = [
            replace(
                each,
                location=replace(each.location, file=str(folder / each.location.file)),
                related=tuple(
                    (replace(place, file=str(folder / place.file)), text)
                    for place, text in each.related
                ),
            )
            for each in error.problems
        ]
        raise type(error)(error.message, problems) from error


def merge(  # noqa: PLR0913 - what a merge is made of
    parts: Mapping[str, Part],
    target: Path,
    today: Callable[[str], date],
    tell: Tell = _NOBODY,
    *,
    name: str | None = None,
    dry_run: bool = False,
) -> Joining:
    """Make one estate of several in a folder, and tell what comes of it.

    `today` gives the day in a timezone. With `dry_run` nothing is written. Raises EstateError where
    something cannot be merged; then nothing has been written either.
    """
    free(target, [part.root for part in parts.values()])
    day = today(parts[min(parts)].config.timezone)
    before = {space: _before(space, part, day, tell) for space, part in parts.items()}
    tell("merging")
    names = dict.fromkeys(parts[each].config.name for each in sorted(parts))
    called = name or " and ".join(names)
    packs = {namespace: dict(_packs(part.root, part.config)) for namespace, part in parts.items()}
    split_of = {space: read_origins(part.root).split_of for space, part in parts.items()}
    more, decisions = _catalogue(parts, before)
    merged = joined(parts, called, packs, more, split_of, _worst)
    with laid_out(merged.files, target) as folder:
        tell("reading what was merged")
        whole = load_estate(folder)
        if len(whole.inventory.estate) != merged.records:
            found = f"{len(whole.inventory.estate)} records, where {merged.records} should be"
            raise Fault(f"merging: there are {found}")
        report = _report(before, run(whole, _options(day), tell), merged, decisions)
        if not dry_run:
            tell("writing")
            settle(folder, target)
    return Joining(merged, report)


def _before(namespace: str, part: Part, day: date, tell: Tell) -> _Before:
    """Judge an estate as far as what lapses has to be held against it, and let it go again."""
    tell(f"reading the rules of {namespace}")
    with _told_of(part.root):
        loaded = load_estate(part.root)
    acceptances: tuple[Acceptance, ...] = ()
    if loaded.inventory.estate.of("exception"):
        tell(f"judging {namespace} as it is")
        acceptances = run(loaded, _options(day)).outcome.acceptances
    return _Before(loaded.catalogue.as_of, loaded.catalogue.digest, acceptances)


def _options(day: date) -> Options:
    return Options(today=day, fail_on="never")


def _worst(rule: str) -> str:
    """Return the highest severity that a standard rule has by itself, "" for any other."""
    found = load_pack(None).rules.get(rule)
    return found.severity.worst if found else ""


def _packs(root: Path, config: Config) -> Iterator[tuple[str, bytes]]:
    """Yield what an estate has beside its inventory: rules, catalogue, origins."""
    inventory = (root / config.inventory).resolve()
    for path in (*files_of(root, config), root / ORIGINS):
        beside = path.is_file() and not path.resolve().is_relative_to(inventory)
        if beside and path.name != FILE:
            yield Path(os.path.relpath(path, root)).as_posix(), path.read_bytes()


def _catalogue(
    parts: Mapping[str, Part], before: Mapping[str, _Before]
) -> tuple[dict[str, bytes], tuple[Decision, ...]]:
    """Return the newest catalogue, where an estate has that of its own, and say so if they differ.

    The bundled one needs no file.
    """
    days = {name: each.catalogue_as_of for name, each in before.items()}
    newest = max(sorted(days), key=days.__getitem__)
    decisions: tuple[Decision, ...] = ()
    if len({each.catalogue_digest for each in before.values()}) > 1:
        said = tuple((name, f"that of {day}") for name, day in sorted(days.items()))
        decisions = (Decision(CATALOGUE, said, f"that of {days[newest]}", "the newest"),)
    path = parts[newest].root / CATALOGUE
    return ({CATALOGUE: path.read_bytes()} if path.is_file() else {}), decisions


def _report(
    before: Mapping[str, _Before],
    after: Run,
    merged: Merged,
    decisions: tuple[Decision, ...],
) -> Reorganisation:
    lapses: dict[Lapse, None] = {}
    for namespace, each in before.items():
        lapses |= dict.fromkeys(_lapses(each, after, merged.names[namespace]))
    told = merging_of(merged, decisions, tuple(lapses))
    return reorganisation_of(after.facts, after.outcome, after.config.currency, told)


def _lapses(before: _Before, after: Run, names: Mapping[str, str]) -> Iterator[Lapse]:
    """Yield the acceptances that counted before the merge and do not after it."""
    now = {each.id: each for each in after.outcome.acceptances}
    for was in before.acceptances:
        is_now = now.get(names.get(was.id, was.id))
        if was.counts and is_now is not None and not is_now.counts:
            broken = _verified(was) and not _verified(is_now)
            why = "what was signed names other ids now" if broken else ""
            reasons = tuple(filter(None, (why, *is_now.reasons)))
            yield Lapse(is_now.id, is_now.rule, is_now.organisations, "merge", None, reasons)


def _verified(acceptance: Acceptance) -> bool:
    return any(sign.signature == "verified" for sign in acceptance.signs)


def reorganisation(done: Run) -> Reorganisation:
    """Return what a reorganisation asks of an estate that has been judged."""
    return reorganisation_of(done.facts, done.outcome, done.config.currency, None)


def split(
    root: Path,
    asked: Sequence[str],
    target: Path,
    *,
    name: str | None = None,
    dry_run: bool = False,
) -> Parted:
    """Part the estate of some organisations from another, into a folder.

    Of an estate that was merged, the name of one that went into it gives that back. Raises
    EstateError where that cannot be; then nothing has been written.
    """
    free(target, [root])
    part = read_part(root)
    packs = dict(_packs(root, part.config))
    origins = read_origins(root)
    if len(set(asked)) == 1 and asked[0] in origins.parts:
        aside = dict(_aside(root / FOLDER / asked[0], root))
        found = returned(part, asked[0], origins.parts[asked[0]], aside)
    else:
        packs.pop(ORIGINS, None)
        entries = [part.estate.get(key) for key in dict.fromkeys(asked)]
        called = name or " and ".join(entry.name for entry in entries if entry is not None)
        found = parted(part, asked, called, packs)
    with laid_out(found.files, target) as folder:
        load_estate(folder)
        if not dry_run:
            settle(folder, target)
    return found


def _aside(folder: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix(), path.read_bytes()
