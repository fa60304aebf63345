"""The real estates: imported by the mappings of the repository, and judged on a day."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from estate.exchange import Imported, import_table
from estate.pipeline import Loaded, Options, Run, load_estate, run

TODAY = date(2026, 11, 21)
HORIZONS = {12: date(2027, 11, 21), 24: date(2028, 11, 21), 36: date(2029, 11, 21)}
"""The last days of the policy's horizons, by their months."""

MAPPINGS = Path(__file__).parents[2] / "examples" / "mappings"


@dataclass(frozen=True, slots=True)
class RealEstate:
    """What an import gave, what was read of it, and what an audit of it says."""

    imported: Imported
    loaded: Loaded
    run: Run

    def on(self, today: date) -> Run:
        """Judge it on another day."""
        return run(self.loaded, Options(today=today))


def source(name: str) -> Path:
    """Return a folder of the real data."""
    return Path(os.environ["ESTATE_REAL_DATA"]).resolve() / name


def platform(folder: Path) -> RealEstate:
    """Import the department's platform into an empty folder and judge it."""
    data = source("moj-cloud-platform")
    files = [data / "namespaces.multidoc.yaml", data / "cloud-resources.csv"]
    return _judged("moj-cloud-platform.yaml", files, folder)


def lancashire(folder: Path) -> RealEstate:
    """Import the contracts of Lancashire's councils into an empty folder and judge them."""
    files = sorted(source("uk-lancashire-ict-contracts").glob("*.csv"))
    return _judged("uk-lancashire-ict-contracts.yaml", files, folder)


def _judged(mapping: str, files: list[Path], folder: Path) -> RealEstate:
    imported = import_table(MAPPINGS / mapping, files, folder)
    loaded = load_estate(folder)
    return RealEstate(imported, loaded, run(loaded, Options(today=TODAY)))
