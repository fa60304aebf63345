"""Several estates made one, and one made several: files in, files out, nothing lost in silence."""

from __future__ import annotations

from estate.merge.joining import Merged, Same, joined
from estate.merge.origins import ORIGINS, Origins, read_origins
from estate.merge.part import Part, Source, prefix_of, read_part
from estate.merge.parting import Loss, Parted, parted

__all__ = [
    "ORIGINS",
    "Loss",
    "Merged",
    "Origins",
    "Part",
    "Parted",
    "Same",
    "Source",
    "joined",
    "parted",
    "prefix_of",
    "read_origins",
    "read_part",
]
