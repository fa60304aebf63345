"""XML, by expat, with everything off that reaches outside the file or grows inside it.

A document type declaration is refused before anything of it is read, so there are no entities but
the five of XML itself (OWASP, XML External Entity Prevention). Depth and size are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from estate.errors import ExchangeError
from estate.exchange.bounds import DEEPEST_ELEMENTS, MOST_VALUES
from estate.exchange.inward.source import Source
from estate.exchange.table.unreadable import unreadable

__all__ = ["Element", "parse_xml"]

_SEPARATOR: Final = "}"


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name without namespace, the namespace, attributes, text and children.

    An attribute of another namespace is called `{namespace}name`. `text` is what stands directly
    in it, trimmed.
    """

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, or ""."""
        return self.attributes.get(name, "")

    def all(self, name: str) -> Iterator[Element]:
        """Yield the children of this name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Element | None:
        """Return the first child of this name, or None."""
        return next(self.all(name), None)

    def said(self, name: str) -> str:
        """Return the text of the first child of this name, or ""."""
        child = self.first(name)
        return "" if child is None else child.text


def parse_xml(source: Source) -> Element:
    """Return the root of an XML file. Raises ExchangeError at line and column."""
    return _Building(source.name).root(source.data)


class _Building:
    """Builds elements from expat's events."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._root: Element | None = None
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def root(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat's own
        except expat.ExpatError as error:
            reason = f"no XML: {expat.ErrorString(error.code)}"
            raise self._error(reason, error.lineno, error.offset + 1) from error
        except (ValueError, LookupError) as error:  # an encoding that nobody knows
            raise self._error(f"no XML: {error}") from error
        if self._root is None:
            raise self._error("no XML: there is no element")
        return self._root

    def _doctype(self, *_: object) -> None:
        reason = "a document type declaration: what it declares is not to be trusted"
        raise self._error(reason, expected="no <!DOCTYPE>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1 + len(attributes)
        if self._count > MOST_VALUES:
            raise self._error("too many elements", expected=f"at most {MOST_VALUES:,}")
        if len(self._open) >= DEEPEST_ELEMENTS:
            raise self._error("nested too deep", expected=f"at most {DEEPEST_ELEMENTS} levels")
        space, _, local = name.rpartition(_SEPARATOR)
        own = {_attribute(key): value for key, value in attributes.items()}
        element = Element(local, space, own, self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)
        self._texts.append([])

    def _end(self, _: str) -> None:
        self._open.pop().text = "".join(self._texts.pop()).strip()

    def _characters(self, text: str) -> None:
        self._texts[-1].append(text)

    def _error(
        self, reason: str, line: int | None = None, column: int | None = None, expected: str = ""
    ) -> ExchangeError:
        return unreadable(
            self._name,
            reason,
            line=line or self._parser.CurrentLineNumber,
            column=column or self._parser.CurrentColumnNumber + 1,
            expected=expected,
        )


def _attribute(name: str) -> str:
    return "{" + name if _SEPARATOR in name else name
