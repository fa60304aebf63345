"""What is told of one subject: the finding with its facts and places, or what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any, Final

from estate.findings import Finding, Place, Related, Severity, Unknown, fingerprint
from estate.findings.finding import Kind
from estate.findings.naming import plain_name
from estate.frozen import slotted
from estate.rules.definition import SUBJECTS, Question, Rule
from estate.rules.expression.gaps import Gaps
from estate.rules.expression.grounds import Cause, Grounds, Reasoner
from estate.rules.expression.interpret import Frame, Interpreter
from estate.rules.expression.track import Bindings
from estate.rules.expression.tree import Condition, Constant, Path
from estate.rules.wording import UNKNOWN, told, wording
from estate.rules.world import World

__all__ = ["Dossier"]

ITEMS: Final = frozenset({"installation", "dependency", "integration"})
"""The subjects that are pointed at as a whole: one item of a list."""

_TRAILS: Final = frozenset({"trail", "path"})
"""The types of what leads from one asset to another."""

_IDENTIFYING: Final = frozenset({"product", "version"})
"""The fields by which software is identified."""


@slotted
class Dossier:
    """One rule and one subject: reads on demand what the loop over all subjects does not need."""

    world: World
    interpreter: Interpreter
    rule: Rule
    kind: str
    subject: Any
    _frame: Frame = field(init=False)
    _at: Bindings = field(init=False)

    def __post_init__(self) -> None:
        """Look at the subject, as every condition and value does."""
        self._frame = Frame(self.subject)
        self._at = Bindings(self._frame, self.kind)

    def finding(self) -> Finding:
        """Return the finding about a subject that the rule fails."""
        grounds = self._grounds()
        subject, base = self.world.describe(self.kind, self.subject)
        evidence, place = self._evidence(), self._place(grounds, base)
        return Finding(
            fingerprint=fingerprint(self.rule.id, subject),
            rule=self.rule.id,
            severity=self.severity(),
            kind=self.rule.kind,
            subject=subject,
            message=self.message(),
            place=place,
            related=self._related(grounds, base, place),
            facts=_facts([*grounds.causes.values(), *evidence]),
            path=_trail([*evidence, *grounds.causes.values()]),
        )

    def gap(self) -> Finding:
        """Return the finding about a subject of which the rule knows too little."""
        subject, base = self.world.describe(self.kind, self.subject)
        evidence, missing = self._evidence(), self.missing()
        fields = ", ".join(missing) or "a fact"
        facts = dict(_facts(evidence)) | dict.fromkeys(missing, UNKNOWN)
        return Finding(
            fingerprint=fingerprint(self.rule.id, subject),
            rule=self.rule.id,
            severity=self.severity(),
            kind="gap",
            subject=subject,
            message=f"{subject.name or subject.id}: {fields} not recorded ({self.rule.title})",
            place=base,
            facts=tuple(sorted(facts.items())),
            path=_trail(evidence),
        )

    def counted_fault(self) -> Finding:
        """Return what is to be counted of `finding`: whose it is and how bad, in no words."""
        return self._counted(self.rule.kind)

    def counted_gap(self) -> Finding:
        """Return what is to be counted of `gap`."""
        return self._counted("gap")

    def _counted(self, kind: Kind) -> Finding:
        name = self.rule.id
        subject, base = self.world.describe(self.kind, self.subject)
        known = fingerprint(name, subject)
        return Finding(known, name, self.severity(), kind, subject, message="", place=base)

    def unknown(self) -> Unknown:
        """Return what is missing about a subject that cannot be judged."""
        subject, _ = self.world.describe(self.kind, self.subject)
        return Unknown(self.rule.id, subject, self.missing())

    def missing(self) -> tuple[str, ...]:
        """Return the fields that would settle the rule."""
        gaps = Gaps(self.interpreter)
        for question in (self.rule.population, self.rule.where, self.rule.when):
            if tree := self._tree(question):
                gaps.find(tree, self._at)
        # An installation knows better than a rule what its support is unknown for want of.
        wanted = getattr(self.subject, "wanted", None) if self.kind == "installation" else None
        fields = (wanted if wanted and name in _IDENTIFYING else name for name in gaps.fields)
        return tuple(dict.fromkeys(fields))

    def severity(self) -> Severity:
        """Return the severity: the first rung that certainly holds, else the last."""
        for severity, question in self.rule.severity.rungs:
            tree = self._tree(question)
            if tree and self.interpreter.truth(tree, self._frame):
                return severity
        return self.rule.severity.last

    def message(self) -> str:
        """Return the rule's message about this subject."""
        pieces = self.rule.messages[self.kind].pieces
        return "".join(piece if isinstance(piece, str) else self._words(piece) for piece in pieces)

    def _words(self, piece: Path | Constant) -> str:
        if isinstance(piece, Constant):
            return told(piece.value, piece.type)
        value = self.interpreter.spread(piece, self._frame)
        return told(value, piece.type, piece.steps[-1].null)

    def _tree(self, question: Question | None) -> Condition | None:
        return None if question is None else question.trees.get(self.kind)

    def _grounds(self) -> Grounds:
        """Return what the finding rests on: the rule's own conditions, not the population."""
        reasoner = Reasoner(self.interpreter)
        for question in (self.rule.when, self.rule.where):
            if tree := self._tree(question):
                reasoner.rest(tree, self._at)
        return reasoner.grounds

    def _evidence(self) -> list[Cause]:
        spread, frame = self.interpreter.spread, self._frame
        return [
            Cause(name, spread(path, frame), path.type, path.steps[-1].null)
            for name, path in self.rule.evidence[self.kind]
        ]

    def _place(self, grounds: Grounds, base: Place) -> Place:
        """Return where the first of the subject's own fields stands, else the subject."""
        if self.kind in ITEMS:
            return base
        own = (c for c in grounds.causes.values() if c.fields and c.record is self.subject)
        first = next(own, None)
        if first is None or first.value is None:
            return base
        return Place(base.asset, (*base.path, *first.fields))

    def _related(self, grounds: Grounds, base: Place, own: Place) -> tuple[Related, ...]:
        """Return the other places that explain a finding: further causes, and witnesses."""
        found: dict[Place, Related] = {}
        for place, message in (*self._causes(grounds, base), *self._witnesses(grounds)):
            found.setdefault(place, Related(place, message))
        found.pop(own, None)
        return tuple(found.values())

    def _causes(self, grounds: Grounds, base: Place) -> Iterator[tuple[Place, str]]:
        for cause in grounds.causes.values():
            own = cause.record is self.subject
            if not cause.fields or cause.value is None or (own and self.kind in ITEMS):
                continue
            at = base if own else self._stands(cause.kind, cause.record)
            if at is not None:
                # What is derived says itself where it stands; its facts are no fields of a file.
                fields = () if hasattr(cause.record, "place") else cause.fields
                value = wording(cause.value, cause.type, cause.null)
                message = f"{plain_name(cause.name)}: {value}"
                yield Place(at.asset, (*at.path, *fields)), message

    def _witnesses(self, grounds: Grounds) -> Iterator[tuple[Place, str]]:
        told = [c.record for c in grounds.causes.values() if c.fields and c.value is not None]
        for witness in grounds.witnesses.values():
            known = any(record is witness.record for record in told)
            at = None if known else self._stands(witness.kind, witness.record)
            if at is not None:
                yield at, plain_name(witness.label)

    def _stands(self, kind: str, record: object) -> Place | None:
        """Return where a record stands, if it is one that stands anywhere."""
        if kind in SUBJECTS or hasattr(record, "place"):
            return self.world.describe(kind, record)[1]
        return None


def _facts(causes: list[Cause]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({c.name: wording(c.value, c.type, c.null) for c in causes}.items()))


def _trail(causes: list[Cause]) -> tuple[str, ...]:
    """Return the ids on the first trail among the facts."""
    for cause in causes:
        if cause.type.name not in _TRAILS:
            continue
        for value in cause.value if isinstance(cause.value, tuple) else (cause.value,):
            if value is not None:
                ids: tuple[str, ...] = value.ids
                return ids
    return ()
