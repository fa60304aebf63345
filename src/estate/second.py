"""A second process, for work that is large enough to pay for it.

What it does not hand over, the first does itself. So the answer is the same with it and without.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final, NoReturn, TypeVar

__all__ = ["begun", "beside", "may_fork", "second", "shared"]

T = TypeVar("T")
U = TypeVar("U")

_LENGTH: Final = 8
"""Bytes of the length that stands before each part."""
_WIDE: Final = 1 << 20
"""How many bytes a pipe should hold: what Linux lets everybody have."""


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
    is to be done here with each result as soon as it is there: the more that is, the more tasks
    the second process takes.
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
    arriving: Arriving,
    further: Callable[[T], object],
) -> list[T]:
    """Do the tasks that are free, then those that were not handed over."""
    done: dict[int, T] = {}

    def keep(number: int, result: T) -> None:
        done[number] = result
        further(result)

    for number in _taken(range(len(tasks)), free):
        keep(number, tasks[number]())
        while arriving.ready() and (found := next(arriving, None)) is not None:
            keep(*found)
    for found in arriving:
        keep(*found)
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
def second(work: Callable[[], Iterable[object]]) -> Iterator[Arriving]:
    """Have work done in a second process, and yield what it hands over, as far as it gets.

    It is gone afterwards. Where none may be had, nothing is handed over.
    """
    reading, writing = os.pipe()
    child = _forked() if may_fork() else None
    if child == 0:
        os.close(reading)
        _hand_over(work, writing)
    os.close(writing)
    try:
        yield Arriving(reading)
    finally:
        os.close(reading)
        if child is not None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


class Arriving(Iterator[Any]):
    """The parts that a second process hands over, one after the other, by a pipe.

    Each comes with its length before it. One that does not come whole is none.
    """

    def __init__(self, reading: int) -> None:
        self._reading = reading

    def ready(self) -> bool:
        """Whether something has arrived, or nothing will any more."""
        return bool(select.select([self._reading], [], [], 0)[0])

    def __next__(self) -> Any:  # noqa: ANN401 - whatever is handed over
        """Return the next part, when it has arrived."""
        size = int.from_bytes(self._bytes(_LENGTH), "little")
        return pickle.loads(self._bytes(size))  # noqa: S301 - from our own child, by our own pipe

    def _bytes(self, size: int) -> bytearray:
        taken = bytearray()
        while len(taken) < size:
            piece = os.read(self._reading, size - len(taken))
            if not piece:
                raise StopIteration
            taken += piece
        return taken


def _forked() -> int | None:
    """Return 0 in the second process, its id in the first, None where there is no room for it."""
    try:
        return os.fork()
    except OSError:
        return None


def _hand_over(work: Callable[[], Iterable[object]], writing: int) -> NoReturn:
    """Do the work, and hand over each part when it is done.

    Ends without a word, whatever happens: the first does what is missing, and says what is wrong.
    """
    try:
        _widen(writing)
        with os.fdopen(writing, "wb") as out:
            for part in work():
                pickled = pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
                out.write(len(pickled).to_bytes(_LENGTH, "little"))
                out.write(pickled)
                out.flush()
    finally:
        os._exit(0)  # leaves what belongs to the first process alone


def _widen(pipe: int) -> None:
    """Let a pipe hold some parts, as far as it may, so that nobody waits for the other."""
    import fcntl  # noqa: PLC0415 - not everywhere, and neither is a second process

    with suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _WIDE)
