"""Acceptances as they are read from files, and the records that the tests of signatures share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from estate.exceptions.canonical import payload
from estate.model import Policy, RiskAcceptance
from estate.read import read_inventory

HERE = Path(__file__).parent
KEYS = HERE / "keys"
VECTORS = HERE / "vectors"
AROUND = """
organisations:
  marram: {name: Marram Borough Council}
  saltern: {name: Saltern District Council}
projects:
  prj-rev: {name: Revenues}
  prj-net: {name: Network}
"""


def acceptances(files: Mapping[str, str]) -> dict[str, RiskAcceptance]:
    """Return the acceptances of an inventory of these files, by id."""
    with TemporaryDirectory() as folder:
        inventory = Path(folder) / "inventory"
        inventory.mkdir()
        for name, text in {"around.yaml": AROUND, **files}.items():
            (inventory / name).write_bytes(text.encode())
        read = read_inventory(Path(folder), "inventory", name="Councils", policy=Policy())
    found = read.estate.of("exception")
    return {key: each for key, each in found.items() if isinstance(each, RiskAcceptance)}


def vector(name: str) -> RiskAcceptance:
    """Return the acceptance of a vector."""
    text = (VECTORS / f"{name}.yaml").read_text(encoding="utf-8")
    return next(iter(acceptances({"vector.yaml": text}).values()))


def single() -> bytes:
    """Return what is signed of the acceptance that every key in `keys` signed."""
    return payload(vector("single"))


def public(name: str) -> str:
    """Return the line of a key in `keys`."""
    return (KEYS / f"{name}.pub").read_text(encoding="ascii")


def signature(name: str) -> str:
    """Return a signature in `keys`."""
    return (KEYS / f"{name}.sig").read_text(encoding="ascii")
