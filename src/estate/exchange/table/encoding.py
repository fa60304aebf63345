"""From bytes to text: the encoding is declared, detected, or the file is refused.

Office software on Windows writes UTF-8 with a mark, UTF-16 or Windows-1252; everybody else writes
UTF-8. What is none of these, or holds NUL characters, is no text.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from estate.exchange.table.unreadable import unreadable

__all__ = ["ENCODINGS", "LARGEST_FILE", "decoded", "file_bytes"]

ENCODINGS: Final = ("utf-8", "utf-16", "cp1252", "latin-1")
LARGEST_FILE: Final = 256 * 1024 * 1024
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 4096
_MOST: Final = 0.3


def file_bytes(path: Path, name: str) -> bytes:
    """Read a regular file within bounds. Raises ExchangeError."""
    try:
        if not path.is_file():
            raise unreadable(name, "it is not a file" if path.exists() else "there is no such file")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            reason = f"it has {size:,} bytes"
            raise unreadable(name, reason, expected=f"at most {LARGEST_FILE:,}")
        return path.read_bytes()
    except OSError as error:
        raise unreadable(name, error.strerror or str(error)) from error


def decoded(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text and the encoding it was read in. Raises ExchangeError.

    A byte-order mark decides, then what the mapping declares, then what the bytes allow.
    """
    marked = next((known for mark, known in _MARKS if data.startswith(mark)), None)
    text, encoding = _strict(data, name, marked or declared) or _guessed(data, name)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise unreadable(name, "a NUL character: this is no text", line=line)
    return text.removeprefix("\ufeff"), encoding


def _strict(data: bytes, name: str, encoding: str | None) -> tuple[str, str] | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"byte {error.start:,} is not {encoding}: {error.reason}"
        raise unreadable(name, reason, line=line, expected=" or ".join(ENCODINGS)) from error


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > _MOST * max(len(zeros), 1):
            return _strict(data, name, encoding) or ("", encoding)
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    # Neither: say where it stops being UTF-8, which is what it should have been.
    return _strict(data, name, "utf-8") or ("", "utf-8")
