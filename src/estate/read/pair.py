"""Reading with two processes, for inventories that are large enough to pay for the second.

The second reads every other file and hands over what it read; what it does not hand over, the
first reads itself. So the answer is the same with it and without it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Final, NoReturn

from estate.read.document import Document, compose

_PART: Final = ("values", "lines", "starts", "entangled", "whole", "mended", "problems")
"""What reading a text adds to a document."""


def compose_in_pair(documents: list[Document]) -> None:
    """Read the text of every document, half of it in a second process if one may be had."""
    largest_first = sorted(documents, key=lambda document: -len(document.text))
    own, others = largest_first[::2], largest_first[1::2]
    taken = 0
    with _second(others) as handed_over:
        for document in own:
            compose(document)
        for document, part in zip(others, handed_over, strict=False):
            for name, value in zip(_PART, part, strict=True):
                setattr(document, name, value)
            taken += 1
    for document in others[taken:]:
        compose(document)


def may_fork() -> bool:
    """Whether a second process can be had safely: on Linux, from one thread, with a processor."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


@contextmanager
def _second(documents: list[Document]) -> Iterator[Iterator[tuple[Any, ...]]]:
    """Start the second process and yield what it hands over; it is gone afterwards."""
    reading, writing = os.pipe()
    child = _forked() if may_fork() else None
    if child == 0:
        _hand_over(documents, writing)
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


def _hand_over(documents: list[Document], writing: int) -> NoReturn:
    """Read documents and hand them over at the end, since the first has no time until then.

    Ends without a word, whatever happens: the first does what is missing, and says what is wrong.
    """
    try:
        pickled = []
        for document in documents:
            compose(document)
            part = tuple(getattr(document, name) for name in _PART)
            pickled.append(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
            document.values = {}
        with os.fdopen(writing, "wb") as out:
            out.writelines(pickled)
    finally:
        os._exit(0)  # leaves what belongs to the first process alone


def _whole_parts(arriving: BinaryIO) -> Iterator[tuple[Any, ...]]:
    """Yield what arrives, as long as it arrives whole."""
    try:
        while True:
            yield pickle.load(arriving)  # noqa: S301 - from our own child, by a pipe of our own
    except (EOFError, pickle.UnpicklingError):
        return
