from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.carried import carried, restored

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["1", '"', "NaN"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.text(min_size=1).filter(lambda n: n not in {"id", "roles"}), VALUES))
def test_what_is_carried_comes_back(fields: dict[str, object]) -> None:
    assert restored(carried(fields).items()) == (fields, [])


def test_texts_stay_readable() -> None:
    assert carried({"owner": "Head of ICT", "version": "10.10"}) == {
        "estate:owner": "Head of ICT",
        "estate:version": '"10.10"',
    }


def test_who_may_accept_never_travels() -> None:
    assert carried({"roles": {"siro": []}, "id": "x"}) == {}
    assert restored([("estate:roles", "{}"), ("other", "x")]) == (
        {},
        [("estate:roles", "{}"), ("other", "x")],
    )


def test_what_is_too_deep_or_given_twice_stays_as_it_is() -> None:
    deep = "[" * 1000 + "]" * 1000
    assert restored([("estate:a", deep), ("estate:a", "2"), ("estate:b", "NaN")]) == (
        {"a": deep, "b": "NaN"},
        [("estate:a", "2")],
    )
