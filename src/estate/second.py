"""A second process, for work that is large enough to pay for it.

What it does not hand over, the first does itself. So the answer is the same with it and without.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, NoReturn, TypeVar

__all__ = ["begun", "beside", "may_fork", "second", "shared"]

T = TypeVar("T")
U = TypeVar("U")


def beside(other: Callable[[], T], own: Callable[[], U]) -> tuple[T, U]:
    """Do one work in a second process while this one does its own; return what comes of both.

    What the other returns is pickled. If it comes to nothing, it is done here afterwards, so its
    own work must leave standing what the other needs. Raises what either raises.
    """
    with second(lambda: (other(),)) as handed_over:
        done = own()
        for found in handed_over:
            return found, done
    return other(), done


def shared(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """Do tasks in two processes, from the first on and from the last back; return the results.

    They meet where they meet: so tasks that are neighbours, and share work, mostly stay together.
    What a task returns is pickled. Raises what a task raises.
    """
    with begun(tasks) as rest:
        return rest(lambda _: None)


@contextmanager
def begun(
    tasks: Sequence[Callable[[], T]],
) -> Iterator[Callable[[Callable[[T], object]], list[T]]]:
    """Have a second process begin with tasks at once, from the last back.

    Yield what does the others here, from the first on, and returns all results. It is given what
    is to be done with each result of its own as soon as it is there, so that the second process
    takes more of the tasks.
    """
    free, writing = os.pipe()
    os.write(writing, bytes(len(tasks)))
    os.close(writing)
    back = range(len(tasks))[::-1]
    try:
        with second(lambda: ((n, tasks[n]()) for n in _taken(back, free))) as handed_over:
            yield lambda further: _rest(tasks, free, handed_over, further)
    finally:
        os.close(free)


def _rest(
    tasks: Sequence[Callable[[], T]],
    free: int,
    handed_over: Iterator[tuple[int, T]],
    further: Callable[[T], object],
) -> list[T]:
    """Do the tasks that are free, then those that were not handed over."""
    done: dict[int, T] = {}
    for number in _taken(range(len(tasks)), free):
        done[number] = tasks[number]()
        further(done[number])
    done.update(handed_over)
    return [done[number] if number in done else task() for number, task in enumerate(tasks)]


def _taken(numbers: Iterable[int], free: int) -> Iterator[int]:
    """Yield numbers of tasks as long as any is free: `free` holds a byte for each that is."""
    for number in numbers:
        if not os.read(free, 1):
            return
        yield number


def may_fork() -> bool:
    """Whether a second process can be had safely: on Linux, from one thread, with a processor."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


@contextmanager
def second(work: Callable[[], Iterable[object]]) -> Iterator[Iterator[Any]]:
    """Have work done in a second process, and yield what it hands over, as far as it gets.

    It is gone afterwards. Where none may be had, nothing is handed over.
    """
    reading, writing = os.pipe()
    child = _forked() if may_fork() else None
    if child == 0:
        _hand_over(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=1 << 20) as arriving:
        try:
            yield _whole_parts(arriving)
        finally:
            if child is not None:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def _forked() -> int | None:
    """Return 0 in the second process, its id in the first, None where there is no room for it."""
    try:
        return os.fork()
    except OSError:
        return None


def _hand_over(work: Callable[[], Iterable[object]], writing: int) -> NoReturn:
    """Do the work and hand it over at the end, since the first has no time until then.

    Ends without a word, whatever happens: the first does what is missing, and says what is wrong.
    """
    try:
        pickled = [pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in work()]
        with os.fdopen(writing, "wb") as out:
            out.writelines(pickled)
    finally:
        os._exit(0)  # leaves what belongs to the first process alone


def _whole_parts(arriving: BinaryIO) -> Iterator[Any]:
    """Yield what arrives, as long as it arrives whole."""
    try:
        while True:
            yield pickle.load(arriving)  # noqa: S301 - from our own child, by a pipe of our own
    except (EOFError, pickle.UnpicklingError):
        return
