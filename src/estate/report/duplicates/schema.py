"""The JSON Schema of `estate-duplicates/1`, as `estate schema --of duplicates` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.report.duplicates.document import SCHEMA
from estate.report.findings_json import Json

__all__ = ["duplicates_schema"]

_TEXT: dict[str, Json] = {"type": "string"}
_COUNT: dict[str, Json] = {"type": "integer", "minimum": 0}
_YES: dict[str, Json] = {"type": "boolean"}
_DAY: dict[str, Json] = {"type": "string", "format": "date"}
_FIT: dict[str, Json] = {"type": "integer", "minimum": 1, "maximum": 5}
_LEVEL: dict[str, Json] = {"enum": ["product", "service", "function", "capability"]}
_TRUST: dict[str, Json] = {"enum": ["strong", "weak"]}
_TIME: dict[str, Json] = {"enum": ["tolerate", "invest", "migrate", "eliminate", None]}


def duplicates_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes.

    Money is per year, in the currency of the estate; null is: not recorded. A planned end is null
    where none is planned or known.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:duplicates:1",
        "title": "Rationalisation candidates",
        **_object(
            schema={"const": SCHEMA},
            estate=_TEXT,
            as_of=_DAY,
            tool=_said("The version of estate."),
            digest=_said("SHA-256 of the inventory."),
            currency=_TEXT,
            mid_point=_FIT,
            only=_object(
                **dict.fromkeys(("organisation", "level", "service", "function"), _or_null(_TEXT))
            ),
            plan=_or_null(
                _object(since=_DAY, **dict.fromkeys(("applied", "refused", "unsure"), _COUNT))
            ),
            totals=_totals(),
            candidates=_list({"$ref": "#/$defs/candidate"}),
            groups=_list(_group()),
            twins=_list(_twins()),
            services=_list(_service()),
        ),
        "$defs": {
            "amount": _or_null({"type": "number"}),
            "candidate": _candidate(),
            "match": _match(),
            "member": _member(),
            "retirement": _retirement(),
        },
    }


def _totals() -> Json:
    return _object(
        candidates=_COUNT,
        accepted=_COUNT,
        systems=_COUNT,
        cost=_amount(),
        unpriced=_COUNT,
        leavers=_list(_TEXT),
        retirement={"$ref": "#/$defs/retirement"},
        saving_within=_amount(),
        planned_saving=_amount(),
    )


def _candidate() -> Json:
    return _object(
        id=_TEXT,
        scope={"enum": ["organisation", "across"]},
        organisations=_list(_TEXT),
        accepted=_YES,
        matches=_list({"$ref": "#/$defs/match"}),
        survivor=_or_null(_TEXT),
        undecided=_list(_TEXT),
        reasons=_list(_TEXT),
        members=_list({"$ref": "#/$defs/member"}),
        retirement=_or_null({"$ref": "#/$defs/retirement"}),
    )


def _match() -> Json:
    finding = _object(
        rule=_TEXT,
        status={"enum": ["open", "accepted", "baselined", "below-threshold"]},
        exception=_or_null(_TEXT),
        until=_or_null(_DAY),
    )
    return _object(
        id=_TEXT,
        level=_LEVEL,
        key=_TEXT,
        name=_TEXT,
        trust=_TRUST,
        basis=_TEXT,
        services=_list(_TEXT),
        findings=_list(finding),
        others=_list(_TEXT),
    )


def _member() -> Json:
    line = _object(
        id=_TEXT, kind=_TEXT, amount=_amount(), whole=_amount(), split=_COUNT, note=_TEXT
    )
    return _object(
        id=_TEXT,
        name=_TEXT,
        organisations=_list(_TEXT),
        **dict.fromkeys(("product", "version", "category", "hosting"), _or_null(_TEXT)),
        support={"enum": ["supported", "extended", "ended", None]},
        support_note=_TEXT,
        users=_object(named=_or_null(_COUNT), active=_or_null(_COUNT)),
        time=_object(
            functional=_or_null(_FIT),
            technical=_or_null(_FIT),
            derived=_TIME,
            stated=_TIME,
            disagrees=_YES,
            reason=_TEXT,
        ),
        status={"enum": ["live", "retiring"]},
        planned_end=_or_null(_DAY),
        projects=_list(_TEXT),
        services=_list(_TEXT),
        only_here=_list(_TEXT),
        cost=_amount(),
        cost_unknown=_list(_TEXT),
        cost_lines=_list(line),
        alone={"$ref": "#/$defs/retirement"},
    )


def _retirement() -> Json:
    when: Json = {"enum": ["retired", "dated", "unknown"]}
    going = _object(
        id=_TEXT,
        name=_TEXT,
        kind=_TEXT,
        amount=_amount(),
        when=when,
        **{"from": _or_null(_DAY)},
        reason=_TEXT,
        by=_list(_TEXT),
        paid_by=_list(_TEXT),
    )
    return _object(
        saving=_amount(),
        unknown=_list(_TEXT),
        **{"from": _or_null(_DAY)},
        steps=_list(_object(when=when, **{"from": _or_null(_DAY)}, amount=_amount())),
        going=_list(going),
        kept=_list(_object(id=_TEXT, kind=_TEXT, others=_COUNT)),
        needed_by=_list(_TEXT),
    )


def _group() -> Json:
    return _object(
        id=_TEXT,
        level=_LEVEL,
        key=_TEXT,
        name=_TEXT,
        trust=_TRUST,
        standing={"enum": ["competing", "unknown", "complementary"]},
        members=_list(_TEXT),
        missing=_list(_TEXT),
    )


def _twins() -> Json:
    return _object(
        id=_TEXT, name=_TEXT, others=_list(_TEXT), exception=_or_null(_TEXT), until=_or_null(_DAY)
    )


def _service() -> Json:
    return _object(
        id=_TEXT,
        name=_TEXT,
        organisations=_list(_TEXT),
        same_job_by={"enum": ["lgsl", "function", "record"]},
        key=_TEXT,
        systems={"type": "object", "additionalProperties": {"enum": ["competes", "supports"]}},
    )


def _amount() -> Json:
    return {"$ref": "#/$defs/amount"}


def _said(description: str) -> Json:
    return {"type": "string", "description": description}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(**properties: Json) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
