"""One estate under the hands of somebody who writes it: whoever asks is answered."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.lsp.conftest import FILES

from estate.lsp.reading import Desk, State
from estate.lsp.session import Session, _aside

_SOON = 60
"""Seconds within which whatever is asked is answered, on the slowest machine."""
_SERVERS = "inventory/servers.yaml"
_TEXTS = (FILES[_SERVERS], "servers: [\n", "servers: {a: {}}\n", "")


class _Collected:
    """What a session tells, and its faults."""

    def __init__(self) -> None:
        self.told = 0
        self.faults: list[Exception] = []

    def tell(self, _: Session) -> None:
        self.told += 1


def _session(root: Path, today: Callable[[str], date] | None = None) -> tuple[Session, _Collected]:
    collected = _Collected()
    day = today or (lambda _: date(2026, 11, 21))
    return Session(root, day, collected.tell, collected.faults.append), collected


def _held(work: Callable[[], Awaitable[None]]) -> None:
    async def all_of_it() -> None:
        await asyncio.wait_for(work(), _SOON)

    asyncio.run(all_of_it())


async def _judged(session: Session) -> None:
    assert session._task is not None
    await session._task


class _Slow(Desk):
    """A desk that notes whether it is read at twice at a time, and takes its time."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.readers = 0
        self.most = 0

    def read(self, texts: Mapping[str, str]) -> State:
        self.readers += 1
        self.most = max(self.most, self.readers)
        try:
            return super().read(texts)
        finally:
            self.readers -= 1


class _End(BaseException):
    """What no `except Exception` takes: such as a panic of a library that is written in Rust."""


class _Broken(Desk):
    """A desk that fails the first time that it is read at."""

    def __init__(self, root: Path, failure: BaseException) -> None:
        super().__init__(root)
        self.failures = [failure]

    def read(self, texts: Mapping[str, str]) -> State:
        if self.failures:
            raise self.failures.pop()
        return super().read(texts)


def test_work_that_is_done_aside_answers_or_fails() -> None:
    async def work() -> None:
        assert await _aside(lambda: 7) == 7
        with pytest.raises(ZeroDivisionError):
            await _aside(lambda: 1 // 0)

    _held(work)


@pytest.mark.parametrize(
    "failure", [_End("a panic"), SystemExit(3), KeyboardInterrupt(), StopIteration()]
)
def test_what_ends_a_thread_keeps_nobody_waiting(failure: BaseException) -> None:
    def ended() -> None:
        raise failure

    async def work() -> None:
        with pytest.raises(RuntimeError, match=type(failure).__name__):
            await _aside(ended)

    _held(work)


@pytest.mark.parametrize("failure", [ValueError("a fault"), StopIteration(), _End("a panic")])
def test_after_a_fault_in_reading_every_question_is_answered(
    estate: Path, failure: BaseException
) -> None:
    async def work() -> None:
        session, collected = _session(estate)
        session._desk = _Broken(estate, failure)
        session.changed()
        await session.settled()
        assert len(collected.faults) == 1
        assert (await session.known()).loaded is not None
        assert (await session.settled()).loaded is not None
        session.changed()
        assert (await session.settled()).loaded is not None

    _held(work)


def test_after_a_fault_in_judging_every_question_is_answered(estate: Path) -> None:
    def no_day(_: str) -> date:
        raise ValueError("no such timezone")

    async def work() -> None:
        session, collected = _session(estate, no_day)
        session.changed()
        await session.settled()
        await _judged(session)
        assert [str(each) for each in collected.faults] == ["no such timezone"]
        assert (await session.current()).loaded is not None
        session.changed()
        assert (await session.settled()).loaded is not None

    _held(work)


def test_it_is_settled_where_nothing_was_asked(estate: Path) -> None:
    async def work() -> None:
        session, _ = _session(estate)
        assert (await session.settled()).loaded is not None

    _held(work)


def test_it_is_settled_with_every_change_in_it(estate: Path) -> None:
    async def work() -> None:
        session, _ = _session(estate)
        for number in range(30):
            session.texts[_SERVERS] = f"servers: {{srv-{number}: {{name: S}}}}\n"
            session.changed()
            if number % 7 == 0:
                await asyncio.sleep(0.05)
        state = await session.settled()
        assert "srv-29" in state.records

    _held(work)


def test_a_question_that_is_taken_back_disturbs_no_reading(estate: Path) -> None:
    async def work() -> None:
        session, _ = _session(estate)
        session._desk = desk = _Slow(estate)
        for number in range(20):
            session.texts[_SERVERS] = _TEXTS[number % len(_TEXTS)]
            session.changed()
            asked = [asyncio.ensure_future(session.current()) for _ in range(3)]
            await asyncio.sleep(0.001 * (number % 5))
            for each in asked[1:]:
                each.cancel()
            if number % 2:
                asked[0].cancel()
            await asyncio.wait(asked)
        session.texts[_SERVERS] = FILES[_SERVERS]
        session.changed()
        assert (await session.current()).loaded is not None
        assert desk.most == 1

    _held(work)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_changed_and_asked_ends_settled_and_judged(estate: Path, seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - the same steps each time

    async def work() -> None:
        session, collected = _session(estate)
        questions = (session.known, session.current, session.settled)
        asked = []
        for _ in range(60):
            match pick.randrange(4):
                case 0:
                    session.texts[_SERVERS] = pick.choice(_TEXTS)
                    session.changed()
                case 1:
                    asked.append(asyncio.ensure_future(pick.choice(questions)()))
                case 2 if asked:
                    pick.choice(asked).cancel()
                case _:
                    await asyncio.sleep(pick.choice((0, 0.001, 0.02)))
        session.texts[_SERVERS] = FILES[_SERVERS]
        session.changed()
        await asyncio.gather(*asked, return_exceptions=True)
        state = await session.settled()
        await _judged(session)
        assert collected.faults == []
        assert session.judged is not None
        assert session.judged.state is state

    _held(work)
