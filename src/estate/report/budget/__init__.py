"""The architecture budget for people, for programs and for a spreadsheet."""

from __future__ import annotations

__all__: list[str] = []
