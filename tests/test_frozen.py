"""A frozen value is what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.frozen import frozen, slotted


@frozen
class Point:
    """A point with a name, and notes that do not count."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Model:
    """The same, as a dataclass."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)


@frozen
class Single:
    """One field, its own words for itself, and a check."""

    text: str

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueError("no text")

    def __repr__(self) -> str:
        return f"<{self.text}>"


@frozen
class Alike:
    """Equal to every other."""

    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike)

    def __hash__(self) -> int:
        return 7


@frozen
class Nothing:
    """No field at all."""


ARGUMENTS = st.tuples(st.integers(0, 1), st.integers(0, 1), st.lists(st.just("a"), max_size=1),
                      st.sampled_from("ab"))  # fmt: skip


@given(ARGUMENTS, ARGUMENTS)
def test_it_compares_and_shows_itself_as_the_dataclass_does(
    one: tuple[int, int, list[str], str], other: tuple[int, int, list[str], str]
) -> None:
    assert (Point(*one) == Point(*other)) is (Model(*one) == Model(*other))
    assert repr(Point(*one)) == repr(Model(*one)).replace("Model", "Point")
    assert [part.name for part in fields(Point)] == [part.name for part in fields(Model)]


def test_what_is_equal_has_one_hash() -> None:
    assert hash(Single("a")) == hash(Single("a"))
    assert len({Single("a"), Single("a"), Single("b")}) == 2
    assert Nothing() == Nothing()
    assert Single("a") != Alike("a")


def test_defaults_are_made_anew() -> None:
    one, other = Point(1), Point(x=1)
    assert one == other
    assert one.names is not other.names
    assert replace(one, y=2) == Point(1, 2)


def test_nothing_is_set_or_deleted() -> None:
    with pytest.raises(FrozenInstanceError, match="'x'"):
        setattr(Point(1), "x", 2)  # noqa: B010 - mypy knows better
    with pytest.raises(FrozenInstanceError, match="'x'"):
        delattr(Point(1), "x")
    with pytest.raises(FrozenInstanceError):
        setattr(Point(1), "z", 2)  # noqa: B010 - the same
    assert not hasattr(Point(1), "__dict__")


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Single("a")) == "<a>"
    with pytest.raises(ValueError, match="no text"):
        Single("")
    assert Alike("a") == Alike("b")
    assert hash(Alike("a")) == 7


def test_arguments_are_checked() -> None:
    with pytest.raises(TypeError, match="x"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="z"):
        Point(1, z=2)  # type: ignore[call-arg]


@pytest.mark.parametrize("value", [Point(1, 2, ["a"], "note"), Single("a"), Nothing()])
def test_it_is_copied_and_pickled_whole(value: object) -> None:
    for again in (copy.copy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301 - our own
        assert again == value
        assert [getattr(again, part.name) for part in fields(value)] == [  # type: ignore[arg-type]
            getattr(value, part.name)
            for part in fields(value)  # type: ignore[arg-type]
        ]


def test_it_matches_by_position() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


@slotted
class Tally:
    """What changes while it is gathered; where it stands is worked out."""

    name: str
    seen: list[str] = field(default_factory=list)
    place: int = field(init=False)

    def __post_init__(self) -> None:
        self.place = len(self.name)


def test_a_slotted_thing_changes_and_is_equal_to_itself_alone() -> None:
    one, other = Tally("ab"), Tally("ab")
    one.seen.append("x")
    one.place += 1
    assert (one.name, one.seen, one.place) == ("ab", ["x"], 3)
    assert (other.seen, other.place) == ([], 2)
    assert one != other
    assert {one, other} == {other, one}
    assert repr(other) == "Tally(name='ab', seen=[], place=2)"
    with pytest.raises(AttributeError):
        one.more = 1  # type: ignore[attr-defined]  # slots have no room


def test_a_first_value_with_wrong_arguments_leaves_the_next_one_right() -> None:
    @frozen
    class Pair:
        """Two."""

        one: int
        two: int = 2

    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]
    assert Pair(1) == Pair(one=1, two=2)


def test_a_value_of_a_kind_that_widens_another_has_all_its_fields() -> None:
    @frozen
    class Wide(Point):
        """A point with a depth."""

        z: int = 3

    assert (Wide(1).z, Point(1).x, Wide(1, 2, z=5).y) == (3, 1, 2)
