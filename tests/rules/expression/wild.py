"""Conditions and worlds at random, over a dictionary that has every type of fact."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from estate.facts.dictionary import Dictionary, Fact, Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.rules.expression import Vocabulary

WORDS = ("red", "green", "blue")
KINDS = {
    "number": Type("number"),
    "duration": Type("duration"),
    "date": Type("date", ends=True),
    "done": Type("date"),
    "text": Type("text"),
    "word": Type("enumeration", values=WORDS),
    "truth": Type("boolean"),
    "term": Type("term"),
}
SCALARS: dict[str, list[Any]] = {
    "number": [0, 1, 2, 3, -1, 0.5, UNLIMITED],
    "duration": [timedelta(0), timedelta(hours=4), timedelta(days=90), UNLIMITED_DURATION],
    "date": [date(2026, 1, 31), date(2026, 11, 21), date(2027, 2, 28), NEVER],
    "done": [date(2026, 1, 31), date(2026, 11, 21), ALWAYS],
    "text": ["", "a", "ab", "red"],
    "word": list(WORDS),
    "truth": [True, False],
    "term": [Term(days=30), Term(months=12)],
}


def _facts() -> list[Fact]:
    facts = []
    for name, kind in KINDS.items():
        listed = Type(kind.name, many=True, values=kind.values, ends=kind.ends)
        for owner in ("thing", "part"):
            facts.append(Fact(owner, name, kind, "", attribute=name))
            facts.append(Fact(owner, f"{name}s", listed, "", attribute=f"{name}s"))
        facts.append(
            Fact("thing", f"known_{name}", kind, "", attribute=f"known_{name}", open=False)
        )
        facts.append(Fact("thing", f"found_{name}", kind, ""))
        facts.append(Fact("estate", f"any_{name}", kind, "", attribute=f"any_{name}"))
    facts.append(Fact("estate", "today", KINDS["date"], "", attribute="today", open=False))
    facts.append(Fact("estate", "policy", Type("policy"), "", attribute="policy", open=False))
    facts.append(Fact("policy", "limits", Type("number", many=True), "", attribute="limits"))
    for name, of in (("part", "part"), ("twin", "thing")):
        facts.append(Fact("thing", name, Type(of), "", attribute=name))
        facts.append(Fact("thing", f"{name}s", Type(of, many=True), "", attribute=f"{name}s"))
    facts.append(Fact("thing", "found_twins", Type("thing", many=True), "", open=False))
    return facts


DICTIONARY = Dictionary(_facts(), {})
VOCABULARY = Vocabulary(DICTIONARY)
COLUMNS = tuple(fact.column for fact in DICTIONARY.of("thing").values() if fact.derived)


@dataclass
class Part:
    """A part of a thing: a record without an id."""

    facts: dict[str, Any]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - facts of every type
        try:
            return self.__dict__["facts"][name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass
class Thing(Part):
    """A thing: a record with an id."""

    id: str = ""


@dataclass
class WildWorld:
    """Three things, and what is known everywhere."""

    things: list[Thing]
    scope: Mapping[str, object]
    columns: dict[str, dict[str, Any]]
    dictionary: Dictionary = field(default=DICTIONARY)

    def subjects(self, kind: str) -> Sequence[Any]:
        assert kind == "thing"
        return self.things

    def column(self, name: str) -> Mapping[str, Any]:
        return self.columns[name]

    def describe(self, kind: str, subject: Any) -> Any:  # noqa: ANN401 - never asked for here
        raise NotImplementedError(kind, subject)


class Planner:
    """Draws the plan of a world from a seed: plain data, so that it can be filled in."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - a world made up, not a secret

    def plan(self) -> dict[str, Any]:
        """Return three things, what is known everywhere, and the limits of the policy."""
        scope = {f"any_{name}": self._member(name, None) for name in SCALARS}
        things = [self._thing() for _ in range(3)]
        return {"things": things, "scope": scope, "limits": self._member("numbers", None)}

    def fill(self, plan: dict[str, Any]) -> dict[str, Any]:
        """Return the plan with some of what is unknown filled in."""
        more = copy.deepcopy(plan)
        for facts in (*more["things"], more["scope"]):
            self._fill(facts)
        more["limits"] = self._member("numbers", more["limits"])
        return more

    def _thing(self) -> dict[str, Any]:
        thing = self._part()
        for name in SCALARS:
            thing[f"known_{name}"] = self._drawn(name)
            thing[f"found_{name}"] = self._member(name, None)
        for name in ("part", "parts", "twin", "twins"):
            thing[name] = self._member(name, None)
        return thing | {"found_twins": self._list("twin")}

    def _part(self) -> dict[str, Any]:
        every = [*SCALARS, *(f"{name}s" for name in SCALARS)]
        return {name: self._member(name, None) for name in every}

    def _drawn(self, name: str) -> Any:  # noqa: ANN401 - facts of every type
        if name == "part":
            return self._part()
        return self._random.randrange(3) if name == "twin" else self._random.choice(SCALARS[name])

    def _list(self, name: str) -> list[Any]:
        drawn = [self._drawn(name) for _ in range(self._random.randrange(4))]
        return [member if self._random.random() < 0.8 else None for member in drawn]

    def _fill(self, facts: dict[str, Any]) -> None:
        for name, value in facts.items():
            facts[name] = self._member(name, value)

    def _member(self, name: str, value: Any) -> Any:  # noqa: ANN401 - facts of every type
        """Return what a value may turn out to be: an unknown may be filled in, or stay."""
        scalar = name.removesuffix("s").removeprefix("known_").removeprefix("found_")
        scalar = scalar.removeprefix("any_")
        if value is None and self._random.random() < 0.6:
            return self._list(scalar) if name.endswith("s") else self._drawn(scalar)
        if isinstance(value, list):
            # An unknown member turns out to be something, or not to be there.
            chance = self._random.random
            kept = [m if m is not None or chance() < 0.3 else self._drawn(scalar) for m in value]
            return [m for m in kept if m is not None or chance() < 0.5]
        if isinstance(value, dict):
            self._fill(value)
        return value


def built(plan: dict[str, Any]) -> WildWorld:
    """Build the world of a plan."""
    things = [Thing({}, id=f"thing-{n}") for n in range(3)]
    columns: dict[str, dict[str, Any]] = {name: {} for name in COLUMNS}
    for thing, facts in zip(things, plan["things"], strict=True):
        for name, value in facts.items():
            known = _value(name, value, things)
            if f"thing.{name}" in columns:
                columns[f"thing.{name}"][thing.id] = known
            else:
                thing.facts[name] = known
    limits = plan["limits"]
    policy = Part({"limits": None if limits is None else tuple(limits)})
    return WildWorld(
        things, {**plan["scope"], "today": date(2026, 11, 21), "policy": policy}, columns
    )


def _value(name: str, value: Any, things: list[Thing]) -> Any:  # noqa: ANN401 - facts of every type
    if isinstance(value, list):
        return tuple(_value(name, member, things) for member in value)
    if isinstance(value, dict):
        return Part({key: _value(key, part, things) for key, part in value.items()})
    return things[value] if "twin" in name and value is not None else value


class Phrases:
    """Draws the text of a condition on a thing, from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - a condition made up, not a secret
        self._variables: list[tuple[str, str]] = []

    def _of(self, *choices: str) -> str:
        return self._random.choice(choices)

    def _owner(self) -> str:
        """Return what a fact is asked of, with its full stop."""
        members = [f"{name}." for name, kind in self._variables if kind in {"thing", "part"}]
        return self._of("", "", "", "part.", "twin.", "twin.part.", *members)

    def _fact(self, name: str) -> str:
        owner = self._owner()
        scalars = [variable for variable, kind in self._variables if kind == name]
        if owner in {"", "twin."} and not name.endswith("s"):
            kind = self._of("", "", "known_", "found_", "any_" if not owner else "")
            return f"{owner}{kind}{name}"
        return self._of(f"{owner}{name}", *scalars)

    def _list(self) -> tuple[str, str]:
        """Return a list, and the kind of its members."""
        kind = self._of("thing", "part", *SCALARS)
        if kind in SCALARS:
            return self._fact(f"{kind}s"), kind
        owner = self._of("", "twin.", *(f"{n}." for n, k in self._variables if k == "thing"))
        names = ("parts",) if kind == "part" else ("twins", "found_twins")
        return owner + self._of(*names), kind

    def number(self, depth: int) -> str:  # noqa: PLR0911 - one answer per shape
        shapes = ["fact", "fact", "literal", "limit"] + ["sum", "count", "fold", "len"] * (
            depth > 0
        )
        match self._of(*shapes):
            case "literal":
                return self._of("0", "1", "2", "-1", "0.5")
            case "limit":
                return f"policy.limits[{self._of('0', '1', '7')}]"
            case "sum":
                left, right = self.number(depth - 1), self.number(depth - 1)
                days = f"(({self.date(0)} - {self.date(0)}) / {self._fact('duration')})"
                return self._of(f"({left} {self._of(*'+-*/')} {right})", f"(-{left})", days)
            case "count":
                return self._each("count", lambda: self.condition(depth - 1), depth)
            case "len":
                return f"len({self._list()[0]})"
            case "fold":
                name = self._of("sum", "min", "max")
                return self._of(
                    f"{name}({self._fact('numbers')})",
                    self._each(name, lambda: self.number(depth - 1), depth),
                )
        return self._fact("number")

    def date(self, depth: int) -> str:
        fact = self._fact(self._of("date", "done"))
        if not depth:
            return self._of(fact, "today")
        span = self._of(self._fact("term"), '"90 days"', '"12 months"', self._fact("duration"))
        return f"({self.date(depth - 1)} {self._of('+', '-')} {span})"

    def duration(self, depth: int) -> str:
        if not depth:
            return self._fact("duration")
        sum_ = self._each("sum", lambda: self._fact("duration"), depth)
        dates = f"({self.date(depth - 1)} - {self.date(0)})"
        times = f"({self._fact('duration')} {self._of('*', '/')} {self.number(depth - 1)})"
        plus = f'({self.duration(depth - 1)} {self._of("+", "-")} "4h")'
        return self._of(sum_, dates, times, plus)

    def _each(self, name: str, body: Any, depth: int) -> str:  # noqa: ANN401 - what draws the body
        if len(self._variables) > 2:
            return f"len({self._list()[0]})" if name not in {"any", "all"} else self._fact("truth")
        source, kind = self._list()
        variable = f"x{len(self._variables)}"
        self._variables.append((variable, kind))
        condition = f" if {self.condition(depth - 1)}" if self._random.random() < 0.5 else ""
        text = f"{name}({body()} for {variable} in {source}{condition})"
        self._variables.pop()
        return text

    def condition(self, depth: int) -> str:  # noqa: C901, PLR0911 - one answer per shape
        leaves = ["truth", "number", "date", "duration", "word", "in", "affix", "missing"]
        match self._of(*leaves, *(["not", "join", "join", "each", "each"] * (depth > 0))):
            case "truth":
                return self._fact("truth")
            case "number":
                return self._compared(self.number(depth), self.number(depth))
            case "date":
                return self._compared(self.date(min(depth, 1)), self.date(0))
            case "duration":
                return self._compared(self.duration(min(depth, 1)), self.duration(0))
            case "word":
                other = self._of('"red"', self._fact("word"), self._fact("text"))
                return f"{self._fact('word')} {self._of('==', '!=')} {other}"
            case "in":
                return self._inside()
            case "affix":
                affix = self._of('"a"', '("a", "re")', self._fact("text"))
                return f"{self._fact('text')}.{self._of('startswith', 'endswith')}({affix})"
            case "missing":
                every = [*SCALARS, *(f"{name}s" for name in SCALARS)]
                return f"missing({self._owner()}{self._of(*every)})"
            case "not":
                return f"not ({self.condition(depth - 1)})"
            case "join":
                parts = [
                    f"({self.condition(depth - 1)})" for _ in range(self._random.randrange(2, 4))
                ]
                return self._of(" and ", " or ").join(parts)
            case _:
                return self._each(self._of("any", "all"), lambda: self.condition(depth - 1), depth)

    def _compared(self, left: str, right: str) -> str:
        return f"{left} {self._of('==', '!=', '<', '<=', '>', '>=')} {right}"

    def _inside(self) -> str:
        kind = self._of("number", "word", "text", "date")
        word = self._of('("red", "blue")', '("green",)', f'({self._fact("word")}, "red")')
        container = word if kind == "word" else self._fact(f"{kind}s")
        return f"{self._fact(kind)} {self._of('in', 'not in')} {container}"


def conditions(depth: int = 2) -> st.SearchStrategy[str]:
    """Return a strategy for the text of a condition."""
    return st.builds(lambda seed: Phrases(seed).condition(depth), st.integers(0, 2**32))


def plans() -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for the plan of a world."""
    return st.builds(lambda seed: Planner(seed).plan(), st.integers(0, 2**32))
