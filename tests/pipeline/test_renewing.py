"""An import that comes again: what is new in it, and what people wrote since, both kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported, convert, write
from estate.exchange.update.plan import Side
from estate.pipeline.renewing import Renewal, renewal_of
from estate.writing import write_together

MAPPING = """\
mapping: 1
name: Servers
tables:
  hosts:
    file: hosts.csv
    outputs:
      - section: servers
        id: host
        fields:
          name: host
          cores: {column: cores, then: [number]}
          owner: owner
          annual_cost.revenue: {column: cost, then: [money]}
          tags: {list: [a, b]}
"""
FIRST = "host,cores,owner,cost,a,b\nweb01,4,Ann,£10,p,q\nweb02,8,Bob,,,\nweb03,2,Cat,,,\n"
SECOND = "host,cores,owner,cost,a,b\nweb00,1,Zoe,,,\nweb01,16,Ann,£10,p,r\nweb02,8,Rob,,,\n"


def _imported(folder: Path, table: str) -> Imported:
    (folder / "map.yaml").write_text(MAPPING)
    (folder / "hosts.csv").write_text(table)
    return convert(folder / "map.yaml", [folder / "hosts.csv"])


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """Return an estate with one import in it."""
    folder = tmp_path / "estate"
    write(_imported(tmp_path, FIRST), folder)
    return folder


def _again(estate: Path, table: str, side: Side = "keep", *, retire: bool = False) -> Renewal:
    imported = _imported(estate.parent, table)
    return renewal_of(imported, estate, conflicts=side, retire=retire)


def _told(done: Renewal) -> list[str]:
    return [f"{change.kind} {change.place}" for change in done.plan.changes]


def _servers(estate: Path) -> Path:
    return estate / "inventory" / "servers.yaml"


def test_a_newer_table_changes_what_is_new_in_it(estate: Path) -> None:
    before = _servers(estate).read_text()
    here = before.replace("owner: Ann", "owner: Ann  # on leave")
    here = here.replace("tags:", "# by hand\n    tags:")
    _servers(estate).write_text(here)
    done = _again(estate, SECOND)
    assert _told(done) == [
        "added servers.web00",
        "changed servers.web01.cores",
        "changed servers.web01.tags",
        "changed servers.web01.source",
        "changed servers.web02.owner",
        "changed servers.web02.source",
        "gone servers.web03",
    ]
    wanted = here.replace("cores: 4", "cores: 16").replace("- q", "- r").replace("Bob", "Rob")
    lines = wanted.replace("row 3", "row 4", 1)
    after = done.texts[_servers(estate)]
    assert [line for line in after.splitlines() if line not in lines.splitlines()] == [
        "    source: hosts.csv row 3",
        "  web00:",
        "    name: web00",
        "    cores: 1",
        "    owner: Zoe",
    ]
    assert done.inventory == (_servers(estate),)


def test_an_update_that_is_made_twice_changes_nothing_more(estate: Path) -> None:
    done = _again(estate, SECOND)
    write_together({path: [text] for path, text in done.texts.items()})
    again = _again(estate, SECOND)
    assert _told(again) == ["gone servers.web03"]
    assert again.inventory == ()


def test_rows_that_only_moved_are_no_change(estate: Path) -> None:
    rows = FIRST.splitlines(keepends=True)
    done = _again(estate, "".join([rows[0], *rows[:0:-1]]))
    assert (_told(done), done.inventory) == ([], ())


def test_what_was_changed_by_hand_stays_and_clashes_are_told(estate: Path) -> None:
    here = _servers(estate).read_text().replace("cores: 4", "cores: 5").replace("Cat", "Cath")
    _servers(estate).write_text(here)
    done = _again(estate, SECOND + "web03,2,Cat,,,\n")
    assert "conflict servers.web01.cores" in _told(done)
    assert "cores: 5" in done.texts[_servers(estate)]
    assert "Cath" in done.texts[_servers(estate)]
    taken = _again(estate, SECOND, "take")
    assert "cores: 16" in taken.texts[_servers(estate)]


def test_what_is_gone_is_retired_where_that_is_asked_for(estate: Path) -> None:
    done = _again(estate, SECOND, retire=True)
    after = done.texts[_servers(estate)]
    assert after.count("status: retired") == 1
    assert after.index("web03:") < after.index("status: retired")


def test_without_what_was_imported_the_sources_tell_what_is_gone(estate: Path) -> None:
    (estate / "imports" / "servers.json").unlink()
    done = _again(estate, SECOND)
    assert _told(done) == [
        "added servers.web00",
        "conflict servers.web01.cores",
        "conflict servers.web01.tags",
        "conflict servers.web02.owner",
        "gone servers.web03",
    ]


def test_what_is_ambiguous_is_asked_about_again(estate: Path) -> None:
    text = _servers(estate).read_text().replace("web01:", "the-web:")
    _servers(estate).write_text(text.replace("name: web01", "name: Web00"))
    done = _again(estate, SECOND)
    assert "ambiguous servers.web00" in _told(done)
    memory = json.loads(done.texts[estate / "imports" / "servers.json"])
    assert "web00" not in memory["records"]["servers"]


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": "other"}'])
def test_a_memory_that_is_none_is_refused(estate: Path, text: str) -> None:
    (estate / "imports" / "servers.json").write_text(text)
    with pytest.raises(ExchangeError, match=r"servers\.json"):
        _again(estate, SECOND)
