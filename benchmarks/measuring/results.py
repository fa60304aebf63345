"""What was measured of one estate, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.measuring.processes import Used
from benchmarks.measuring.stages import FACT, STAGES
from benchmarks.measuring.targets import ABOVE, MEMORY, RATIO, TARGETS

_SLOW_FACTS = 12


@dataclass(frozen=True, slots=True)
class Result:
    """Medians for one size: whole processes, seconds by stage, seconds of loading alone."""

    size: int
    inventory_bytes: int
    bare: Used
    loading: Used
    check: Used
    stages: Mapping[str, float]
    parsing: float

    @property
    def measures(self) -> dict[str, float]:
        """The measures that targets are set for."""
        return {
            ABOVE: (self.check.seconds - self.bare.seconds) * 1000,
            RATIO: self.check.seconds / self.loading.seconds,
            MEMORY: self.check.megabytes,
        }

    def by_stage(self) -> dict[str, float]:
        """Return the seconds of each stage, all facts as one."""
        facts = sum(taken for name, taken in self.stages.items() if name.startswith(FACT))
        return {stage: self.stages.get(stage, 0.0) for stage in STAGES} | {"facts": facts}

    def as_json(self) -> dict[str, object]:
        """Return everything, for programs."""
        return {
            "size": self.size,
            "bytes": self.inventory_bytes,
            "processes": {
                "bare": self.bare._asdict(),
                "loading": self.loading._asdict(),
                "check": self.check._asdict(),
            },
            "parsing": self.parsing,
            "measures": self.measures,
            "stages": dict(self.stages),
        }


def told(result: Result) -> Iterator[str]:
    """Yield the lines of a result."""
    size = f"{result.inventory_bytes / 1e6:.1f} MB"
    yield f"{result.size:,} records, {size}"
    yield ""
    yield f"  {'whole processes':<26}{'ms':>9}{'of which at work':>19}{'MB':>8}"
    for name, used in (
        ("bare Python", result.bare),
        ("CSafeLoader merely loads", result.loading),
        ("estate check", result.check),
    ):
        times = f"{used.seconds * 1000:>9,.0f}{used.worked * 1000:>19,.0f}"
        yield f"  {name:<26}{times}{used.megabytes:>8,.0f}"
    yield ""
    yield from _measures(result)
    yield ""
    yield from _stages(result)
    yield from _facts(result)
    yield ""


def _measures(result: Result) -> Iterator[str]:
    for name, value in result.measures.items():
        unit = {ABOVE: "ms", RATIO: "x", MEMORY: "MB"}[name]
        line = f"  {name:<26}{_number(value):>9} {unit:<3}"
        for target in TARGETS:
            if (target.size, target.measure) == (result.size, name):
                limits = f"must {_number(target.must)}, aim {_number(target.aim)}"
                line += f"  {limits}: {target.verdict(value)}"
        yield line.rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2f}"  # noqa: PLR2004 - two digits matter


def _stages(result: Result) -> Iterator[str]:
    yield f"  {'stage':<26}{'ms':>9}   of parsing alone ({result.parsing * 1000:,.0f} ms)"
    for stage, taken in result.by_stage().items():
        yield f"  {stage:<26}{taken * 1000:>9,.1f}   {taken / result.parsing:.3f} x"
    whole = sum(result.by_stage().values())
    yield f"  {'together':<26}{whole * 1000:>9,.1f}   {whole / result.parsing:.3f} x"


def _facts(result: Result) -> Iterator[str]:
    facts = {
        name.removeprefix(FACT): taken
        for name, taken in result.stages.items()
        if name.startswith(FACT)
    }
    slowest = sorted(facts, key=lambda name: -facts[name])[:_SLOW_FACTS]
    for name in slowest:
        taken = facts[name]
        yield f"    {name:<33}{taken * 1000:>9,.1f} ms{taken / result.parsing:>8.3f} x"
