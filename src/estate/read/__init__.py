"""The door for our own files: an inventory's YAML becomes an estate with places."""

from __future__ import annotations

from estate.read.ahead import Reading, reading
from estate.read.assemble import default_problems
from estate.read.document import Document, read_document
from estate.read.inventory import SETTINGS, Inventory, Places, inventory_of, read_inventory
from estate.read.parser import has_libyaml
from estate.read.problems import Locator, field_problem, shown
from estate.read.spans import Spans

__all__ = [
    "SETTINGS",
    "Document",
    "Inventory",
    "Locator",
    "Places",
    "Reading",
    "Spans",
    "default_problems",
    "field_problem",
    "has_libyaml",
    "inventory_of",
    "read_document",
    "read_inventory",
    "reading",
    "shown",
]
