"""What differs between two estates, for people and for programs."""

from __future__ import annotations

__all__: list[str] = []
