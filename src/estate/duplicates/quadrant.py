"""The quadrant of an application by its fit: tolerate, invest, migrate or eliminate.

Source: TIME, by Gartner. Which fit counts as high is a local decision; the scale runs from 1, poor,
to 5, good.
"""

from __future__ import annotations

from typing import Final, Literal

from estate.frozen import frozen
from estate.model.applications import Fit

__all__ = ["MID_POINT", "Disposition", "Quadrant", "quadrant_of"]

Disposition = Literal["tolerate", "invest", "migrate", "eliminate"]

MID_POINT: Final = 3
"""The fit from which on it is high, unless somebody says otherwise: the middle of the scale."""

_QUADRANTS: Final[dict[tuple[bool, bool], Disposition]] = {
    (True, True): "invest",
    (False, True): "tolerate",
    (True, False): "migrate",
    (False, False): "eliminate",
}
"""By whether functional and technical fit are high."""


@frozen
class Quadrant:
    """What fit says, and what is stated beside it.

    `derived` is None where `functional` or `technical` is not recorded; `reason` says why it is
    what it is. `stated` is the disposition on record.
    """

    functional: int | None
    technical: int | None
    derived: Disposition | None
    stated: Disposition | None
    reason: str

    @property
    def disagrees(self) -> bool:
        """Whether what is stated is not what fit says."""
        return None not in (self.derived, self.stated) and self.derived != self.stated


def quadrant_of(fit: Fit | None, stated: Disposition | None, mid_point: int) -> Quadrant:
    """Return the quadrant of an application; a fit of `mid_point` or more is high."""
    functional = None if fit is None else fit.functional
    technical = None if fit is None else fit.technical
    sides = {"functional": functional, "technical": technical}
    told = "; ".join(_told(name, value, mid_point) for name, value in sides.items())
    derived = None
    if functional is not None and technical is not None:
        derived = _QUADRANTS[functional >= mid_point, technical >= mid_point]
    return Quadrant(functional, technical, derived, stated, told)


def _told(name: str, value: int | None, mid_point: int) -> str:
    if value is None:
        return f"{name} fit not recorded"
    return f"{name} fit {value} is {'high' if value >= mid_point else 'low'}"
