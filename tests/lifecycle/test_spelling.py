"""Near spellings, for messages only."""

from __future__ import annotations

import pytest

from estate.lifecycle import Catalogue


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("windwos-server", "windows-server"),
        ("postgrs", "postgresql"),
        ("Micorsoft SQL Server", "mssqlserver"),
        ("orcale database", "oracle-database"),
    ],
)
def test_the_nearest_comes_first(catalogue: Catalogue, text: str, nearest: str) -> None:
    found = catalogue.nearest_products(text)
    assert found[0] == nearest
    assert len(found) <= 3


@pytest.mark.parametrize("text", ["", "?", "zzzzqqqq", "Idox Uniform"])
def test_what_is_far_from_all_has_none(catalogue: Catalogue, text: str) -> None:
    assert catalogue.nearest_products(text) == ()
