"""The baseline: findings that an estate knew when it began to check, and is working off.

It is a file beside the inventory, keyed by fingerprint; the rest of an entry is for people. It
only ever shrinks: a finding that is new, or that somebody's failed acceptance covers, shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from estate.errors import Location, Problem, UsageError
from estate.findings import SEVERITIES, Acceptance, Finding, Outcome
from estate.frozen import frozen

__all__ = ["SCHEMA", "Baseline", "Entry", "never_known", "read_baseline"]

SCHEMA: Final = "estate-baseline/1"
"""The name and version of the format."""

_DIGITS: Final = frozenset("0123456789abcdef")
_LENGTH: Final = 20
_NOT_YET: Final = "pending"
"""The state of an acceptance that has not failed: it begins on a later day."""


@frozen
class Entry:
    """One known finding, as people know it; `subject` holds the keys of the JSON findings."""

    rule: str
    severity: str
    subject: Mapping[str, Any]
    message: str


@frozen
class Baseline:
    """The known findings by fingerprint."""

    entries: Mapping[str, Entry]

    def applied(self, outcome: Outcome, never: frozenset[str]) -> Outcome:
        """Return the outcome with its known findings marked; `never` are those that show."""
        known = self.entries.keys() - never
        return replace(
            outcome,
            findings=tuple(
                replace(f, status="baselined") if f.fingerprint in known and _open(f) else f
                for f in outcome.findings
            ),
        )

    def stale(self, outcome: Outcome) -> dict[str, Entry]:
        """Return the entries that are no longer found, of rules that were run or are gone."""
        found = {finding.fingerprint for finding in outcome.findings}
        resting = {rule for rule, _ in outcome.not_run}
        return {
            key: entry
            for key, entry in self.entries.items()
            if key not in found and entry.rule not in resting
        }

    def shrunk(self, outcome: Outcome, never: frozenset[str]) -> Baseline:
        """Return what of it is still to be worked off; nothing is added.

        What a rule that was not run once found stays. What was accepted leaves: when the
        acceptance ends, the finding is to show.
        """
        resting = {rule for rule, _ in outcome.not_run}
        kept = {key: each for key, each in self.entries.items() if each.rule in resting}
        now = Baseline.begun(outcome, never).entries
        return Baseline(kept | {key: now[key] for key in self.entries if key in now})

    @classmethod
    def begun(cls, outcome: Outcome, never: frozenset[str]) -> Baseline:
        """Return a first baseline: all open findings, however severe, but those of `never`."""
        return cls(
            {
                finding.fingerprint: Entry(
                    finding.rule, finding.severity, finding.subject.identity, finding.message
                )
                for finding in outcome.findings
                if _open(finding) and finding.fingerprint not in never
            }
        )

    def text(self) -> Iterator[str]:
        """Yield the file in pieces: an entry a line, by fingerprint, in plain ASCII."""
        yield f'{{\n  "schema": {json.dumps(SCHEMA)},\n  "findings": {{'
        between = "\n"
        for key in sorted(self.entries):
            yield f"{between}    {json.dumps(key)}: {json.dumps(asdict(self.entries[key]))}"
            between = ",\n"
        yield "\n  }\n}\n" if self.entries else "}\n}\n"


def never_known(
    about_acceptances: Iterable[Finding],
    acceptances: Iterable[Acceptance],
    inherited: Mapping[str, tuple[str, ...]],
) -> frozenset[str]:
    """Return the fingerprints that no baseline hides.

    They are the findings about acceptances, those that an acceptance covers which failed, and
    those that rest on one of these. `inherited` maps a finding to what it rests on.
    """
    failed = {
        fingerprint
        for acceptance in acceptances
        if not acceptance.counts and acceptance.state != _NOT_YET
        for fingerprint in acceptance.findings
    }
    resting = {key for key, roots in inherited.items() if not failed.isdisjoint(roots)}
    return frozenset(failed | resting | {finding.fingerprint for finding in about_acceptances})


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises UsageError with the place of everything that is wrong with it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        content = json.loads(text, object_pairs_hook=_once)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise _refused([_problem(path, "", 0, "the file is not UTF-8 text")]) from error
    except json.JSONDecodeError as error:
        said = f"this is no JSON: {error.msg}"
        raise _refused([_problem(path, error.doc, error.pos, said)]) from error
    except _TwiceError as error:
        place = text.rfind(json.dumps(error.key))
        raise _refused([_problem(path, text, place, "this key stands here twice")]) from error
    except (ValueError, RecursionError) as error:
        raise _refused([_problem(path, text, 0, "no baseline looks like this")]) from error
    problems = [
        _problem(path, text, text.find(json.dumps(key)), message, expected)
        for key, message, expected in _wrong(content)
    ]
    if problems:
        raise _refused(problems)
    return Baseline({key: Entry(**entry) for key, entry in content["findings"].items()})


class _TwiceError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _open(finding: Finding) -> bool:
    return finding.status in {"open", "below-threshold", "baselined"}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _wrong(content: object) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the message and what was expected for everything wrong."""
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        yield "schema", "this is no baseline that this version reads", f'"schema": "{SCHEMA}"'
        return
    for key in content.keys() - {"schema", "findings"}:
        yield key, "a baseline has no such key", "schema and findings"
    findings = content.get("findings")
    if not isinstance(findings, dict):
        yield "findings", "the findings are not given by fingerprint", "an object"
        return
    for key, entry in findings.items():
        if len(key) != _LENGTH or not _DIGITS.issuperset(key):
            yield key, "this is no fingerprint", f"{_LENGTH} hexadecimal digits"
        elif not _whole(entry):
            wanted = "an object of rule, severity, subject and message"
            yield key, "this is no entry of a baseline", wanted


def _whole(entry: object) -> bool:
    return (
        isinstance(entry, dict)
        and entry.keys() == Entry.__dataclass_fields__.keys()
        and all(isinstance(entry[key], str) for key in ("rule", "message"))
        and entry["severity"] in SEVERITIES
        and isinstance(entry["subject"], dict)
    )


def _problem(path: Path, text: str, start: int, message: str, expected: str = "") -> Problem:
    """Return a problem at a position of the file; at its beginning where the key is not there."""
    start = max(start, 0)
    begin = text.rfind("\n", 0, start) + 1
    line, column = text.count("\n", 0, start) + 1, start - begin + 1
    source = text[begin:].partition("\n")[0].rstrip("\r")
    place = Location(str(path), line, column, line, column + 1, source)
    return Problem("invalid-baseline", message, place, expected)


def _refused(problems: list[Problem]) -> UsageError:
    return UsageError(f"{problems[0].location.file} is no baseline; nothing was judged", problems)
