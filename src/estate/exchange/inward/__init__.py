"""What every importer of a foreign format rests on.

Bytes become things, things become records, and whatever nobody took is listed.
"""

from __future__ import annotations

from estate.exchange.inward.draft import Draft
from estate.exchange.inward.item import Item
from estate.exchange.inward.source import Source, sources_of

__all__ = ["Draft", "Item", "Source", "sources_of"]
