"""Other people's texts as they may be shown: what cannot be seen in them is escaped."""

from __future__ import annotations

__all__ = ["visible"]


def visible(text: str) -> str:
    """Return a text whose every character can be seen; controls and turned directions are told.

    Source: Unicode's general categories Other and Separator, as str.isprintable has them.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
