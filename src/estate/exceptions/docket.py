"""What acceptances are held against: what judging the estate found, and what its rules ask."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from estate.exceptions.terms import Terms
from estate.findings import Finding, Pin, Unknown
from estate.frozen import frozen

Read: TypeAlias = Callable[[Finding, date], Mapping[str, Pin]]
"""Reads, by name, what the rule of a finding reads of its subject, as it was on a day."""


def _nothing(_: Finding, __: date) -> Mapping[str, Pin]:
    return {}


@frozen
class Docket:
    """What the first pass found and could not decide, and the terms of its rules.

    `terms` are those of every rule whose findings can be accepted; `not_run` the rules that were
    switched off.
    """

    terms: Mapping[str, Terms]
    findings: tuple[Finding, ...] = ()
    undecided: Iterable[Unknown] = ()
    not_run: Container[str] = ()
    read: Read = _nothing
