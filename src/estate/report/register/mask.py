"""Names for the public: what is secret, and the stable stand-in that is shown in its place.

Which version runs where helps an attacker, and a person's name is personal data (UK GDPR, article
4). Organisations, services and families of products stay, since a committee decides about them: but
a name that holds somebody's name, a version, or a system's name with a number in it does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from estate.findings import Acceptance, Finding, Outcome, Step, Subject
from estate.frozen import frozen
from estate.report.register.entry import UNMANAGED

__all__ = ["PLAIN_VALUES", "Mask", "mask_of", "shown_findings"]

PLAIN_VALUES: Final = frozenset(
    {"ended", "extended-unpaid", "supported", "unknown", "yes", "no", "true", "false", "none"}
    | {"personal", "special-category", "critical", "high", "medium", "low"}
    | {"planned", "live", "retiring", "retired", "production", "test", "training", "development"}
)
"""Values of facts that tell nothing of the thing that they are about."""

_PUBLIC_KINDS: Final = frozenset({"service", "organisation", "product", "exception", "estate"})
"""Kinds of things whose names may be shown."""
_SHORT: Final = 4
"""Below so many characters, a secret counts only where it stands as a word of its own."""
_NEUTRAL: Final = re.compile(r"(?:ex|exc|exception|ra|risk)-\d{4}-\d{1,4}")
_STANDARD: Final = "standard"


@frozen
class Mask:
    """Stand-ins by what they stand for, and the texts that no name which stays may hold."""

    assets: Mapping[str, str]
    services: Mapping[str, str]
    projects: Mapping[str, str]
    exceptions: Mapping[str, str]
    organisations: Mapping[str, str]
    findings: Mapping[str, str]
    rules: frozenset[str]
    secrets: frozenset[str]

    def keep(self, text: str, otherwise: str) -> str:
        """Return a text that holds nothing secret, or what stands in for it."""
        folded = text.casefold()
        return otherwise if any(_holds(folded, each) for each in self.secrets) else text

    def asset(self, key: str) -> str:
        """Return the stand-in of an asset: `Server 3`; of a service, its name."""
        return self.services.get(key) or self.assets.get(key, "An asset")

    def rule(self, name: str) -> str:
        """Return a rule's name where the standard pack gave it: those of others may tell."""
        return name if name in self.rules else "A rule of the estate"


def mask_of(outcomes: Iterable[Outcome]) -> Mask:
    """Return one mask for several outcomes, so that the same thing has the same stand-in."""
    known = tuple(outcomes)
    acceptances = [each for outcome in known for each in outcome.acceptances]
    shown = [each for outcome in known for each in shown_findings(outcome)]
    steps = [step for each in acceptances for route in each.routes for step in route]
    found = [each for outcome in known for each in outcome.findings]
    secrets = frozenset(_folded([*_of_findings(found), *_of_acceptances(acceptances, steps)]))
    bare = Mask({}, {}, {}, {}, {}, {}, frozenset(), secrets)
    keys = {key for outcome in known for key in _organisations(outcome)}
    services = {step.id: step.name or step.id for step in steps if step.kind == "service"}
    aliases = _numbered(_kinds(steps, shown, acceptances))
    return Mask(
        assets=aliases,
        services={key: bare.keep(name, aliases[key]) for key, name in services.items()},
        projects=_numbered({each.id: "project" for a in acceptances for each in a.deliveries}),
        exceptions=_records(acceptances),
        organisations=_numbered(dict.fromkeys(keys, "organisation")),
        findings=_numbered({each.fingerprint: "finding" for each in shown}),
        rules=frozenset(r.id for outcome in known for r in outcome.rules if r.pack == _STANDARD),
        secrets=secrets,
    )


def shown_findings(outcome: Outcome) -> Iterator[Finding]:
    """Yield the findings that the report names: what is unmanaged, and what exceptions cover."""
    covered = {key for each in outcome.acceptances for key in each.findings}
    for finding in outcome.findings:
        if finding.rule in UNMANAGED or finding.fingerprint in covered:
            yield finding


def _holds(text: str, secret: str) -> bool:
    if len(secret) >= _SHORT:
        return secret in text
    return re.search(rf"(?<![\w.]){re.escape(secret)}(?![\w.])", text) is not None


def _folded(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        folded = " ".join(text.split()).casefold()
        if folded and folded not in PLAIN_VALUES:
            yield folded


def _of_findings(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        subject, detail = finding.subject, dict(finding.subject.detail)
        version = detail.get("version", "")
        yield from (version,) if isinstance(version, str) else version
        if subject.kind not in _PUBLIC_KINDS:
            members = detail.get("members", ())
            named = () if subject.kind == "duplication" else (subject.id, subject.name)
            yield from _with_digits([*named, *members])
        yield from _with_digits(value for _, value in finding.facts)


def _of_acceptances(acceptances: Iterable[Acceptance], steps: Iterable[Step]) -> Iterator[str]:
    hosts = (text for s in steps if s.kind != "service" for text in (s.id, s.name))
    facts = (text for a in acceptances for c in a.comparisons for text in (c.then, c.now))
    yield from _with_digits([*hosts, *facts])
    for each in acceptances:
        yield from (each.accepted_by, each.requested_by)
        yield from (sign.person for sign in each.signs)
        yield from (extension.by for extension in each.extensions)
        yield from (revision.author for revision in each.history)


def _with_digits(texts: Iterable[str]) -> Iterator[str]:
    """Return what names one thing alone: `srv-rev-db01` does, where `Revenues` is a plain word."""
    return (text for text in texts if any(map(str.isdigit, text)))


def _kinds(
    steps: Iterable[Step], findings: Iterable[Finding], acceptances: Iterable[Acceptance]
) -> dict[str, str]:
    """Return the kind of everything that a report may name, as far as it is known."""
    kinds = {key: "asset" for a in acceptances for c in a.controls for key in c.path}
    kinds |= {f.subject.id: _kind(f.subject) for f in findings}
    return kinds | {step.id: step.kind for step in steps}


def _kind(subject: Subject) -> str:
    return "asset" if subject.kind in {"installation", "dependency"} else subject.kind


def _numbered(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return `Server 3` for each key, counted within its kind in the order of keys."""
    counts: dict[str, int] = defaultdict(int)
    names = {}
    for key in sorted(kinds):
        kind = kinds[key]
        counts[kind] += 1
        word = "API" if kind == "api" else kind.replace("-", " ").capitalize()
        names[key] = f"{word} {counts[kind]}"
    return names


def _records(acceptances: Iterable[Acceptance]) -> dict[str, str]:
    """Keep the id of a record where it is but a year and a number."""
    aliases = _numbered({each.id: "record" for each in acceptances})
    return {key: key if _NEUTRAL.fullmatch(key) else alias for key, alias in aliases.items()}


def _organisations(outcome: Outcome) -> Iterator[str]:
    yield from outcome.organisations
    for acceptance in outcome.acceptances:
        yield from acceptance.organisations
        yield from (sign.organisation for sign in acceptance.signs if sign.organisation)
    for finding in outcome.findings:
        yield from finding.subject.organisations
