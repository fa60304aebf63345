"""No secret of the example is in any byte of any output for the public."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.redaction.searching import found_in, read
from tests.redaction.secrets_of_example import Secret, secrets_in

from estate.cli import cli

for _extra in ("pikepdf", "pygraphviz", "pypdf", "typst", "xlsxwriter"):
    pytest.importorskip(_extra, reason=f"{_extra} is not installed")

ROOT: Final = Path(__file__).parents[2]
_AS_OF: Final = ("--as-of", "2026-11-21", "-q")
_FORMATS: Final = {"text": "txt", "json": "json", "markdown": "md", "html": "html", "csv": "csv",
                   "svg": "svg", "sarif": "sarif", "junit": "xml", "github": "log",
                   "gitlab": "gl", "xlsx": "xlsx"}  # fmt: skip
_TOLD: Final = ("text", "json", "markdown", "html", "csv")
_SCHEMAS: Final = {"check": "findings", "impact": "impact", "map": "map", "forecast": "forecast",
                   "plan": "plan"}  # fmt: skip

COMMANDS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "check": (("check", "--fail-on", "never", "--show", "all"),
              ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv")),
    "impact": (
        ("impact", "revenues", "--site", "civic-centre", "--supplier", "tidewater",
         "--product", "oracle-database", "--connection", "wan-causeway"),
        _TOLD,
    ),
    "map": (("impact", "revenues", "--map"), (*_TOLD, "svg")),
    "forecast": (("forecast", "--until", "2026-12-31"), (*_TOLD, "svg")),
    "plan": (("plan",), (*_TOLD, "xlsx")),
}  # fmt: skip
"""Commands that write several formats at once, with these."""

_AUDIT: Final = ("index.html", "findings.json", "estate.svg", "exceptions.html", "exceptions.pdf",
                 "exceptions.xlsx", "board.pdf", "estate.xlsx")  # fmt: skip
_REPORTS: Final = ("tables", "wiki")
"""Reports of many files, which are searched as one."""
_PICTURES: Final = ("graph.html", "graph.mmd", "graph.pdf")
_PAGES: Final = ("srv-rev-db01", "ex-2026-014")

NAMES: Final = (
    *(f"{name}.{_FORMATS[form]}" for name, (_, forms) in COMMANDS.items() for form in forms),
    *_PICTURES,
    *(f"explain-{page}.txt" for page in _PAGES),
    *_AUDIT,
    *(f"{report}.all" for report in _REPORTS),
)


_ROWS: Final = {"map.svg", *(f"{name}.csv" for name in COMMANDS if name != "check")}
"""Tables and a picture that have no head of their own."""


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every output for the public of the example, and return their folder."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("inventory", "rules"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "estate.yaml", folder)
    out = folder / "out"
    out.mkdir()
    for called, (command, forms) in COMMANDS.items():
        _run(folder, *command, *_formats(out, called, forms))
    for picture in _PICTURES:
        _run(folder, "graph", "-o", str(out / picture))
    for page in _PAGES:
        (out / f"explain-{page}.txt").write_text(_run(folder, "explain", page), encoding="utf-8")
    _run(folder, "audit", "--fail-on", "never")
    for path in (folder / "reports" / "public").iterdir():
        shutil.copy(path, out)
    for report in _REPORTS:
        _run(folder, "report", report, "-o", str(folder / "alone"))
        written = sorted(each for each in (folder / "alone").rglob("*") if each.is_file())
        (out / f"{report}.all").write_bytes(b"\n".join(each.read_bytes() for each in written))
        shutil.rmtree(folder / "alone")
    return out


def _formats(out: Path, name: str, forms: tuple[str, ...]) -> Iterator[str]:
    for form in forms:
        yield from ("--format", f"{form}:{out / f'{name}.{_FORMATS[form]}'}")


def _run(folder: Path, *arguments: str) -> str:
    whole = [*arguments, "--redact", "public", "--estate", str(folder), *_AS_OF]
    done = CliRunner(env={"COLUMNS": "100"}).invoke(cli, whole, prog_name="estate")
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def secrets() -> frozenset[Secret]:
    return secrets_in(ROOT / "inventory")


def test_the_example_has_secrets_of_every_sort(secrets: frozenset[Secret]) -> None:
    sorts: list[str] = [each.sort for each in secrets]
    least = {"text": 1000, "version": 100, "amount": 80, "word": 40, "file": 30}
    assert {sort: sorts.count(sort) >= number for sort, number in least.items()} == dict.fromkeys(
        least, True
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_secret_is_in_an_output(name: str, copies: Path, secrets: frozenset[Secret]) -> None:
    data = (copies / name).read_bytes()

    assert data
    assert found_in(read(name, data), secrets) == set()


def test_every_report_of_an_audit_is_searched(copies: Path) -> None:
    written = {each.name for each in (copies.parent / "reports" / "public").iterdir()}
    assert written == set(_AUDIT)
    assert not [each for each in (copies.parent / "reports").iterdir() if each.is_file()]


def test_the_search_finds_a_secret_that_is_hidden(secrets: frozenset[Secret]) -> None:
    hidden = (
        "<p title='&#115;rv-rev-db01'></p>",
        '"\\u0073rv-rev-db01"',
        "%73rv-rev-db01",
        base64.b64encode(b"runs on srv-rev-db01 at night").decode(),
    )
    for each in hidden:
        found = found_in(read("x.html", each.encode()), secrets)
        assert found == {Secret("text", "srv-rev-db01")}


@pytest.mark.parametrize("name", _SCHEMAS)
def test_documents_stay_what_their_schemas_say(name: str, copies: Path) -> None:
    schema = json.loads(
        CliRunner().invoke(cli, ["schema", "--of", _SCHEMAS[name]], prog_name="estate").stdout
    )
    document = json.loads((copies / f"{name}.json").read_bytes())

    Draft202012Validator(schema).validate(document)
    assert "(copy for the public)" in document["estate"]


_HEADLESS: Final = (".gl", ".pdf", ".xlsx")
"""What is read by a program, or not as text."""


@pytest.mark.parametrize("name", [n for n in NAMES if not n.endswith(_HEADLESS) and n not in _ROWS])
def test_every_copy_says_that_it_is_one(name: str, copies: Path) -> None:
    assert "copy for the public" in (copies / name).read_text("utf-8").casefold()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("budget",), "it is nothing but amounts"),
        (("compare", "HEAD"), "what a change edits is what a copy leaves out"),
        (("duplicates",), "rests on amounts and names"),
        (("impact", "--site", "civic-centre", "--closing", "2028-03-31"), "releases is amounts"),
        (("impact", "--product", "oracle-database@12.2"), "versions are withheld"),
        (("check", "--write-baseline", "known.json"), "which is no copy for the public"),
        (("graph", "--focus", "srv-rev-db0", "-o", "x.svg"), "did you mean 'srv-rev-db01'"),
    ],
)
def test_what_makes_no_sense_for_the_public_is_refused(
    arguments: tuple[str, ...], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = [*arguments, "--redact", "public", "--estate", str(ROOT), *_AS_OF]
    done = CliRunner().invoke(cli, whole, prog_name="estate")

    assert done.exit_code == 2
    assert why in done.stderr
    assert not list(tmp_path.iterdir())


def test_an_estate_that_does_not_load_is_told_on_the_screen_alone(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Dune\n", encoding="utf-8")
    (tmp_path / "inventory" / "a.yaml").write_text("servers: {srv-a1: {nam: A}}", encoding="utf-8")
    told = ("--format", f"json:{tmp_path / 'out.json'}", "--redact", "public")
    done = CliRunner().invoke(cli, ["check", "--estate", str(tmp_path), *told, *_AS_OF])

    assert done.exit_code == 2
    assert "srv-a1" in done.stderr
    assert not (tmp_path / "out.json").exists()


def test_a_rule_of_ours_is_explained_and_one_of_the_estate_is_not(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text(
        "estate: 1\nname: Dune\nrules: [standard, own.yaml]\n", encoding="utf-8"
    )
    (tmp_path / "own.yaml").write_text(_OWN, encoding="utf-8")
    public = ("--redact", "public", "--estate", str(tmp_path))
    ours = CliRunner().invoke(cli, ["explain", "missing-owner", *public])
    own = CliRunner().invoke(cli, ["explain", "no-zeus", *public])

    assert (ours.exit_code, own.exit_code) == (0, 2)
    assert "in its own words" in own.stderr


_OWN: Final = """
rules:
  no-zeus:
    title: Zeus is still there
    severity: low
    since: "0.1"
    for: server
    when: name == "Zeus"
    message: "{name}"
    why: Zeus is old.
    fix: Retire it.
    authority: []
    examples:
      fails: [{as_of: 2026-11-21, servers: {a: {name: Zeus}}}]
      passes: [{as_of: 2026-11-21, servers: {a: {name: A}}}]
"""
