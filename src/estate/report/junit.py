"""JUnit XML, as CI servers show it: a suite for each rule, a case for each finding.

What fails the run is a failure. What is accepted, known, below the threshold or merely a gap is
skipped, with the reason; so are the subjects of which too little is known, and rules that were not
run. Source: the schema of Jenkins' xUnit plugin, junit-10.xsd.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, Literal
from xml.sax.saxutils import escape

from estate.findings import Acceptance, Finding, Outcome, RuleResult
from estate.frozen import frozen
from estate.report.account import acceptances_of, account, excuse, unknown_of
from estate.report.locate import locate
from estate.report.visible import clip, visible
from estate.report.wording import counted, grounds, listed

__all__ = ["render"]

_LONGEST: Final = 2000
_QUOTES: Final = {'"': "&quot;"}


@frozen
class _Case:
    """One case: its name within the suite, how it ended, why in a line, and all that is known."""

    name: str
    ended: Literal["failure", "skipped", "passed"]
    message: str = ""
    type: str = ""
    text: str = ""


def render(outcome: Outcome, *, folder: str = "") -> Iterator[str]:
    """Yield the document in pieces. `folder` is the estate's place below the repository's root."""
    suites = list(_suites(outcome, folder))
    total = _numbers([case for _, _, cases in suites for case in cases])
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    del total["skipped"]  # the schema knows it of a suite alone
    yield f"<testsuites{_attributes(name='estate', **total)}>\n"
    for name, title, cases in suites:
        yield from _suite(name, title, cases, outcome)
    yield "</testsuites>\n"


def _suites(outcome: Outcome, folder: str) -> Iterator[tuple[str, str, list[_Case]]]:
    """Yield name, title and cases of each suite; no suite is empty."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        found[finding.rule].append(finding)
    acceptances = acceptances_of(outcome)
    rules = {rule.id: rule for rule in outcome.rules}
    for name in dict.fromkeys([*rules, *found]):
        rule = rules.get(name)
        cases = [_case(finding, outcome, acceptances, folder) for finding in found[name]]
        yield name, rule.title if rule else "", [*cases, *_rest(rule, cases)]
    for name, reason in outcome.not_run:
        yield name, "", [_Case("not run", "skipped", clip(reason))]
    said = "\n".join(account(outcome))
    yield "summary", "", [_Case("summary", "passed", text=said)]


def _case(
    finding: Finding, outcome: Outcome, acceptances: Mapping[str, Acceptance], folder: str
) -> _Case:
    why = excuse(finding, outcome, acceptances)
    text = "\n".join(_told(finding, outcome, folder))
    name = " ".join(_subject(finding))
    if why:
        message = f"{why}: {clip(finding.message)}"
        return _Case(name, "skipped", message, finding.severity, text)
    return _Case(name, "failure", clip(finding.message), finding.severity, text)


def _subject(finding: Finding) -> Iterator[str]:
    """Yield what a case is known by from run to run."""
    for value in finding.subject.identity.values():
        yield clip(listed(value) if isinstance(value, list) else value)


def _told(finding: Finding, outcome: Outcome, folder: str) -> Iterator[str]:
    yield f"{finding.severity}[{clip(finding.rule)}]: {clip(finding.message)}"
    if at := locate(outcome.places, finding.place):
        yield f"at {visible(folder + at.file)}:{at.line}:{at.column}"
    if because := [clip(fact) for fact in grounds(finding.facts)]:
        yield f"because {'; '.join(because)}"
    if finding.path:
        yield f"path {' → '.join(map(clip, finding.path))}"
    for other in finding.related:
        found = locate(outcome.places, other.place)
        where = f"{visible(folder + found.file)}:{found.line}:{found.column}: " if found else ""
        yield f"see {where}{clip(other.message)}"
    yield f"estate explain {finding.fingerprint}"


def _rest(rule: RuleResult | None, cases: list[_Case]) -> Iterator[_Case]:
    """Yield what there is of a rule beside its findings; a rule without any still has a case."""
    if rule is not None and rule.unknown:
        yield _Case("unknown", "skipped", unknown_of(rule))
    elif not cases:
        population = rule.population if rule else 0
        yield _Case("passed", "passed", text=f"{counted(population, 'subject')}, nothing found")


def _suite(name: str, title: str, cases: list[_Case], outcome: Outcome) -> Iterator[str]:
    numbers = _numbers(cases)
    day = f"{outcome.as_of.isoformat()}T00:00:00"
    yield f"  <testsuite{_attributes(name=name, **numbers, timestamp=day)}>\n"
    if title:
        yield "    <properties>\n"
        yield f"      <property{_attributes(name='title', value=title)}/>\n"
        yield "    </properties>\n"
    for case in cases:
        yield _written(name, case)
    yield "  </testsuite>\n"


def _written(suite: str, case: _Case) -> str:
    opening = f"    <testcase{_attributes(name=case.name, classname=f'estate.{suite}', time='0')}"
    text = escape(case.text)
    if case.ended == "passed":
        return f"{opening}>\n      <system-out>{text}</system-out>\n    </testcase>\n"
    kinds = {"type": case.type} if case.type else {}
    inner = f"<{case.ended}{_attributes(**kinds, message=case.message)}>{text}</{case.ended}>"
    return f"{opening}>\n      {inner}\n    </testcase>\n"


def _numbers(cases: list[_Case]) -> dict[str, str]:
    ended = [case.ended for case in cases]
    return {
        "tests": str(len(ended)),
        "failures": str(ended.count("failure")),
        "errors": "0",
        "skipped": str(ended.count("skipped")),
        "time": "0",
    }


def _attributes(**values: str) -> str:
    quoted = {name: escape(clip(value, _LONGEST), _QUOTES) for name, value in values.items()}
    return "".join(f' {name}="{value}"' for name, value in quoted.items())
