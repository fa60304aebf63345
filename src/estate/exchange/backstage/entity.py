"""How Backstage refers to entities, and how our annotations are called."""

from __future__ import annotations

from typing import Final

__all__ = ["ANNOTATION", "REF", "ref_of"]

ANNOTATION: Final = "estate/"
"""Annotations of ours: a domain name and a slash, as the catalogue wants them."""
REF: Final = "estate/id"
"""The annotation that holds the id of a record."""


def ref_of(text: str, kind: str, namespace: str = "default") -> str:
    """Return a reference in full and in lower case, as the catalogue compares them.

    A text says `[kind:][namespace/]name`; what it does not say is `kind` and `namespace`.
    """
    said, colon, rest = text.partition(":")
    if not colon:
        said, rest = kind, text
    place, slash, name = rest.partition("/")
    if not slash:
        place, name = namespace, rest
    return f"{said}:{place}/{name}".lower()
