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
from estate.exchange.table.guess import guess
from estate.lifecycle import bundled
from estate.model import Estate, Policy
from estate.pipeline.renewing import renewal_of
from estate.read import read_inventory

pytestmark = pytest.mark.realdata

EXAMPLES = Path(__file__).parents[2] / "examples" / "mappings"
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
    imported = convert(EXAMPLES / "konveyor.yaml", [path])
    count = imported.counts.tables["rows"]
    assert (count.rows, count.used, count.lost, count.blank) == counts
    assert imported.counts.records.get("applications", 0) == records
    assert _losses(imported, "row", "record") == reasons


@pytest.mark.parametrize("year", ["2018-04-12", "2020-01-31", "2021-04-19"])
def test_a_standards_list_of_any_year_becomes_products(year: str, tmp_path: Path) -> None:
    path = _folder("gsa-it-standards") / f"it-standards-{year}.csv"
    imported = import_table(EXAMPLES / "gsa-it-standards.yaml", [path], tmp_path)
    rows = _rows(path, "utf-8-sig")
    count = imported.counts.tables["standards"]
    assert count.rows == len(rows) == count.used + count.lost
    assert len(_loaded(tmp_path)) == imported.counts.records["products"] == count.used
    said = sum(r["Approval Expiration Date"] not in {"", "-"} for r in rows)
    notes = [product["notes"] for product in imported.sections["products"].values()]
    assert sum("; the approval ends " in note for note in notes) == said
    assert _losses(imported, "row", "record", "cell") == {}


def test_every_council_of_the_country_is_an_organisation(tmp_path: Path) -> None:
    path = _folder("local-authorities") / "local-authorities.csv"
    imported = import_table(EXAMPLES / "local-authorities.yaml", [path], tmp_path)
    rows = _rows(path)
    councils = imported.sections["organisations"]
    assert len(_loaded(tmp_path)) == len(councils) == len(rows) == 382
    assert {c["gss"] for c in councils.values()} == {row["gss"] for row in rows}
    names = {row["id"]: row["name"] for row in rows}
    for row in rows:
        county = names.get(row["parent_local_authority_id"])
        assert county is None or county in councils[row["slug"]]["tags"]


def test_each_planning_authority_has_its_system(tmp_path: Path) -> None:
    path = _folder("uk-planning-systems") / "lpa-planning-systems.csv"
    imported = import_table(EXAMPLES / "uk-planning-systems.yaml", [path], tmp_path)
    rows = _rows(path)
    known = [row for row in rows if row["public_register_product"] != "-"]
    assert imported.counts.records == {"organisations": len(rows), "applications": len(known)}
    products = Counter(a["product"] for a in imported.sections["applications"].values())
    said = Counter(row["public_register_product"] for row in rows)
    assert (products["idox-public-access"], products[None]) == (said["Idox"], said["Custom"])
    assert len(_loaded(tmp_path)) == len(rows) + len(known)


def test_the_catalogue_of_government_interfaces_comes_in(tmp_path: Path) -> None:
    data = _folder("uk-api-catalogue")
    files = [data / "catalogue.csv", data / "organisation.csv"]
    imported = import_table(EXAMPLES / "uk-api-catalogue.yaml", files, tmp_path)
    apis = imported.sections["apis"]
    assert len(apis) == len(_rows(files[0]))
    assert {api["organisation"] for api in apis.values()} <= {*imported.sections["organisations"]}
    assert _losses(imported, "row", "record", "cell") == {
        "no date as YYYY-MM-DD": 2,
        "no such day: month must be in 1..12": 1,
    }
    assert len(_loaded(tmp_path)) == imported.counts.records["apis"] + 34


def test_a_list_of_another_year_is_an_update(tmp_path: Path) -> None:
    mapping = EXAMPLES / "gsa-it-standards.yaml"
    paths = sorted(_folder("gsa-it-standards").glob("*.csv"))
    first, second = (convert(mapping, [path]) for path in paths[:2])
    import_table(mapping, [paths[0]], tmp_path)
    plan = renewal_of(second, tmp_path).plan
    before, after = (set(one.sections["products"]) for one in (first, second))
    assert {change.id for change in plan.of("added")} == after - before
    assert {change.id for change in plan.of("gone")} == before - after
    assert plan.of("conflict", "ambiguous") == ()


@pytest.mark.parametrize(
    ("folder", "files"),
    [
        ("local-authorities", "*.csv"),
        ("uk-planning-systems", "*.csv"),
        ("uk-api-catalogue", "catalogue.csv"),
        ("uk-lancashire-ict-contracts", "*.csv"),
        ("konveyor-tackle-csv", "*.csv"),
        ("gsa-it-standards", "*2021*.csv"),
        ("moj-cloud-platform", "*"),
    ],
)
def test_a_guessed_mapping_imports_as_it_is(folder: str, files: str, tmp_path: Path) -> None:
    endings = {".csv", ".yaml"}
    paths = [path for path in sorted(_folder(folder).glob(files)) if path.suffix in endings]
    found = guess(paths, bundled())
    (tmp_path / "mapping.yaml").write_text(found.text, "utf-8")
    imported = convert(tmp_path / "mapping.yaml", paths)
    columns = {(loss.table, loss.column) for loss in imported.losses if loss.kind == "column"}
    assert set(found.left) <= columns
    assert "no output uses this column" not in {loss.reason for loss in imported.losses}
    for count in imported.counts.tables.values():
        assert count.rows == count.used + count.filtered + count.lost
