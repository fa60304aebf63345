"""What every test may rely on: a scrubbed environment, and laws tried the same way each time."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator

import hypothesis
import pytest

# Whatever would make a test depend on who runs it, and where.
_SCRUBBED = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "LANGUAGE",
    "LC_ALL",
    "LINES",
    "NO_COLOR",
    "PYTHONWARNINGS",
    "TERM",
    "TZ",
)

# Values in cycles before they are looked for. The program looks for none while it runs; to do so as
# often as Python does by itself would take a fifth of the time of all tests.
_LEFT_ALONE = 50_000

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI ask for the laws at their full length."""
    parser.addoption("--exhaustive", action="store_true", help="try each law many more times")


def pytest_configure(config: pytest.Config) -> None:
    """Scrub the environment, and say how often laws are tried, before any test module is read."""
    gc.set_threshold(_LEFT_ALONE)
    for name in list(os.environ):
        if name in _SCRUBBED or name.startswith("GIT_"):
            del os.environ[name]
    os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
    hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")
    if config.getoption("--exhaustive"):
        often = hypothesis.settings().max_examples * 6
        hypothesis.settings.register_profile(
            "exhaustive", hypothesis.settings(), max_examples=often
        )
        hypothesis.settings.load_profile("exhaustive")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the real estates where they are not at hand, and choose what is measured.

    What a test happens to reach is no measure of what is tested: where a law draws its examples
    anew each time, where estates are tried that not everybody has, and where a test says itself
    that it is about the whole. Without being measured they take a third of the time.
    """
    real = bool(os.environ.get("ESTATE_REAL_DATA"))
    skip = pytest.mark.skip(reason="ESTATE_REAL_DATA is not set")
    for item in items:
        needs_real = item.get_closest_marker("realdata")
        if needs_real or hypothesis.is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("no_cover")
        if needs_real and not real:
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    """Leave what was imported out of every later search for what is no longer used."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure no process either that a test starts which is not measured."""
    names = [name for name in os.environ if name.startswith("COVERAGE_PROCESS")]
    apart = item.get_closest_marker("no_cover")
    kept = {name: os.environ.pop(name) for name in names} if apart else {}
    try:
        return (yield)
    finally:
        os.environ.update(kept)
