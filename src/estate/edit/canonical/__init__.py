"""The canonical layout of our files: one order, one spelling, every comment kept.

Text in, text out. What is written is read again by the estate's own reader, and returned only if
it says what it said before.
"""

from __future__ import annotations

from estate.edit.canonical.file import Form, format_text
from estate.edit.canonical.order import INVENTORY, order_of, settings_order

__all__ = ["INVENTORY", "Form", "format_text", "order_of", "settings_order"]
