"""Writes all rules about one kind of subject as one loop.

The loop asks of every subject what is possibly true; what it selects is then parted into failed
(certainly true) and unknown. Populations that rules share are judged once, and facts that several
conditions read stay in a local.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from estate.rules.expression.program import NAMES, Clause, Judge, Program
from estate.rules.expression.register import Code, Register, indented
from estate.rules.expression.tree import Condition, Path, conjunction, paths
from estate.rules.expression.writer import Writer

__all__ = ["fuse", "written"]

_Level: TypeAlias = tuple[int, Clause, list[Condition]]


def fuse(kind: str, clauses: Iterable[Clause]) -> Program:
    """Compile the rules about one kind of subject."""
    known = tuple(clauses)
    source, columns = written(known)
    names = dict(NAMES)
    exec(compile(source, f"<rules about {kind}>", "exec"), names)  # noqa: S102 - our own code, written from checked trees
    judge: Judge = names["judge"]  # type: ignore[assignment]  # defined by the line above
    return Program(kind, known, columns, judge)


def written(clauses: tuple[Clause, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the text of the loop, the same for the same rules, and the columns that it reads."""
    fusion = _Fusion(clauses)
    source = "\n".join(fusion.lines()) + "\n"
    return source, tuple(fusion.register.columns)


class _Fusion:
    """Writes one function for many clauses."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self.register = Register()
        self._clauses = clauses
        self._writer = Writer(self.register)
        self._populations: dict[int, str] = {}
        self._counters: list[str] = []

    def lines(self) -> list[str]:
        """Return the function, line by line."""
        numbers = range(len(self._clauses))
        loop = self._loop()
        second = [line for number in numbers for line in self._second(number)]
        found = (f"({self._populations[n]}, f{n}, u{n}, g{n})" for n in numbers)
        body = [
            *self.register.prelude,
            *(f"{counter} = 0" for counter in self._counters),
            *(f"r{n}, f{n}, u{n}, g{n} = [], [], [], []" for n in numbers),
            *(f"h{n} = r{n}.append" for n in numbers),
            *loop,
            *second,
            f"return [{', '.join(found)}]",
        ]
        return ["def judge(subjects, columns, scope):", *indented(body)]

    def _loop(self) -> list[str]:
        """Write the first pass: what is possibly true."""
        levels = [(n, clause, clause.inside) for n, clause in enumerate(self._clauses)]
        block = self._block(levels, "len(subjects)")
        start = ["u = s.id"] if self.register.by_id else []
        return ["for i, s in enumerate(subjects):", *indented([*start, *block])]

    def _block(self, levels: list[_Level], population: str) -> list[str]:
        """Write what is asked of subjects that are possibly inside of all that was asked before."""
        outer = dict(self.register.hoisted)
        groups: dict[Condition, list[_Level]] = {}
        leaves = [(number, clause) for number, clause, inside in levels if not inside]
        for number, clause, inside in levels:
            if inside:
                groups.setdefault(inside[0], []).append((number, clause, inside[1:]))
        lines = ["# shared", *self._hoist([*(clause.when for _, clause in leaves), *groups])]
        for number, clause in leaves:
            self._populations[number] = population
            test = self._writer.test(clause.when, sure=False)
            lines += [f"# rule {number}", *_when(test, [f"h{number}(i)"])]
        for condition, members in groups.items():
            counter = self.register.fresh("n")
            self._counters.append(counter)
            test = self._writer.test(condition, sure=False)
            inner = [f"{counter} += 1", *self._block(members, counter)]
            lines += ["# shared", *_when(test, inner)]
        self.register.hoisted = outer
        return lines

    def _hoist(self, conditions: list[Condition]) -> list[str]:
        """Write what keeps in locals those facts of the subject that several conditions read."""
        read = Counter(path for condition in conditions for path in _prefixes(condition))
        shared = [path for path, times in read.items() if times > 1]
        shared.sort(key=lambda path: len(path.steps))
        fresh = [path for path in shared if path not in self.register.hoisted]
        return [line for path in fresh for line in self.register.hoist(path)]

    def _second(self, number: int) -> list[str]:
        """Write the second pass: which of the possible are certain."""
        clause, asked = self._clauses[number], self.register.by_id
        self.register.by_id = False
        failed, unknown = f"f{number}.append(i)", f"u{number}.append(i)"
        if clause.gaps:
            test = self._writer.test(clause.when, sure=True)
            inner = [*_when(test, [failed]), "else:", f"    g{number}.append(i)"]
            inside = clause.inside
        else:
            inner, inside = [failed], [*clause.inside, clause.when]
        if inside:
            test = self._writer.test(conjunction(inside), sure=True)
            inner = [*_when(test, inner), "else:", f"    {unknown}"]
        start = ["s = subjects[i]", *(["u = s.id"] if self.register.by_id else [])]
        self.register.by_id = asked
        return [f"for i in r{number}:", *indented([f"# rule {number}", *start, *inner])]


def _when(test: Code, then: list[str]) -> list[str]:
    return [*test.lines, f"if {test.text}:", *indented(then)]


def _prefixes(condition: Condition) -> Iterator[Path]:
    """Yield every fact of the subject that a condition reads, and what leads to it, once."""
    found = (path for path in paths(condition) if path.root == "subject")
    every = (
        Path("subject", path.steps[:n]) for path in found for n in range(1, len(path.steps) + 1)
    )
    yield from dict.fromkeys(every)
