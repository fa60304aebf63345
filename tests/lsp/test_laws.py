"""Laws of renaming, for every record of the example."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estate.errors import EditError
from estate.lsp.positions import Page
from estate.lsp.reading import Desk, State
from estate.lsp.renaming import rename
from estate.lsp.session import Session
from estate.lsp.workspace import Shelf, View
from estate.read.discover import discover
from estate.shipped import example_estate

ROOT = example_estate().resolve()
DESK = Desk(ROOT)
FILES = {name: path.read_text(encoding="utf-8") for name, path in discover(ROOT, "inventory").found}
IDS = sorted(DESK.read({}).records)


def _pass(_: object) -> None:
    """Take no notice."""


def _session(texts: dict[str, str]) -> Session:
    session = Session(ROOT, lambda _: date(2026, 11, 21), _pass, _pass, dict(texts))
    session.state = DESK.read(texts)
    return session


def _renamed(texts: dict[str, str], old: str, new: str) -> dict[str, str]:
    """Return the texts of all files after a renaming."""
    shelf = Shelf(lambda _: date(2026, 11, 21), _pass, _pass)
    session = _session(texts)
    view = View(shelf, session, "inventory/servers/outposts.yaml")
    done = dict(texts)
    for uri, edits in (rename(view, old, new).edit.changes or {}).items():
        name = Path(uri.removeprefix("file://")).relative_to(ROOT).as_posix()
        page = Page(texts[name], shelf.codec)
        places = [
            (page.index(page.mark(e.range.start)), page.index(page.mark(e.range.end)))
            for e in edits
        ]
        for (start, end), one in sorted(zip(places, edits, strict=True), key=lambda p: p[0])[::-1]:
            done[name] = done[name][:start] + one.new_text + done[name][end:]
    return done


def _said(state: State) -> tuple[set[str], list[str]]:
    return {*state.records}, [problem.rule for problem in state.problems]


@settings(max_examples=12)
@given(st.sampled_from(IDS))
def test_to_rename_and_to_rename_back_is_to_do_nothing(old: str) -> None:
    new = f"{old}-as-was"
    there = _renamed(FILES, old, new)
    state = DESK.read(there)
    assert _said(state) == ({*IDS} - {old} | {new}, [])
    assert _renamed(there, new, old) == FILES


@settings(max_examples=12)
@given(st.sampled_from(IDS), st.sampled_from(IDS))
def test_no_record_takes_the_id_of_another(old: str, new: str) -> None:
    if old == new:
        assert _renamed(FILES, old, new) == FILES
        return
    with pytest.raises(EditError, match=f"'{new}' is the id of another"):
        _renamed(FILES, old, new)
