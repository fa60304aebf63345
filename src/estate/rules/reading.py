"""From the raw mapping of a rule to the rule, with every problem on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeVar, cast

from estate.findings import SEVERITIES, Severity
from estate.frozen import frozen
from estate.model import NEEDS
from estate.model.scalars import term
from estate.rules.definition import (
    SUBJECTS,
    Acceptability,
    Example,
    Ladder,
    Parameter,
    Question,
    Rule,
    Template,
)
from estate.rules.entry import Entry
from estate.rules.expression.checking import check, check_path
from estate.rules.expression.mistakes import Mistake
from estate.rules.expression.tree import Condition, Constant, Member, Path
from estate.rules.expression.vocabulary import Scope, Vocabulary
from estate.rules.message import read_template
from estate.rules.parameters import read_parameters

__all__ = ["FIELDS", "REQUIRED", "Draft", "read_examples", "read_rule"]

T = TypeVar("T")

FIELDS: Final = (
    "title",
    "severity",
    "since",
    "kind",
    "for",
    "where",
    "population",
    "when",
    "message",
    "why",
    "fix",
    "authority",
    "acceptance",
    "parameters",
    "evidence",
    "examples",
    "unknown",
    "voids",
    "only",
    "extend",
)
"""The fields of a rule, in the order in which they are best written."""

REQUIRED: Final = ("title", "severity", "for", "when", "message", "why", "fix")

_LIVE: Final = frozenset({"live", "retiring"})


@frozen
class Draft:
    """A rule before it is read: its id, where it stands, its fields, and those set to null."""

    id: str
    entry: Entry
    fields: Mapping[str, Entry]
    cleared: frozenset[str] = frozenset()


def read_rule(
    draft: Draft, vocabulary: Vocabulary, setting: Callable[[str, Parameter], Parameter]
) -> Rule | None:
    """Read one rule; None where it has problems. `setting` sets a parameter of a rule."""
    count = len(draft.entry.problems)
    for name in REQUIRED:
        if name not in draft.fields and "extend" not in draft.fields:
            draft.entry.note(f"{draft.id} has no {name}", f"a field {name}")
    rule = _Reading(draft, vocabulary, setting).rule()
    return rule if len(draft.entry.problems) == count else None


class _Reading:
    """Reads the fields of one rule. What is wrong is noted, and stands as empty."""

    def __init__(
        self,
        draft: Draft,
        vocabulary: Vocabulary,
        setting: Callable[[str, Parameter], Parameter],
    ) -> None:
        self._draft = draft
        self._fields = draft.fields
        self._vocabulary = vocabulary
        self._kinds = self._subjects()
        taken = {n for kind in self._kinds for n in Scope(vocabulary, kind).names()}
        written = self._fields.get("parameters")
        defaults = read_parameters(written, taken) if written else ()
        self._parameters = tuple(setting(draft.id, parameter) for parameter in defaults)
        constants = {parameter.name: parameter.constant for parameter in self._parameters}
        self._scopes = {kind: Scope(vocabulary, kind, constants) for kind in self._kinds}

    def rule(self) -> Rule:
        """Return the rule, which stands for nothing if a problem was noted."""
        empty = Question("", {})
        return Rule(
            id=self._draft.id,
            title=self._text("title"),
            severity=self._read("severity", self._severity, Ladder((), "info")),
            kind="gap" if self._choice("kind", ("fault", "gap")) == "gap" else "fault",
            subjects=self._kinds,
            population=self._population(),
            where=self._read("where", lambda e: self._question(e, where=True), None),
            when=self._read("when", self._question, empty),
            message=self._text("message"),
            messages=self._messages(),
            why=self._text("why"),
            fix=self._text("fix"),
            since=self._text("since"),
            authority=self._texts("authority"),
            acceptance=self._read("acceptance", self._acceptance, Acceptability()),
            parameters=self._parameters,
            evidence=self._evidence(),
            examples=self._read("examples", read_examples, ()),
            unknown_is_gap=self._choice("unknown", ("gap",)) == "gap",
            voids=self._read("voids", Entry.flag, default=False),
            comparison=self._choice("only", ("comparison",)) == "comparison",
            source=self._draft.entry.source,
            path=self._draft.entry.path,
        )

    def _read(self, name: str, read: Callable[[Entry], T], default: T) -> T:
        entry = self._fields.get(name)
        return default if entry is None else read(entry)

    def _entries(self, name: str) -> list[Entry]:
        entry = self._fields.get(name)
        return [] if entry is None else entry.several()

    def _text(self, name: str) -> str:
        return self._read(name, Entry.text, None) or ""

    def _texts(self, name: str) -> tuple[str, ...]:
        return tuple(text for entry in self._entries(name) if (text := entry.text()))

    def _choice(self, name: str, words: tuple[str, ...]) -> str | None:
        return self._read(name, lambda entry: entry.choice(words), None)

    def _subjects(self) -> tuple[str, ...]:
        dictionary = self._vocabulary.dictionary
        kinds_there_are = frozenset(dictionary.kinds())
        known = [kind for kind in SUBJECTS if kind in kinds_there_are]
        kinds = tuple(dict.fromkeys(k for e in self._entries("for") if (k := e.choice(known))))
        if "exception" in kinds and len(kinds) > 1:
            self._fields["for"].note("exceptions are judged apart", "a rule of their own")
        return kinds

    def _question(self, entry: Entry, *, where: bool = False) -> Question:
        text = entry.text()
        trees: dict[str, Condition] = {}
        mistakes: list[Mistake] = []
        for kind, scope in self._scopes.items() if text else ():
            tree, wrong = check(text or "", scope, where=where)
            mistakes += wrong
            if tree is not None:
                trees[kind] = tree
        entry.note_mistakes(mistakes)
        return Question(text or "", trees)

    def _population(self) -> Question | None:
        """Return what is effectively live or retiring, of the kinds that have a state."""
        if self._choice("population", ("all",)):
            return None
        trees = {kind: tree for kind in self._kinds if (tree := self._living(kind))}
        return Question('state in ("live", "retiring")', trees) if trees else None

    def _living(self, kind: str) -> Condition | None:
        find = self._vocabulary.dictionary.find
        way = [find(kind, "asset")] if kind == "installation" else []
        state = find("asset" if way else kind, "state")
        if state is None or not set(state.type.values) >= _LIVE:
            return None
        steps = tuple(fact for fact in (*way, state) if fact is not None)
        words = Constant(("live", "retiring"), replace(state.type, many=True))
        return Member(Path("subject", steps), words)

    def _severity(self, entry: Entry) -> Ladder:
        if not isinstance(entry.value, list | tuple):
            return Ladder((), self._rank(entry))
        *rungs, last = entry.items() or [entry]
        found = tuple(self._rung(rung) for rung in rungs)
        if isinstance(last.value, str):
            return Ladder(found, self._rank(last))
        last.note("the last rung is the severity where no other holds", "a severity alone")
        return Ladder(found, "info")

    def _rung(self, entry: Entry) -> tuple[Severity, Question]:
        fields = entry.fields(SEVERITIES) if isinstance(entry.value, Mapping) else {}
        for name, condition in fields.items():
            if len(fields) == 1:
                return cast("Severity", name), self._question(condition)
        entry.note("a rung is one severity with its condition", "`- high: a condition`")
        return "info", Question("", {})

    @staticmethod
    def _rank(entry: Entry) -> Severity:
        return cast("Severity", entry.choice(SEVERITIES) or "info")

    def _messages(self) -> dict[str, Template]:
        entry, text = self._fields.get("message"), self._text("message")
        messages: dict[str, Template] = {}
        mistakes: list[Mistake] = []
        for kind, scope in self._scopes.items():
            messages[kind], wrong = read_template(text, scope)
            mistakes += wrong
        if entry is not None:
            entry.note_mistakes(mistakes)
        return messages

    def _evidence(self) -> dict[str, tuple[tuple[str, Path], ...]]:
        evidence: dict[str, list[tuple[str, Path]]] = {kind: [] for kind in self._kinds}
        for entry in self._entries("evidence"):
            text = entry.text()
            for kind, scope in self._scopes.items() if text else ():
                path, mistakes = check_path(text or "", scope)
                entry.note_mistakes(mistakes)
                if isinstance(path, Path):
                    evidence[kind].append((text or "", path))
                elif isinstance(path, Constant):
                    entry.note(f"{text} is a parameter", "a fact")
        return {kind: tuple(found) for kind, found in evidence.items()}

    def _acceptance(self, entry: Entry) -> Acceptability:
        fields = entry.fields(("role", "longest", "needs"))
        role = fields["role"].text() if "role" in fields else None
        needs = fields["needs"].several() if "needs" in fields else []
        parts = tuple(part for need in needs if (part := need.choice(NEEDS)))
        longest = None
        if "longest" in fields and (text := fields["longest"].text()):
            try:
                longest = term(text)
            except ValueError as error:
                fields["longest"].note(f"{text!r} is no term", str(error))
        return Acceptability(role or "", longest, parts)


def read_examples(entry: Entry) -> tuple[Example, ...]:
    """Read the examples of a rule."""
    found = []
    for name, group in entry.fields(("fails", "passes", "unknown")).items():
        expects = cast("Literal['fails', 'passes', 'unknown']", name)
        for item in group.items():
            if isinstance(item.value, Mapping):
                found.append(Example(expects, item.value, item.source, item.path))
            else:
                item.note("an example is an inventory", "a mapping of sections")
    return tuple(found)
