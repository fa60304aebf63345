"""A small estate of several files, and an editor with the real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.lsp.client import Editor

FILES = {
    "estate.yaml": """\
estate: 1
name: Sandling
rules: [standard, own.yaml]
severity:
  unsupported-software: critical
""",
    "own.yaml": """\
rules:
  small-server:
    title: A small server
    severity: low
    for: server
    when: cores < 4
    message: "{name} has {cores} cores"
    why: Small servers are slow.
    fix: Buy a larger one.
    authority: lore
authorities:
  lore: {name: Lore, url: "https://example.org/lore"}
""",
    "inventory/organisations.yaml": """\
organisations:
  sandling:
    name: Sandling
    roles:
      siro: [{name: Director of Resources, from: 2024-04-01}]
      enterprise-architect: [{name: Architect, from: 2024-04-01}]
""",
    "inventory/servers.yaml": """\
defaults: {organisation: sandling}
servers:
  srv-one:
    name: One \N{PILE OF POO} # no joke
    software: [windows-server@2012-r2]
    cores: 2
  srv-two: {name: "\N{PILE OF POO}", "hosted_on": ["srv-one"], cores: 8}
""",
    "inventory/applications.yaml": """\
defaults: {organisation: sandling}
applications:
  payroll:
    name: Payroll
    product: windows-server
    version: "2022"
    runs_on: [srv-one, srv-two]
    criticality: high
    depends_on:
      - to: srv-one
        strength: soft
      - any_of: [srv-one, srv-two]
""",
    "inventory/plans.yaml": """\
projects:
  move:
    name: Move
    changes:
      - {on: 2027-01-01, retire: srv-one}
      - {on: 2027-01-02, set: {asset: payroll, runs_on: [srv-one]}}
exceptions:
  ex-1:
    rule: unsupported-software
    covers: [{asset: srv-one, product: windows-server, version: 2012-r2}]
    organisation: sandling
    facts:
      on: 2026-11-01
      subjects:
        srv-one windows-server 2012-r2: {support.status: ended}
""",
}


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """Return a folder with an estate."""
    return written(tmp_path.resolve() / "sandling", FILES)


def written(root: Path, files: dict[str, str]) -> Path:
    """Write files into a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def editor(estate: Path) -> Iterator[Editor]:
    """Return an editor that works in the estate's folder."""
    with Editor(estate) as made:
        yield made
