"""A draft of an exception: what the tool knows, and what its writer has to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from estate.errors import UsageError
from estate.exceptions import Ceiling, ceiling_of, entitled, subject_key
from estate.findings import Finding
from estate.frozen import frozen
from estate.model import Cover, RiskAcceptance
from estate.model.scalars import NEVER, day_text
from estate.pipeline import Run
from estate.pipeline.terms import terms_of

__all__ = ["Draft", "Field", "draft_of", "found", "next_id", "pinned_on"]

_KEPT: Final = re.compile(r"ex-(\d{4})-(\d{3,})")
_DIGITS: Final = re.compile(r"[0-9a-f]{6,20}")
_COVERED: Final = ("product", "version", "targets", "relation", "members", "name", "year")


@frozen
class Field:
    """One field of a draft.

    `value` is what the tool knows; None leaves it to the writer, who sees `form` behind the field,
    commented out. `guide` stands above it as a comment.
    """

    name: str
    value: Any = None
    form: str = ""
    guide: str = ""


@frozen
class Draft:
    """A new exception of some findings of one rule."""

    key: str
    fields: tuple[Field, ...]


def found(run: Run, names: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings that are named by their fingerprints, or by their first six digits.

    Raises UsageError where one is not there, or cannot be accepted, or is accepted already, and
    where they are of several rules.
    """
    findings = tuple(dict.fromkeys(_named(run, name) for name in names))
    rules = {finding.rule for finding in findings}
    if len(rules) > 1:
        both = " and ".join(sorted(rules))
        raise UsageError(f"an exception is about one rule, and these are about {both}")
    for finding in findings:
        if finding.rule not in terms_of(run.pack):
            what = f"{finding.fingerprint} ({finding.rule})"
            raise UsageError(f"{what} cannot be accepted by anybody: it has to be put right")
        if finding.exception:
            raise UsageError(f"{finding.fingerprint} is accepted already, by {finding.exception}")
    return findings


def _named(run: Run, name: str) -> Finding:
    fits = [f for f in run.outcome.findings if f.fingerprint.startswith(name)]
    if not _DIGITS.fullmatch(name) or not fits:
        hint = "'estate check' prints fingerprints beside the findings"
        raise UsageError(f"no finding is called {name!r}; {hint}")
    if len(fits) > 1:
        raise UsageError(f"{len(fits)} findings begin with {name!r}; give more digits")
    return fits[0]


def next_id(run: Run) -> str:
    """Return the next id of this year: `ex-2026-022` after `ex-2026-021`."""
    year = run.outcome.as_of.year
    known = (_KEPT.fullmatch(key) for key in run.facts.estate.of("exception"))
    numbers = [int(match[2]) for match in known if match and int(match[1]) == year]
    return f"ex-{year}-{max(numbers, default=0) + 1:03}"


def pinned_on(run: Run, findings: Iterable[Finding], day: date) -> dict[str, dict[str, str]]:
    """Return what the rule reads of each finding's subject on a day, as `facts` holds it."""
    return {
        subject_key(finding.subject): {
            name: pin.value for name, pin in run.read(finding, day).items()
        }
        for finding in findings
    }


def draft_of(run: Run, findings: Sequence[Finding], key: str) -> Draft:
    """Return a draft of the acceptance of findings of one rule."""
    rule, today = findings[0].rule, run.outcome.as_of
    terms, estate = terms_of(run.pack)[rule], run.facts.estate
    covers = tuple(_cover(finding) for finding in findings)
    record = RiskAcceptance(id=key, rule=rule, covers=tuple(Cover(**each) for each in covers))
    who = entitled(estate, record, findings, terms, today)
    ceiling = ceiling_of(estate.policy.acceptance, terms, who.severity, today)
    facts = {"on": today, "subjects": pinned_on(run, findings, today)}
    needed = {*terms.parts}
    return Draft(
        key,
        (
            Field("rule", rule),
            Field("covers", [_plain(each) for each in covers]),
            *([Field("organisation", _alone(who.organisations))] if who.organisations else []),
            *_reasons(needed, estate.policy.acceptance.appetite, ceiling),
            Field("requested_by", guide="Who asks for it; not whoever accepts it."),
            Field("requested_on", today),
            *_approvals(who.role, who.holders, today),
            Field("review_by", form=day_text(ceiling.review)),
            *_expiry(ceiling),
            Field("facts", facts, guide="What the rule read; do not edit."),
        ),
    )


def _cover(finding: Finding) -> dict[str, Any]:
    """Return the keys of a subject: of a duplication its id too, for its members may share more.

    Where all its details are empty, the first says so: an id alone names what has none.
    """
    subject = finding.subject
    known = [(key, value) for key, value in subject.detail if key in _COVERED]
    told = [(key, value) for key, value in known if value] or known[:1]
    return {"asset": subject.id, **{key: _listed(key, value) for key, value in told}}


def _listed(key: str, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    lists = key in {"targets", "members"}
    return (value,) if lists and isinstance(value, str) else value


def _alone(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


def _plain(cover: Mapping[str, Any]) -> dict[str, Any]:
    return {key: list(v) if isinstance(v, tuple) else v for key, v in cover.items()}


def _reasons(needed: set[str], appetite: float, ceiling: Ceiling) -> Iterator[Field]:
    """Yield what the writer has to weigh; what the rule does not ask for, too, as a help."""
    target = f"target: {day_text(ceiling.last)}" if ceiling.last != NEVER else "target: YYYY-MM-DD"
    forms = {
        "mitigation": '[{control: "", claims: isolated, evidence: ""}]',
        "treatment": "treat",
        "plan": f"{{action: replace, project: , {target}}}",
        "inherent": "{likelihood: , impact: }",
        "residual": "{likelihood: , impact: }",
    }
    for name, guide in _GUIDES.items():
        asked = ("target" if name == "plan" else name) in needed
        said = guide.format(appetite=f"{appetite:g}")
        yield Field(name, form=forms.get(name, ""), guide=said if asked else f"{said} {_NOT_ASKED}")


_NOT_ASKED: Final = "The rule does not ask for it."
_GUIDES: Final[Mapping[str, str]] = {
    "risk": "The risk in words that a committee understands: what may happen, to whom, how badly.",
    "mitigation": "What is done about it meanwhile. A claim (isolated, no-internet or read-only) "
    "is held against the graph.",
    "treatment": "tolerate, treat, transfer or terminate.",
    "plan": "How it ends: remove, replace, upgrade, fix or none; the project of the work plan; "
    "the last day.",
    "inherent": "The risk as it is without mitigation: likelihood and impact, 1 to 5 each.",
    "residual": "The risk that is left; likelihood times impact at most {appetite}.",
}


def _approvals(role: str, holders: Mapping[str, tuple[str, ...]], today: date) -> Iterator[Field]:
    """Yield who is to accept: here, or in a line for each organisation that shares the risk."""
    day = day_text(today)
    known = "; ".join(
        f"{key}: {' or '.join(who) or 'nobody today'}" for key, who in holders.items()
    )
    guide = f"Whoever holds the role {role} on that day. Today {known or 'nobody is listed'}."
    if len(holders) > 1:
        lines = (f'{{organisation: {key}, by: "", on: {day}}}' for key in holders)
        yield Field("approvals", form=f"[{', '.join(lines)}]", guide=guide)
        return
    yield Field("accepted_by", guide=guide)
    yield Field("accepted_on", form=day)


def _expiry(ceiling: Ceiling) -> Iterator[Field]:
    if ceiling.last == NEVER:
        yield Field("expires", form="YYYY-MM-DD")
    else:
        last = day_text(ceiling.last)
        yield Field("expires", form=last, guide=f"Accepted today, it may last until {last}.")
