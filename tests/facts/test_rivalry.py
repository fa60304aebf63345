from __future__ import annotations

import pytest
from tests.facts.written import facts_of

from estate.facts.rivalry import Rival, Rivalry, across, certainly_or_not, within

NOBODY: frozenset[str] = frozenset()


def rival(product: str | None, **fields: object) -> Rival:
    plain = Rival(product, line=True, capabilities=NOBODY, councils=NOBODY, unsure=False, link="")
    return plain._replace(**fields)  # type: ignore[arg-type]


def test_members_that_are_alike_are_judged_once() -> None:
    asked: list[tuple[Rival, Rival]] = []

    def meet(one: Rival, other: Rival) -> bool:
        asked.append((one, other))
        return True

    rivals = [rival(f"product-{n % 100}") for n in range(10_000)]

    assert Rivalry(facts_of("services: {}")).competing(rivals, meet) == 100
    assert len(asked) == 99


def test_a_doubt_is_remembered_only_while_nothing_is_certain() -> None:
    judge = Rivalry(facts_of("services: {}"))

    assert judge.competing([rival("a"), rival(None)], within) is None
    assert judge.competing([rival(None), rival(None)], within) is None
    assert judge.competing([rival("a"), rival("b"), rival(None)], within) == 2
    assert judge.competing([rival("a"), rival("a")], within) == 0
    assert judge.competing([], within) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("a", False), ("b", False), (True, True)),
        (("a", False), ("a", False), (True, False)),
        (("a", True), ("b", False), (None, None)),
        (("a", True), ("a", False), (None, False)),
    ],
)
def test_two_meet_in_one_organisation_or_across_two(
    one: tuple[str, bool], other: tuple[str, bool], expected: tuple[bool | None, bool | None]
) -> None:
    first, second = (
        rival("x", councils=frozenset({council}), unsure=unsure) for council, unsure in (one, other)
    )

    assert (within(first, second), across(first, second)) == expected


@pytest.mark.parametrize(
    ("certain", "possible", "expected"),
    [(0, 0, 0), (1, 0, 1), (0, 1, 0), (1, 1, None), (0, 2, None), (2, 5, 2)],
)
def test_a_count_is_known_where_it_is_known_whether_there_are_two(
    certain: int, possible: int, expected: int | None
) -> None:
    assert certainly_or_not(certain, possible) == expected
