"""Files of Archi in."""

from __future__ import annotations

from collections.abc import Sequence

from estate.exchange.archi.document import model_of
from estate.exchange.archimate.records import read_model
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Source
from estate.exchange.inward.xml import parse_xml

__all__ = ["read"]


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn files of Archi into records. Raises ExchangeError where a file is none."""
    draft = Draft("Archi", folder)
    for source in sources:
        root = parse_xml(source)
        draft.open(source.name, f"Archi {root.get('version')}".strip())
        read_model(draft, model_of(root, source.name))
    return draft.finish()
