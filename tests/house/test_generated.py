"""`make docs-check`: what is generated is what the program says today, and nothing else."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TEXTS = {"docs/rules/README.md": "index\n", "docs/reference/commands.md": "commands\n"}


def _script(root: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, root / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def generator(root: Path) -> ModuleType:
    """Return the script that writes the documentation."""
    return _script(root, "generate_docs")


@pytest.fixture
def written(generator: ModuleType, tmp_path: Path) -> Path:
    """Return a checkout whose documentation is fresh."""
    assert generator.write(tmp_path, TEXTS) == 0
    (tmp_path / "docs" / "rules" / generator.GUIDE).write_text("by hand\n")
    return tmp_path


def test_what_is_fresh_passes(
    generator: ModuleType, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert generator.check(written, TEXTS) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("text", [None, "index of yesterday\n"])
def test_what_is_missing_or_out_of_date_is_named(
    generator: ModuleType, written: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    page = written / "docs" / "rules" / "README.md"
    page.unlink() if text is None else page.write_text(text)
    assert generator.check(written, TEXTS) == 1
    assert capsys.readouterr().err == "docs/rules/README.md is out of date: run make docs\n"
    assert page.exists() is (text is not None)
    generator.write(written, TEXTS)
    assert page.read_text() == "index\n"


@pytest.mark.parametrize("name", ["docs/rules/gone.md", "docs/reference/old.schema.json"])
def test_what_is_superfluous_is_named(
    generator: ModuleType, written: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (written / name).write_text("old\n")
    assert generator.check(written, TEXTS) == 1
    assert capsys.readouterr().err == f"{name} is superfluous: run make docs\n"
    generator.write(written, TEXTS)
    assert generator.check(written, TEXTS) == 0
    assert (written / "docs" / "rules" / generator.GUIDE).read_text() == "by hand\n"


def test_the_pages_that_are_kept_are_those_of_the_pack(generator: ModuleType, root: Path) -> None:
    texts = generator.generated()
    kept = {path.name for path in (root / "docs" / "rules").glob("*.md")}
    rules = {Path(name).name for name in texts if name.startswith("docs/rules/")}
    assert kept == rules | {generator.GUIDE}


def test_the_standard_rules_that_ship_are_those_of_the_files(root: Path) -> None:
    prepare = _script(root, "prepare_rules")
    module: Path = prepare.MODULE
    assert module.read_text(encoding="utf-8") == prepare.module()
