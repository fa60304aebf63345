"""What a rule asks of the acceptance of its findings."""

from __future__ import annotations

from collections.abc import Iterable

from estate.errors import Fault
from estate.exceptions.parts import ALWAYS_NEEDED, PLAN
from estate.findings import SEVERITIES, Severity
from estate.frozen import frozen
from estate.model import NEEDS
from estate.model.scalars import Term


@frozen
class Terms:
    """What a rule asks of the acceptance of its findings.

    `severity` is the worst the rule gives. `role` is who may accept; where it is "", the SIRO
    accepts what is critical or high and the enterprise architect the rest. `longest` shortens the
    policy's ceiling. `needs` are names from `NEEDS`, beside what every acceptance needs. A rule
    whose findings nobody may accept has no terms. Raises Fault for a need unheard of.
    """

    severity: Severity
    role: str = ""
    longest: Term | None = None
    needs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a need unheard of: left alone, it would be asked of nobody."""
        if unheard := sorted({*self.needs} - {*NEEDS}):
            message = f"the terms of an acceptance need what does not exist: {', '.join(unheard)}"
            raise Fault(message)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that a record must hold, each by its own name, in the order of `NEEDS`."""
        wanted = {*ALWAYS_NEEDED, *self.needs, *(PLAN if "plan" in self.needs else ())}
        return tuple(name for name in NEEDS if name in wanted and name != "plan")

    @property
    def needs_plan(self) -> bool:
        """Whether the record must say how and by when the cause goes away."""
        return {*PLAN} <= {*self.parts}

    def role_for(self, severities: Iterable[Severity]) -> str:
        """Return who may accept findings of these severities; of none, what the rule gives."""
        found = sorted({*severities} or {self.severity}, key=SEVERITIES.index)
        return self.role or ("siro" if found[0] in {"critical", "high"} else "enterprise-architect")
