"""A made-up estate as files: 50 to 200 records each, with comments and defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, islice
from math import ceil, sqrt
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.made_up.council import Council
from benchmarks.made_up.papers import agreements, contracts, licences, products, suppliers
from benchmarks.made_up.plans import apis, datasets, exceptions, organisations, projects, services
from benchmarks.made_up.platforms import connections, devices, servers, sites
from benchmarks.made_up.systems import applications
from benchmarks.made_up.yaml_lines import Fields, record

SMALLEST: Final = 100
_PER_FILE: Final = 130

_SECTIONS: Final[dict[str, Callable[[Council], Iterator[tuple[str, Fields]]]]] = {
    "organisations": organisations,
    "services": services,
    "applications": applications,
    "servers": servers,
    "devices": devices,
    "sites": sites,
    "connections": connections,
    "licences": licences,
    "contracts": contracts,
    "suppliers": suppliers,
    "agreements": agreements,
    "apis": apis,
    "datasets": datasets,
    "products": products,
    "projects": projects,
    "exceptions": exceptions,
}

_LEFT_OUT: Final = (
    "zone", "exposure", "disposition", "reviewed", "source", "tags", "technical_owner", "from",
    "access", "licensed_by", "renewal", "energy_kwh", "fit", "notes",
)  # fmt: skip
"""Fields that every other record leaves out: an inventory is never complete."""

_ESTATE: Final = """\
# Made up by benchmarks/generate.py: {size} records, seed {seed}. It describes nobody.
estate: 1
name: Made-up estate of {size}
inventory: inventory
rules: [standard]
reports: reports
timezone: Europe/London
"""


class Entry(NamedTuple):
    """A record to be written."""

    section: str
    key: str
    fields: Fields
    comment: str


def councils_of(size: int) -> int:
    """Return how many councils share so many records: larger estates have larger councils."""
    return max(2, round(sqrt(size) / 8)) if size > SMALLEST else 1


def entries(size: int, seed: int) -> Iterator[tuple[Council, Iterator[Entry]]]:
    """Yield every council with its records, `size` records in all."""
    count = councils_of(size)
    for number in range(count):
        share = size // count + (size % count if number == count - 1 else 0)
        council = Council(number, count, size // count, share, seed)
        yield council, _records(council)


def _records(council: Council) -> Iterator[Entry]:
    for section, made in _SECTIONS.items():
        for key, fields in made(council):
            for name in _LEFT_OUT:
                if name in fields and council.chance.often(0.5):
                    del fields[name]
            yield Entry(section, key, fields, council.remark(0.02))


def write_estate(size: int, folder: Path, seed: int) -> int:
    """Write an estate of `size` records into a folder. Returns the bytes of its inventory."""
    inventory = folder / "inventory"
    inventory.mkdir(parents=True)
    (folder / "estate.yaml").write_text(_ESTATE.format(size=size, seed=seed), encoding="utf-8")
    written = 0
    for council, records in entries(size, seed):
        (inventory / council.id).mkdir()
        files = ceil(council.size / _PER_FILE)
        for number in range(files):
            part = list(islice(records, (council.size + number) // files))
            path = inventory / council.id / f"{number + 1:03}-{part[0].section}.yaml"
            written += path.write_bytes(_text(council, part).encode())
    return written


def _text(council: Council, part: list[Entry]) -> str:
    lines = [f"# {council.name} Borough Council", f"defaults: {{organisation: {council.id}}}"]
    for section, records in groupby(part, key=lambda entry: entry.section):
        lines += ["", f"{section}:"]
        for entry in records:
            lines += record(entry.key, entry.fields, entry.comment)
    return "\n".join(lines) + "\n"
