"""Real tables, counted a second time without a mapping."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from estate.exchange import Imported, convert, import_table
from estate.model import Estate, Policy
from estate.read import read_inventory

pytestmark = pytest.mark.realdata

EXAMPLES = Path(__file__).parents[2] / "examples" / "mappings"
MAPPINGS = Path(__file__).parent / "mappings"
RUNS = re.compile(
    r"(rds-instance|rds-aurora|dynamodb-cluster|elasticache-cluster|opensearch|sqs|sns-topic"
    r"|cloudfront|dms|service-pod|pushgateway)$"
)
GUARDS = re.compile(r"(egress-controls|security-group/aws)$")


def _folder(name: str) -> Path:
    return Path(os.environ["ESTATE_REAL_DATA"]).resolve() / name


def _rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream))


def _loaded(folder: Path) -> Estate:
    return read_inventory(folder, "inventory", name="Imported", policy=Policy()).estate


def _losses(imported: Imported, *kinds: str) -> Counter[str]:
    return Counter(loss.reason for loss in imported.losses if loss.kind in kinds)


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> tuple[Imported, Path]:
    folder, data = tmp_path_factory.mktemp("platform"), _folder("moj-cloud-platform")
    files = [data / "namespaces.multidoc.yaml", data / "cloud-resources.csv"]
    return import_table(EXAMPLES / "moj-cloud-platform.yaml", files, folder), folder


@pytest.fixture(scope="module")
def namespaces() -> list[dict[str, Any]]:
    text = (_folder("moj-cloud-platform") / "namespaces.multidoc.yaml").read_text("utf-8")
    return [document for document in yaml.safe_load_all(text) if isinstance(document, dict)]


@pytest.fixture(scope="module")
def resources() -> list[dict[str, str]]:
    return _rows(_folder("moj-cloud-platform") / "cloud-resources.csv")


def _of(resource: dict[str, str]) -> str:
    source = resource["module_source"]
    return "servers" if RUNS.search(source) else "devices" if GUARDS.search(source) else "datasets"


def test_the_platform_has_a_record_for_every_namespace_and_every_resource(
    platform: tuple[Imported, Path],
    namespaces: list[dict[str, Any]],
    resources: list[dict[str, str]],
) -> None:
    imported, _ = platform
    sections = imported.sections
    assert (
        imported.counts.records["applications"] == len(namespaces) == len(sections["applications"])
    )
    for section, count in Counter(map(_of, resources)).items():
        assert len(sections[section]) == count
    made = {
        record["source"]
        for s in ("servers", "devices", "datasets")
        for record in sections[s].values()
    }
    assert made == {f"cloud-resources.csv row {n}" for n in range(2, len(resources) + 2)}
    assert sum(imported.counts.records.values()) > 9000
    counts = imported.counts.tables
    assert (counts["resources"].rows, counts["resources"].used) == (len(resources),) * 2
    assert (counts["namespaces"].rows, counts["namespaces"].used) == (len(namespaces),) * 2


def test_services_and_organisations_are_those_the_namespaces_name(
    platform: tuple[Imported, Path], namespaces: list[dict[str, Any]]
) -> None:
    sections = platform[0].sections
    prefix = "cloud-platform.justice.gov.uk/"
    facts = [{**n["metadata"]["labels"], **n["metadata"]["annotations"]} for n in namespaces]
    units = {fact[prefix + "business-unit"] for fact in facts}
    assert len(sections["organisations"]) == len(units)
    live = [fact for fact in facts if fact[prefix + "is-production"] == "true"]
    names = {re.sub(r"[^a-z0-9._/]+", "-", f[prefix + "application"].lower()) for f in live}
    assert abs(len(sections["services"]) - len(names)) <= 3, "spellings that only a slug makes one"
    production = [a for a in sections["applications"].values() if a.get("supports")]
    assert len(production) == len(live)
    assert all(app["environment"] == "production" for app in production)


def test_databases_and_caches_carry_the_versions_that_are_stated(
    platform: tuple[Imported, Path], resources: list[dict[str, str]]
) -> None:
    servers = platform[0].sections["servers"].values()
    software = Counter(item for server in servers for item in server.get("software", ()))
    products = Counter(item.partition("@")[0] for item in software.elements())
    by_module = Counter(row["module_source"].rpartition("-")[2] for row in resources)
    assert products["amazon-elasticache-redis"] == by_module["cluster"] - 18 == 580
    assert products["amazon-opensearch"] == by_module["opensearch"] == 46
    databases = [
        r for r in resources if r["module_source"] == "cloud-platform-terraform-rds-instance"
    ]
    assert sum(products[p] for p in products if p.startswith("amazon-rds")) == len(databases) == 939
    stated = Counter(
        row["db_engine_version"]
        for row in databases
        if row["db_engine"] == "postgres" or row["rds_family"].startswith("postgres")
    )
    stated[""] -= 1  # one says postgres and no more
    assert software["amazon-rds-postgresql"] == 1
    for version, count in (+stated).items():
        assert software[f"amazon-rds-postgresql@{version}"] == count
    silent = [row for row in databases if not row["db_engine"] and not row["rds_family"]]
    assert products["amazon-rds"] == len(silent) == 74


def test_the_platform_loads_as_an_estate(platform: tuple[Imported, Path]) -> None:
    imported, folder = platform
    estate = _loaded(folder)
    assert len(estate) == sum(imported.counts.records.values())


def test_what_the_platform_lost_is_known(platform: tuple[Imported, Path]) -> None:
    imported, _ = platform
    assert _losses(imported, "row") == {}
    assert _losses(imported, "record") == {"there is no monitoring in applications to add to": 3}
    assert _losses(imported, "cell") == {
        "no date as YYYY-MM-DD or DD-Mon-YYYY or DD-Mon-YY": 3,
        "no such day: month must be in 1..12": 3,
        "nothing is left of it": 7,
        "namespaces has no record with this key": 3,
    }


def test_lancashires_notices_become_contracts_of_councils_and_suppliers(tmp_path: Path) -> None:
    data = _folder("uk-lancashire-ict-contracts")
    files = sorted(data.glob("*.csv"))
    imported = import_table(EXAMPLES / "uk-lancashire-ict-contracts.yaml", files, tmp_path)
    notices, payments = (_rows(path) for path in files)
    awarded = [row for row in notices if row["status"] == "awarded"]
    bodies = {row["council_key"] for row in awarded}
    bodies |= {body for row in payments for body in row["councils"].split(";")}
    count = imported.counts.tables["notices"]
    assert (count.rows, count.used, count.filtered) == (46, len(awarded), 46 - len(awarded))
    assert imported.counts.records == {
        "organisations": len(bodies),
        "contracts": len(awarded),
        "suppliers": 25,
    }
    assert len(_loaded(tmp_path)) == len(bodies) + len(awarded) + 25
    assert _losses(imported, "row", "record", "cell") == {}


def test_a_supplier_is_one_however_its_name_is_spelt() -> None:
    files = sorted(_folder("uk-lancashire-ict-contracts").glob("*.csv"))
    imported = convert(EXAMPLES / "uk-lancashire-ict-contracts.yaml", files)
    suppliers = imported.sections["suppliers"]
    for spelling in ("CIVICA UK LIMITED", "Civica UK Ltd", "Civica Uk Ltd", "Civica UK Limited"):
        assert spelling in suppliers["civica"]["notes"]
    contracts = imported.sections["contracts"].values()
    notices = [row for row in _rows(files[0]) if row["status"] == "awarded"]
    of_civica = sum("civica" in row["supplier"].lower() for row in notices)
    assert sum("civica" in contract["supplied_by"] for contract in contracts) == of_civica == 6
    both = [c["supplied_by"] for c in contracts if len(c["supplied_by"]) > 1]
    assert both == [["insight-direct", "xma"]]


@pytest.mark.parametrize(
    ("name", "counts", "records", "reasons"),
    [
        ("sample_application_import", (7, 7, 0, 1), 7, {}),
        ("mixed_case_column_headers", (7, 7, 0, 0), 7, {}),
        ("long_characters_columns", (3, 3, 0, 0), 3, {}),
        (
            "duplicate_application_names",
            (7, 7, 0, 0),
            6,
            {"the id order-hub is that of applications from duplicate_application_names.csv:2": 1},
        ),
        (
            "dependency_import",
            (9, 7, 2, 0),
            3,
            {
                "no output of the mapping takes it": 1,
                "there is no home-banking-bu in applications to add to": 1,
            },
        ),
        (
            "only_dependencies_imported",
            (4, 0, 4, 0),
            0,
            {
                "no id can be made of it": 1,
                "there is no orderhubdependency in applications to add to": 2,
                "no output of the mapping takes it": 1,
            },
        ),
    ],
)
def test_broken_application_lists_lose_nothing_in_silence(
    name: str, counts: tuple[int, ...], records: int, reasons: dict[str, int]
) -> None:
    path = _folder("konveyor-tackle-csv") / f"{name}.csv"
    imported = convert(MAPPINGS / "konveyor.yaml", [path])
    count = imported.counts.tables["rows"]
    assert (count.rows, count.used, count.lost, count.blank) == counts
    assert imported.counts.records.get("applications", 0) == records
    assert _losses(imported, "row", "record") == reasons


@pytest.mark.parametrize("year", ["2018-04-12", "2020-01-31", "2021-04-19"])
def test_a_standards_list_of_any_year_becomes_products(year: str, tmp_path: Path) -> None:
    path = _folder("gsa-it-standards") / f"it-standards-{year}.csv"
    imported = import_table(MAPPINGS / "gsa-it-standards.yaml", [path], tmp_path)
    rows = _rows(path, "utf-8-sig")
    count = imported.counts.tables["standards"]
    assert count.rows == len(rows) == count.used + count.lost
    assert len(_loaded(tmp_path)) == imported.counts.records["products"] == count.used
    odd = sum(bool(re.fullmatch(r"\d+/.*", r["Approval Expiration Date"])) for r in rows)
    assert sum(_losses(imported, "cell").values()) == odd
