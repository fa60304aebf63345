"""The signed estate, made once: everybody starts from the same files."""

from __future__ import annotations

import pytest
from tests.exceptions.signed_estate import Signed, signed_estate


@pytest.fixture(scope="session")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    """Return an estate of which every acceptance is signed and counts."""
    return signed_estate(tmp_path_factory.mktemp("keys"))
