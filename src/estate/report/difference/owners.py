"""The findings of a comparison, by whoever has to do something about them."""

from __future__ import annotations

from dataclasses import replace

from estate.findings import SEVERITIES, Difference, FindingChange
from estate.frozen import frozen
from estate.report.difference.telling import Part, parts

__all__ = ["NOBODY", "Owned", "by_owner"]

NOBODY = "Nobody is recorded as the owner"
"""What stands for the name of an owner where there is none."""


@frozen
class Owned:
    """What became of the findings of one owner: those who have none come last."""

    owner: str
    parts: tuple[Part, ...]

    @property
    def turns(self) -> tuple[int, int, int]:
        """How many findings came, went and changed."""
        found = [change.turn for part in self.parts for change in part.changes]
        return found.count("came"), found.count("went"), found.count("changed")


def by_owner(difference: Difference) -> list[Owned]:
    """Return the findings by owner: who has the gravest that came is first, then by name."""
    names = {change.owner for change in difference.findings}
    return [
        Owned(name or NOBODY, tuple(_parts(difference, name)))
        for name in sorted(names, key=lambda name: _order(difference, name))
    ]


def _parts(difference: Difference, name: str) -> list[Part]:
    own = tuple(each for each in difference.findings if each.owner == name)
    return parts(replace(difference, findings=own, about_change=()))


def _order(difference: Difference, name: str) -> tuple[bool, list[int], str]:
    own = [each for each in difference.findings if each.owner == name]
    return not name, [-_came(own, severity) for severity in SEVERITIES], name


def _came(changes: list[FindingChange], severity: str) -> int:
    return sum(each.turn == "came" and each.finding.severity == severity for each in changes)
