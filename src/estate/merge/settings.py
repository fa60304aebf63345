"""What the settings of several estates come to: where they differ, the stricter one, and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from estate.config import FILE, Measure
from estate.errors import Location, MergeError, Problem
from estate.findings import SEVERITIES
from estate.findings.reorganisation import Decision
from estate.frozen import frozen
from estate.merge.part import Part
from estate.model.fields import fields_of
from estate.model.scalars import Term

__all__ = ["Settings", "merged_settings"]

_ONE: Final = ("currency", "financial_year_starts")
"""What has to be the same: sums of money and years cannot be added up otherwise."""

_DAYS_OF_MONTH: Final = 30.44
_RANK: Final[dict[str, int]] = {"never": 0, **{name: at for at, name in enumerate(SEVERITIES, 1)}}


@frozen
class Settings:
    """The settings of the merged estate, as they are written, and what was decided for them."""

    values: dict[str, Any]
    decisions: tuple[Decision, ...]


def merged_settings(
    parts: Mapping[str, Part], name: str, rules: Iterable[str], worst: Callable[[str], str]
) -> Settings:
    """Return the settings of several estates together.

    `rules` are the packs of the merged estate. `worst` gives the highest severity that a rule has
    by itself, "" for one that is not known. Raises MergeError where the estates count in other
    currencies or years.
    """
    _refuse(parts)
    one = _One(parts)
    values: dict[str, Any] = {"estate": 1, "name": name, "inventory": "inventory"}
    values["rules"] = list(rules)
    values["reports"] = "reports"
    first = next(iter(parts.values())).config
    values["timezone"] = one.first("timezone", lambda part: part.config.timezone)
    values["currency"] = first.currency
    values["financial_year_starts"] = first.financial_year_starts
    values["policy"] = one.policy()
    values |= {
        name: found
        for name, found in (
            ("severity", one.severity(worst)),
            ("parameters", one.parameters()),
            ("ignore", one.ignore()),
            ("measures", one.measures()),
        )
        if found
    }
    return Settings(values, tuple(one.decisions))


def _refuse(parts: Mapping[str, Part]) -> None:
    problems = []
    for setting in _ONE:
        said = {name: str(getattr(part.config, setting)) for name, part in parts.items()}
        if len(set(said.values())) > 1:
            found = ", ".join(f"{name} says {value}" for name, value in said.items())
            place = Location(FILE, 0, 0, 0, 0)
            problems.append(Problem("merge", f"{setting}: {found}", place, "the same in all"))
    if problems:
        raise MergeError("the estates cannot be merged: they do not count alike", problems)


class _One:
    """Finds one value for each setting, and keeps what it decided."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self._parts = parts
        self.decisions: list[Decision] = []

    def _decide(
        self,
        setting: str,
        say: Callable[[Part], Any],
        choose: Callable[[list[Any]], Any],
        why: str,
    ) -> Any:  # noqa: ANN401 - any setting
        said = {name: say(part) for name, part in self._parts.items()}
        values = list(said.values())
        if all(value == values[0] for value in values):
            return values[0]
        chosen = choose(values)
        told = tuple((name, _words(value)) for name, value in said.items())
        self.decisions.append(Decision(setting, told, _words(chosen), why))
        return chosen

    def first(self, setting: str, say: Callable[[Part], Any]) -> Any:  # noqa: ANN401 - as above
        """Take what the first says."""
        return self._decide(setting, say, lambda values: values[0], "that of the first")

    def policy(self) -> dict[str, Any]:
        """Return the policy: of each part of it, the stricter."""
        strict, both = "the stricter", "all of them"
        fail_on = self._decide(
            "policy.fail_on",
            lambda part: part.config.policy.fail_on,
            lambda values: max(values, key=lambda value: _RANK[value]),
            strict,
        )
        gaps = self._decide(
            "policy.gaps", lambda part: part.config.policy.gaps, lambda _: "fail", strict
        )
        horizons = self._decide(
            "policy.horizons",
            lambda part: part.config.policy.horizons,
            lambda values: tuple(sorted({t for each in values for t in each}, key=_days)),
            both,
        )
        zones = self._decide(
            "policy.internet_zones",
            lambda part: part.config.policy.internet_zones,
            lambda values: tuple(dict.fromkeys(zone for each in values for zone in each)),
            both,
        )
        return {
            "fail_on": fail_on,
            "gaps": gaps,
            "horizons": [_term(each) for each in horizons],
            "acceptance": self._acceptance(strict),
            "internet_zones": list(zones),
        }

    def _acceptance(self, strict: str) -> dict[str, Any]:
        longest = self._decide(
            "policy.acceptance.longest",
            lambda part: part.config.policy.acceptance.longest,
            _shortest,
            strict,
        )
        found: dict[str, Any] = {}
        if longest is not None:
            found["longest"] = {severity: _term(each) for severity, each in longest.items()}
        within = self._decide(
            "policy.acceptance.review_within",
            lambda part: part.config.policy.acceptance.review_within,
            lambda values: min(values, key=_days),
            strict,
        )
        found["review_within"] = _term(within)
        found["signatures"] = self._decide(
            "policy.acceptance.signatures",
            lambda part: part.config.policy.acceptance.signatures,
            lambda _: "required",
            strict,
        )
        found["appetite"] = self._decide(
            "policy.acceptance.appetite",
            lambda part: part.config.policy.acceptance.appetite,
            min,
            strict,
        )
        return found

    def severity(self, worst: Callable[[str], str]) -> dict[str, str]:
        """Return the severities: the highest that one of them says, or the rule itself."""
        found = {}
        for rule in self._named(lambda part: part.config.severity):
            chosen = self._decide(
                f"severity.{rule}",
                lambda part, rule=rule: part.config.severity.get(rule),  # type: ignore[misc]
                lambda values, rule=rule: _highest(values, worst(rule)),  # type: ignore[misc]
                "the highest; where one says nothing, the rule's own counts",
            )
            if chosen is not None:
                found[rule] = chosen
        return found

    def parameters(self) -> dict[str, dict[str, Any]]:
        """Return the parameters that all set alike; the rule's own where they do not."""
        found = {}
        for rule in self._named(lambda part: part.config.parameters):
            chosen = self._decide(
                f"parameters.{rule}",
                lambda part, rule=rule: part.config.parameters.get(rule),  # type: ignore[misc]
                lambda _: None,
                "the rule's own: which is stricter cannot be told",
            )
            if chosen is not None:
                found[rule] = chosen
        return found

    def ignore(self) -> list[str]:
        """Return the rules that all switch off."""
        chosen = self._decide(
            "ignore",
            lambda part: tuple(sorted(set(part.config.ignore))),
            lambda values: tuple(sorted(set(values[0]).intersection(*values[1:]))),
            "the rules that all switch off",
        )
        return list(chosen)

    def measures(self) -> list[dict[str, Any]]:
        """Return the measures of all; two that differ under one name are told apart."""
        told: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        for name, part in self._parts.items():
            for each in part.config.measures:
                measure = {
                    field: value
                    for field in fields_of(Measure)
                    if (value := getattr(each, field)) is not None
                }
                held = told.setdefault(each.name, [])
                if all(measure != other for _, other in held):
                    held.append((name, measure))
        return [
            {**measure, "name": f"{label} ({name})"} if len(held) > 1 else dict(measure)
            for label, held in told.items()
            for name, measure in held
        ]

    def _named(self, say: Callable[[Part], Mapping[str, Any]]) -> Iterator[str]:
        return iter(sorted({rule for part in self._parts.values() for rule in say(part)}))


def _shortest(values: list[Mapping[str, Term] | None]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for each in values:
        for severity, term in (each or {}).items():
            known = found.get(severity)
            found[severity] = term if known is None else min(known, term, key=_days)
    return {name: found[name] for name in SEVERITIES if name in found}


def _highest(values: list[str | None], own: str) -> str | None:
    """Return the highest severity; None where the rule's own is at least as high."""
    said = [value for value in values if value is not None]
    top = min(said, key=_RANK.__getitem__)
    if None not in values:
        return top
    return top if own and _RANK[top] < _RANK[own] else None


def _days(term: Term) -> float:
    """Return about how long a term is, to put terms in order."""
    return term.months * _DAYS_OF_MONTH + term.days


def _term(term: Term) -> str:
    return f"{term.days} days" if term.days else f"{term.months} months"


def _words(value: Any) -> str:  # noqa: ANN401 - any setting
    if value is None:
        return "not said"
    if isinstance(value, Term):
        return _term(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_words(each)}" for name, each in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(map(_words, value)) or "none"
    return str(value)
