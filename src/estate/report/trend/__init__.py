"""A trend: what the rules said of an estate over time, in every format."""

from __future__ import annotations

from estate.report.trend.values import INTERVALS, Every, Trend

__all__ = ["INTERVALS", "Every", "Trend"]
