"""Looks for secrets in every byte of a file, as whoever wants them would.

What is packed is unpacked (workbooks, the streams of a PDF), what is escaped is unescaped (JSON,
HTML, addresses), what is coded is decoded (base64).
"""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import pytest
from tests.redaction.secrets_of_example import Secret

from estate.frozen import frozen
from estate.lifecycle import bundled

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

__all__ = ["Text", "found_in", "read"]

_CODED: Final = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
_ESCAPE: Final = re.compile(r'\\(u[0-9a-fA-F]{4}|["\\/bfnrt])')
_MARKUP: Final = re.compile(r"<(style|script)\b(?![^>]*json).*?</\1>|<[^>]*>", re.DOTALL)
_SPACE: Final = re.compile(r"\s+")


@frozen
class Text:
    """What a file says: in every byte, and to a reader, without what only draws or lays out."""

    whole: str
    read: str


def read(name: str, data: bytes) -> Text:
    """Read a file by the end of its name."""
    if name.endswith(".pdf"):
        return _pdf(data)
    if name.endswith(".xlsx"):
        return _workbook(data)
    if name.endswith(".png"):
        return Text(_flat("\n".join(_unescaped(data.decode("latin-1")))), "")
    text = data.decode("utf-8")
    plain = text if not name.endswith((".html", ".svg", ".xml", ".junit")) else _reader(text)
    return Text(_flat("\n".join(_unescaped(text))), _flat("\n".join(_unescaped(plain))))


def found_in(text: Text, secrets: frozenset[Secret]) -> set[Secret]:
    """Return the secrets that a text holds."""
    values, words = _values(text), frozenset(_WORD.findall(text.whole))
    return {
        each
        for each in secrets
        if each.sort not in {"text", "file"}
        or words.issuperset(_WORD.findall(each.said.casefold()))
        if _holds(text, each, values)
    }


_WORD: Final = re.compile(r"[\w-]+")
"""What stands in a text as a whole has its words there, which is quicker to ask first."""


def _holds(text: Text, secret: Secret, values: _Values) -> bool:
    said = secret.said.casefold()
    if secret.sort == "word":
        return said in values.words
    if secret.sort == "amount":
        return said in values.numbers
    if secret.sort == "version":
        product, _, version = said.partition("@")
        if version not in text.read:
            return False
        names = {product, *_called(product)} - {""}
        joined = any(f"{name}{sign}{version}" in text.read for name in names for sign in " @-_/:")
        alone = len(re.findall(r"[a-z]+|\d+", version)) >= _TELLING or re.search("[a-z]", version)
        return joined or bool(alone and _bounded(version, text.read, r"\w."))
    return said in text.whole and _bounded(said, text.whole, r"\w-")


_TELLING: Final = 3
"""Parts of a version that is no number of something else."""


def _called(product: str) -> Iterator[str]:
    found = bundled().product(product)
    if found is not None:
        yield found.name.casefold()


def _bounded(said: str, text: str, sign: str) -> bool:
    """Whether a text stands somewhere as a whole, not as a part of another word or number."""
    at = text.find(said)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(said) : at + len(said) + 1]
        if not re.match(f"[{sign}]", before) and not re.match(f"[{sign}]", after):
            return True
        at = text.find(said, at + 1)
    return False


_VALUE: Final = re.compile(
    r'"([^"\n]{1,200})"|>([^<>\n]{1,200})<|[/#(=]([\w.-]{1,200})(?=[)"\'\s&,;])'
)


@frozen
class _Values:
    """What stands as a value of its own, in quotes, in an element, in an address; and numbers."""

    words: frozenset[str]
    numbers: frozenset[str]


def _values(text: Text) -> _Values:
    found = (each for match in _VALUE.finditer(text.whole) for each in match.groups() if each)
    numbers = _NUMBER.findall(_THOUSANDS.sub("", text.read))
    return _Values(frozenset(each.strip().casefold() for each in found), frozenset(numbers))


_NUMBER: Final = re.compile(r"(?<![\w.])\d+(?!\w)")
_THOUSANDS: Final = re.compile(r"(?<=\d)[, \u202f\xa0](?=\d{3}(?!\d))")


def _reader(text: str) -> str:
    """Return what a reader of a page sees, and what its scripts are given."""
    return _MARKUP.sub(" \n ", text)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\u200b", "").replace("\u00ad", "")).casefold()


def _unescaped(text: str) -> Iterator[str]:
    """Yield a text as it is, as it is once it is unescaped, and what is coded in it."""
    yield text
    plain = _ESCAPE.sub(lambda found: json.loads(f'"{found[0]}"'), html.unescape(unquote(text)))
    if plain != text:
        yield plain
    for coded in set(_CODED.findall(text)):
        for decode in (base64.b64decode, base64.urlsafe_b64decode):
            try:
                yield decode(coded + "=" * (-len(coded) % 4)).decode("utf-8")
            except (binascii.Error, ValueError):
                continue


def _workbook(data: bytes) -> Text:
    archive = zipfile.ZipFile(BytesIO(data))
    parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    told = [text for name, text in parts.items() if "sharedStrings" in name or "docProps" in name]
    cells = [re.findall(r"<v>([^<]*)</v>", text) for text in parts.values()]
    whole = "\n".join([*parts, *parts.values()])
    shown = "\n".join([*map(_reader, told), *("\n".join(each) for each in cells)])
    return Text(_flat("\n".join(_unescaped(whole))), _flat("\n".join(_unescaped(shown))))


def _pdf(data: bytes) -> Text:
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    opened = pikepdf.open(BytesIO(data))
    streams = [
        each.read_bytes()
        for each in opened.objects
        if isinstance(each, pikepdf.Stream) and "/Length1" not in each and not _is_font(each)
    ]
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]
    strings = [_string(each) for each in _strings(opened)]
    shown = [*pages, *strings]
    raw = [each.decode("latin-1") for each in (data, *streams)]
    whole = [*raw, *(repr(each) for each in opened.objects), *_unescaped("\n".join(shown))]
    joined = ["".join(page.split()) for page in pages]
    return Text(_flat("\n".join([*whole, *joined])), _flat("\n".join(shown)))


def _is_font(stream: Object) -> bool:
    """Whether a stream is the program of a font, which is large, ours, and no text."""
    return str(stream.get("/Subtype")) in {"/CIDFontType0C", "/OpenType", "/Type1C"}


def _string(said: Object) -> str:
    data = bytes(said)
    return data.decode("utf-16-be", "replace") if data[:1] == b"\xfe" else data.decode("latin-1")


def _strings(opened: Pdf) -> Iterator[Object]:
    """Yield every string of a document, wherever it stands."""
    import pikepdf  # noqa: PLC0415 - an extra of the tests

    waiting = list(opened.objects)
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.String):
            yield each
        elif isinstance(each, pikepdf.Array | pikepdf.Dictionary):
            held = each if isinstance(each, pikepdf.Array) else each.values()
            waiting += [inner for inner in held if not getattr(inner, "is_indirect", False)]
