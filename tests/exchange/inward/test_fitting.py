from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from estate.exchange.inward.fitting import fitted
from estate.model import SECTIONS
from estate.model.fields import fields_of


def test_members_are_taken_out_by_their_positions() -> None:
    software: list[Any] = [f"p{n}@1" for n in range(12)]
    software[2] = {"product": "x", "patched": "never", "count": "many"}
    software[10] = "@"
    fields, misfits = fitted("servers", "s", {"name": "S", "software": software})
    assert fields["software"] == [f"p{n}@1" for n in range(12) if n not in {2, 10}]
    assert [column for column, *_ in misfits] == ["software", "software"]


def test_a_list_that_loses_all_its_members_is_unknown() -> None:
    fields, _ = fitted("servers", "s", {"name": "S", "software": ["@"]})
    assert fields == {"name": "S"}


def test_days_and_shares_that_do_not_add_up() -> None:
    given_ = {"name": "C", "starts": "2027-01-01", "ends": "2026-01-01", "value": Decimal("1.50")}
    fields, misfits = fitted("contracts", "c", given_)
    assert fields == {"name": "C", "starts": "2027-01-01", "value": Decimal("1.50")}
    assert misfits[0][0] == "ends"
    fields, misfits = fitted("servers", "s", {"name": "S", "shares": {"a": 10}})
    assert (fields, misfits[0][0]) == ({"name": "S"}, "shares")


def test_of_a_record_that_nothing_can_mend_the_name_is_left() -> None:
    assert fitted("servers", "s", {"name": {}, "cores": 4})[0] == {"name": "{}"}


NAMES = sorted({field.written for kind in SECTIONS.values() for field in fields_of(kind).values()})
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=3)
    | st.sampled_from(["a@1", "1d"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "to", "any_of", "product"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150)
@given(
    st.sampled_from([s for s in SECTIONS if s != "exceptions"]),
    st.dictionaries(st.sampled_from([n for n in NAMES if n != "id"]), VALUES, max_size=6),
)
def test_whatever_comes_in_what_comes_out_fits(section: str, fields: dict[str, Any]) -> None:
    kept, misfits = fitted(section, "key", {**fields, "name": "N"})
    assert fitted(section, "key", kept) == (kept, [])
    gone = [name for name in fields if name != "name" and name not in kept]
    assert not gone or misfits
