"""The two real estates, imported and judged once for all their tests."""

from __future__ import annotations

import pytest
from tests.realdata import estates
from tests.realdata.estates import RealEstate


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> RealEstate:
    """Return the department's platform."""
    return estates.platform(tmp_path_factory.mktemp("platform"))


@pytest.fixture(scope="session")
def lancashire(tmp_path_factory: pytest.TempPathFactory) -> RealEstate:
    """Return the contracts of Lancashire's councils."""
    return estates.lancashire(tmp_path_factory.mktemp("lancashire"))
