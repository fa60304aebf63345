"""What is wrong with an estate that does not load, in the formats of findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from estate import __version__
from estate.cli.options import Invocation
from estate.cli.screen import NORMAL
from estate.config import Config, load_config
from estate.errors import ConfigError, EstateError
from estate.report.problems import render_json, render_text

__all__ = ["rendered"]


def rendered(said: Invocation, error: EstateError, form: Literal["text", "json"]) -> Iterator[str]:
    """Yield a report of the problems."""
    if form == "text":
        return render_text(error.problems, width=NORMAL)
    name, timezone = _estate(said)
    today = said.today(timezone)
    return render_json(error.problems, estate=name, as_of=today, tool=__version__)


def _estate(said: Invocation) -> tuple[str, str]:
    """Return the estate's name, empty where nobody knows it, and its timezone."""
    try:
        config = load_config(said.root())
    except ConfigError:
        return "", Config(estate=1, name="unknown").timezone
    return config.name, config.timezone
