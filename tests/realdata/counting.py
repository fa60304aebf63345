"""The real estates counted a second time: from their raw files, without the program.

It knows no mapping, no catalogue and no rules: a few lines that anybody can check by reading.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import yaml
from tests.realdata.estates import HORIZONS, TODAY, source

ENGINES = {"postgres": "postgresql", "mysql": "mysql", "mariadb": "mariadb", "oracle": "oracle"}
ENGINES["sqlserver"] = "sqlserver"
LABEL = "cloud-platform.justice.gov.uk/"
_OF_SUPPLIERS = re.compile(r"\b(?:uk|limited|ltd|plc)\b|[^a-z0-9 ]")

Row = dict[str, str]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def rows(folder: str, file: str) -> list[Row]:
    """Return the rows of a CSV; row n of a spreadsheet is the one at n - 2."""
    with (source(folder) / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def resources() -> list[Row]:
    """Return the platform's cloud resources."""
    return rows("moj-cloud-platform", "cloud-resources.csv")


@cache
def labels() -> dict[str, dict[str, str]]:
    """Return the labels and annotations of each namespace, without their prefix."""
    text = (source("moj-cloud-platform") / "namespaces.multidoc.yaml").read_text("utf-8")
    found = (d["metadata"] for d in yaml.load_all(text, Loader=_Loader) if isinstance(d, dict))
    return {
        data["name"]: {
            key.removeprefix(LABEL): str(value)
            for key, value in {**data["labels"], **data["annotations"]}.items()
        }
        for data in found
    }


@cache
def cycles(product: str) -> dict[str, dict[str, Any]]:
    """Return the release cycles of a product of endoflife.date by name; none if it has none."""
    text = (source("endoflife-date") / "products-2026-08-22.json").read_text("utf-8")
    releases = json.loads(text).get(product, {}).get("releases", ())
    return {cycle["releaseCycle"]: cycle for cycle in releases}


def written(row: Row) -> tuple[str, str] | None:
    """Return the product and the version that a row states; None for what has no version."""
    match row["module_source"].removeprefix("cloud-platform-terraform-"):
        case "rds-instance":
            engine = re.match("[a-z]*", row["db_engine"] or row["rds_family"])
            name = ENGINES.get(engine[0] if engine else "")
            version = row["db_engine_version"]
            return (f"amazon-rds-{name}" if name else "amazon-rds"), version
        case "rds-aurora":
            return "amazon-aurora-postgresql", row["engine_version"]
        case "elasticache-cluster":
            return "amazon-elasticache-redis", row["engine_version"]
        case "opensearch":
            return "amazon-opensearch", row["engine_version"].removeprefix("OpenSearch_")
        case _:
            return None


def cycle(product: str, version: str) -> str | None:
    """Return the longest cycle that a version begins with, component by component."""
    while version and version not in cycles(product):
        version = version.rpartition(".")[0]
    return version or None


def standing(product: str, version: str, today: date = TODAY) -> str:
    """Return how a version stands: a day, later, no end, extended, ended or unknown.

    Every product here that has extended support charges for it unasked, so nobody has to buy it.
    """
    name = cycle(product, version)
    if name is None:
        return "unknown"
    dates = cycles(product)[name]
    if dates["eol"] is False:
        return "no end"
    if dates["eol"] >= today.isoformat():
        return within(date.fromisoformat(dates["eol"]))
    return "extended" if str(dates.get("eoes", "")) >= today.isoformat() else "ended"


def within(ends: date) -> str:
    """Return the horizon inside which a day lies, or that it is later."""
    return next((f"{months} months" for months, day in HORIZONS.items() if ends <= day), "later")


def standings() -> Counter[tuple[str, str]]:
    """Count the platform's databases, caches and search clusters by product and standing."""
    stated = (found for row in resources() if (found := written(row)))
    return Counter((product, standing(product, version)) for product, version in stated)


def modules() -> Counter[str]:
    """Count the platform's resources by module."""
    return Counter(row["module_source"].rpartition("terraform-")[2] for row in resources())


def in_house() -> set[str]:
    """Return the namespaces whose source code is in the department's own organisation."""
    own = re.compile(r"https://github\.com/(orgs/)?ministryofjustice(\W|$)")
    return {name for name, said in labels().items() if own.match(said["source-code"].lower())}


def overdue(today: date = TODAY) -> int:
    """Count the namespaces that should have been reviewed before a day."""
    days = (_day(said.get("review-after", "")) for said in labels().values())
    return sum(day < today for day in days if day)


def _day(text: str) -> date | None:
    """Read 2026-03-15, 15-Mar-2026 or 15-Mar-26; None for anything else."""
    for form in ("%Y-%m-%d", "%d-%b-%Y", "%d-%b-%y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def awarded() -> list[Row]:
    """Return the contract notices of Lancashire that were awarded."""
    notices = rows("uk-lancashire-ict-contracts", "contracts-finder-ict-notices.csv")
    return [row for row in notices if row["status"] == "awarded"]


def paid() -> list[Row]:
    """Return the suppliers that Lancashire's bodies paid."""
    return rows("uk-lancashire-ict-contracts", "shared-software-suppliers.csv")


def spellings() -> dict[str, set[str]]:
    """Return how the suppliers of Lancashire are spelt, by their name without its legal form."""
    found: dict[str, set[str]] = {}
    for name in _suppliers():
        plain = " ".join(_OF_SUPPLIERS.sub("", name.lower()).split())
        found.setdefault(plain, set()).add(name)
    return found


def _suppliers() -> Iterator[str]:
    for row in awarded():
        yield from (name.strip() for name in row["supplier"].split(","))
    yield from (row["supplier"] for row in paid())
