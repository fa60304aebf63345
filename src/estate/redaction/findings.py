"""Findings for the public: the rule's own words, about a stand-in.

Nothing is copied that is not named here, so a field that is added later stays out until somebody
decides about it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from estate.findings import Finding, Place, RuleResult, Subject, Unknown, fingerprint
from estate.model.relations import BY_NAME
from estate.redaction.stand_ins import STANDARD, StandIns
from estate.redaction.wording import ANYTHING, WITHHELD
from estate.report.wording import listed

__all__ = ["PLAIN_VALUES", "findings_of", "rule_of", "spoken", "subject_of", "unknown_of"]

PLAIN_VALUES: Final = frozenset(
    {"ended", "extended", "extended-unpaid", "supported", "unknown", "yes", "no", "true", "false"}
    | {"none", "personal", "special-category", "critical", "high", "medium", "low"}
    | {"planned", "live", "retiring", "retired", "production", "test", "training", "development"}
    | {"internal", "partner", "internet", "hard", "soft"}
)
"""Values of facts that tell nothing of the thing that they are about."""

_PLAIN_FACTS: Final = frozenset(
    {"support.status", "strength", "state", "status", "criticality", "environment", "exposure"}
    | {"personal_data", "hosted", "reachable_from_internet", "software_as_a_service"}
    | {f"{of}.{name}" for of in ("asset", "source")
       for name in ("criticality", "environment", "exposure", "personal_data", "state")}
)  # fmt: skip
"""Facts whose plain values are shown."""

_FIELD: Final = re.compile(r"[a-z_]+(\.[a-z_]+)*")
_IN_BRACKETS: Final = re.compile(r"\[[^\[\]]*\]")
_YEAR: Final = re.compile(r"\d{4}-\d{2}")
_OPEN_KEY: Final = re.compile(r"(?:lgsl|function)-\d+")
_FEW: Final = 4
"""Things that a sentence names."""
_A_RULE: Final = "A rule of this estate"


def rule_of(rule: RuleResult, names: StandIns) -> RuleResult:
    """Return a rule as it went; of one that is not ours, the numbers alone."""
    ours = rule.pack == STANDARD
    return RuleResult(
        id=names.rule(rule.id),
        title=rule.title if ours else _A_RULE,
        severity=rule.severity,
        kind=rule.kind,
        why=rule.why if ours else "",
        fix=rule.fix if ours else "",
        authority=rule.authority if ours else (),
        pack=rule.pack if ours else WITHHELD,
        population=rule.population,
        failed=rule.failed,
        accepted=rule.accepted,
        unknown=rule.unknown,
        passed=rule.passed,
    )


def findings_of(
    findings: Iterable[Finding], rules: Iterable[RuleResult], names: StandIns
) -> dict[str, Finding]:
    """Return the public findings by the fingerprint of the true ones, in their order.

    `rules` are public ones already. Two subjects whose difference is withheld are numbered, since
    a fingerprint is that of one finding.
    """
    titles = {rule.id: rule.title for rule in rules}
    made = {each.fingerprint: _finding(each, titles, names) for each in findings}
    alike = Counter(each.fingerprint for each in made.values())
    seen: Counter[str] = Counter()
    told = {}
    for key, each in made.items():
        seen[each.fingerprint] += 1
        number, several = seen[each.fingerprint], alike[each.fingerprint]
        told[key] = each if several == 1 else _numbered(each, number, several)
    return told


def unknown_of(unknown: Unknown, names: StandIns) -> Unknown:
    """Return an open question: of the fields that are missing, not whose they are."""
    plain = [_plain_field(name) for name in unknown.missing]
    return Unknown(
        rule=names.rule(unknown.rule),
        subject=subject_of(unknown.subject, names),
        missing=tuple(dict.fromkeys(plain)),
    )


def _plain_field(name: str) -> str:
    """Return a field without the record that lacks it: `products.<id>.versions`."""
    bare = _IN_BRACKETS.sub("", name)
    if not _FIELD.fullmatch(bare):
        return "another field"
    return bare.replace("products.", "products.<id>.", 1) if name.startswith("products[") else bare


def subject_of(subject: Subject, names: StandIns) -> Subject:
    """Return a subject by its stand-ins."""
    key = subject.id
    if subject.kind == "estate":
        return Subject("estate", "estate", (), names.keep(subject.name, "The estate"))
    if subject.kind == "duplication":
        identity = name = _duplication(key, names)
    else:
        identity, name = names.id(key), names.name(key)
    return Subject(
        kind=subject.kind,
        id=identity,
        detail=_detail(subject, names),
        name=name,
        organisations=names.every(subject.organisations),
    )


def spoken(subject: Subject, names: StandIns) -> str:
    """Return a public subject as a sentence calls it: `Oracle Database on Server 3`."""
    detail = dict(subject.detail)
    members = detail.get("members") or ()
    targets = detail.get("targets") or ()
    if subject.kind == "installation":
        software = names.products.get(str(detail.get("product")), "") or "Software"
        version = str(detail.get("version", "")).partition(", ")[2]
        which = f" ({version}" if version else ""
        return f"{software}{which} on {subject.name}"
    if subject.kind == "estate":
        return ""
    if members:
        return _together(members, names)
    if targets:
        return f"{subject.name} and {_together(targets, names)}"
    part = detail.get("name") or detail.get("year")
    return f"{part} of {subject.name}" if isinstance(part, str) else subject.name


def _together(keys: Iterable[str], names: StandIns) -> str:
    """Return some things as a sentence names them, the first few."""
    named = [names.titles.get(key, ANYTHING) for key in keys]
    more = len(named) - _FEW
    return listed([*named[:_FEW], f"{more} more"] if more > 0 else named)


def _finding(finding: Finding, titles: dict[str, str], names: StandIns) -> Finding:
    subject, rule = subject_of(finding.subject, names), names.rule(finding.rule)
    about = spoken(subject, names)
    title = titles.get(rule, _A_RULE)
    return Finding(
        fingerprint=fingerprint(rule, subject),
        rule=rule,
        severity=finding.severity,
        kind=finding.kind,
        subject=subject,
        message=f"{title}: {about}" if about else title,
        place=Place(names.ids.get(finding.place.asset, "")),
        status=finding.status,
        facts=tuple(
            (name, value)
            for name, value in finding.facts
            if name in _PLAIN_FACTS and value in PLAIN_VALUES
        ),
        path=names.every(finding.path),
        exception=names.id(finding.exception) if finding.exception else None,
        caused_by=finding.caused_by,
    )


def _numbered(finding: Finding, number: int, several: int) -> Finding:
    subject = finding.subject
    detail = (*subject.detail, ("which", f"{number} of {several}"))
    told = replace(subject, detail=detail)
    return replace(finding, subject=told, fingerprint=fingerprint(finding.rule, told))


def _duplication(key: str, names: StandIns) -> str:
    """Return the id of a duplication: what is duplicated where that is public, else its level."""
    level, _, what = key.partition(":")
    if _OPEN_KEY.fullmatch(what) or (level == "product" and what in names.products):
        return key
    if level == "service":
        return f"{level}:{names.id(what)}"
    kind = "software" if level == "product" else level
    part = names.parts.get((kind, "", what))
    return f"{level}:{part}" if part else level


def _detail(subject: Subject, names: StandIns) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    if subject.kind == "installation":
        said = dict(subject.detail)
        key = (subject.id, str(said.get("product", "")), str(said.get("version", "")))
        (family, _), version = names.software.get(key, (("", ""), ""))
        return ("product", family), ("version", version)
    told = ((name, _told(name, value, subject, names)) for name, value in subject.detail)
    return tuple((name, value) for name, value in told if value)


def _told(
    name: str, value: str | tuple[str, ...], subject: Subject, names: StandIns
) -> str | tuple[str, ...]:
    """Return one detail; "" for what nobody has decided about."""
    if isinstance(value, tuple):
        return tuple(sorted(names.every(value))) if name in {"targets", "members"} else ""
    if name == "relation":
        return value if value in BY_NAME else WITHHELD
    if name == "year":
        return value if _YEAR.fullmatch(value) else WITHHELD
    return names.parts.get((subject.kind, subject.id, value), ANYTHING) if name == "name" else ""
