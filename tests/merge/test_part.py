"""Estates that cannot be read for a merge."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.merge.estates import lay

from estate.errors import EstateError, InventoryError
from estate.merge import read_part


def test_an_estate_without_an_inventory(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match="inventory is not a folder"):
        read_part(lay(tmp_path / "n", {}))


def test_an_inventory_without_a_file(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match="no inventory: there is no "):
        read_part(lay(tmp_path / "n", {"inventory/read.me": ""}))


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    root = lay(tmp_path / "n", {"inventory/a.yaml": "servers:\n  a: {name: A}\n"})
    (root / "inventory/b.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(EstateError) as caught:
        read_part(root)
    assert "b.yaml" in str(caught.value) + str(caught.value.problems)
