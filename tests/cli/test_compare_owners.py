"""`estate compare --group-by owner`: what the calendar brought, to whoever has to act on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Ran, Run

DAYS = ("2027-01-11", "2027-01-18")
"""Support of Windows Server 2016 ends between them."""
ESTATE = "estate: 1\nname: Both\n"
INVENTORY = """\
organisations:
  north: {name: North Council}
servers:
  srv-a: {name: A, owner: Zoe, organisation: north, software: [windows-server@2016]}
  srv-b: {name: B, organisation: north, software: [windows-server@2016]}
  srv-c: {name: C, software: [windows-server@2016]}
  srv-d: {name: D, owner: "Ann `x` | <script> #1 @all", software: [windows-server@2016]}
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return _estate(tmp_path, INVENTORY)


def _estate(folder: Path, inventory: str) -> Path:
    (folder / "inventory").mkdir(exist_ok=True)
    (folder / "estate.yaml").write_text(ESTATE)
    (folder / "inventory" / "all.yaml").write_text(inventory)
    return folder


def _compared(run: Run, made: Path, *more: str) -> Ran:
    return run("compare", *DAYS, "--group-by", "owner", *more, at=made)


def test_text_tells_each_owner_what_to_look_at(run: Run, made: Path) -> None:
    lines = _compared(run, made).out.splitlines()
    owners = [
        "Ann `x` | <script> #1 @all",
        "North Council",
        "Zoe (North Council)",
        "Nobody is recorded as the owner",
    ]
    assert [line for line in lines if line in owners] == owners
    zoe = lines[lines.index("Zoe (North Council)") : lines.index(owners[3])]
    assert any("A runs Microsoft Windows Server" in line for line in zoe)
    assert not any("B runs" in line or "C runs" in line for line in zoe)


def test_markdown_is_the_body_of_an_issue(run: Run, made: Path) -> None:
    text = _compared(run, made, "--format", "markdown").out
    assert text.startswith("## Both: what the calendar brings\n")
    assert "\n### Zoe \\(North Council\\)\n" in text or "\n### Zoe (North Council)\n" in text
    assert "<script>" not in text
    assert "| Ann \\`x\\` \\| \\<script\\> \\#1 \\@all | " in text


def test_every_finding_is_told_once(run: Run, made: Path) -> None:
    grouped = _compared(run, made, "-v").out.splitlines()
    alone = run("compare", *DAYS, "-v", at=made).out.splitlines()
    heads = [line for line in alone if "]: " in line]
    assert sorted(line for line in grouped if "]: " in line) == sorted(heads)
    assert heads


def test_json_names_the_owner_of_each(run: Run, made: Path) -> None:
    found = json.loads(_compared(run, made, "--format", "json").out)["findings"]
    assert {each["owner"] for each in found} >= {"Zoe (North Council)", "North Council", None}
    assert found == json.loads(run("compare", *DAYS, "--format", "json", at=made).out)["findings"]


def test_an_issue_takes_it_however_much_it_is(run: Run, tmp_path: Path) -> None:
    many = "".join(
        f"  s-{n}: {{name: {'Long ' * 60}{n}, owner: Owner {n % 70},"
        " software: [windows-server@2016]}\n"
        for n in range(700)
    )
    made = _estate(tmp_path, INVENTORY + many)
    text = _compared(run, made, "--format", "markdown").out
    assert len(text) < 65_536
    assert "| and 24 more owners |" in text
    assert "more\n" in text


def test_nothing_is_told_where_nothing_came(run: Run, made: Path) -> None:
    same = ("compare", "2027-01-11", "2027-01-11", "--group-by", "owner")
    assert "nothing differs" in run(*same, at=made).out
    assert "Nothing differs." in run(*same, "--format", "markdown", at=made).out


def test_a_page_is_not_grouped(run: Run, made: Path) -> None:
    said = "error: --group-by goes with text and markdown; json names the owner anyway\n"
    assert _compared(run, made, "--format", "html") == Ran(2, "", said)
