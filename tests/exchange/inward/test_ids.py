from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.inward.ids import ids_of
from estate.exchange.table.slug import is_id

NAMES = st.lists(st.sampled_from(["A", "a", "A b", "ab", "", "é", "!", "x" * 200]), max_size=3)
CLAIMS = st.dictionaries(
    st.text(max_size=4),
    st.tuples(st.sampled_from(["api", "server"]), NAMES, st.sampled_from(["m", "n"])),
    max_size=12,
)


@given(CLAIMS, st.randoms())
def test_ids_are_unique_valid_and_the_same_in_any_order(claims, random) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = ids_of(claims)
    assert found.keys() == claims.keys()
    assert len(set(found.values())) == len(found)
    assert all(map(is_id, found.values()))
    shuffled = list(claims.items())
    random.shuffle(shuffled)
    assert ids_of(dict(shuffled)) == found


def test_a_name_goes_to_nobody_where_two_want_it() -> None:
    claims = {
        "1": ("api", ["Pay", "Pay 1"], "m"),
        "2": ("api", ["Pay", "Pay 2"], "m"),
        "3": ("api", ["X"], "m"),
    }
    assert ids_of(claims) == {"1": "pay-1", "2": "pay-2", "3": "x"}


def test_of_different_kinds_the_kind_tells() -> None:
    claims = {"1": ("api", ["Pay"], "m"), "2": ("application", ["Pay"], "m")}
    assert ids_of(claims) == {"1": "pay-api", "2": "pay-application"}


def test_at_last_a_digest_of_what_the_file_calls_it() -> None:
    one = ids_of({"1": ("api", ["Pay"], "m"), "2": ("api", ["Pay"], "n")})
    assert one["1"].startswith("pay-")
    assert one["1"] != one["2"]
    renamed = ids_of({"3": ("api", ["Pay"], "m"), "4": ("api", ["Pay"], "n")})
    assert [*renamed.values()] == [*one.values()]
    same = ids_of({"1": ("api", ["Pay"], "m"), "2": ("api", ["Pay"], "m")})
    assert same["1"] != same["2"]
    assert ids_of({"1": ("api", [], "m")}) == {"1": "api"}


def test_an_id_is_kept_as_it_is() -> None:
    assert ids_of({"1": ("api", ["a_b.c/d"], "m")}) == {"1": "a_b.c/d"}
