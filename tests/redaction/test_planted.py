from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written import TODAY
from tests.redaction.planting import SECRETS, Made, filled, judged, made_by, planted

from estate.model import SECTIONS, Asset, Entry
from estate.model.fields import fields_of
from estate.model.record import Record, record_in
from estate.pipeline.acceptances.dossier import with_routes
from estate.pipeline.forecasting import forecast as foresee
from estate.pipeline.publishing import published, published_forecast, published_roadmap
from estate.plan.roadmap import roadmap_of
from estate.redaction.records import COPIED


def _secrets(seed: int) -> Made:
    """Make up secrets that no word of ours begins with, and numbers that no count comes to."""
    random = Random(seed)  # noqa: S311 - not to keep a secret, but to make one up

    def text() -> str:
        return "xq" + "".join(random.choices(string.ascii_lowercase, k=random.randint(1, 6)))

    return made_by(text, lambda: random.randint(4_000_000, 9_000_000))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32))
def test_no_planted_secret_is_in_what_reports_are_made_of(seed: int) -> None:
    made = _secrets(seed)
    run = judged(made)
    public = published(run, outcome=with_routes(run))

    text = _everything(
        public.outcome,
        public.config,
        *public.facts.estate,
        *public.facts.subjects("installation"),
        published_roadmap(run.facts, roadmap_of(run.facts)),
    )

    assert [mark for mark, secret in made.items() if secret in text] == []
    assert public.outcome.counts == run.outcome.counts
    assert len(public.facts.estate) == len(run.facts.estate)
    assert public.facts.graph.relations == run.facts.graph.relations


def test_no_planted_secret_is_in_a_forecast() -> None:
    made = _secrets(1)
    loaded = planted(made)
    found = foresee(loaded, TODAY, date(2028, 4, 1), "year")

    text = _everything(published_forecast(loaded, found))

    assert [mark for mark, secret in made.items() if secret in text] == []
    assert [mark for mark, secret in made.items() if secret in _everything(found)]


@pytest.mark.parametrize("kind", SECTIONS.values())
def test_what_is_copied_holds_no_free_text(kind: type[Entry]) -> None:
    """A text that anybody may write is never shown as it is, whatever it holds today."""
    copied = COPIED[kind.kind]
    free = {name for name in copied if _is_free(fields_of(kind)[name].annotation)}
    assert free == set()


def _is_free(annotation: object) -> bool:
    """Whether a type has room for any text; enumerations have not."""
    if annotation is str or get_origin(annotation) is dict:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return any(_is_free(field.annotation) for field in fields_of(annotation).values())
    if get_origin(annotation) is Literal:
        return False
    return any(_is_free(part) for part in get_args(annotation))


def test_the_search_finds_what_is_there() -> None:
    """A search that would find nothing anywhere would prove nothing."""
    made = {mark: f"xq{number}z" if mark.startswith("zz") else f"8.{number}7"
            if mark.startswith("99") else f"8000{number:03}"
            for number, mark in enumerate(SECRETS)}  # fmt: skip
    run = judged(made)

    text = _everything(*run.facts.estate, run.outcome)

    assert {mark for mark, secret in made.items() if secret in text} == set(SECRETS)


def test_every_field_of_the_format_is_planted() -> None:
    """A field that is added to the model is filled in in planted.yaml, secret or not."""
    made = {mark: mark for mark in SECRETS}
    estate = filled(made).estate
    said = {each for entry in estate for each in _said(entry)}

    every = {each for kind in SECTIONS.values() for each in _fields(kind)}

    assert every - said == set()


def _everything(*values: object) -> str:
    return "\n".join(map(repr, values))


def _said(value: object) -> Iterator[tuple[type, str]]:
    if isinstance(value, Record):
        for name in fields_of(type(value)):
            if getattr(value, name) is not None:
                yield _where(type(value), name), name
                yield from _said(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _said(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _said(each)


def _where(kind: type[Record], name: str) -> type:
    """Return where a field is declared: what every asset has is planted on one of them."""
    return (
        next((each for each in (Entry, Asset) if name in fields_of(each)), kind)
        if issubclass(kind, Entry)
        else kind
    )


def _fields(kind: type[Record]) -> Iterator[tuple[type, str]]:
    for name, field in fields_of(kind).items():
        yield _where(kind, name), name
        inner = record_in(field.annotation)
        if inner is not None:
            yield from _fields(inner)
