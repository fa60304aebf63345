"""Papers on A4 as tagged PDF, set by Typst from values that it never reads as markup.

What a paper shows travels as JSON; a template lays it out, and all templates share one style
(`paper.typ`). Typst checks the result against PDF/UA-1 (ISO 14289-1) while it writes it, and uses
its own fonts, so that every machine gives the same bytes.
"""

from __future__ import annotations

from estate.report.paper.printing import printable, shown
from estate.report.paper.setting import paper

__all__ = ["paper", "printable", "shown"]
