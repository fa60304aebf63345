"""An estate whose every secret is made up anew, judged by the standard rules and published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tests.facts.written import TODAY

from estate.config import Config
from estate.lifecycle import bundled
from estate.model import Policy
from estate.pipeline import Loaded, Options, Run, load_pack, run
from estate.read import Inventory, inventory_of, read_document
from estate.rules import Pack

TEXT: Final = (Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8")
_SECRET: Final = re.compile(r"zz[a-z]+\d+|99\.9\.\d+|\b77\d{3}\b")

SECRETS: Final = sorted(set(_SECRET.findall(TEXT)))
"""The marks in the text that stand for secrets."""

Made = dict[str, str]


@cache
def _pack() -> Pack:
    return load_pack(None)


def filled(made: Made) -> Inventory:
    """Read the planted estate with these secrets in the place of its marks."""
    text = _SECRET.sub(lambda found: made[found[0]], TEXT)
    document = read_document("planted.yaml", text.encode())
    return inventory_of([document], name="Dune", policy=Policy(), defaults={})


def planted(made: Made) -> Loaded:
    """Return the planted estate as if it had been read from files."""
    return Loaded(Config(estate=1, name="Dune"), filled(made), _pack(), bundled())


def judged(made: Made) -> Run:
    """Judge the planted estate by the standard rules."""
    return run(planted(made), Options(TODAY, explain_unknown=True))


def made_by(text: Callable[[], str], number: Callable[[], int]) -> Made:
    """Return a secret for every mark: letters and digits, a version, or an amount."""
    return dict(_made(text, number))


def _made(text: Callable[[], str], number: Callable[[], int]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for mark in SECRETS:
        made = ""
        while not made or made in taken:
            if mark.startswith("zz"):
                made = f"{text()}{number()}q"
            else:
                made = f"{number()}.{number()}" if mark.startswith("99") else f"{number()}"
        taken.add(made)
        yield mark, made
