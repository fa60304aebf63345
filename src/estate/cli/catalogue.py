"""Which catalogue a command uses: the estate's own, if it has one, else the bundled one."""

from __future__ import annotations

from estate.cli.options import Invocation
from estate.errors import ConfigError
from estate.lifecycle import Catalogue, bundled, load


def catalogue_for(said: Invocation) -> Catalogue:
    """Return the catalogue of the estate that the user stands in, or the bundled one."""
    from estate.pipeline import CATALOGUE  # noqa: PLC0415 - a lone command needs no pipeline

    try:
        own = said.root() / CATALOGUE
    except ConfigError:
        return bundled()
    return load(own) if own.is_file() else bundled()
