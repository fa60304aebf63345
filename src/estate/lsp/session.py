"""One estate under the hands of somebody who writes it: read after every change, then judged.

Reading and judging are done aside, so that questions are answered meanwhile, by what was known
last. A change overtakes a judgement that is under way.
"""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from estate.lifecycle import Catalogue
from estate.lsp.reading import Desk, State
from estate.pipeline import Options, Run, run
from estate.read import Document, read_document

__all__ = ["Judged", "Session", "Today"]

T = TypeVar("T")

Today = Callable[[str], date]
"""Gives the day to judge on in a timezone."""

_QUIET: Final = 0.15
"""Seconds without a change after which the estate is read."""
_REST: Final = 5.0
"""Seconds at rest after which what is no longer used is cleared away."""


class _Overtaken(Exception):  # noqa: N818 - no error: something newer is to be judged
    """The text has changed since."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and the state of the files that it is about."""

    run: Run
    state: State


@dataclass(slots=True, eq=False)
class Session:
    """An estate while its files are open.

    `tell` is called after each reading that found problems and each judgement, `fault` with what
    went wrong in the program itself. `texts` are those of open documents by their names.
    """

    root: Path
    today: Today
    tell: Callable[[Session], None]
    fault: Callable[[Exception], None]
    texts: dict[str, str] = field(default_factory=dict)
    state: State = field(default_factory=State)
    judged: Judged | None = None
    _desk: Desk = field(init=False)
    _asked: int = 0
    _reading: asyncio.Task[None] | None = None
    _read: int = -1
    _settled: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        """Set up the desk at which it is read."""
        self._desk = Desk(self.root)

    @property
    def catalogue(self) -> Catalogue | None:
        """What is known of products, with what the inventory says itself laid over it."""
        return self.judged.run.facts.catalogue if self.judged else self.state.catalogue

    def changed(self) -> None:
        """Read and judge what stands there now, as soon as there is quiet."""
        self._asked += 1
        self._settled.clear()
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def known(self) -> State:
        """Return what is known; at first, that is after the first reading."""
        return self.state if self._read >= 0 else await self.current()

    async def current(self) -> State:
        """Return what the estate says now, with every change in it up to now.

        Who no longer waits for a reading does not end it: the desk is for one reader at a time.
        """
        asked = self._asked
        while self._read < asked:
            if self._reading is None or self._reading.done():
                self._reading = asyncio.get_running_loop().create_task(self._read_again())
            await asyncio.shield(self._reading)
        return self.state

    async def settled(self) -> State:
        """Return what the estate says once there is quiet; it makes nobody read the sooner."""
        if self._task is None:
            self.changed()
        await self._settled.wait()
        return self.state

    def document(self, name: str) -> Document | None:
        """Return a file as it reads now, None if it cannot be read."""
        try:
            data = self.bytes_of(name)
        except OSError:
            return None
        known = self.state.documents.get(name)
        if known is not None and known.text.encode("utf-8", "surrogatepass") == data:
            return known
        return read_document(name, data)

    def documents(self) -> dict[str, Document]:
        """Return the files of the inventory, those that are open as they read now."""
        shown = {name: self.document(name) for name in self.texts if name in self.state.documents}
        return {**self.state.documents, **{name: each for name, each in shown.items() if each}}

    def bytes_of(self, name: str) -> bytes:
        """Return what a file of the estate holds now. Raises OSError."""
        if name in self.texts:
            return self.texts[name].encode("utf-8", "surrogatepass")
        return (self.root / name).read_bytes()

    async def _read_again(self) -> None:
        asked, texts = self._asked, dict(self.texts)
        self.state = await _aside(lambda: self._desk.read(texts))
        self._read = asked
        if asked == self._asked:
            self._settled.set()

    async def _work(self) -> None:
        done = -1
        try:
            while done != self._asked:
                done = await self._quiet()
                try:
                    await self._judge(done)
                except _Overtaken:
                    continue
                except Exception as error:  # noqa: BLE001 - a fault must not end the session
                    self.fault(error)
        finally:
            self._settled.set()  # whatever became of it, nobody waits for it any longer
            asyncio.get_running_loop().call_later(_REST, self._clear_away, self._asked)

    def _clear_away(self, asked: int) -> None:
        """Collect garbage, if nothing is going on: in between, it would keep answers waiting."""
        if asked == self._asked:
            gc.collect()

    async def _quiet(self) -> int:
        """Wait until nothing has changed for a while."""
        asked = -1
        while asked != self._asked:
            asked = self._asked
            await asyncio.sleep(_QUIET)
        return asked

    async def _judge(self, asked: int) -> None:
        state = await self.current()
        if state.loaded is None:
            self.tell(self)
            return
        loaded, options = state.loaded, Options(self.today(state.loaded.config.timezone))

        def still(_: str) -> None:
            if self._asked != asked:
                raise _Overtaken

        def judge() -> Run:
            return _ready(run(loaded, options, still))

        self.judged = Judged(await _aside(judge), state)
        self.tell(self)


def _ready(done: Run) -> Run:
    """Have a judged estate work out what cards show of it, before the first is asked for."""
    graph = done.facts.graph
    done.facts.column("asset.state")
    for key in graph.ids[:1]:
        graph.needs(key)
        graph.needed_by(key)
    return done


async def _aside(work: Callable[[], T]) -> T:
    """Do some work in a thread of its own, which keeps nobody from leaving."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def deliver(put: Callable[[], None]) -> None:
        if not future.done():
            put()

    def worked() -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits
            failed = _as_fault(error)
            done = lambda: future.set_exception(failed)  # noqa: E731 - one of two ends
        else:
            done = lambda: future.set_result(result)  # noqa: E731 - the other
        with suppress(RuntimeError):  # the session has ended meanwhile
            loop.call_soon_threadsafe(deliver, done)

    threading.Thread(target=worked, daemon=True).start()
    return await future


def _as_fault(error: BaseException) -> Exception:
    """Return what a future can hold: without it, whoever waits would do so for ever."""
    if isinstance(error, Exception) and not isinstance(error, StopIteration):
        return error
    fault = RuntimeError(f"{type(error).__name__}: {error}")
    fault.__cause__ = error
    return fault
