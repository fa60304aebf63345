"""An outcome for the public: the same counts, and nothing that is not for everybody."""

from __future__ import annotations

from typing import Final

from estate.findings import SEVERITIES, Finding, Outcome, Unknown
from estate.redaction.acceptances import acceptance_of
from estate.redaction.findings import findings_of, rule_of, unknown_of
from estate.redaction.stand_ins import StandIns
from estate.redaction.wording import NOTICE, WITHHELD

__all__ = ["public_outcome"]

_WHY_NOT_RUN: Final = frozenset({"ignored in estate.yaml", "not selected", "ignored by an option"})


def public_outcome(outcome: Outcome, names: StandIns) -> Outcome:
    """Return an outcome made anew, field by field, of what may be shown.

    Lists are put in order again by what is shown, so that their order tells nothing either.
    """
    rules = tuple(rule_of(rule, names) for rule in outcome.rules)
    found = findings_of(outcome.findings, rules, names)
    accepted = [acceptance_of(each, outcome, found, names) for each in outcome.acceptances]
    unknown = [unknown_of(each, names) for each in outcome.unknown]
    return Outcome(
        estate=names.estate(outcome.estate),
        as_of=outcome.as_of,
        tool=outcome.tool,
        assets=outcome.assets,
        relations=outcome.relations,
        digest=WITHHELD if outcome.digest else "",
        catalogue_as_of=outcome.catalogue_as_of,
        catalogue_digest=outcome.catalogue_digest,
        threshold=outcome.threshold,
        gaps_fail=outcome.gaps_fail,
        rules=rules,
        findings=tuple(sorted(found.values(), key=_order)),
        unknown=tuple(sorted(unknown, key=_asked)),
        acceptances=tuple(sorted(accepted, key=lambda each: each.id)),
        unmanaged=outcome.unmanaged,
        organisations={names.id(k): names.name(k) for k in outcome.organisations},
        not_run=tuple(
            (names.rule(rule), reason if reason in _WHY_NOT_RUN else WITHHELD)
            for rule, reason in outcome.not_run
        ),
        planned=outcome.planned,
        notice=NOTICE,
    )


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return SEVERITIES.index(finding.severity), finding.rule, finding.subject.id, finding.fingerprint


def _asked(unknown: Unknown) -> tuple[str, str, str]:
    return unknown.rule, unknown.subject.id, str(unknown.subject.detail)
