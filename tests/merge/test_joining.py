"""What becomes of ids, records, defaults and settings when estates are made one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.merge.estates import back, lay, together

from estate.errors import MergeError
from estate.merge import Part, joined, prefix_of, read_part

MARRAM = """\
defaults: {organisation: marram}
organisations:
  marram: {name: Marram, type: council, organisation: marram}
"""
ORGANISATIONS = {
    "n": "organisations:\n  marram: {name: Marram, type: council}\n",
    "s": "organisations:\n  saltern: {name: Saltern, type: council}\n",
}


def parts(here: Path, north: str, south: str) -> dict[str, Part]:
    """Read two estates of one file each."""
    return {
        "marram": read_part(lay(here / "n", {"inventory/a.yaml": ORGANISATIONS["n"] + north})),
        "saltern": read_part(lay(here / "s", {"inventory/a.yaml": ORGANISATIONS["s"] + south})),
    }


def test_only_what_clashes_is_renamed_wherever_it_is_named(tmp_path: Path) -> None:
    north = """\
servers:
  web: {name: Web}   # web is old
  web-2: {name: Other}
applications:
  forms:
    name: web
    runs_on: [web, {to: web-2, purpose: web}]
"""
    south = "servers:\n  web: {name: Web}\n"
    merged, whole = together(parts(tmp_path, north, south), tmp_path / "both")
    assert merged.names == {"marram": {"web": "marram/web"}, "saltern": {"web": "saltern/web"}}
    text = merged.files["inventory/marram/a.yaml"].decode()
    assert text == ORGANISATIONS["n"] + north.replace("  web:", "  marram/web:").replace(
        "runs_on: [web,", "runs_on: [marram/web,"
    )
    assert whole.estate.get("saltern/web") is not None


@pytest.mark.parametrize(
    ("record", "one"),
    [
        ("suppliers:\n  sea: {name: Sea}\n", True),
        ("products:\n  sea: {name: Sea}\n", True),
        ("organisations: {}\nsites:\n  sea: {name: Sea}\n", False),
        ("sites:\n  sea: {name: Sea, organisation: dune}\n", True),
    ],
)
def test_the_very_same_record_is_one_where_it_is_known_to_be(
    tmp_path: Path,
    record: str,
    one: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    dune = "  dune: {name: Dune}\n"
    record = record.replace("organisations: {}\n", "")
    merged, whole = together(parts(tmp_path, dune + record, dune + record), tmp_path / "both")
    assert ("sea" in {same.id for same in merged.same}) is one
    assert (whole.estate.get("sea") is not None) is one
    assert (whole.estate.get("saltern/sea") is None) is one
    if one:
        folded = merged.files["inventory/saltern/a.yaml"].decode()
        assert "\n#=   sea: {name: Sea" in folded


def test_a_record_that_names_what_clashes_is_not_the_same(tmp_path: Path) -> None:
    shared = """\
  dune: {name: Dune}
sites:
  hall: {name: HALL, organisation: dune}
servers:
  web: {name: Web, organisation: dune, located_at: [hall]}
"""
    north, south = shared.replace("HALL", "Hall"), shared.replace("HALL", "Town hall")
    merged, _ = together(parts(tmp_path, north, south), tmp_path / "both")
    assert set(merged.names["marram"]) == {"hall", "web"}


def test_what_a_plan_names_does_not_become_another_estates_record(tmp_path: Path) -> None:
    north = """\
exceptions:
  ex: {rule: x, organisation: marram, covers: [{asset: old}]}
projects:
  prj: {name: P, changes: [{on: 2027-01-01, retire: older}]}
"""
    south = "servers:\n  old: {name: Old}\n  older: {name: Older}\n"
    merged, whole = together(parts(tmp_path, north, south), tmp_path / "both")
    assert "{asset: marram/old}" in merged.files["inventory/marram/a.yaml"].decode()
    assert "retire: marram/older" in merged.files["inventory/marram/a.yaml"].decode()
    assert whole.estate.get("saltern/old") is not None
    assert whole.estate.get("old") is None


def test_a_successor_without_a_record_is_the_organisation_of_the_other(tmp_path: Path) -> None:
    here = parts(tmp_path, "", "  estuary: {name: Estuary}\n")
    north = ORGANISATIONS["n"].replace(
        "type: council", "successors: [{organisation: estuary, vesting: 2028-04-01}]"
    )
    here["marram"] = read_part(lay(tmp_path / "n", {"inventory/a.yaml": north}))
    merged, _ = together(here, tmp_path / "both")
    assert not any(merged.names.values())


def test_products_are_laid_over_one_another(tmp_path: Path) -> None:
    north = """\
products:
  os:
    name: OS
    aliases: [a]
    standard: approved
    versions: {"1": {support_ends: 2027-01-01}, "2": {support_ends: 2030-01-01}}
"""
    south = """\
products:
  os:
    name: The OS
    aliases: [a, b]
    standard: contain
    versions: {"1": {support_ends: 2026-01-01}}
"""
    merged, whole = together(parts(tmp_path, north, south), tmp_path / "both")
    text = merged.files["inventory/laid-over.yaml"].decode()
    assert "name: OS\n" in text
    assert "standard: contain" in text
    assert "2026-01-01" in text
    assert "2030-01-01" in text
    assert {(each.field, each.taken) for each in merged.conflicts} == {
        ("name", "OS"),
        ("standard", "contain"),
        ("versions.1.support_ends", "2026-01-01"),
    }
    path = tmp_path / "both/inventory/laid-over.yaml"
    path.write_text(path.read_text().replace("contain", "prohibited"))
    found, again = back(read_part(tmp_path / "both"), "saltern", tmp_path / "again")
    assert found.stale == ("os",)
    assert again.estate == read_part(tmp_path / "s").estate
    assert whole.estate.get("os") is not None


def test_the_defaults_of_an_estate_go_into_its_files(tmp_path: Path) -> None:
    settings = "estate: 1\nname: n\ndefaults: {organisation: marram, source: Register}\n"
    north = {
        "estate.yaml": settings,
        "inventory/a.yaml": ORGANISATIONS["n"] + "servers:\n  web: {name: Web}\n",
        "inventory/b.yaml": "defaults: {organisation: null}\nservers:\n  db: {name: Db}\n",
        "inventory/empty.yaml": "# nothing\n",
    }
    south = {
        "estate.yaml": "estate: 1\nname: s\ndefaults: {source: Register}\n",
        "inventory/a.yaml": ORGANISATIONS["s"],
    }
    here = {
        "marram": read_part(lay(tmp_path / "n", north)),
        "saltern": read_part(lay(tmp_path / "s", south)),
    }
    merged, whole = together(here, tmp_path / "both")
    assert whole.config.defaults == {"source": "Register"}
    assert merged.files["inventory/marram/empty.yaml"] == b"# nothing\n"
    web, db = whole.estate.get("web"), whole.estate.get("db")
    assert web is not None
    assert web == here["marram"].estate.get("web")
    assert db == here["marram"].estate.get("db")
    found, again = back(whole, "marram", tmp_path / "again")
    assert again.estate == here["marram"].estate
    assert found.files["inventory/a.yaml"].decode() == north["inventory/a.yaml"]
    assert found.files["estate.yaml"].decode() == settings


def test_a_record_in_brackets_that_is_one_comes_back_too(tmp_path: Path) -> None:
    dune = {"inventory/o.json": '{"organisations": {"dune": {"name": "D"}, "x": {"name": "X"}}}'}
    here = {
        "a": read_part(lay(tmp_path / "n", dune)),
        "b": read_part(lay(tmp_path / "s", dune)),
    }
    merged, whole = together(here, tmp_path / "both")
    assert b"dune" not in merged.files["inventory/b/o.json"]
    _, again = back(whole, "b", tmp_path / "again")
    assert again.estate == here["b"].estate


def test_a_record_that_is_one_and_was_changed_is_told_of(tmp_path: Path) -> None:
    sea = "suppliers:\n  sea: {name: Sea}\n"
    together(parts(tmp_path, sea, sea), tmp_path / "both")
    path = tmp_path / "both/inventory/marram/a.yaml"
    path.write_text(path.read_text().replace("name: Sea", "name: Ocean"))
    found, _ = back(read_part(tmp_path / "both"), "saltern", tmp_path / "again")
    assert found.stale == ("sea",)


def test_what_was_tied_to_another_estate_since_gets_a_stand_in(tmp_path: Path) -> None:
    north = "servers:\n  web: {name: Web}\n"
    south = "applications:\n  crm: {name: CRM}\n"
    together(parts(tmp_path, north, south), tmp_path / "both")
    path = tmp_path / "both/inventory/saltern/a.yaml"
    path.write_text(path.read_text().replace("name: CRM", "name: CRM, runs_on: [web]"))
    found, again = back(read_part(tmp_path / "both"), "saltern", tmp_path / "again")
    assert [(loss.holder, loss.field, loss.target) for loss in found.losses] == [
        ("crm", "runs_on", "web")
    ]
    stand_in = again.estate.get("web")
    assert stand_in is not None
    assert stand_in.tags == ("left-behind",)


def test_an_id_without_room_for_a_name_and_one_that_is_taken_are_told_of(tmp_path: Path) -> None:
    long = "a" * 125
    both = f"servers:\n  {long}: {{name: X}}\n  web: {{name: Web}}\n"
    here = parts(tmp_path, both + "  marram/web: {name: Y}\n", both)
    with pytest.raises(MergeError, match="another --prefix") as caught:
        together(here, tmp_path / "both")
    told = [(p.location.file, p.location.line) for p in caught.value.problems]
    assert told == [
        (str(tmp_path / "n/inventory/a.yaml"), 4),
        (str(tmp_path / "n/inventory/a.yaml"), 5),
        (str(tmp_path / "s/inventory/a.yaml"), 4),
    ]


def test_estates_that_count_in_other_currencies_are_not_added_up(tmp_path: Path) -> None:
    lay(tmp_path / "s", {"estate.yaml": "estate: 1\nname: s\ncurrency: EUR\n"})
    here = parts(tmp_path, "", "")
    files = {"estate.yaml": "estate: 1\nname: s\ncurrency: EUR\n"}
    here["saltern"] = read_part(
        lay(tmp_path / "e", {**files, "inventory/a.yaml": ORGANISATIONS["s"]})
    )
    with pytest.raises(MergeError, match="do not count alike"):
        together(here, tmp_path / "both")


def test_rules_of_ones_own_travel_along(tmp_path: Path) -> None:
    north = lay(
        tmp_path / "n",
        {
            "estate.yaml": "estate: 1\nname: n\nrules: [standard, ours]\n",
            "inventory/a.yaml": "servers:\n  web: {name: Web}\n",
        },
    )
    south = lay(tmp_path / "s", {"inventory/a.yaml": "servers:\n  web: {name: W}\n"})
    packs = {"north": {"ours/a.yaml": b'rules: {x: {when: id == "web"}}'}, "south": {}}
    both = {"north": read_part(north), "south": read_part(south)}
    merged = joined(both, "both", packs, {}, {"north": "", "south": ""}, lambda _: "")
    assert merged.files["rules-of/north/ours/a.yaml"] == packs["north"]["ours/a.yaml"]
    assert merged.settings.values["rules"] == ["standard", "rules-of/north/ours"]
    assert merged.remarks == ("ours/a.yaml of north may name records that have other ids now: web",)


@pytest.mark.parametrize(
    ("files", "prefix"),
    [
        ({"inventory/a.yaml": ORGANISATIONS["n"]}, "marram"),
        (
            {
                "inventory/a.yaml": "organisations:\n  a: {name: A, type: council}\n"
                "  b: {name: B, type: council}\n  c: {name: C, type: partner}\n"
                "servers:\n  x: {name: X, organisation: [b, c]}\n"
            },
            "b",
        ),
        ({"inventory/a.yaml": "servers:\n  x: {name: X}\n"}, "n"),
        (
            {
                "estate.yaml": "estate: 1\nname: 'Zoë & Co: ICT'\n",
                "inventory/a.yaml": "servers:\n  x: {name: X}\n",
            },
            "zo-co-ict",
        ),
        (
            {
                "estate.yaml": "estate: 1\nname: ⚓\n",
                "inventory/a.yaml": "servers:\n  x: {name: X}\n",
            },
            "estate",
        ),
    ],
)
def test_what_an_estate_is_called(tmp_path: Path, files: dict[str, str], prefix: str) -> None:
    assert prefix_of(read_part(lay(tmp_path / "n", files))) == prefix
