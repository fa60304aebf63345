"""What is to come: the work plan applied, foreseen, drawn as a roadmap, and paid for."""

from __future__ import annotations

from estate.plan.projection import Projection, Step, project

__all__ = ["Projection", "Step", "project"]
