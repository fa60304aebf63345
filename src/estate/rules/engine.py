"""Judges an estate by rules: which subjects fail, pass, or are unknown, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from estate.errors import Fault
from estate.findings import SEVERITIES, Finding, RuleResult, Subject, Unknown
from estate.frozen import frozen
from estate.rules.definition import Question, Rule
from estate.rules.dossier import Dossier
from estate.rules.expression.interpret import Interpreter
from estate.rules.expression.program import Clause, Part, Program, Verdict
from estate.rules.expression.tree import Condition
from estate.rules.world import World
from estate.second import shared

__all__ = ["Judge", "Judgement", "judge"]

T = TypeVar("T")

_NONE: Final[Mapping[Part, Program]] = MappingProxyType({})

_ON_SOFTWARE: Final = frozenset({"installation", "product", "duplication", "asset.legacy_causes"})
"""Kinds of subjects, and a fact, that rest on the list of what is installed where."""


@frozen
class Judgement:
    """How rules went over one estate.

    `results` come in the order of the rules, with nothing accepted yet; `findings` worst first,
    then by rule and subject, all open; `unknown` by rule and subject, empty unless asked for.
    """

    results: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    unknown: tuple[Unknown, ...]


def judge(  # noqa: PLR0913 - what may be asked of it
    rules: Iterable[Rule],
    world: World,
    *,
    skip: Collection[str] = (),
    explain_unknown: bool | Collection[str] = False,
    in_pair: bool = False,
    tell: bool = True,
    programs: Mapping[Part, Program] = _NONE,
) -> Judgement:
    """Judge a world once; to judge several by the same rules, keep a `Judge`.

    `programs` are such as were fused before. Raises Fault, naming the rule and the subject, where
    a rule or a fact crashes.
    """
    judge_ = Judge(rules, skip=skip, programs=programs)
    return judge_.judge(world, explain_unknown=explain_unknown, in_pair=in_pair, tell=tell)


class Judge:
    """Rules made ready to judge any number of worlds. `skip` names rules to leave out.

    `programs` were fused before; one that asks something else than the rules is passed by.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        *,
        skip: Collection[str] = (),
        programs: Mapping[Part, Program] = _NONE,
    ) -> None:
        self._rules = tuple(rule for rule in rules if rule.id not in skip)
        self._ready = programs

    @cached_property
    def families(self) -> list[dict[Part, tuple[Clause, ...]]]:
        """What the rules of each file ask of each kind of subject.

        Rules of one file mostly read the same facts.
        """
        found: dict[int, dict[str, list[Clause]]] = {}
        for rule in self._rules:
            family = found.setdefault(id(rule.source), {})
            for kind in rule.subjects:
                family.setdefault(kind, []).append(_clause(rule, kind))
        return [
            {(kind, asked[0].rule): tuple(asked) for kind, asked in family.items()}
            for family in found.values()
        ]

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """The generated judgement of each part: of every family, what reads most comes last.

        Families that rest on what is installed come first, that of most parts the last of them. So
        two processes that share them out from both ends work little out twice, and meet where the
        parts are small.
        """
        families = [
            sorted(
                (self._program(part, clauses) for part, clauses in family.items()),
                key=lambda program: len(program.columns),
            )
            for family in self.families
        ]
        families.sort(key=_apart)
        return tuple(program for family in families for program in family)

    def judge(
        self,
        world: World,
        *,
        explain_unknown: bool | Collection[str] = False,
        in_pair: bool = False,
        tell: bool = True,
    ) -> Judgement:
        """Judge every subject by every rule. Raises Fault.

        `explain_unknown` asks for the subjects that are unknown, and the fields they lack: of all
        rules, or of those that it names. `in_pair` has a second process take some of the parts.
        Without `tell` findings are only to be counted: they say what was found of whom and how
        bad it is, and have no message, evidence or further places.
        """
        trial = _Trial(world, self._explained(explain_unknown), tell=tell)
        rules = {rule.id: rule for rule in self._rules}
        if in_pair:
            heard = _in_pair([partial(trial.hear, part, rules) for part in self.programs])
        else:
            heard = [trial.hear(part, rules) for part in self.programs]
        verdicts: dict[str, list[Verdict]] = {name: [] for name in rules}
        for name, verdict in (pair for one in heard for pair in one.verdicts):
            verdicts[name].append(verdict)
        findings = (finding for one in heard for finding in one.findings)
        unknown = (found for one in heard for found in one.unknown)
        return Judgement(
            tuple(_result(rule, verdicts[rule.id]) for rule in self._rules),
            tuple(sorted(findings, key=_worst_first)),
            tuple(sorted(unknown, key=lambda one: (one.rule, *_identity(one.subject)))),
        )

    def _explained(self, asked: bool | Collection[str]) -> Collection[str]:  # noqa: FBT001 - as judge
        if isinstance(asked, bool):
            return frozenset(rule.id for rule in self._rules) if asked else frozenset()
        return asked

    def _program(self, part: Part, clauses: tuple[Clause, ...]) -> Program:
        ready = self._ready.get(part)
        if ready is not None and ready.clauses == clauses:
            return ready
        from estate.rules.expression.fusion import fuse  # noqa: PLC0415 - not for what ships

        return fuse(part[0], clauses)


class _Heard(NamedTuple):
    """What came of some rules about one kind of subject."""

    verdicts: list[tuple[str, Verdict]]
    findings: list[Finding]
    unknown: list[Unknown]


def _in_pair(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """Do the tasks in two processes; where one fails, in one, for it to be the first that does."""
    try:
        return shared(tasks)
    except Fault:
        return [task() for task in tasks]


class _Trial:
    """One world being judged."""

    def __init__(self, world: World, explain: Collection[str], *, tell: bool) -> None:
        self._world = world
        self._interpreter = Interpreter(world)
        self._explain = explain
        self._fault = Dossier.finding if tell else Dossier.counted_fault
        self._gap = Dossier.gap if tell else Dossier.counted_gap

    def hear(self, program: Program, rules: Mapping[str, Rule]) -> _Heard:
        """Judge all subjects of a kind by some rules, and tell what is found."""
        subjects = self._subjects(program.kind)
        heard = _Heard(self._run(program, subjects), [], [])
        for name, verdict in heard.verdicts:
            self._tell(heard, rules[name], program.kind, subjects, verdict)
        return heard

    def _subjects(self, kind: str) -> Sequence[Any]:
        try:
            return self._world.subjects(kind)
        except Exception as error:
            raise Fault(f"the subjects of kind {kind}: {_said(error)}") from error

    def _run(self, program: Program, subjects: Sequence[Any]) -> list[tuple[str, Verdict]]:
        columns = {}
        for name in program.columns if subjects else ():
            try:
                columns[name] = self._world.column(name)
            except Exception as error:
                raise Fault(f"fact {name}: {_said(error)}") from error
        if not subjects:
            return [(clause.rule, Verdict(0, [], [], [])) for clause in program.clauses]
        verdicts = program.run(subjects, columns, self._world.scope)
        return [(c.rule, v) for c, v in zip(program.clauses, verdicts, strict=True)]

    def _tell(
        self, heard: _Heard, rule: Rule, kind: str, subjects: Sequence[Any], verdict: Verdict
    ) -> None:
        """Write down what a verdict says of each subject."""
        for number in verdict.failed:
            heard.findings.append(self._told(self._fault, rule, kind, subjects[number]))
        for number in verdict.gaps:
            heard.findings.append(self._told(self._gap, rule, kind, subjects[number]))
        for number in verdict.unknown if rule.id in self._explain else ():
            heard.unknown.append(self._told(Dossier.unknown, rule, kind, subjects[number]))

    def _told(self, tell: Callable[[Dossier], T], rule: Rule, kind: str, subject: Any) -> T:  # noqa: ANN401 - records of every kind
        dossier = Dossier(self._world, self._interpreter, rule, kind, subject)
        try:
            return tell(dossier)
        except Exception as error:
            name = getattr(subject, "id", "?")
            raise Fault(f"rule {rule.id} on {kind} {name}: {_said(error)}") from error


def _apart(family: Sequence[Program]) -> tuple[bool, int]:
    read = {name for program in family for name in (program.kind, *program.columns)}
    return (False, len(family)) if read & _ON_SOFTWARE else (True, 0)


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, Fault) else f"{type(error).__name__}: {error}"


def _clause(rule: Rule, kind: str) -> Clause:
    def tree(question: Question | None) -> Condition | None:
        return None if question is None else question.trees.get(kind)

    when = rule.when.trees[kind]
    return Clause(rule.id, tree(rule.population), tree(rule.where), when, rule.unknown_is_gap)


def _result(rule: Rule, verdicts: list[Verdict]) -> RuleResult:
    population = sum(verdict.population for verdict in verdicts)
    failed = sum(len(verdict.failed) + len(verdict.gaps) for verdict in verdicts)
    unknown = sum(len(verdict.unknown) for verdict in verdicts)
    return RuleResult(
        id=rule.id,
        title=rule.title,
        severity=rule.severity.worst,
        kind=rule.kind,
        why=rule.why,
        fix=rule.fix,
        authority=rule.authority,
        pack=rule.pack,
        population=population,
        failed=failed,
        accepted=0,
        unknown=unknown,
        passed=population - failed - unknown,
    )


def _identity(subject: Subject) -> tuple[Any, ...]:
    return subject.id, [(key, str(value)) for key, value in subject.detail]


def _worst_first(finding: Finding) -> tuple[Any, ...]:
    return SEVERITIES.index(finding.severity), finding.rule, *_identity(finding.subject)
