"""The files of foreign formats in the real data: imported, judged, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.realdata.estates import TODAY, source
from tests.realdata.markdown import Cell, grid

from estate.exchange import Imported, write
from estate.exchange.formats import format_of, import_files
from estate.pipeline import Options, Run, load_estate, load_pack, run

_BILLS = {
    "SBOM/cern-lhc-vdm-editor-e564943/bom.json": "a JavaScript editor, JSON",
    "SBOM/cern-lhc-vdm-editor-e564943/bom.xml": "the same, XML",
    "SBOM/dropwizard-1.3.15/bom.json": "Dropwizard, Java",
    "SBOM/laravel-7.12.0/bom.1.2.json": "Laravel, PHP",
    "SBOM/proton-bridge/proton-bridge-v1.6.3.bom.json": "Proton Bridge 1.6.3, Go",
    "SBOM/proton-bridge/proton-bridge-v1.8.0.bom.json": "Proton Bridge 1.8.0, Go",
    "SaaSBOM/apigateway-microservices-datastores/bom.json": "six services behind a gateway",
    "OBOM/Example-1-Standalone/bom.json": "Keycloak as it runs",
    "HBOM/PCIe-SATA-adapter-board/bom.json": "an adapter board",
    "CBOM/Example-With-Dependencies/bom.json": "an application with its cryptography",
    "VEX/bom.json": "the bill beside a VEX file",
    "VEX/vex.json": "a VEX file",
    "VEX/CISA-Use-Cases/Case-3/vex.json": "a VEX file of 19 vulnerabilities",
}
_MODELS = (
    *("archimetal", "archisurance", "capability-model", "cloud-native-architecture"),
    *("directive-on-management-of-information-t", "enroll-system", "fin-suite4"),
    *("ing-archi-hey-blue", "k8s", "lfenergyfunctionalarchitecturemodel"),
    *("saas-tool-architecture", "toop-architecture", "xerofone", "zoo"),
)
_PARTS = (
    *("main", "data_assets", "trust_boundaries", "technical_assets_clients"),
    *("technical_assets_databases", "technical_assets_devops"),
    *("technical_assets_infrastructure", "technical_assets_servers"),
)

FILES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    *(("cyclonedx", what, "cyclonedx-bom-examples", (file,)) for file, what in _BILLS.items()),
    *(("archimate", name, "eamodelset", (f"{name}.exchange.xml",)) for name in _MODELS),
    ("archi", "archisurance", "eamodelset", ("archisurance.archimate",)),
    ("archi", "enroll-system", "eamodelset", ("enroll-system.archimate",)),
    ("archi", "adult social care", "gds-lgam", ("lgam-example-asc.archimate",)),
    (
        *("backstage", "a company's catalogue", "backstage-giantswarm"),
        ("catalogs/charts.yaml", "catalogs/crds.yaml", "catalogs/groups.yaml"),
    ),
    (
        *("backstage", "a demonstration", "backstage-giantswarm/backstage-demo"),
        ("catalog-info.yaml", "examples/ai-resources.yaml", "examples/mcp-server-api.yaml"),
    ),
    ("lgam", "the council register", "gds-lgam", ("lgam-register-data.json",)),
    ("lgam", "the model", "gds-lgam", ("lgam-data.json",)),
    ("lgam", "the model with functions", "gds-lgam", ("lgam-data-lgaFunctions.json",)),
    ("ansible", "87 build and test hosts", "ansible-inventories", ("adoptium-inventory.yml",)),
    ("threagile", "the example", "threagile", ("demo__example__threagile.yaml",)),
    ("threagile", "a stub", "threagile", ("demo__stub__threagile.yaml",)),
    ("threagile", "a test, whole", "threagile", ("test__all.yaml",)),
    ("threagile", "the same in parts", "threagile", tuple(f"test__{p}.yaml" for p in _PARTS)),
    ("threagile", "the same, parsed", "threagile", ("test__parsed-model.yaml",)),
    (
        *("api-catalogue", "the catalogue", "uk-api-catalogue"),
        ("catalogue.csv", "organisation.csv"),
    ),
    (
        *("api-catalogue", "what came from JSON", "uk-api-catalogue"),
        ("catalogue-from-json-source.csv",),
    ),
    (
        *("transparency", "notices of Lancashire's councils", "uk-lancashire-ict-contracts"),
        ("contracts-finder-ict-notices.csv",),
    ),
)
"""Format, what it is, folder, and the files that are given together."""


@dataclass(frozen=True, slots=True, repr=False)
class Foreign:
    """An import of foreign files; `run` is None where nothing in them makes a record."""

    form: str
    what: str
    imported: Imported
    run: Run | None


def foreign(folder: Path) -> list[Foreign]:
    """Import and judge every group of files, each in a folder of its own."""
    pack = load_pack(None)
    found = []
    for number, (form, what, place, files) in enumerate(FILES):
        paths = [source(place) / file for file in files]
        imported = import_files(format_of(form), paths)
        judged = None
        if imported.sections:
            here = folder / str(number)
            write(imported, here)
            judged = run(load_estate(here, pack), Options(today=TODAY))
        found.append(Foreign(form, what, imported, judged))
    return found


def counts(of: list[Foreign]) -> str:
    """Return what was in the files, what became of it, and what an audit says."""
    heads = ["format", "what it is", "read", "used", "lost", "values lost", "fields left out"]
    rows: list[list[Cell]] = []
    for each in of:
        tables = each.imported.counts.tables.values()
        kinds = [loss.kind for loss in each.imported.losses]
        rules = each.run.outcome.rules if each.run else ()
        rows.append(
            [
                f"[{each.form}](formats/{each.form}.md)",
                each.what,
                *(sum(getattr(table, name) for table in tables) for name in ("rows", "used")),
                *(kinds.count("row"), kinds.count("cell"), kinds.count("column")),
                sum(each.imported.counts.records.values()),
                sum(rule.failed for rule in rules),
                sum(rule.unknown for rule in rules),
            ]
        )
    return grid([*heads, "records", "found by an audit", "undecided"], rows)


def tables_of(folder: Path) -> dict[str, str]:
    """Return the tables of the page about foreign formats, by name."""
    return {"foreign-counts": counts(foreign(folder / "foreign"))}
