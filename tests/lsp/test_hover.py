"""What is shown of what stands under a cursor, without an editor between."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.lsp.conftest import written

from estate.lsp.hover import hover
from estate.lsp.reading import Desk
from estate.lsp.session import Judged, Session
from estate.lsp.workspace import Shelf, View
from estate.pipeline import Options, run

DAY = date(2026, 11, 21)
SETTINGS = """\
estate: 1
name: Sandling
rules: [standard, own.yaml]
ignore: [unpaid-extended-support]
severity:
  unsupported-software: critical
"""
RULES = """\
rules:
  small-server:
    extend: unsupported-software
    severity: low
"""
MANY = "".join(f"  app-{n}: {{name: App {n}, runs_on: [srv-one]}}\n" for n in range(12))
INVENTORY = (
    """\
organisations:
  sandling: {name: Sandling, roles: {siro: [{name: Director, from: 2024-04-01}]}}
defaults: {organisation: sandling}
servers:
  srv-one:
    name: One
    description: Does *everything*.
    software: [windows-server@2012-r2, windows-server@2022, nonesuch@1, postgresql, windows-srver]
  srv-two: {name: Two, hosted_on: [srv-one]}
  srv-old:
    name: Old
    software: [android@4.3, mssqlserver@13.0-sp3, lamp@1, lamp@2, bulb]
products:
  lamp:
    name: Lamp
    versions:
      "1": {active_support_ends: false, support_ends: false, source: "https://example.org/lamp"}
      "2": {support_ends: 2021-01-01, extended_support_ends: 2028-01-01}
  bulb: {name: Bulb}
exceptions:
  ex-1:
    rule: unsupported-software
    covers: [{asset: srv-one, product: windows-server, version: 2012-r2}]
applications:
  payroll:
    name: Payroll
    product: windows-server
    version: "2022"
    criticality: high
  ledger:
    name: Ledger
    product: postgresql
    version: "99"
"""
    + MANY
)
FILES = {"estate.yaml": SETTINGS, "own.yaml": RULES, "inventory/all.yaml": INVENTORY}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return the estate as an editor has it, read and judged."""
    root = written(tmp_path_factory.mktemp("hover").resolve() / "sandling", FILES)
    found = Shelf(lambda _: DAY, lambda _: None, lambda _: None)
    session = found.sessions[root] = Session(root, lambda _: DAY, lambda _: None, lambda _: None)
    session.state = Desk(root).read({})
    assert session.state.problems == ()
    assert session.state.loaded is not None
    session.judged = Judged(run(session.state.loaded, Options(DAY)), session.state)
    return found


def _shown(shelf: Shelf, name: str, needle: str, offset: int = 1) -> str:
    (session,) = shelf.sessions.values()
    before = FILES[name][: FILES[name].index(needle) + offset]
    mark = before.count("\n"), len(before.rpartition("\n")[2])
    found = hover(View(shelf, session, name), mark)
    return getattr(found.contents, "value", "") if found else ""


def test_a_card_tells_what_a_record_says_and_what_is_found(shelf: Shelf) -> None:
    card = _shown(shelf, "inventory/all.yaml", "srv-one:")
    assert (
        card.startswith("**One**  \nserver `srv-one` in inventory/all\\.yaml") or "**One**" in card
    )
    assert "Does \\*everything\\*" in card
    assert "organisation: sandling" in card
    assert "windows\\-server 2012\\-r2: support ended" in card
    assert "windows\\-server 2022: supported, until" in card
    assert "support unknown: " in card
    assert "- needed by `" in card
    assert " more" in card
    assert "\nFindings:\n" in card


def test_a_card_tells_each_kind_of_support(shelf: Shelf) -> None:
    card = _shown(shelf, "inventory/all.yaml", "srv-old:")
    assert "- lamp 1: supported, no end announced" in card
    assert "- lamp 2: extended-unpaid, until 2028-01-01" in card
    assert "- android 4.3: support ended\n" in card
    assert "- bulb: support unknown: the catalogue has no versions of Bulb" in card


def test_a_card_tells_what_a_record_needs(shelf: Shelf) -> None:
    assert "- needs `srv-one`" in _shown(shelf, "inventory/all.yaml", "srv-two:")


def test_a_card_of_an_acceptance_says_whether_it_counts(shelf: Shelf) -> None:
    assert "it does not count" in _shown(shelf, "inventory/all.yaml", "ex-1:")


@pytest.mark.parametrize(
    ("needle", "offset", "said"),
    [
        ("windows-server@2022", 2, "until 2031"),
        ("windows-server@2012-r2", 2, "On 2026-11-21: "),
        ("nonesuch@1", 2, "nonesuch@1 is not in the catalogue"),
        ("windows-srver", 2, "It may be `windows-server`"),
        ("postgresql, ", 2, "Versions: "),
        ("product: windows-server\n", 11, "**Microsoft Windows Server** 2022"),
        ('version: "2022"', 11, "**Microsoft Windows Server** 2022"),
        ('version: "99"', 11, "**PostgreSQL**"),
        ("lamp@1", 2, "- active support: no end announced"),
        ("lamp@1", 2, "According to https://example.org/lamp"),
        ("lamp@2", 2, "- extended support: until 2028-01-01"),
        ("lamp@2", 2, "- active support: nobody says until when"),
        ("android@4.3", 2, "- security support: ended"),
        ("bulb]", 2, "**Bulb**"),
    ],
)
def test_a_product_is_shown_with_its_dates(
    shelf: Shelf, needle: str, offset: int, said: str
) -> None:
    assert said in _shown(shelf, "inventory/all.yaml", needle, offset)


@pytest.mark.parametrize(
    ("name", "needle", "offset"),
    [
        ("estate.yaml", "unsupported-software:", 2),
        ("estate.yaml", "unpaid-extended-support", 2),
        ("inventory/all.yaml", "rule: unsupported-software", 8),
        ("own.yaml", "extend: unsupported-software", 10),
        ("own.yaml", "small-server:", 2),
    ],
)
def test_a_rule_is_explained_where_it_is_named(
    shelf: Shelf, name: str, needle: str, offset: int
) -> None:
    assert "**What to do:** " in _shown(shelf, name, needle, offset)


@pytest.mark.parametrize(
    ("name", "needle", "said"),
    [
        ("inventory/all.yaml", "criticality: high", "**criticality**: "),
        ("inventory/all.yaml", "applications:", "A"),
        ("estate.yaml", "name: Sandling", "name"),
    ],
)
def test_a_field_says_what_it_means(shelf: Shelf, name: str, needle: str, said: str) -> None:
    assert said in _shown(shelf, name, needle)


def test_nothing_is_shown_where_nothing_stands(shelf: Shelf) -> None:
    (session,) = shelf.sessions.values()
    assert hover(View(shelf, session, "inventory/all.yaml"), (10_000, 0)) is None


def test_before_the_first_judgement_a_card_is_what_the_file_says(
    shelf: Shelf, tmp_path: Path
) -> None:
    root = written(tmp_path / "sandling", FILES)
    session = Session(root, lambda _: DAY, lambda _: None, lambda _: None)
    session.state = Desk(root).read({})
    line = next(n for n, text in enumerate(INVENTORY.splitlines()) if "srv-two:" in text)
    found = hover(View(shelf, session, "inventory/all.yaml"), (line, 3))
    assert found is not None
    assert getattr(found.contents, "value", "").splitlines()[0] == "**Two**  "
