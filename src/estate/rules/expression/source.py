"""The text of a condition, made ready for Python's parser.

What people write from habit (`&&`, `=`, an unquoted date) is noted as a mistake and put right, so
that the rest is read too and all mistakes are told at once. Every character keeps the position it
had. What Python's parser should never see (a comment, a backslash, a thousand brackets) ends here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import field
from typing import Final

from estate.frozen import slotted
from estate.rules.expression.mistakes import Mistake

__all__ = ["Source", "read"]

LONGEST: Final = 4000
DEEPEST: Final = 30

_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
    |(?P<text>"[^"\\\r\n]*"|'[^'\\\r\n]*')
    |(?P<curly>[\u201c-\u201e][^\u201c-\u201e"\\\r\n]*[\u201c-\u201e]
              |[\u2018\u2019][^\u2018\u2019"\\\r\n]*[\u2018\u2019])
    |(?P<date>\d{4}-\d{2}-\d{2}\b)
    |(?P<span>\d+\ (?:day|week|month|year)s?\b)
    |(?P<number>\d+(?:\.\d+)?(?![\w.]))
    |(?P<version>\d[\w.]*)
    |(?P<word>[A-Za-z_]\w*(?:-\w+)*)
    |(?P<sign><=|>=|==+|!==?|<>|&&?|\|\|?|[-+*/%<>=!()\[\]{},.:^~@])
    |(?P<other>.)""",
    re.VERBOSE | re.ASCII,
)
_SIGNS: Final = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "=": "==",
    "===": "==",
    "!==": "!=",
    "<>": "!=",
}
_WORDS: Final = {"AND": "and", "OR": "or", "NOT": "not", "IN": "in", "from": "begins"}
_QUOTES: Final = "\"'\u2018\u2019\u201c\u201d\u201e"
_CLOSERS: Final = {")": "(", "]": "[", "}": "{"}


@slotted
class Source:
    """A condition's text as Python may read it.

    `positions` gives for every character of `code` where it comes from. `fatal` says that there
    is nothing to parse.
    """

    text: str
    code: str = ""
    positions: list[int] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    fatal: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end` of the code stand in the text."""
        last = len(self.text)
        begin = self.positions[start] if start < len(self.positions) else last
        stop = self.positions[end - 1] + 1 if 0 < end <= len(self.positions) else last
        return begin, max(begin, stop)

    def offset(self, column: int) -> int:
        """Turn a column of Python's parser, in bytes, into a position in the code."""
        return len(self.code.encode()[:column].decode(errors="ignore"))

    def add(self, written: str, start: int, width: int) -> None:
        """Append code that stands for `width` characters of the text."""
        self.code += written
        last = start + width - 1
        self.positions += [min(start + n, last) for n in range(len(written) - 1)]
        self.positions.append(last)


def read(text: str, words: AbstractSet[str]) -> Source:
    """Make a condition's text ready; `words` are the values of all enumerations."""
    source = Source(text)
    if not text.strip():
        _stop(source, 0, len(text), "the condition is empty", "a condition over facts")
    elif len(text) > LONGEST:
        message = f"the condition is longer than {LONGEST} characters"
        _stop(source, LONGEST, len(text), message, "several rules, or a new fact")
    else:
        _scan(source, words)
        _balance(source)
    return source


def _stop(source: Source, start: int, end: int, message: str, expected: str = "") -> None:
    source.mistakes.append(Mistake(start, end, message, expected))
    source.fatal = True


def _scan(source: Source, words: AbstractSet[str]) -> None:
    previous = ""
    for token in _TOKEN.finditer(source.text):
        kind = str(token.lastgroup)
        if kind == "space":
            if source.code:
                source.add(" " * len(token[0]), token.start(), len(token[0]))
            continue
        if kind == previous == "text":
            _note(source, token, "two texts stand side by side", "one text, or a comma between")
            source.add(",", token.start(), 1)
        _READERS.get(kind, _plain)(source, token, words)
        previous = kind
        if source.fatal:
            break


def _note(source: Source, token: re.Match[str], message: str, expected: str) -> None:
    source.mistakes.append(Mistake(token.start(), token.end(), message, expected))


def _put(source: Source, token: re.Match[str], written: str) -> None:
    source.add(written, token.start(), len(token[0]))


def _plain(source: Source, token: re.Match[str], _words: AbstractSet[str]) -> None:
    _put(source, token, token[0])


def _curly(source: Source, token: re.Match[str], _words: AbstractSet[str]) -> None:
    straight = f'"{token[0][1:-1]}"'
    _note(source, token, "texts stand in straight quotes", straight)
    _put(source, token, straight)


def _unquoted(source: Source, token: re.Match[str], _words: AbstractSet[str]) -> None:
    _note(source, token, f"{token[0]} is not in quotes", f'"{token[0]}"')
    _put(source, token, f'"{token[0]}"')


def _word(source: Source, token: re.Match[str], words: AbstractSet[str]) -> None:
    word = token[0]
    if "-" in word and word in words:
        _unquoted(source, token, words)
        return
    start = token.start()
    for part in re.split(r"(-)", word):
        written = _WORDS.get(part, part)
        if written != part:
            message = "the field from is called begins" if part == "from" else f"{part} is no word"
            source.mistakes.append(Mistake(start, start + len(part), message, f"`{written}`"))
        source.add(written, start, len(part))
        start += len(part)


def _sign(source: Source, token: re.Match[str], _words: AbstractSet[str]) -> None:
    written = _SIGNS.get(token[0])
    if written is None:
        _put(source, token, token[0])
        return
    _note(source, token, f"{token[0]} is no operator of conditions", f"`{written}`")
    before = " " if source.code[-1:].strip() else ""
    after = " " if source.text[token.end() : token.end() + 1].strip() else ""
    _put(source, token, f"{before}{written}{after}")


def _other(source: Source, token: re.Match[str], _words: AbstractSet[str]) -> None:
    if token[0] in _QUOTES:
        end = len(source.text)
        _stop(source, token.start(), end, "the text is not closed, or has a backslash or a break")
    else:
        message = f"{token[0]!r} has no place in a condition"
        expected = "a comment of YAML, before the condition" if token[0] == "#" else ""
        _stop(source, token.start(), token.end(), message, expected)


_READERS: Final[dict[str, Callable[[Source, re.Match[str], AbstractSet[str]], None]]] = {
    "curly": _curly,
    "date": _unquoted,
    "span": _unquoted,
    "version": _unquoted,
    "word": _word,
    "sign": _sign,
    "other": _other,
}


def _balance(source: Source) -> None:
    """Note brackets that do not match, or lie too deep."""
    opened: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(source.code):
        sign, at = token[0], token.start()
        if token.lastgroup != "sign" or source.fatal:
            continue
        if sign in "([{":
            opened.append((sign, at))
            if len(opened) > DEEPEST:
                message = f"brackets lie more than {DEEPEST} deep"
                _stop(source, *source.span(at, at + 1), message, "a shorter condition")
        elif sign in _CLOSERS and (not opened or opened.pop()[0] != _CLOSERS[sign]):
            _stop(source, *source.span(at, at + 1), f"{sign} closes nothing")
    if opened and not source.fatal:
        at = opened[-1][1]
        _stop(source, *source.span(at, at + 1), f"{opened[-1][0]} is not closed")
