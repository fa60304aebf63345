"""The JSON Schema of `estate-duplicates/1`, as `estate schema --of duplicates` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.report.duplicates.document import SCHEMA
from estate.report.findings_json import Json
from estate.report.schema_terms import COUNT, DAY, TEXT, list_of, object_of, or_null, text

__all__ = ["duplicates_schema"]

_YES: dict[str, Json] = {"type": "boolean"}
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
        **object_of(
            schema={"const": SCHEMA},
            estate=TEXT,
            as_of=DAY,
            tool=text("The version of estate."),
            digest=text("SHA-256 of the inventory."),
            currency=TEXT,
            mid_point=_FIT,
            only=object_of(
                **dict.fromkeys(("organisation", "level", "service", "function"), or_null(TEXT))
            ),
            plan=or_null(
                object_of(since=DAY, **dict.fromkeys(("applied", "refused", "unsure"), COUNT))
            ),
            totals=_totals(),
            candidates=list_of({"$ref": "#/$defs/candidate"}),
            groups=list_of(_group()),
            twins=list_of(_twins()),
            services=list_of(_service()),
        ),
        "$defs": {
            "amount": or_null({"type": "number"}),
            "candidate": _candidate(),
            "match": _match(),
            "member": _member(),
            "retirement": _retirement(),
        },
    }


def _totals() -> Json:
    return object_of(
        candidates=COUNT,
        accepted=COUNT,
        systems=COUNT,
        cost=_amount(),
        unpriced=COUNT,
        leavers=list_of(TEXT),
        retirement={"$ref": "#/$defs/retirement"},
        saving_within=_amount(),
        planned_saving=_amount(),
    )


def _candidate() -> Json:
    return object_of(
        id=TEXT,
        scope={"enum": ["organisation", "across"]},
        organisations=list_of(TEXT),
        accepted=_YES,
        matches=list_of({"$ref": "#/$defs/match"}),
        survivor=or_null(TEXT),
        undecided=list_of(TEXT),
        reasons=list_of(TEXT),
        members=list_of({"$ref": "#/$defs/member"}),
        retirement=or_null({"$ref": "#/$defs/retirement"}),
    )


def _match() -> Json:
    finding = object_of(
        rule=TEXT,
        status={"enum": ["open", "accepted", "baselined", "below-threshold"]},
        exception=or_null(TEXT),
        until=or_null(DAY),
    )
    return object_of(
        id=TEXT,
        level=_LEVEL,
        key=TEXT,
        name=TEXT,
        trust=_TRUST,
        basis=TEXT,
        services=list_of(TEXT),
        findings=list_of(finding),
        others=list_of(TEXT),
    )


def _member() -> Json:
    line = object_of(id=TEXT, kind=TEXT, amount=_amount(), whole=_amount(), split=COUNT, note=TEXT)
    return object_of(
        id=TEXT,
        name=TEXT,
        organisations=list_of(TEXT),
        **dict.fromkeys(("product", "version", "category", "hosting"), or_null(TEXT)),
        support={"enum": ["supported", "extended", "ended", None]},
        support_note=TEXT,
        users=object_of(named=or_null(COUNT), active=or_null(COUNT)),
        time=object_of(
            functional=or_null(_FIT),
            technical=or_null(_FIT),
            derived=_TIME,
            stated=_TIME,
            disagrees=_YES,
            reason=TEXT,
        ),
        status={"enum": ["live", "retiring"]},
        planned_end=or_null(DAY),
        projects=list_of(TEXT),
        services=list_of(TEXT),
        only_here=list_of(TEXT),
        cost=_amount(),
        cost_unknown=list_of(TEXT),
        cost_lines=list_of(line),
        alone={"$ref": "#/$defs/retirement"},
    )


def _retirement() -> Json:
    when: Json = {"enum": ["retired", "dated", "unknown"]}
    going = object_of(
        id=TEXT,
        name=TEXT,
        kind=TEXT,
        amount=_amount(),
        when=when,
        **{"from": or_null(DAY)},
        reason=TEXT,
        by=list_of(TEXT),
        paid_by=list_of(TEXT),
    )
    return object_of(
        saving=_amount(),
        unknown=list_of(TEXT),
        **{"from": or_null(DAY)},
        steps=list_of(object_of(when=when, **{"from": or_null(DAY)}, amount=_amount())),
        going=list_of(going),
        kept=list_of(object_of(id=TEXT, kind=TEXT, others=COUNT)),
        needed_by=list_of(TEXT),
    )


def _group() -> Json:
    return object_of(
        id=TEXT,
        level=_LEVEL,
        key=TEXT,
        name=TEXT,
        trust=_TRUST,
        standing={"enum": ["competing", "unknown", "complementary"]},
        members=list_of(TEXT),
        missing=list_of(TEXT),
    )


def _twins() -> Json:
    return object_of(
        id=TEXT, name=TEXT, others=list_of(TEXT), exception=or_null(TEXT), until=or_null(DAY)
    )


def _service() -> Json:
    return object_of(
        id=TEXT,
        name=TEXT,
        organisations=list_of(TEXT),
        same_job_by={"enum": ["lgsl", "function", "record"]},
        key=TEXT,
        systems={"type": "object", "additionalProperties": {"enum": ["competes", "supports"]}},
    )


def _amount() -> Json:
    return {"$ref": "#/$defs/amount"}
