"""What was measured of one estate, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from benchmarks.measuring.costs import Cost, Costs
from benchmarks.measuring.editing import SHOWN
from benchmarks.measuring.others import missing
from benchmarks.measuring.processes import Used
from benchmarks.measuring.stages import FACT, STAGES
from benchmarks.measuring.targets import ABOVE, ANSWER, MEMORY, RATIO, TARGETS

_DEAREST = 20
"""How many rules, and how many facts, are listed."""

_SCALE = 10_000
"""The assets for which the cost of each is given."""


@dataclass(frozen=True, slots=True)
class Result:
    """Medians for one size: whole processes, seconds by stage, seconds of loading alone.

    `costs` were measured once; `answers` are the milliseconds that an editor waits, by question.
    """

    size: int
    inventory_bytes: int
    bare: Used
    loading: Used
    check: Used
    stages: Mapping[str, float]
    parsing: float
    costs: Costs
    answers: Mapping[str, float] = field(default_factory=dict)
    others: Mapping[str, Used] = field(default_factory=dict)

    @property
    def measures(self) -> dict[str, float]:
        """The measures that targets are set for."""
        slowest = max((ms for name, ms in self.answers.items() if name != SHOWN), default=None)
        return {
            ABOVE: (self.check.seconds - self.bare.seconds) * 1000,
            RATIO: self.check.seconds / self.loading.seconds,
            MEMORY: self.check.megabytes,
        } | ({} if slowest is None else {ANSWER: slowest})

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
            "costs": self.costs.as_json(),
            "answers": dict(self.answers),
            "others": {name: used._asdict() for name, used in self.others.items()},
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
        *result.others.items(),
    ):
        times = f"{used.seconds * 1000:>9,.0f}{used.worked * 1000:>19,.0f}"
        yield f"  {name:<26}{times}{used.megabytes:>8,.0f}"
    if left_out := missing(result.others):
        yield f"  not run: {', '.join(left_out)}"
    yield ""
    yield from _measures(result)
    yield ""
    yield from _stages(result)
    if result.answers:
        yield ""
        yield f"  {'after an edit, an editor waits for':<34}{'ms':>9}"
        yield from (f"  {name:<34}{ms:>9,.0f}" for name, ms in result.answers.items())
    for what, found in (("rule", result.costs.rules), ("fact", result.costs.facts)):
        yield ""
        yield from _dearest(what, found, result.costs)
    yield ""


def _measures(result: Result) -> Iterator[str]:
    for name, value in result.measures.items():
        unit = {RATIO: "x", MEMORY: "MB"}.get(name, "ms")
        line = f"  {name:<28}{_number(value):>9} {unit:<3}"
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


def _dearest(what: str, found: Mapping[str, Cost], costs: Costs) -> Iterator[str]:
    scale = f"ms on {_SCALE:,}"
    yield f"  {what:<42}{'subjects':>9}{'µs each':>12}{scale:>14}"
    dearest = sorted(found, key=lambda name: (-found[name].seconds, name))
    for name in dearest[:_DEAREST]:
        cost = found[name]
        on = costs.on(_SCALE, cost.seconds)
        yield f"  {name:<42}{cost.subjects:>9,}{cost.each:>12.2f}{on:>14,.1f}"
    whole = sum(cost.seconds for cost in found.values())
    each = Cost(whole, costs.assets).each
    label = f"all {len(found)} {what}s, for each asset"
    yield f"  {label:<42}{costs.assets:>9,}{each:>12.2f}{costs.on(_SCALE, whole):>14,.1f}"
