"""The page of a rule, for the screen."""

from __future__ import annotations

from collections.abc import Iterator

from estate.report.explain import RuleText, Section, rule_page
from estate.rules import Pack, Rule


def page_of(pack: Pack, name: str, *, painted: bool, width: int) -> Iterator[str]:
    """Yield the lines of a rule's page."""
    rule = pack.rules[name]
    text = RuleText(
        rule.id,
        rule.title,
        rule.severity.worst,
        rule.why,
        rule.fix,
        tuple(_authority(pack, key) for key in rule.authority),
        tuple(_rows(pack, rule)),
    )
    sections = [
        Section("Parameters", tuple((p.name, _written(p.default)) for p in rule.parameters))
    ]
    return rule_page(text, [s for s in sections if s.rows], colour=painted, width=width)


def _rows(pack: Pack, rule: Rule) -> Iterator[tuple[str, str]]:
    yield "about", ", ".join(rule.subjects)
    if rule.population is not None:
        yield "of those", rule.population.text
    if rule.where is not None:
        yield "where", rule.where.text
    yield "finding when", rule.when.text
    yield "severity", _severity(rule)
    yield "kind", rule.kind
    yield "accepted by", _accepted_by(rule)
    if rule.id in pack.not_run:
        yield "not run", pack.not_run[rule.id]


def _severity(rule: Rule) -> str:
    rungs = [f"{rung} if {question.text}" for rung, question in rule.severity.rungs]
    return "; ".join([*rungs, f"else {rule.severity.last}" if rungs else rule.severity.last])


def _accepted_by(rule: Rule) -> str:
    if not rule.acceptable:
        return "nobody: findings about acceptances cannot be accepted"
    role = rule.acceptance.role or "the SIRO if critical or high, else the enterprise architect"
    longest = f", for at most {rule.acceptance.longest}" if rule.acceptance.longest else ""
    needs = (
        f"; the record needs {', '.join(rule.acceptance.needs)}" if rule.acceptance.needs else ""
    )
    return f"{role}{longest}{needs}"


def _authority(pack: Pack, key: str) -> str:
    found = pack.authorities[key]
    issuer = f" ({found.issuer})" if found.issuer else ""
    return f"{found.name}{issuer}: {' '.join(found.says.split())}"


def _written(default: str | tuple[str, ...]) -> str:
    return default if isinstance(default, str) else ", ".join(default)
