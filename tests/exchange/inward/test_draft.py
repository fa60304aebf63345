from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from estate.exchange import Imported, report_json, report_text
from estate.exchange.inward import Draft, Item
from estate.exchange.inward.draft import Ref


def _draft(*things: Mapping[str, object]) -> tuple[Draft, list[Item]]:
    draft = Draft("Test", "test")
    draft.open("f.json", "Test 1")
    return draft, [draft.item("thing", thing, "f.json", n) for n, thing in enumerate(things, 1)]


def _reasons(imported: Imported) -> Counter[tuple[str, str]]:
    return Counter((loss.kind, loss.reason) for loss in imported.losses)


def test_what_nobody_takes_is_lost_once_for_all_things() -> None:
    draft, items = _draft({"name": "A", "x": "1", "y": {"z": "1"}}, {"name": "B", "x": "2"})
    for item in items:
        name = item.text("name")
        item.inner("y")
        draft.add(item, "applications", f"thing {name}", [name])
    imported = draft.finish()
    assert [(loss.column, loss.value) for loss in imported.losses] == [
        ("x", "2 times"),
        ("y.z", "once"),
    ]
    assert imported.sections["applications"]["a"] == {"name": "A", "source": "f.json thing 1"}


def test_values_of_the_wrong_shape_are_lost_with_their_place() -> None:
    draft, (item,) = _draft({"name": ["A"], "tags": [{"b": "1"}, "c"], "m": "text", "l": ["t"]})
    name, tags = item.text("name") or "A", item.texts("tags")
    assert (tags, item.inner("m").values, item.inners("l")) == (["c"], {}, [])
    draft.add(item, "applications", "thing 1", [name], tags=tags)
    assert _reasons(draft.finish()) == {
        ("cell", "a text should stand here"): 2,
        ("cell", "a mapping should stand here"): 2,
    }


def test_a_key_makes_one_record() -> None:
    draft, (one, two) = _draft({"n": "1"}, {"n": "2"})
    assert draft.add(one, "applications", "thing", ["A"])
    assert draft.add(two, "servers", "thing", ["B"]) is None
    imported = draft.finish()
    assert imported.counts.tables["thing"].lost == 1
    assert _reasons(imported)["row", "servers has it already, from f.json thing 1"] == 1


def test_the_model_takes_what_it_can() -> None:
    draft, (item,) = _draft({})
    draft.add(
        item,
        "applications",
        "k",
        ["A"],
        status="alive",
        recovery={"rto": "4h"},
        software=["x@1", "@", "y@2"],
        nonsense="1",
        **{"from": "2024-01-02", "until": "2023-01-01"},
    )
    imported = draft.finish()
    record = imported.sections["applications"]["a"]
    assert record == {
        "name": "A",
        "recovery": {"rto": "4h"},
        "software": ["x@1", "y@2"],
        "from": "2024-01-02",
        "source": "f.json thing 1",
    }
    assert {loss.column for loss in imported.losses} == {"status", "software", "nonsense", "until"}


def test_relations_are_the_first_that_both_ends_allow() -> None:
    draft, (item,) = _draft({})
    for section, key in (("applications", "a"), ("servers", "s"), ("suppliers", "u")):
        draft.add(item, section, f"thing {key}", [key])
    for target in ("s", "u", "gone", "a"):
        draft.link(item, "thing a", f"thing {target}", ("uses", "runs_on", "depends_on"))
    draft.link(item, "thing a", "thing s", ("runs_on",), purpose="again")
    imported = draft.finish()
    assert imported.sections["applications"]["a"]["runs_on"] == ["s"]
    assert _reasons(imported) == {
        ("cell", "no relation leads from application to supplier"): 1,
        ("cell", "names something that made no record"): 1,
        ("cell", "a record cannot be related to itself"): 1,
    }


def test_what_hosts_each_other_depends_on_each_other() -> None:
    draft, (item,) = _draft({})
    for key in "abcde":
        draft.add(item, "servers", f"thing {key}", [key])
    for owner, target in ("ab", "bc", "ca", "de", "cd"):
        draft.link(item, f"thing {owner}", f"thing {target}", ("hosted_on",))
    servers = draft.finish().sections["servers"]
    assert {key: (s.get("hosted_on"), s.get("depends_on")) for key, s in servers.items()} == {
        "a": (None, ["b"]),
        "b": (None, ["c"]),
        "c": (["d"], ["a"]),
        "d": (["e"], None),
        "e": (None, None),
    }


def test_references_become_ids() -> None:
    draft, (item,) = _draft({})
    council = draft.implied(item, "organisations", "The Council")
    assert draft.implied(item, "organisations", "the council") == council
    draft.add(item, "sites", "s", ["S"], organisation=[Ref(council), Ref("thing x")])
    draft.add(item, "sites", "t", ["T"], organisation=Ref("thing x"))
    draft.add(item, "agreements", "g", ["G"], lead="nobody", parties=["the-council", "nobody"])
    imported = draft.finish()
    assert imported.sections["sites"]["s"]["organisation"] == ["the-council"]
    assert "organisation" not in imported.sections["sites"]["t"]
    assert imported.sections["agreements"]["g"]["parties"] == ["the-council"]
    assert sum(_reasons(imported).values()) == 4


def test_what_came_from_an_estate_keeps_what_it_says() -> None:
    draft, (item,) = _draft({})
    for key, said in (("a", {"uses": [{"to": "b", "strength": "soft"}]}), ("b", {})):
        made = draft.add(item, "applications", f"thing {key}", [key], **said)
        assert made is not None
        made.ours = True
    draft.link(item, "thing a", "thing b", ("depends_on",))
    draft.link(item, "thing b", "thing a", ("depends_on",))
    sections = draft.finish().sections["applications"]
    assert sections["a"] == {"name": "a", "uses": [{"to": "b", "strength": "soft"}]}
    assert sections["b"] == {"name": "b"}


def test_the_report_counts_and_lists() -> None:
    draft, (one, two) = _draft({"name": "A", "x": "1"}, {"y": "\x1b[2J"})
    draft.add(one, "applications", "thing 1", [one.text("name")], status="alive")
    draft.lose(two, "it has no name")
    imported = draft.finish()
    assert report_text(imported) == (
        "Test: 1 records\n"
        "        1 applications\n"
        "  f.json (Test 1)\n"
        "\n"
        "thing: 2 read, 1 used, 1 lost\n"
        "  lost, it has no name: 1\n"
        "    f.json thing 2 \"{'y': '\\\\x1b[2J'}\"\n"
        "  values left out, expected 'proposed', 'planned', 'live', 'retiring' or 'retired': 1\n"
        "    f.json thing 1 status: 'alive'\n"
        "  fields left out, the inventory has no field for it: 1\n"
        "    x (f.json: once)\n"
    )
    assert '"estate-import/1"' in report_json(imported)


def test_no_name_of_a_file_moves_the_cursor() -> None:
    draft, (item,) = _draft({"\x1b[2J\u202e": "1", "kind": "x"})
    draft.lose(item, "no place for \x1b[31m")
    draft.add(draft.item("thing", {"\x1b]0;\x07": "1"}, "f.json", 2), "sites", "s", ["S"])
    text = report_text(draft.finish())
    assert all(line.isprintable() for line in text.splitlines())
    assert "\\x1b]0;\\x07 (f.json: once)" in text


@given(st.lists(st.sampled_from(["used", "lost"]), max_size=8))
def test_everything_read_is_used_or_lost(ends: list[str]) -> None:
    draft, items = _draft(*[{"n": "x"}] * len(ends))
    for item, end in zip(items, ends, strict=True):
        if end == "lost":
            draft.lose(item, "it is so")
        else:
            draft.add(item, "sites", f"thing {item.number}", ["S"])
    counts = draft.finish().counts
    for count in counts.tables.values():
        assert count.rows == count.used + count.lost == len(ends)
    assert counts.records.get("sites", 0) == ends.count("used")
