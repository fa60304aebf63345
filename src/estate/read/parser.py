"""The parser whose events are read: libyaml's, or PyYAML's own where that is missing."""

from __future__ import annotations

from typing import Any


def new_parser(text: str) -> Any:  # noqa: ANN401 - PyYAML's parsers are untyped
    """Return a parser of `text` with the method `get_event`."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # noqa: PLC0415 - as said
    except ImportError:
        return _pure(text)
    return CParser(text)


def has_libyaml() -> bool:
    """Whether PyYAML was built with libyaml, which is ten times faster."""
    try:
        import yaml.cyaml  # noqa: F401, PLC0415 - it may be missing
    except ImportError:
        return False
    return True


def _pure(text: str) -> Any:  # noqa: ANN401 - as above
    from yaml.parser import Parser  # noqa: PLC0415 - only where libyaml is missing
    from yaml.reader import Reader  # noqa: PLC0415
    from yaml.scanner import Scanner  # noqa: PLC0415

    class PureParser(Reader, Scanner, Parser):
        """PyYAML's own parser: the same events."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PureParser(text)
