"""An import that comes again: what it would change, told before anything is written."""

from __future__ import annotations

from estate.exchange.update.memory import memory_text, remembered
from estate.exchange.update.plan import Change, Plan, planned
from estate.exchange.update.report import plan_json, plan_text
from estate.exchange.update.values import Fields, Records, flat, raw, same

__all__ = [
    "Change",
    "Fields",
    "Plan",
    "Records",
    "flat",
    "memory_text",
    "plan_json",
    "plan_text",
    "planned",
    "raw",
    "remembered",
    "same",
]
