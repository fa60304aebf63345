"""What the mapping says of a table that was placed: its outputs, with the reason beside each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from estate.exchange.table.guess.noted import Noted, line_of
from estate.exchange.table.guess.placing import Placed, Placing, confidence
from estate.exchange.table.guess.sources import Source
from estate.exchange.table.path import path_text
from estate.exchange.table.slug import slug
from estate.frozen import frozen
from estate.model import SECTIONS

__all__ = ["Known", "outputs_of"]

_COMPANY_WORDS: Final = ("limited", "ltd", "plc", "uk", "llp", "inc")
_OVERLAP: Final = 0.3
_BARE: Final = "applications"
_MANY_FORMS: Final = frozenset(("ids", "texts", "software"))


@frozen
class Known:
    """A table whose records others may name: by which column, and which names there are."""

    table: str
    section: str
    column: str
    names: frozenset[str]


def outputs_of(source: Source, placing: Placing, known: Sequence[Known]) -> list[Noted]:
    """Return the outputs of a table: the records that its columns name, then its own."""
    made: list[Noted] = []
    fields: dict[str, Noted] = {}
    versions = _versions(source, placing)
    for placed in sorted(placing.fields, key=lambda one: one.column.name != "name"):
        if placed.look.key in versions.values():
            continue
        value, output = _value(source, placed, known, versions)
        if output is not None:
            made.append(output)
        _add(fields, placed, value)
    alone = not made and not placing.terms and len(known) <= 1
    identifier = _identifier(source, placing, alone=alone)
    own = {"section": placing.section, "id": identifier, "fields": fields}
    title = f"{confidence(min(placing.score / 3, 100))}: {placing.why}"
    return [*made, Noted(own, title), *_contract(source, placing, fields)]


def _contract(source: Source, placing: Placing, fields: Mapping[str, Noted]) -> Iterator[Noted]:
    """Give the contract of each record whose sheet says something of one."""
    name = placing.name.look if placing.name else None
    if not placing.terms or name is None:
        return
    said: dict[str, Noted] = {}
    for placed in placing.terms:
        _add(said, placed, _from(source.column(placed.look), placed.recipe.steps))
    kept = {
        "name": Noted(
            f"{{{source.column(name)}}} contract", "one for each that says something of it"
        ),
        "covers": Noted({"list": [{"made": placing.section}]}, ""),
    }
    if "supplied_by" in fields:
        kept["supplied_by"] = Noted(fields["supplied_by"].value, "")
    where = [{source.column(placed.look): {"empty": False}} for placed in placing.terms]
    yield Noted(
        {
            "section": "contracts",
            "where": where if len(where) > 1 else where[0],
            "id": f"contract/{{{source.column(placing.id or name)}}}",
            "fields": {**kept, **said},
        },
        f"perhaps: {', '.join(placed.look.heading for placed in placing.terms)} tell of a contract",
    )


def _add(fields: dict[str, Noted], placed: Placed, value: Any) -> None:  # noqa: ANN401 - a mapping's value
    """Put a value into its field, behind what another column puts there."""
    name = path_text(placed.column.path)
    told = (f"{confidence(placed.score)}: {placed.why}", *placed.recipe.told)
    if placed.recipe.doubt:
        # Two readings, neither of them chosen: the field stays out until somebody says which.
        column = placed.look.heading
        choices = [{"column": column, "then": list(steps)} for steps in placed.recipe.doubt]
        lines = [f"{name}: {line_of(choice)}" for choice in choices]
        fields[f"?{name}"] = Noted(
            None, "\n".join((*told, "say which, and take out the #:", *lines))
        )
        return
    if placed.column.form in _MANY_FORMS:
        members = value if isinstance(value, list) else [value]
        if name in fields:
            before = fields[name]
            fields[name] = Noted(
                {"list": [*before.value["list"], *members]}, "\n".join((before.text, *told))
            )
            return
        value = {"list": members}
    fields[name] = Noted(value, "\n".join(told))


def _value(
    source: Source, placed: Placed, known: Sequence[Known], versions: Mapping[str, str]
) -> tuple[Any, Noted | None]:
    """Return the value of a field, and the output that makes the records which it names."""
    column = source.column(placed.look)
    if placed.column.form in {"ids", "id"}:
        return _reference(source, placed, known)
    if placed.column.form == "software" and placed.look.key in versions:
        product = _from(column, placed.recipe.steps)
        version = next(look for look in source.looks if look.key == versions[placed.look.key])
        return {"software": {"product": product, "version": source.column(version)}}, None
    return _from(column, placed.recipe.steps), None


def _from(column: str, taken: Sequence[Any]) -> Any:  # noqa: ANN401 - a mapping's value
    if taken or "{" in column:
        return {"column": column, **({"then": list(taken)} if taken else {})}
    return column


def _reference(source: Source, placed: Placed, known: Sequence[Known]) -> tuple[Any, Noted | None]:
    """Name the records of another table, or make them of the names."""
    column = source.column(placed.look)
    names = {text.strip() for text in placed.look.counts}
    for other in known:
        shared = len(names & other.names)
        if other.section in placed.column.targets and shared >= _OVERLAP * len(names):
            lookup = {"lookup": other.table, "made": other.section}
            return _from(column, (*placed.recipe.steps, lookup)), None
    section = placed.column.targets[0]
    if section == placed.column.section:
        # Its own kind, and no record has these names: the names may still become ids.
        return _from(column, (*placed.recipe.steps, "slug")), None
    label = f"{section} from {slug(placed.look.heading)}"
    each = _from(column, placed.recipe.steps)
    output = {
        "name": label,
        "section": section,
        "each": each,
        "id": _made_id(section, names, placed.recipe.steps),
        "same_id": "merge",
        "fields": {"name": {"column": "each", "merge": "first"}},
    }
    return {"made": label}, Noted(output, f"{section}, made of the names in {placed.look.heading}")


def _made_id(section: str, names: set[str], taken: Sequence[Any]) -> Any:  # noqa: ANN401 - a value
    """Return the id of a record made of a name: companies are one, however they are spelt."""
    short = {slug(_without(name)) for name in names}
    if section == "suppliers" and not taken and len(short) < len({slug(name) for name in names}):
        return {"column": "each", "then": [{"drop_words": list(_COMPANY_WORDS)}]}
    return {"template": f"{SECTIONS[section].kind}/{{each}}"}


def _without(name: str) -> str:
    return " ".join(word for word in name.casefold().split() if word not in _COMPANY_WORDS)


def _identifier(source: Source, placing: Placing, *, alone: bool) -> Any:  # noqa: ANN401 - a value
    """Return the id of a table's own records: its column of ids, else the name."""
    look = placing.id or (placing.name.look if placing.name else source.looks[0])
    column = source.column(look)
    numbers = any(text.isdigit() for text in look.counts)
    if (placing.section == _BARE or alone) and not numbers:
        return column if "{" not in column else {"column": column}
    return f"{SECTIONS[placing.section].kind}/{{{column}}}"


def _versions(source: Source, placing: Placing) -> dict[str, str]:
    """Return, by the column of a product, the column that holds its version."""
    found: dict[str, str] = {}
    software = [placed for placed in placing.fields if placed.column.form == "software"]
    for placed in software:
        wanted = {f"{placed.look.heading} version".casefold(), "os version"}
        for look in source.looks:
            if look.heading.casefold() in wanted and look.key != placed.look.key:
                found[placed.look.key] = look.key
    return found
