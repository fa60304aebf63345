from __future__ import annotations

import pytest

from estate.findings import Place


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), "academy"),
        (("name",), "academy.name"),
        (("software", 1), "academy.software[1]"),
        (("software", 1, "version"), "academy.software[1].version"),
        (("versions", "2026.1"), "academy.versions.2026.1"),
    ],
)
def test_it_is_told_as_a_path(path: tuple[str | int, ...], text: str) -> None:
    assert str(Place("academy", path)) == text


def test_it_is_a_name_and_no_line() -> None:
    assert Place("a", ("b", 0)) == Place("a", ("b", 0))
    assert len({Place("a"), Place("a", ()), Place("a", ("b",))}) == 2
