"""Whatever may be accepted can be drafted: the draft loads and covers exactly what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from tests.pipeline.conftest import DAY

from estate.config import Config
from estate.errors import EstateError
from estate.findings import Acceptance, Finding
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.model.scalars import day
from estate.model.validation import validator_of
from estate.pipeline import Loaded, Options, Run, load_estate, load_pack, run
from estate.pipeline.acceptances.amending import add
from estate.pipeline.acceptances.drafting import draft_of, found
from estate.pipeline.terms import terms_of
from estate.read import Document, inventory_of, read_document
from estate.rules import Example

pytestmark = pytest.mark.no_cover

PACK = load_pack(None)
TERMS = terms_of(PACK)
SETTINGS = ("as_of", "catalogue_as_of", "policy", "base")
EXAMPLES = {
    f"{rule.id}-{number}": example
    for rule in PACK.rules.values()
    if rule.id in TERMS
    for number, example in enumerate(rule.examples)
    if example.expects == "fails"
}


def _acceptable(judged: Run) -> dict[str, Finding]:
    """Return every finding that somebody may accept and nobody has, under an id of a draft."""
    findings = [f for f in judged.outcome.findings if f.rule in TERMS and not f.exception]
    return {f"ex-2099-{number:03}": each for number, each in enumerate(findings)}


def _some(findings: Mapping[str, Finding]) -> dict[str, Finding]:
    """Return the first and the last of each rule, and what is drafted with most care: lists."""
    ends = {each.rule: key for key, each in findings.items()}
    ends.update({f"{each.rule}, first": key for key, each in reversed([*findings.items()])})
    wanted = {*ends.values()}
    return {
        key: each
        for key, each in findings.items()
        if key in wanted or each.subject.kind == "duplication"
    }


def _text(judged: Run, finding: Finding, key: str) -> bytes:
    """Return the file that a draft makes by itself."""
    draft = draft_of(judged, found(judged, [finding.fingerprint]), key)
    with TemporaryDirectory() as folder:
        name = add(Path(folder), judged, draft).relative_to(folder)
        return (Path(folder) / name).read_bytes()


def _wrong(acceptance: Acceptance, finding: Finding) -> Iterator[str]:
    """Yield what is not as the law says."""
    if (acceptance.state, acceptance.counts) != ("incomplete", False):
        yield f"it is {acceptance.state}"
    if acceptance.findings != (finding.fingerprint,):
        yield f"it covers {acceptance.findings}, not {finding.fingerprint}"
    if not acceptance.comparisons and finding.subject.kind != "estate":
        yield "nothing is pinned"
    yield from (str(each) for each in acceptance.comparisons if each.sameness != "same")
    yield from (reason for reason in acceptance.reasons if "was not among" in reason)


def _failures(drafted: Run, findings: Mapping[str, Finding]) -> dict[str, list[str]]:
    stand = {each.id: each for each in drafted.outcome.acceptances}
    assert {*findings} <= {*stand}
    told = {
        f"{finding.rule} {finding.subject.id}": [*_wrong(stand[key], finding)]
        for key, finding in findings.items()
    }
    return {key: wrong for key, wrong in told.items() if wrong}


def test_every_finding_of_the_example_estate_can_be_drafted(copy: Path) -> None:
    judged = run(load_estate(copy, PACK), Options(DAY))
    findings = _some(_acceptable(judged))
    assert len({finding.rule for finding in findings.values()}) > 50
    drafts = copy / "inventory" / "drafts"
    drafts.mkdir()
    for key, finding in findings.items():
        (drafts / f"{key}.yaml").write_bytes(_text(judged, finding, key))
    drafted = run(load_estate(copy, PACK), Options(DAY))
    assert _failures(drafted, findings) == {}
    before = {f.fingerprint: f.status for f in judged.outcome.findings}
    after = {f.fingerprint: f.status for f in drafted.outcome.findings}
    assert {key: after.get(key) for key in before} == before


def _loaded(example: Example, *drafts: bytes) -> tuple[Loaded, date]:
    """Return an example as it would be loaded, with drafts beside it."""
    raw: dict[str, Any] = dict(example.inventory)
    policy = validator_of(Policy).validate_python(raw.get("policy", {}))
    as_of = raw.get("catalogue_as_of")
    catalogue = empty(day(str(as_of)) if as_of else date.min)
    sections = {key: value for key, value in raw.items() if key not in SETTINGS}
    files = [read_document(f"inventory/{n}.yaml", text) for n, text in enumerate(drafts)]
    documents = [Document("example", "", values=sections), *files]
    inventory = inventory_of(documents, name="example", policy=policy, defaults={})
    return Loaded(Config(estate=1, name="example"), inventory, PACK, catalogue), day(
        str(raw["as_of"])
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_finding_of_a_rules_examples_can_be_drafted(name: str) -> None:
    example, rule = EXAMPLES[name], name.rpartition("-")[0]
    loaded, today = _loaded(example)
    judged = run(loaded, Options(today, select=(rule,)))
    known = _acceptable(judged)
    findings = {key: each for key, each in known.items() if each.rule == rule}
    assert findings
    drafts = [_text(judged, finding, key) for key, finding in findings.items()]
    drafted = run(_loaded(example, *drafts)[0], Options(today, select=(rule,)))
    assert _failures(drafted, findings) == {}


def test_nothing_else_can_be_drafted(copy: Path) -> None:
    judged = run(load_estate(copy, PACK), Options(DAY))
    others = [f for f in judged.outcome.findings if f.rule not in TERMS]
    assert others
    for finding in others:
        with pytest.raises(EstateError, match="cannot be accepted by anybody"):
            found(judged, [finding.fingerprint])
