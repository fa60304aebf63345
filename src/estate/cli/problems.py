"""What is wrong with an estate that does not load, in the formats of findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from estate import __version__
from estate.cli.options import Invocation
from estate.cli.screen import NORMAL
from estate.config import Config, load_config
from estate.errors import ConfigError, EstateError
from estate.findings import Outcome
from estate.report.problems import render_json, render_text

__all__ = ["outcome", "rendered"]


def rendered(said: Invocation, error: EstateError, form: str) -> Iterator[str]:
    """Yield a report of the problems."""
    if form == "text":
        return render_text(error.problems, width=NORMAL)
    name, today = _estate(said)
    return render_json(error.problems, estate=name, as_of=today, tool=__version__)


def outcome(said: Invocation, error: EstateError) -> Outcome:
    """Return the problems as an outcome, for the formats that show outcomes alone."""
    from estate.report.unjudged import unjudged  # noqa: PLC0415 - only for some formats

    name, today = _estate(said)
    return unjudged(error.problems, estate=name, as_of=today, tool=__version__)


def _estate(said: Invocation) -> tuple[str, date]:
    """Return the estate's name, empty where nobody knows it, and today."""
    try:
        config = load_config(said.root())
    except ConfigError:
        return "", said.today(Config(estate=1, name="unknown").timezone)
    return config.name, said.today(config.timezone)
