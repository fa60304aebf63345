"""The bytes that are signed when a risk is accepted: one form for each record, however written.

RFC 8785 (JSON Canonicalization Scheme) over the record as it was read: UTF-8, keys sorted by
UTF-16 code units, no blanks, the fewest escapes. Texts are as they were written, with no Unicode
normalisation: a look-alike is another text. `docs/acceptance.md` specifies it byte by byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from estate.errors import Fault
from estate.model import Approval, RiskAcceptance
from estate.model.fields import fields_of
from estate.model.record import Record
from estate.model.scalars import ALWAYS, NEVER

__all__ = ["FORM", "NAMESPACE", "payload"]

NAMESPACE: Final = "estate-acceptance"
"""What the signatures are for: one made for git, or for a file, is none of them."""

FORM: Final = 1
"""The version of the form. Another form has another number, so that no bytes fit two of them."""

_APART: Final = frozenset({"signature", "approvals", "withdrawn"})
"""What comes after the decision: signatures, other people's lines, and the end of it."""

_NULL_DAYS: Final = {
    "accepted_on": ALWAYS,
    "on": ALWAYS,
    "requested_on": ALWAYS,
    "verified": ALWAYS,
    "expires": NEVER,
    "review_by": NEVER,
    "target": NEVER,
    "to": NEVER,
}
"""The day that each field reads null as."""

_Json: TypeAlias = "str | int | list[_Json] | dict[str, _Json] | None"


def payload(record: RiskAcceptance, approval: Approval | None = None) -> bytes:
    """Return the bytes that a signature of a record covers; of an approval, with its own line.

    Two records have the same bytes only if all that is signed is equal.
    """
    signed: dict[str, _Json] = {NAMESPACE: FORM, **_members(record)}
    if approval is not None:
        signed["approval"] = _members(approval)
    return _bytes(signed)


def _members(record: Record) -> dict[str, _Json]:
    """Return what a record says, under the names of the format, without what is absent."""
    return dict(_said(record))


def _said(record: Record) -> Iterator[tuple[str, _Json]]:
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if name not in _APART and value != field.default:
            yield field.written, _json(value, _NULL_DAYS.get(name))


def _json(value: object, null: date | None = None) -> _Json:
    match value:
        case date():
            return None if value == null else value.isoformat()
        case Record():
            return _members(value)
        case tuple():
            return [_json(each) for each in value]
        case Mapping():
            return {str(key): _json(each) for key, each in value.items()}
        case bool() | float():
            raise Fault(f"writing what is signed: there is no form for {value!r}")
        case str() | int():
            return value
    raise Fault(f"writing what is signed: there is no form for a {type(value).__name__}")


def _bytes(value: _Json) -> bytes:
    """Write JSON; a lone surrogate, which UTF-8 cannot hold, stays an escape."""
    text = json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def _sorted(value: _Json) -> _Json:
    if isinstance(value, list):
        return [_sorted(each) for each in value]
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value, key=_utf16)}
    return value


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")
