"""The real estates: imported by the mappings of the repository, and judged on a day."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from estate.exchange import Imported, import_table
from estate.findings import Finding, RuleResult
from estate.pipeline import Loaded, Options, Run, load_estate, run

TODAY = date(2026, 11, 21)
HORIZONS = {12: date(2027, 11, 21), 24: date(2028, 11, 21), 36: date(2029, 11, 21)}
"""The last days of the policy's horizons, by their months."""

MAPPINGS = Path(__file__).parents[2] / "examples" / "mappings"


@dataclass(frozen=True, slots=True, repr=False)
class RealEstate:
    """What an import gave, what was read of it, and what an audit of it says.

    It has no words of its own: a test that fails would show ten thousand records.
    """

    imported: Imported
    loaded: Loaded
    run: Run

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the audit finds."""
        return self.run.outcome.findings

    @property
    def rules(self) -> dict[str, RuleResult]:
        """How each rule went."""
        return {rule.id: rule for rule in self.run.outcome.rules}

    def found(self, rule: str) -> set[str]:
        """Return the ids of what a rule finds."""
        return {finding.subject.id for finding in self.findings if finding.rule == rule}

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
    return judged("moj-cloud-platform.yaml", files, folder)


def lancashire(folder: Path) -> RealEstate:
    """Import the contracts of Lancashire's councils into an empty folder and judge them."""
    files = sorted(source("uk-lancashire-ict-contracts").glob("*.csv"))
    return judged("uk-lancashire-ict-contracts.yaml", files, folder)


def judged(mapping: str, files: list[Path], folder: Path) -> RealEstate:
    """Import files by one of the repository's mappings into an empty folder, and judge them."""
    imported = import_table(MAPPINGS / mapping, files, folder)
    loaded = load_estate(folder)
    return RealEstate(imported, loaded, run(loaded, Options(today=TODAY)))
