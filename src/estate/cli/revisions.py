"""Git, as the command line finds it: the program, and the environment it is started from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.pipeline.git import Repository

__all__ = ["repository_of"]


def repository_of(root: Path) -> Callable[[], Repository]:
    """Return what finds the repository of an estate, once and only when it is asked for.

    Raises UsageError, when called, where there is no git or no repository.
    """

    @cache
    def find() -> Repository:
        from estate.pipeline.git import Git, Repository  # noqa: PLC0415 - only for revisions

        program = shutil.which("git")
        if program is None:
            raise UsageError("a revision needs git, which is not installed; folders do without")
        return Repository.around(root, Git(program, os.environ))

    return find
