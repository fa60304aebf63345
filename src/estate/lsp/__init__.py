"""The door for editors: a language server over stdin and stdout."""

from __future__ import annotations

from estate.lsp.server import serve

__all__ = ["serve"]
