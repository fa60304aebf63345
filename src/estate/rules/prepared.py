"""The standard rules as they ship: read, checked and fused beforehand, in the module `standard`.

They are used only while they say what the rule files say, which their digest tells; else the files
are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from hashlib import sha256
from typing import overload

from estate.facts.dictionary import Dictionary, Fact
from estate.findings import SEVERITIES
from estate.rules.definition import Example
from estate.rules.engine import Judge
from estate.rules.entry import Entry, RuleSource, Step
from estate.rules.expression.program import Program
from estate.rules.pack import Pack
from estate.rules.settings import Settings

__all__ = ["Examples", "digest", "programs_of", "standard_pack", "suits"]


class Examples(Sequence[Example]):
    """The examples of a rule, which are read when somebody looks at them."""

    def __init__(self, source: RuleSource, path: tuple[Step, ...]) -> None:
        self._source = source
        self._path = path

    @cached_property
    def _read(self) -> tuple[Example, ...]:
        from estate.rules.reading import read_examples  # noqa: PLC0415 - hardly ever asked for

        entry = Entry(self._source, (), self._source.values, [])
        for step in self._path:
            entry = entry.fields()[str(step)]
        return read_examples(entry)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._read)

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Example, ...]: ...
    def __getitem__(self, index: int | slice) -> Example | tuple[Example, ...]:
        """Return one, or several."""
        return self._read[index]


def digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Return what tells one set of rule files from every other, given their names and contents."""
    whole = sha256()
    for name, data in files:
        whole.update(f"{name} {len(data)}\n".encode() + data)
    return whole.hexdigest()


def standard_pack(
    files: Mapping[str, bytes], words: Dictionary, source: Callable[[str], RuleSource]
) -> Pack | None:
    """Return the standard pack as it ships; None where the rule files say something else.

    `source` gives a rule file by its name, and is not read but for places and examples.
    """
    from estate.rules import standard  # noqa: PLC0415 - large, and only for this

    if digest(files.items()) != standard.DIGEST:
        return None
    rules = standard.rules(partial(_fact, words), source)
    pack = Pack(rules, standard.authorities(), words, {})
    programs = {
        part: Program(part[0], clauses, *standard.PROGRAMS[part])
        for judge in _judges(pack)
        for family in judge.families
        for part, clauses in family.items()
    }
    return Pack(pack.rules, pack.authorities, words, {}, programs)


def programs_of(pack: Pack) -> tuple[Program, ...]:
    """Return the programs by which a pack judges, of both passes."""
    return tuple(program for judge in _judges(pack) for program in judge.programs)


def suits(pack: Pack, settings: Settings) -> bool:
    """Whether settings can be laid over a pack that is read already.

    A parameter is read together with its conditions; and what is wrong has its place told.
    """
    named = {*settings.severity, *settings.ignore}
    ranks = frozenset(settings.severity.values())
    return not settings.parameters and named <= set(pack.rules) and ranks <= set(SEVERITIES)


def _judges(pack: Pack) -> tuple[Judge, Judge]:
    return Judge(pack.running()), Judge(pack.about_exceptions())


def _fact(words: Dictionary, owner: str, name: str) -> Fact:
    fact = words.find(owner, name)
    assert fact is not None  # noqa: S101 - the module is fresh, and a test says so
    return fact
