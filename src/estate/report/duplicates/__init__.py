"""Rationalisation candidates, for architects, finance officers and programs."""

from __future__ import annotations

__all__: list[str] = []
