"""The names in one generated function, and what they stand for.

Nothing of a rule's text gets into generated code but through `repr`: locals are numbered, and
facts are attributes and columns as the dictionary names them.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from estate.facts.dictionary import Fact
from estate.frozen import slotted
from estate.model.scalars import Term
from estate.rules.expression.tree import Path, Variable

__all__ = ["Code", "Operand", "Register", "indented", "known", "unknown"]

_WRITTEN: Final = (bool, int, float, str)


@slotted
class Operand:
    """A value as code: lines that run first, guards of which none may be None, then the value."""

    lines: list[str] = field(default_factory=list)
    guards: list[str] = field(default_factory=list)
    text: str = ""

    def assigned(self, target: str) -> list[str]:
        """Return the lines that put the value into a local; None where it is unknown."""
        guards, text = self.guards, self.text
        if guards and guards[-1].startswith(f"({text} := "):
            # The last guard is the value itself, and None is what it shall be then.
            guards, text = guards[:-1], guards[-1].removeprefix(f"({text} := ")[:-1]
        text = f"{text} if {known(guards)} else None" if guards else text
        return [*self.lines, f"{target} = {text}"]


@slotted
class Code:
    """A condition as code: lines that run first, and an expression that then is true or false."""

    lines: list[str]
    text: str


def indented(lines: list[str]) -> list[str]:
    """Return lines one step further in."""
    return [f"    {line}" for line in lines]


def known(guards: list[str], *then: str) -> str:
    """Return the test that nothing is None, and then that all of `then` hold."""
    return " and ".join([*(f"{guard} is not None" for guard in guards), *then])


def unknown(guards: list[str], *then: str) -> str:
    """Return the test that something is None, or that one of `then` holds."""
    return " or ".join([*(f"{guard} is None" for guard in guards), *then])


class Register:
    """Hands out locals.

    `prelude` runs once, before the loop over the subjects: columns, constants, and what does not
    depend on the subject. `hoisted` are facts of the subject that stand in a local, each with
    whether that may be None. `by_id` says that the subject's id is asked for.
    """

    def __init__(self) -> None:
        self.columns: dict[str, str] = {}
        self.prelude: list[str] = []
        self.hoisted: dict[Path, tuple[str, bool]] = {}
        self.by_id = False
        self._constants: dict[Hashable, str] = {}
        self._once: dict[Hashable, Operand] = {}
        self._numbers: dict[str, Iterator[int]] = {}

    def fresh(self, letter: str) -> str:
        """Return a name that nothing has yet."""
        return f"{letter}{next(self._numbers.setdefault(letter, itertools.count()))}"

    def constant(self, value: Hashable) -> str:
        """Return a constant as it is written, or the local that holds it."""
        parts = value if isinstance(value, tuple) else (value,)
        if all(isinstance(part, _WRITTEN) for part in parts):
            return repr(value)
        if value not in self._constants:
            self._constants[value] = self.fresh("k")
            written = ", ".join(_written(part) for part in parts)
            text = f"({written},)" if isinstance(value, tuple) else written
            self.prelude.append(f"{self._constants[value]} = {text}")
        return self._constants[value]

    def once(self, key: Hashable, operand: Operand) -> Operand:
        """Work a value out before the loop, once; `key` is what it is equal by."""
        if key not in self._once:
            name = self.fresh("k")
            self.prelude += operand.assigned(name)
            self._once[key] = Operand(guards=[name] if operand.guards else [], text=name)
        return self._once[key]

    def path(self, path: Path) -> Operand:
        """Write how a fact is reached: from the subject, a variable, or what is known anywhere."""
        operand, done = self._start(path)
        for number, fact in enumerate(path.steps[done:], done):
            access = self._access(path, number, operand.text, fact)
            if fact.open:
                operand.text = self.fresh("t")
                operand.guards.append(f"({operand.text} := {access})")
            else:
                operand.text = access
        return operand

    def last(self, path: Path) -> tuple[list[str], str, str]:
        """Write the last step of a path apart, since its record and itself may be None.

        Returns the guards of the record, the fact's text where it first stands, and thereafter.
        """
        record = self.path(Path(path.root, path.steps[:-1]))
        if not record.guards and path in self.hoisted:
            name = self.hoisted[path][0]
            return [], name, name
        name, number = self.fresh("t"), len(path.steps) - 1
        access = self._access(path, number, record.text, path.steps[-1])
        return record.guards, f"({name} := {access})", name

    def hoist(self, path: Path) -> list[str]:
        """Return the lines that keep a fact of the subject in a local from here on."""
        operand, name = self.path(path), self.fresh("p")
        self.hoisted[path] = name, bool(operand.guards)
        return operand.assigned(name)

    def _start(self, path: Path) -> tuple[Operand, int]:
        """Return where the way begins, and how many steps of it are done."""
        for done in range(len(path.steps), 0, -1):
            if found := self.hoisted.get(Path(path.root, path.steps[:done])):
                name, open_ = found
                return Operand(guards=[name] if open_ else [], text=name), done
        if isinstance(path.root, Variable):
            name = f"x{path.root.number}"
            return Operand(guards=[name], text=name), 0
        return Operand(text="s"), 0

    def _access(self, path: Path, number: int, record: str, fact: Fact) -> str:
        if fact.owner == "estate":
            return f"scope[{fact.name!r}]"
        if not fact.derived:
            return f"{record}.{_identifier(fact.attribute)}"
        if path.root == "subject" and number == 0:
            self.by_id = True
            return f"{self._column(fact)}[u]"
        return f"{self._column(fact)}[{record}.id]"

    def _column(self, fact: Fact) -> str:
        if fact.column not in self.columns:
            self.columns[fact.column] = self.fresh("c")
            self.prelude.append(f"{self.columns[fact.column]} = columns[{fact.column!r}]")
        return self.columns[fact.column]


def _identifier(name: str) -> str:
    if not name.isidentifier():
        raise ValueError(f"a fact's attribute is no identifier: {name!r}")
    return name


def _written(value: Hashable) -> str:
    match value:
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case timedelta():
            return f"timedelta({value.days}, {value.seconds}, {value.microseconds})"
        case Term():
            return f"Term({value.months}, {value.days})"
    raise TypeError(f"no condition has a constant {value!r}")
