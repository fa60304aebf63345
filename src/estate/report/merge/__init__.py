"""What a reorganisation asks of an estate, and what merging has done, for people and programs."""

from __future__ import annotations

__all__: list[str] = []
