"""A forecast as text, Markdown, a page, a picture, JSON and a table of values."""

from __future__ import annotations
