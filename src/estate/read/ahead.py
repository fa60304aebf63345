"""Reading the files of an inventory; of a large one, in two processes.

The second begins at once, at the last file, while the first may still be getting ready; then they
meet. What the second does not hand over, the first reads itself. So the answer is the same with it
and without.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Final, TypeAlias

from estate.errors import Problem
from estate.frozen import slotted
from estate.read.decode import LONGEST_FILE, whole_file
from estate.read.discover import Files, discover
from estate.read.document import Document, read_document
from estate.second import begun

_FOR_TWO: Final = 1_600_000
"""From how many bytes a second process pays: about two thousand records."""
_PARTS: Final = 256
"""Into how many parts the files are divided, for two processes to share out."""

Read: TypeAlias = tuple[Document, bytes | None]
"""A document, and the digest of its file if that could be read."""


@slotted
class Reading:
    """An inventory whose files are being read; `_rest` reads those that are left."""

    files: Files
    _rest: Callable[[Callable[[list[Read]], object]], list[list[Read]]]

    def finish(
        self, further: Callable[[Document], object] = lambda _: None
    ) -> tuple[list[Document], list[bytes]]:
        """Return every document, and the digests of the files that could be read.

        `further` is done with some of the documents while a second process reads.
        """

        def of_part(part: list[Read]) -> None:
            for document, _ in part:
                further(document)

        documents, digests = [unread(problem) for problem in self.files.problems], []
        for document, digest in (read for part in self._rest(of_part) for read in part):
            documents.append(document)
            digests += [digest] if digest is not None else []
        return documents, digests


@contextmanager
def reading(root: Path, folder: str) -> Iterator[Reading]:
    """Begin to read every file under `root / folder`, if that is a folder."""
    files = discover(root, folder) if (root / folder).is_dir() else Files(root)
    size = -(-len(files.found) // _PARTS) or 1
    parts = [files.found[start : start + size] for start in range(0, len(files.found), size)]
    tasks = [partial(_read, part) for part in parts]
    if not _is_large(files):
        yield Reading(files, lambda _: [task() for task in tasks])
        return
    with begun(tasks) as rest:
        yield Reading(files, rest)


def content(path: Path) -> bytes:
    """Read a file, or as much of it as shows that it is too large. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LONGEST_FILE + 1)


def unread(problem: Problem) -> Document:
    """Return what stands for a file of which nothing is known but a problem."""
    return Document(problem.location.file, "", whole=False, problems=[problem])


def _is_large(files: Files) -> bool:
    sizes = (_size(path) for _, path in files.found)
    return any(size >= _FOR_TWO for size in accumulate(sizes))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it says what is wrong
        return 0


def _read(files: Sequence[tuple[str, Path]]) -> list[Read]:
    return [_one(name, path) for name, path in files]


def _one(name: str, path: Path) -> Read:
    try:
        data = content(path)
    except OSError as error:
        found = f"the file cannot be read: {error.strerror}"
        return unread(whole_file(name, found, "a file that one may read")), None
    return read_document(name, data), hashlib.sha256(data).digest()
