"""A catalogue that knows no product: what the examples of rules are judged by."""

from __future__ import annotations

from datetime import date

from estate.lifecycle.catalogue import Catalogue
from estate.lifecycle.naming import bundled_names
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.snapshot import read_snapshot


def empty(as_of: date) -> Catalogue:
    """Return a catalogue of a day without products, so that examples depend on none."""
    return Catalogue(read_snapshot(snapshot_bytes((), bundled_names(), as_of), "empty"))
