"""An import written down: inventory files, an `estate.yaml` if there is none, and its report."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from estate.errors import ExchangeError
from estate.exchange.imported import Imported
from estate.exchange.report import report_json, report_text
from estate.exchange.yaml_text import document

__all__ = ["write"]

_INVENTORY = "inventory"


def write(imported: Imported, folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Write one inventory file per section, and return every path written, in order.

    Beside them go `import-report.json` and `import-report.txt`, and `estate.yaml` where the folder
    has none. Each file is written whole or not at all. An inventory file that is there already is
    left alone unless `replace` is set. Raises ExchangeError.
    """
    place = folder / _INVENTORY / imported.folder
    texts = {
        place / f"{section}.yaml": document({section: records})
        for section, records in imported.sections.items()
    }
    there = [path for path in texts if path.exists() or path.is_symlink()]
    if there and not replace:
        names = ", ".join(path.relative_to(folder).as_posix() for path in there)
        raise ExchangeError(f"{folder} has {names} already: replace them, or choose another folder")
    if not (folder / "estate.yaml").exists():
        texts[folder / "estate.yaml"] = document({"estate": 1, "name": imported.name})
    texts[folder / "import-report.json"] = report_json(imported)
    texts[folder / "import-report.txt"] = report_text(imported, shown=None)
    _write_all(texts)
    return tuple(texts)


def _write_all(texts: dict[Path, str]) -> None:
    """Write every file under a name beside its own, then rename them all."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, text in texts.items():
            beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
            ready.append((beside, path))
            path.parent.mkdir(parents=True, exist_ok=True)
            _fill(beside, text)
        for beside, path in ready:
            beside.replace(path)
    except OSError as error:
        raise ExchangeError(f"cannot write the import: {error}") from error
    finally:
        for beside, _ in ready:
            with suppress(OSError):
                beside.unlink()


def _fill(beside: Path, text: str) -> None:
    # O_EXCL: a link that somebody planted under this name is not followed.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
