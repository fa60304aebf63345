"""Golden reports, and the outcomes that reports are made of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.report import stored_outcome

from estate.findings import Outcome

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def outcome() -> Outcome:
    return stored_outcome.stored()


@pytest.fixture
def hostile() -> Outcome:
    return stored_outcome.hostile()


@pytest.fixture
def golden() -> Callable[[str, Iterable[str]], None]:
    """Return what holds a report against its golden file; README.md there says how to refresh."""

    def check(name: str, pieces: Iterable[str]) -> None:
        path, text = GOLDEN / name, "".join(pieces)
        if os.environ.get("ESTATE_REFRESH_GOLDEN"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return check
