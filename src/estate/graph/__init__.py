"""The graph of an estate: who needs whom, who stands on what, what stops when."""

from __future__ import annotations

from estate.graph.closure import Closure
from estate.graph.edge import Cycle, Edge, Stop
from estate.graph.estate_graph import EstateGraph
from estate.graph.relations import CALLS, NEEDS, STANDS
from estate.graph.routes import Paths

__all__ = ["CALLS", "NEEDS", "STANDS", "Closure", "Cycle", "Edge", "EstateGraph", "Paths", "Stop"]
