from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

from estate.errors import ExchangeError
from estate.exchange import bounds, formats
from estate.exchange.formats import FORMATS, Format, export_estate, format_of, import_files
from estate.model import Estate, Policy

FOLDER = Path(inspect.getfile(formats)).parent
DOCS = Path(__file__).parents[2] / "docs" / "formats"
APART = {"inward", "outward", "table", "update", "xlsx"}
"""What formats rest on, and what has commands of its own."""


_LIBRARIES = {
    ("cyclonedx", "write"): ("cyclonedx", "packageurl"),
    ("parquet", "write"): ("duckdb",),
}


def _folders() -> set[str]:
    return {path.parent.name for path in FOLDER.glob("*/__init__.py")} - APART


def test_every_folder_is_a_format_and_every_format_has_one() -> None:
    assert {form.name.replace("-", "_") for form in FORMATS} == _folders()
    names = [form.name for form in FORMATS]
    assert names == sorted(names)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_reads_and_writes_what_it_says(form: Format) -> None:
    folder = form.name.replace("-", "_")
    for what, said in (("read", form.reads), ("write", form.writes)):
        assert (FOLDER / folder / f"{what}.py").exists() == bool(said)
        if said:
            for library in _LIBRARIES.get((form.name, what), ()):
                pytest.importorskip(library, reason=f"{library} is not installed")
            assert callable(getattr(import_module(f"estate.exchange.{folder}.{what}"), what))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_has_a_page_that_the_index_names(form: Format) -> None:
    page = (DOCS / f"{form.name}.md").read_text("utf-8")
    assert page.startswith("# ")
    index = (DOCS / "README.md").read_text("utf-8")
    assert f"]({form.name}.md)" in index


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_no_format_opens_anything(form: Format) -> None:
    folder = FOLDER / form.name.replace("-", "_")
    names = {
        node.module if isinstance(node, ast.ImportFrom) else alias.name
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    forbidden = {"os", "subprocess", "urllib", "http", "socket", "shutil", "pathlib", "pickle"}
    allowed = {"pathlib"} if form.name == "parquet" else set()
    roots = {str(name).partition(".")[0] for name in names}
    assert not roots & (forbidden - allowed)


@pytest.mark.parametrize(
    "form", [each for each in FORMATS if each.reads], ids=lambda form: form.name
)
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"\xff\xfe\xff", b"{", b"<a", b"[", b"- ["])
def test_what_is_none_of_it_is_refused_or_empty(form: Format, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"file{form.endings[0]}"
    path.write_bytes(data)
    try:
        imported = import_files(form, [path])
    except ExchangeError as error:
        said = [problem.message for problem in error.problems]
    else:
        said = [] if imported.sections else ["nothing was made of it"]
    assert said or form.name == "ansible", "to Ansible, any word may be a host"


def test_the_bounds_are_those_that_the_page_tells() -> None:
    page = " ".join((DOCS / "README.md").read_text("utf-8").split())
    megabytes = bounds.LARGEST_FILE // 1024**2
    assert (
        f"{megabytes} MB of a file, {bounds.DEEPEST} levels of JSON and YAML, "
        f"{bounds.DEEPEST_ELEMENTS} of XML, {bounds.MOST_VALUES:,} values, "
        f"{bounds.MOST_ROWS:,} rows of a table, {bounds.MOST_HOSTS:,} hosts"
    ) in page


def test_a_library_that_is_missing_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    monkeypatch.delitem(__import__("sys").modules, "estate.exchange.parquet.write", raising=False)
    with pytest.raises(
        ExchangeError, match=r"Parquet needs duckdb: pip install 'estate\[parquet\]'"
    ):
        export_estate(format_of("parquet"), Estate("E", {}, Policy()))
