from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from estate.second import Arriving, beside, may_fork, second, shared

forks = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="a second process is for Linux with two processors",
)


def square(number: int) -> int:
    return number * number


def counting(end: int) -> Iterator[int]:
    yield from range(end)


@pytest.mark.parametrize("count", [0, 1, 2, 30, 256])
def test_the_results_come_in_the_order_of_the_tasks(count: int) -> None:
    assert shared([partial(square, n) for n in range(count)]) == [n * n for n in range(count)]


def test_what_a_task_raises_is_raised() -> None:
    tasks: list[Callable[[], float]] = [lambda: 1.0, lambda: 1 / 0, lambda: 2.0]

    with pytest.raises(ZeroDivisionError):
        shared(tasks)


def test_what_cannot_be_handed_over_is_done_here() -> None:
    made = shared([partial(counting, n) for n in range(20)])

    assert [list(one) for one in made] == [list(range(n)) for n in range(20)]


def test_two_works_are_done_side_by_side() -> None:
    assert beside(partial(square, 3), partial(square, 4)) == (9, 16)


def test_what_the_other_cannot_hand_over_is_done_here() -> None:
    found, own = beside(partial(counting, 3), partial(square, 4))

    assert (list(found), own) == ([0, 1, 2], 16)


@pytest.mark.parametrize(("other", "own"), [(0, 1), (1, 0)])
def test_what_either_work_raises_is_raised(other: int, own: int) -> None:
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 / other, lambda: 1 / own)


@forks
def test_the_second_process_is_another_one() -> None:
    with second(lambda: [os.getpid()]) as handed_over:
        if may_fork():
            assert [pid != os.getpid() for pid in handed_over] == [True]


@forks
def test_where_the_second_stumbles_what_it_had_done_arrives() -> None:
    def stumbling() -> Iterator[int]:
        yield 1
        raise MemoryError

    with second(stumbling) as handed_over:
        assert list(handed_over) == [1]


def test_what_does_not_arrive_whole_is_not_taken() -> None:
    parts = [pickle.dumps((number, "x" * 50)) for number in range(3)]
    whole = b"".join(len(part).to_bytes(8, "little") + part for part in parts)

    for cut in range(len(whole) + 1):
        reading, writing = os.pipe()
        os.write(writing, whole[:cut])
        os.close(writing)
        arrived = list(Arriving(reading))
        os.close(reading)

        assert arrived == [(number, "x" * 50) for number in range(len(arrived))]
        assert len(arrived) == 3 * cut // len(whole)


@forks
def test_more_than_a_pipe_holds_is_handed_over() -> None:
    with second(lambda: (b"x" * 3_000_000 for _ in range(3))) as arriving:
        assert [len(part) for part in arriving] == [3_000_000] * 3
