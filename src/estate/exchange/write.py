"""An import written down: inventory files, an `estate.yaml` if there is none, and its report."""

from __future__ import annotations

from pathlib import Path

from estate.errors import ExchangeError
from estate.exchange.imported import Imported
from estate.exchange.report import report_json, report_text
from estate.exchange.table.slug import slug
from estate.exchange.update.memory import FOLDER, memory_text
from estate.exchange.update.values import Records, flat
from estate.writing import write_together
from estate.yaml_text import document

__all__ = ["fields_of", "kept", "memory_of", "write"]

_INVENTORY = "inventory"


def write(imported: Imported, folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Write one inventory file per section, and return every path written, in order.

    Beside them go `import-report.json` and `import-report.txt`, what was imported, for the next
    import to be compared with, and `estate.yaml` where the folder has none. Each file is written
    whole or not at all. An inventory file that is there already is left alone unless `replace` is
    set. Raises ExchangeError, or OutputError where a file cannot be written.
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
    texts |= kept(imported, folder, fields_of(imported))
    write_together({path: [text] for path, text in texts.items()})
    return tuple(texts)


def kept(imported: Imported, folder: Path, records: Records) -> dict[Path, str]:
    """Return what is written beside the inventory: the report, and what was imported."""
    return {
        memory_of(imported, folder): memory_text(records),
        folder / "import-report.json": report_json(imported),
        folder / "import-report.txt": report_text(imported, shown=None),
    }


def memory_of(imported: Imported, folder: Path) -> Path:
    """Return the file that keeps what an import of this folder, or of this name, brought."""
    name = imported.folder.replace("/", "-") or slug(imported.name) or "import"
    return folder / FOLDER / f"{name}.json"


def fields_of(imported: Imported) -> Records:
    """Return what an import brings, by field."""
    return {
        section: {key: flat(record) for key, record in found.items()}
        for section, found in imported.sections.items()
    }
