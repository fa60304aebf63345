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
    extra: str = "exchange"


FORMATS: Final = (
    Format(
        "ansible",
        "Ansible",
        (".yml", ".yaml", ".ini"),
        "inventories, YAML and INI; nothing in them is run",
    ),
    Format(
        "api-catalogue",
        "UK API catalogue",
        (".csv",),
        "the government's APIs",
        "entries for the catalogue",
    ),
    Format(
        "archi",
        "Archi",
        (".archimate",),
        "models as the tool keeps them",
        "a model as the tool keeps it",
    ),
    Format(
        "archimate",
        "ArchiMate",
        (".xml",),
        "models in the Open Exchange format",
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
        "bills of materials, JSON and XML",
        "a bill of materials",
    ),
    Format(
        "graphml",
        "GraphML",
        (".graphml",),
        "graphs that say kinds and relations",
        "the whole estate as a graph",
    ),
    Format(
        "lgam",
        "Local Government Architecture Model",
        (".json",),
        "council registers, and the model itself",
        "a council register",
    ),
    Format(
        "lgr",
        "Council architecture files",
        (".json",),
        "those of councils in reorganisation",
        "one for each council, and the transition",
        several=True,
    ),
    Format("netbox", "NetBox", (".json",), "objects as its API gives them, JSON"),
    Format(
        "parquet",
        "Parquet",
        (".parquet",),
        writes="tables for analysts",
        several=True,
        extra="parquet",
    ),
    Format("servicenow", "ServiceNow", (".csv",), "configuration items and relationships, CSV"),
    Format(
        "structurizr",
        "Structurizr",
        (".json",),
        "workspaces of the C4 model",
        "a workspace of the C4 model",
    ),
    Format("threagile", "Threagile", (".yaml",), "threat models, YAML"),
    Format(
        "transparency",
        "Transparency Code",
        (".csv",),
        "contracts registers",
        "the contracts register",
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
        advice = f"pip install 'estate[{form.extra}]'"
        raise ExchangeError(f"{form.title} needs {error.name}: {advice}") from error
