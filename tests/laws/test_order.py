"""The order of files and of the records in them, and the split into files, change no finding."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from tests.laws.corpus import Raw, Small, corpus, example_estate, judged

pytestmark = pytest.mark.no_cover


def scattered(draw: Random, small: Small) -> list[Raw]:
    """Deal the records of an estate out to some files, in any order."""
    records = [
        (s, key, record) for s, some in small.sections.items() for key, record in some.items()
    ]
    draw.shuffle(records)
    files: list[Raw] = [{} for _ in range(draw.randint(1, 4))]
    for section, key, record in records:
        draw.choice(files).setdefault(section, {})[key] = record
    return files


def told(small: Small, files: list[Raw] | None = None) -> list[Any]:
    """Return all that is said of an estate: counts, findings, and what is unknown."""
    return [
        part
        for verdict in judged(small, files)[1:]
        for part in (verdict.results, verdict.findings, verdict.unknown)
    ]


def test_how_records_are_dealt_out_to_files_changes_nothing_that_is_said() -> None:
    draw = Random(1)  # noqa: S311 - estates dealt out, no secrets
    wrong = [
        s.name for s in (*corpus(), example_estate()) if told(s) != told(s, scattered(draw, s))
    ]
    assert not wrong
