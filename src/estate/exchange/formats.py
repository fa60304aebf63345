"""Every foreign format: what it is called, and who reads and writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from estate.errors import ExchangeError
from estate.exchange.imported import Imported
from estate.exchange.inward import sources_of
from estate.exchange.outward import Exported
from estate.frozen import frozen
from estate.model import Estate

__all__ = ["FORMATS", "Format", "export_estate", "format_of", "import_files"]


@frozen
class Format:
    """A format: its folder here, what people call it, and what a file's name ends in.

    `reads` and `writes` say what of it is read and written; empty where it is not. `several` says
    that an export is a folder of files. `endings` tell files of it; the first is what is written.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    reads: str = ""
    writes: str = ""
    several: bool = False


FORMATS: Final = (
    Format(
        "ansible",
        "Ansible",
        (".yml", ".yaml", ".ini"),
        "inventories as YAML and INI; no template and no plugin is run",
    ),
    Format(
        "api-catalogue",
        "the UK API catalogue",
        (".csv",),
        "the catalogue of the government's APIs, CSV",
        "entries for the catalogue, CSV",
    ),
    Format(
        "archi",
        "Archi",
        (".archimate",),
        "models as the tool Archi keeps them",
        "a model as the tool Archi keeps it",
    ),
    Format(
        "archimate",
        "ArchiMate",
        (".xml",),
        "models in the Open Exchange format, and Archi's files",
        "a model in the Open Exchange format",
    ),
    Format(
        "backstage",
        "Backstage",
        (".yaml",),
        "the entities of a software catalogue",
        "the entities of a software catalogue",
    ),
    Format(
        "cyclonedx",
        "CycloneDX",
        (".cdx.json", ".json", ".xml"),
        "bills of materials 1.2 to 1.7, JSON and XML",
        "a bill of materials 1.6, JSON",
    ),
    Format(
        "lgam",
        "the Local Government Architecture Model",
        (".json",),
        "council registers and the model, JSON",
        "a council register, JSON",
    ),
    Format(
        "lgr",
        "council architecture files",
        (".json",),
        "the files of councils in reorganisation, and of the transition",
        "a file for each council, and one for the transition",
        several=True,
    ),
    Format("threagile", "Threagile", (".yaml",), "threat models, YAML"),
    Format(
        "transparency",
        "the contracts register of the Transparency Code",
        (".csv",),
        "contracts registers, CSV",
        "the contracts register, CSV",
    ),
)
"""In alphabetical order."""


def format_of(name: str) -> Format:
    """Return the format of a name."""
    return next(each for each in FORMATS if each.name == name)


def import_files(form: Format, paths: Sequence[Path], *, folder: str = "") -> Imported:
    """Turn foreign files into records and a list of what was lost. Raises ExchangeError.

    `folder` is the one below the inventory where they go, the format's name unless given.
    """
    read: Callable[..., Imported] = _function(form, "read")
    return read(sources_of(paths), folder or form.name)


def export_estate(form: Format, estate: Estate) -> Exported:
    """Turn an estate into files of a format. Raises ExchangeError."""
    write: Callable[[Estate], Exported] = _function(form, "write")
    return write(estate)


def _function(form: Format, what: str) -> Any:  # noqa: ANN401 - a function, by name
    try:
        return getattr(import_module(f"estate.exchange.{form.name.replace('-', '_')}.{what}"), what)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("estate"):
            raise
        advice = "pip install 'estate[exchange]'"
        raise ExchangeError(f"{form.title} needs {error.name}: {advice}") from error
