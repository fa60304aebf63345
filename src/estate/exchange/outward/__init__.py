"""What every exporter to a foreign format rests on.

Records go out as parcels; whatever a format does not take of them is listed.
"""

from __future__ import annotations

from estate.exchange.outward.exported import Exported, Omission
from estate.exchange.outward.parcel import Outgoing, Parcel
from estate.exchange.outward.plain import written

__all__ = ["Exported", "Omission", "Outgoing", "Parcel", "written"]
