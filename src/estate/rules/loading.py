"""Reads rule files: several files of rules and authorities as one pack, as an estate wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from estate.errors import Problem, RuleError, nearest
from estate.facts.dictionary import Dictionary
from estate.findings import SEVERITIES
from estate.rules.definition import Authority, Parameter
from estate.rules.entry import INVALID, Entry, RuleSource, Step
from estate.rules.expression.vocabulary import Vocabulary
from estate.rules.pack import AUTHORITY_FIELDS, ID_PATTERN, RESERVED, Pack
from estate.rules.parameters import fitting
from estate.rules.reading import FIELDS, Draft, read_rule
from estate.rules.settings import Settings

__all__ = ["load_rules"]


def load_rules(
    sources: Sequence[RuleSource], dictionary: Dictionary, settings: Settings | None = None
) -> Pack:
    """Read and check rule files, and apply what the estate decides.

    Raises RuleError with every problem of every file.
    """
    return _Loading(sources, dictionary, settings or Settings()).pack()


class _Loading:
    """Reads all files, gathering all problems."""

    def __init__(
        self, sources: Sequence[RuleSource], dictionary: Dictionary, settings: Settings
    ) -> None:
        self._problems: list[Problem] = []
        self._sources = [Entry(source, (), source.values, self._problems) for source in sources]
        self._dictionary = dictionary
        self._settings = settings

    def pack(self) -> Pack:
        """Return the pack, or raise all problems."""
        vocabulary, authorities = Vocabulary(self._dictionary), self._authorities()
        written = self._drafts()
        drafts = {name: self._merged(draft, written) for name, draft in written.items()}
        self._check_settings(drafts)
        self._check_parameters(drafts)
        read = (read_rule(draft, vocabulary, self._set) for draft in drafts.values())
        rules = {rule.id: rule for rule in read if rule is not None}
        self._check_authorities(drafts, authorities)
        if self._problems:
            problems = list(dict.fromkeys(self._problems))
            raise RuleError(f"the rules have {len(problems)} problems", problems)
        return Pack(rules, authorities, self._dictionary, {}).as_set(self._settings)

    def _sections(self, name: str) -> Iterable[tuple[str, Entry]]:
        for source in self._sources:
            section = source.fields(("rules", "authorities")).get(name)
            if section is not None:
                yield from section.fields().items()

    def _authorities(self) -> dict[str, Authority]:
        found: dict[str, Authority] = {}
        for name, entry in self._sections("authorities"):
            fields = {
                key: field.text() or "" for key, field in entry.fields(AUTHORITY_FIELDS).items()
            }
            if "name" not in fields:
                entry.note(f"{name} has no name", "a field name")
            if name in found:
                entry.note(f"{name} is defined twice", "an id of its own")
            found[name] = Authority(name, **{"name": "", **fields})
        return found

    def _drafts(self) -> dict[str, Draft]:
        drafts: dict[str, Draft] = {}
        for name, entry in self._sections("rules"):
            draft = Draft(name, entry, entry.fields(FIELDS), _cleared(entry))
            extends = draft.fields.get("extend")
            if not re.fullmatch(ID_PATTERN, name) or name in RESERVED:
                entry.note(f"{name} cannot be the id of a rule", "words joined by hyphens")
            elif name not in drafts:
                drafts[name] = draft
            elif extends is not None and extends.value == name:
                drafts[name] = _over(drafts[name], draft)
            else:
                self._duplicate(name, entry, drafts[name].entry)
        return drafts

    def _duplicate(self, name: str, entry: Entry, first: Entry) -> None:
        place, other = entry.source.location(entry.path), first.source.location(first.path)
        message, expected = f"there is a rule {name} already", f"another id, or `extend: {name}`"
        related = ((other, f"the first {name}"),)
        self._problems.append(Problem(INVALID, message, place, expected, "", related))

    def _merged(self, draft: Draft, drafts: Mapping[str, Draft]) -> Draft:
        """Return a draft with the fields of the rule that it extends, and of what that extends."""
        seen = {draft.id}
        while (extends := draft.fields.get("extend")) is not None:
            name = extends.value if isinstance(extends.value, str) else ""
            if name not in drafts or name in seen:
                others = [other for other in drafts if other not in seen]
                extends.note(f"there is no rule {name!r} to extend", "", nearest(name, others))
                return draft
            seen.add(name)
            draft = _over(drafts[name], draft)
        return draft

    def _check_settings(self, drafts: Mapping[str, Draft]) -> None:
        settings = self._settings
        named: list[tuple[str, tuple[Step, ...]]] = [
            *((name, ("severity", name)) for name in settings.severity),
            *((name, ("parameters", name)) for name in settings.parameters),
            *((name, ("ignore", number)) for number, name in enumerate(settings.ignore)),
        ]
        for name, path in named:
            if name not in drafts:
                self._wrong(path, f"there is no rule {name!r}", "", nearest(name, drafts))
        for name, severity in settings.severity.items():
            if severity not in SEVERITIES:
                message, near = f"{severity!r} is no severity", nearest(severity, SEVERITIES)
                self._wrong(("severity", name), message, "one of " + ", ".join(SEVERITIES), near)

    def _wrong(self, path: tuple[Step, ...], message: str, expected: str, near: str = "") -> None:
        place = self._settings.locate(path)
        self._problems.append(Problem(INVALID, message, place, expected, near))

    def _set(self, rule: str, parameter: Parameter) -> Parameter:
        """Return a parameter as the estate sets it."""
        value = self._settings.parameters.get(rule, {}).get(parameter.name)
        if value is None:
            return parameter
        found = fitting(parameter, value)
        if isinstance(found, Parameter):
            return found
        path = ("parameters", rule, parameter.name)
        self._wrong(path, f"{value!r} does not suit {parameter.name}", found)
        return parameter

    def _check_parameters(self, drafts: Mapping[str, Draft]) -> None:
        for rule, values in self._settings.parameters.items():
            field = drafts[rule].fields.get("parameters") if rule in drafts else None
            declared = list(field.value) if field and isinstance(field.value, Mapping) else []
            for name in values if rule in drafts else ():
                if name not in declared:
                    message, near = f"{rule} has no parameter {name}", nearest(name, declared)
                    self._wrong(("parameters", rule, name), message, ", ".join(declared), near)

    @staticmethod
    def _check_authorities(
        drafts: Mapping[str, Draft], authorities: Mapping[str, Authority]
    ) -> None:
        for draft in drafts.values():
            cited = draft.fields.get("authority")
            for entry in cited.several() if cited else ():
                if isinstance(entry.value, str) and entry.value not in authorities:
                    near = nearest(entry.value, authorities)
                    entry.note(f"there is no authority {entry.value!r}", "", near)


def _over(base: Draft, draft: Draft) -> Draft:
    """Lay one draft over another: its fields first, and what it sets to null is gone."""
    kept = {name: entry for name, entry in base.fields.items() if name not in draft.cleared}
    own = {name: entry for name, entry in draft.fields.items() if name != "extend"}
    return Draft(draft.id, draft.entry, {**kept, **own}, draft.cleared | base.cleared)


def _cleared(entry: Entry) -> frozenset[str]:
    """Return the fields that a rule sets to null."""
    fields = entry.value if isinstance(entry.value, Mapping) else {}
    return frozenset(str(name) for name, value in fields.items() if value is None)
