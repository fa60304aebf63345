"""What every test may rely on: a scrubbed environment, and laws tried the same way each time."""

from __future__ import annotations

import os

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

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI ask for the laws at their full length."""
    parser.addoption("--exhaustive", action="store_true", help="try each law many more times")


def pytest_configure(config: pytest.Config) -> None:
    """Scrub the environment, and say how often laws are tried, before any test module is read."""
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
    """Skip what needs the real estates where they are not at hand."""
    if os.environ.get("ESTATE_REAL_DATA"):
        return
    skip = pytest.mark.skip(reason="ESTATE_REAL_DATA is not set")
    for item in items:
        if item.get_closest_marker("realdata"):
            item.add_marker(skip)
