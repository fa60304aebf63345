"""The rule packs that an estate uses: the standard one, and its own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from estate.config import Config, ReadFile, locate_in_config
from estate.errors import Location, RuleError
from estate.facts import Dictionary
from estate.model.types import NULL
from estate.read import Document, Spans, read_document
from estate.rules import Pack, Settings
from estate.rules.prepared import standard_pack, suits
from estate.shipped import standard_rules

STANDARD: Final = "standard"
_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_AS_WRITTEN: Final = "examples"

Steps = tuple[str | int, ...]


@dataclass(frozen=True, eq=False)
class RuleFile:
    """One file of a rule pack, as the rules take it: `name` is the pack's, `path` is told.

    It is parsed when somebody looks at what it says.
    """

    name: str
    path: str
    data: bytes

    @cached_property
    def document(self) -> Document:
        """What it says, with its places."""
        return read_document(self.path, self.data)

    @cached_property
    def _spans(self) -> Spans:
        return Spans(self.document)

    @property
    def values(self) -> Mapping[str, object]:
        """The content: null as None, but examples as an inventory is read."""
        return {key: _with_none(value) for key, value in self.document.values.items()}

    def location(self, path: Steps, start: int | None = None, end: int | None = None) -> Location:
        """Return where the value at a path stands, or characters within its text."""
        if start is None:
            return self._spans.find(path)
        return self._spans.find_within(path, start, start + 1 if end is None else end)


def load_packs(
    root: Path | None,
    config: Config | None,
    words: Dictionary,
    *,
    as_written: bool = False,
    read: ReadFile = Path.read_bytes,
) -> Pack:
    """Load the packs that an estate names, with what it sets; without one, the standard pack.

    `as_written` leaves out what it sets; `read` gives the bytes of a file. Raises RuleError with
    every problem of every file.
    """
    from estate.rules import load_rules  # noqa: PLC0415 - the standard rules come read

    sources = list(_sources(root, config, read))
    problems = [problem for source in sources for problem in source.document.problems]
    if problems:
        count = len(problems)
        raise RuleError(f"the rules have {count} problem{'' if count == 1 else 's'}", problems)
    if as_written or root is None or config is None:
        return load_rules(sources, words)
    return load_rules(sources, words, _settings(root, config, read))


def shipped_pack(words: Dictionary, read: ReadFile = Path.read_bytes) -> Pack | None:
    """Return the standard pack as it ships; None where its files say something else by now."""
    files = {Path(file.path).name: file for file in _sources(None, None, read)}
    texts = {name: file.data for name, file in files.items()}
    return standard_pack(texts, words, files.__getitem__)


def load_for_judging(
    root: Path, config: Config, words: Dictionary, read: ReadFile = Path.read_bytes
) -> Pack:
    """Load the packs that an estate names, with what it sets: the standard one as it ships.

    Raises RuleError with every problem of every file.
    """
    settings = _settings(root, config, read)
    if tuple(config.rules) == (STANDARD,):
        pack = shipped_pack(words, read)
        if pack is not None and suits(pack, settings):
            return pack.as_set(settings)
    return load_packs(root, config, words, read=read)


def rule_files(folder: Path) -> list[Path]:
    """Return the files of a rule pack, which is a folder or one file. Raises RuleError."""
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise RuleError(f"there is no rule pack {folder}")
    return sorted(p for p in folder.rglob("*") if p.suffix in _SUFFIXES and p.is_file())


def _settings(root: Path, config: Config, read: ReadFile) -> Settings:
    locate = locate_in_config(root, read)
    return Settings(config.severity, config.parameters, config.ignore, locate)


def _sources(root: Path | None, config: Config | None, read: ReadFile) -> Iterator[RuleFile]:
    shipped = standard_rules()
    if root is None or config is None:
        yield from _files(STANDARD, shipped, shipped.parent, read)
        return
    for name in config.rules:
        if name == STANDARD:
            yield from _files(name, shipped, shipped.parent, read)
        else:
            yield from _files(name, root / name, root, read)


def _files(name: str, folder: Path, base: Path, read: ReadFile) -> Iterator[RuleFile]:
    for path in rule_files(folder):
        try:
            data = read(path)
        except OSError as error:
            raise RuleError(f"{path} cannot be read: {error.strerror}") from error
        yield RuleFile(name, path.relative_to(base).as_posix(), data)


def _with_none(value: Any) -> object:  # noqa: ANN401 - raw values
    if value is NULL:
        return None
    if isinstance(value, dict):
        kept = {k for k, v in value.items() if k == _AS_WRITTEN and v is not NULL}
        return {k: v if k in kept else _with_none(v) for k, v in value.items()}
    return [_with_none(item) for item in value] if isinstance(value, list) else value
