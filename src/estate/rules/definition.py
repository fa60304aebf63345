"""A rule, as it was read and checked: data that the engine judges by and that people read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from estate.errors import Location
from estate.findings import SEVERITIES, Severity
from estate.frozen import frozen
from estate.model.scalars import Term
from estate.rules.entry import RuleSource, Step
from estate.rules.expression.tree import Condition, Constant, Path

__all__ = [
    "SUBJECTS",
    "Acceptability",
    "Authority",
    "Example",
    "Ladder",
    "Parameter",
    "Question",
    "Rule",
    "Template",
]

SUBJECTS: Final = (
    "application",
    "server",
    "device",
    "site",
    "connection",
    "licence",
    "contract",
    "supplier",
    "agreement",
    "api",
    "dataset",
    "service",
    "organisation",
    "product",
    "project",
    "exception",
    "asset",
    "installation",
    "dependency",
    "duplication",
    "cycle",
    "integration",
    "milestone",
    "change",
    "benefit",
    "budget_line",
    "requirement",
    "envelope",
    "estate",
)
"""What a rule can be about."""


@frozen
class Question:
    """A condition: its text, and its tree for each kind of subject."""

    text: str
    trees: Mapping[str, Condition]


@frozen
class Template:
    """A message, in pieces: words, facts and parameters."""

    pieces: tuple[str | Path | Constant, ...]


@frozen
class Ladder:
    """A severity: the first rung that certainly holds decides, else the last."""

    rungs: tuple[tuple[Severity, Question], ...]
    last: Severity

    @property
    def worst(self) -> Severity:
        """The worst that it can give."""
        return min((*(rung for rung, _ in self.rungs), self.last), key=SEVERITIES.index)


@frozen
class Parameter:
    """A number, text, date or span of a rule that an estate may set; `default` as it is written."""

    name: str
    default: str | tuple[str, ...]
    constant: Constant


@frozen
class Acceptability:
    """Who may accept a finding, for how long, and what the record must hold.

    `role` is empty where the rule is silent: then the SIRO accepts what is critical or high, the
    enterprise architect the rest.
    """

    role: str = ""
    longest: Term | None = None
    needs: tuple[str, ...] = ()


@frozen
class Example:
    """A small inventory, and what the rule must say of it; `path` is where it stands."""

    expects: Literal["fails", "passes", "unknown"]
    inventory: Mapping[str, object]
    source: RuleSource
    path: tuple[Step, ...]

    __eq__, __hash__ = object.__eq__, object.__hash__  # each is itself alone


@frozen
class Authority:
    """A text that rules rest on: who says what, where and when, as far as it is known."""

    id: str
    name: str
    issuer: str = ""
    date: str = ""
    clause: str = ""
    says: str = ""
    url: str = ""


@frozen
class Rule:
    """One rule.

    `subjects` are the kinds it judges. A subject is outside where `population` (the default one,
    None where it is lifted) or `where` is false, and a finding where `when` is true as well.
    `evidence` gives for each kind the facts that are shown beside those it rests on.
    """

    id: str
    title: str
    severity: Ladder
    kind: Literal["fault", "gap"]
    subjects: tuple[str, ...]
    population: Question | None
    where: Question | None
    when: Question
    message: str
    messages: Mapping[str, Template]
    why: str
    fix: str
    since: str
    authority: tuple[str, ...]
    acceptance: Acceptability
    parameters: tuple[Parameter, ...]
    evidence: Mapping[str, tuple[tuple[str, Path], ...]]
    examples: Sequence[Example]
    unknown_is_gap: bool
    voids: bool
    comparison: bool
    source: RuleSource
    path: tuple[Step, ...]

    __eq__, __hash__ = object.__eq__, object.__hash__  # each is itself alone

    @property
    def pack(self) -> str:
        """The name of the pack that it belongs to."""
        return self.source.name

    @property
    def location(self) -> Location:
        """Where it stands, looked up when asked."""
        return self.source.location(self.path)

    @property
    def acceptable(self) -> bool:
        """Whether a finding may be accepted: findings about acceptances may not."""
        return "exception" not in self.subjects
