"""How what people write becomes what is compared: by rule, never by likeness.

A name is its letters and digits; a version is its components, the runs of letters and digits
between separators. Case, spaces, hyphens and trade marks carry no meaning.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["components", "key_of", "plain", "words_of"]

# What stands for something shorter, in the order in which it is replaced.
_PHRASES = (
    (r"\b(?:32|64)[ -]?bit\b|\bx86[_-]64\b", " "),
    (r"^\s*(?:version|release|ver|v)[\s.]*(?=\d)", ""),
    (r"\bservice[\s_-]*pack[\s_-]*(?=\d)", "sp"),
    (r"\bcumulative[\s_-]*update[\s_-]*(?=\d)", "cu"),
    (r"\b(sp|cu)[\s_-]+(?=\d)", r"\1"),
    (r"(?<=\w)[\s_-]+(?:update|u)[\s_-]*(?=\d)", " u"),
    (r"(?<=\w)[\s_-]+(?:release|r)[\s_-]*(?=\d\b(?!\.))", " r"),
    (r"(?<=\d)(?=(?:r|sp|u|cu)\d)", "-"),
)
_COMPONENT = r"[^\W_]+(?:\+(?![^\W_]))?"
_WORD = r"[^\s_/,;()\[\]-]+"


def plain(text: str) -> str:
    """Return the text in lower case, without trade marks and accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", re.sub("[®™©℠]", "", text))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"\((?:r|tm|c)\)", "", text.casefold()) if "(" in text else text.casefold()


def key_of(name: str) -> str:
    """Return what two spellings of one name share: `SQL Server`, `sql-server` → `sqlserver`.

    `+`, `#` and a leading dot belong to the name: `C++`, `C#`, `.NET`.
    """
    bare = plain(name).strip()
    return ("." if bare.startswith(".") else "") + "".join(re.findall(r"[^\W_]+|[+#]+", bare))


def words_of(text: str) -> list[str]:
    """Return the words of a text that names a product, as they stand in it."""
    return re.findall(_WORD, text)


def components(version: str) -> tuple[str, ...]:
    """Return the components of a version: `2012 R2` and `2012R2` → `("2012", "r2")`.

    Service packs, updates and releases are brought into one form (`Service Pack 3` → `sp3`); a
    leading `v` or `version` falls away. Numbers keep their zeros: they are text.
    """
    if version.replace(".", "").isdigit():
        return tuple(part for part in version.split(".") if part)
    text = plain(version)
    for pattern, short in _PHRASES:
        text = re.sub(pattern, short, text)
    return tuple(re.findall(_COMPONENT, text))
