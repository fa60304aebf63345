"""Where things stand: each place is exactly the value, the item, the key or the id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.read.estates import covered

from estate.errors import Location
from estate.read import Spans, read_document
from estate.read.compose import EVERY

Path = tuple[str | int, ...]


def spans_of(text: str, name: str = "a.yaml", *, whole: bool = False) -> Spans:
    document = read_document(name, text.encode())
    if whole:
        document.entangled = [EVERY]
    return Spans(document)


def marked(text: str) -> tuple[str, tuple[int, int, int, int]]:
    """Take «» out of a text, and return what stood between them as lines and columns."""
    before, inside, after = re.split("[«»]", text)
    start = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    through = before + inside
    end = (through.count("\n") + 1, len(through) - through.rfind("\n"))
    return through + after, (*start, *end)


def place(location: Location) -> tuple[int, int, int, int]:
    return location.line, location.column, location.end_line, location.end_column


RECORD = "applications:\n  academy:\n"
VALUES = [
    # a scalar, at itself
    (RECORD + "    name: «Academy»\n", ("name",)),
    (RECORD + "    name: «Academy Revenues»  # a comment\n    owner: x\n", ("name",)),
    (RECORD + "    name:\n      «Academy»\n", ("name",)),
    (RECORD + "    name: «'it''s'»\n", ("name",)),
    (RECORD + '    name: «"Aca\\tdemy"»\n', ("name",)),
    (RECORD + '    name: «"of two\n      lines"»\n    owner: x\n', ("name",)),
    (RECORD + "    name: «of two\n      lines»\n    owner: x\n", ("name",)),
    (RECORD + "    notes: «|\n      one\n      two»\n    owner: x\n", ("notes",)),
    (RECORD + "    notes: «>-\n      one\n\n      two»\n", ("notes",)),
    (RECORD + "    name: &a «Academy»\n", ("name",)),
    (RECORD + "    name: !!str «Academy»\n", ("name",)),
    (RECORD + "    «name»:\n    owner: x\n", ("name",)),
    (RECORD + "    «name»: # nothing\n", ("name",)),
    (RECORD + "    name: «~»\n", ("name",)),
    (RECORD + "    name: «''»\n", ("name",)),
    (RECORD + "    'name': «Academy»\n", ("name",)),
    (RECORD + "    ? name\n    : «Academy»\n", ("name",)),
    (RECORD + "    name: &a\n      !!str\n      «Academy»\n", ("name",)),
    (RECORD + "    name: &a !!str «'Academy'»\n", ("name",)),
    (RECORD + "    «name»: &a\n    owner: x\n", ("name",)),
    # a list item, at itself
    (RECORD + "    tags: [a, «b», c]\n", ("tags", 1)),
    (RECORD + "    tags:\n      - a\n      - «b»\n", ("tags", 1)),
    (RECORD + "    tags:\n    - a\n    - «b»\n    - c\n", ("tags", 1)),
    (RECORD + "    software:\n      - «product: java»\n        version: 8\n", ("software", 0)),
    (RECORD + "    software: [a, «{product: java, version: 8}»]\n", ("software", 1)),
    (RECORD + "    software: [a, {product: java, version: «8»}]\n", ("software", 1, "version")),
    (RECORD + "    runs_on:\n      - any_of: [a, «b»]\n", ("runs_on", 0, "any_of", 1)),
    # a larger value, at its key
    (RECORD + "    «recovery»: {rto: 4h}\n", ("recovery",)),
    (RECORD + "    «recovery»:\n      rto: 4h\n", ("recovery",)),
    (RECORD + "    «tags»: [a]\n", ("tags",)),
    (RECORD + "    recovery: {rto: «4h»}\n", ("recovery", "rto")),
    (RECORD + "    recovery:\n      rto: «4h»\n      rpo: 1h\n", ("recovery", "rto")),
    ("applications:\n  «academy»:\n    name: A\n", ()),
    ("applications: {«academy»: {name: A}}\n", ()),
    ("applications: {crm: {name: C}, academy: {name: «A»}}\n", ("name",)),
    ("applications: {crm: {name: C},\n  academy: {name: «A»}\n}\n", ("name",)),
    ("applications:\n  crm: {name: C}\n  academy: {name: «A»}\n  gis: {name: G}\n", ("name",)),
    ("---\n# c\napplications:\n\n  academy:\n\n    name: «A»\n...\n", ("name",)),
    ("servers: {}\napplications:\n  academy:\n    name: «A»\nsites: {}\n", ("name",)),
    # what is not there, at the nearest above it
    ("applications:\n  «academy»:\n    name: A\n", ("owner",)),
    ("applications:\n  «academy»: {name: A}\n", ("recovery", "rto")),
    (RECORD + "    «recovery»: {rpo: 4h}\n", ("recovery", "rto")),
    (RECORD + "    «tags»: [a]\n", ("tags", 5)),
    (RECORD + "    organisation: «marram»\n", ("organisation", 0)),
    (RECORD + "    software:\n      - «product: java»\n", ("software", 0, "version")),
    # what an anchor or a merge brought, where it is written; an alias, at itself
    ("x: &x [a, «b»]\n" + RECORD + "    tags: *x\n", ("tags", 1)),
    ("x: &x [a, b]\n" + RECORD + "    tags: «*x»\n", ("tags",)),
    ("x: &x [a, b]\n" + RECORD + "    tags: [c, «*x»]\n", ("tags", 1)),
    ("x: &x {owner: «O»}\n" + RECORD + "    <<: *x\n    name: A\n", ("owner",)),
    ("x: &x {owner: O}\n" + RECORD + "    <<: *x\n    owner: «P»\n", ("owner",)),
    ("x: &x {owner: «O»}\ny: &y {<<: *x}\n" + RECORD + "    <<: *y\n", ("owner",)),
    ("x: &x {a: O}\ny: &y {a: P, owner: «Q»}\n" + RECORD + "    <<: [*x, *y]\n", ("owner",)),
    ("x: &x {recovery: {rto: «4h»}}\n" + RECORD + "    <<: *x\n", ("recovery", "rto")),
    ("x: &x {recovery: {rto: 4h}}\n" + "applications:\n  «academy»: {<<: *x}\n", ("name",)),
    (RECORD + "    <<: {owner: «O»}\n", ("owner",)),
    ("applications:\n  crm: &c\n    owner: «O»\n  academy: *c\n", ("owner",)),
    ("x: &x {academy: {name: «A»}}\napplications: *x\n", ("name",)),
    ("x: &x {academy: {name: «A»}}\napplications: {<<: *x}\n", ("name",)),
    # keys that count for nothing
    (RECORD + "    ? [a, {b: c}]\n    : {d: [e]}\n    name: «A»\n", ("name",)),
    (RECORD + "    name: «A»\n    name: B\n", ("name",)),
    ("applications:\n  academy: {name: «A»}\n  academy: {owner: O}\n", ("name",)),
    ("applications:\n  «academy»: {name: A}\n  academy: {owner: O}\n", ("owner",)),
    ("applications: {}\nsites: {}\napplications:\n  academy: {name: «A»}\n", ("name",)),
]


@pytest.mark.parametrize(("text", "path"), VALUES)
def test_a_value(text: str, path: Path) -> None:
    text, expected = marked(text)
    found = spans_of(text).find(("applications", "academy", *path))
    assert place(found) == expected
    assert found.text == text.split("\n")[found.line - 1]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (RECORD + "    «name»: Academy\n", ("name",)),
        (RECORD + "    «'name'» : Academy\n", ("name",)),
        (RECORD + "    «recovery»: {rto: 4h}\n", ("recovery",)),
        (RECORD + "    recovery: {«rto»: 4h}\n", ("recovery", "rto")),
        (RECORD + "    software:\n      - {«product»: java}\n", ("software", 0, "product")),
        ("applications:\n  «academy»: {name: A}\n", ()),
        ("applications:\n  «academy»: {name: A}\n", ("owner",)),
        ("x: &x {«owner»: O}\n" + RECORD + "    <<: *x\n", ("owner",)),
    ],
)
def test_a_key(text: str, path: Path) -> None:
    text, expected = marked(text)
    assert place(spans_of(text).find_key(("applications", "academy", *path))) == expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("«applications»:\n  academy: {}\n", ("applications",)),
        ("«applications»:\n", ("applications",)),
        ("applications: «x»\n", ("applications",)),
        ("defaults: {organisation: «marram»}\n", ("defaults", "organisation")),
        ("defaults:\n  organisation: [«marram»]\n", ("defaults", "organisation", 0)),
        ("defaults:\n  «organisation»: [marram]\n", ("defaults", "organisation")),
        ("«a»pplications: {}\n", ("sites",)),
    ],
)
def test_above_records(text: str, path: Path) -> None:
    text, expected = marked(text)
    assert place(spans_of(text).find(path)) == expected


@pytest.mark.parametrize("text", ["", "# nothing\n", "[1]", "x"])
def test_in_a_document_without_mapping(text: str) -> None:
    assert place(spans_of(text).find(("sites", "hall"))) == (1, 1, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "applications:\n  academy:\n    name: Academy\n",
        "applications:\n    academy:   \n        name:\n",
        "applications:\n  academy: # a comment\n    name: Academy\n",
        "applications:\n  'academy':\n    name: Academy\n",
        "applications:\n  academy: {name: Academy}\n",
        "applications:\n  academy:\n    just text\n",
        "applications:\n  academy:\n    - name: x\n",
        "applications:\n  academy:\n",
        "applications: {academy: {name: Academy}}\n",
        "applications:\n  academy:\n  # name: x\n    name: Academy\n",
    ],
)
def test_a_record_is_found_without_parsing_where_it_would_be_by_parsing(text: str) -> None:
    path = ("applications", "academy")
    assert place(spans_of(text).find(path)) == place(spans_of(text, whole=True).find(path))


def test_before_an_error_and_after_it() -> None:
    text = "sites:\n  a: {name: A}\n  b: {name: B\n  c: {name: C}\n"
    spans = spans_of(text)
    assert place(spans.find(("sites", "a", "name"))) == (2, 13, 2, 14)


class TestJson:
    def test_columns_are_those_of_the_file(self) -> None:
        text = '{"sites": {"a": {"notes": "\\ud83d\\ude80 \\\\ \x7f", "name": "A"}}}'
        spans = spans_of(text, "a.json")
        for path, written in [("name", '"A"'), ("notes", '"\\ud83d\\ude80 \\\\ \x7f"')]:
            assert covered(spans.find(("sites", "a", path)), text) == written

    def test_a_place_inside_what_was_rewritten_is_where_it_begins(self) -> None:
        text = '{"sites": {"a": {"notes": "x \\ud83d\\ude80 y"}}}'
        found = spans_of(text, "a.json").find_within(("sites", "a", "notes"), 2, 3)
        assert found.column == text.index("\\ud83d") + 1


def test_lines_are_those_of_an_editor() -> None:
    text = "sites:\n  a:\n    notes: 'x\u2028y'\n    name: A\n    owner: 'p\x85q'\n    source: S\n"
    spans = spans_of(text)
    assert place(spans.find(("sites", "a", "name"))) == (4, 11, 4, 12)
    assert place(spans.find(("sites", "a", "source"))) == (6, 13, 6, 14)
    assert covered(spans.find(("sites", "a", "notes")), text) == "'x\u2028y'"


class TestWithin:
    @pytest.mark.parametrize(
        ("written", "part"),
        [
            ("some «words» here", "words"),
            ("!!str &a some «words» here", "words"),
            ("'it''s «words» here'", "words"),
            ("'it«''»s'", "'"),
            ('"a\\tb \\"«words»\\" \\u0041"', "words"),
            ('"a «\\u0041»"', "A"),
            ('"a \\\n      «words» here"', "words"),
            ("some\n      «words» here", "words"),
            ("|\n      some\n        «words» here", "words"),
            (">\n      some\n      «words»\n\n      here", "words"),
            (">-\n      a «long\n      line»", "long line"),
            ("|2-\n      more «words»", "words"),
        ],
    )
    def test_a_part_of_a_text(self, written: str, part: str) -> None:
        text, expected = marked(f"{RECORD}    notes: {written}\n    name: A\n")
        spans = spans_of(text)
        value = spans.document.values["applications"]["academy"]["notes"]
        start = value.index(part)
        path = ("applications", "academy", "notes")
        assert place(spans.find_within(path, start, start + len(part))) == expected

    def test_what_is_no_text_is_meant_as_a_whole(self) -> None:
        text, expected = marked(RECORD + "    «tags»: [a]\n    name: ''\n")
        spans = spans_of(text)
        assert place(spans.find_within(("applications", "academy", "tags"), 0, 1)) == expected
        found = spans.find_within(("applications", "academy", "name"), 0, 1)
        assert covered(found, text) == "''"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
PLAIN = st.text("ab :#'\"-\n", max_size=30)
IDS = st.sampled_from(["a", "b", "c-1", "10", "no"])
NESTED = st.recursive(
    WORDS | PLAIN | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(IDS, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(IDS, st.dictionaries(IDS, NESTED, max_size=3), max_size=3)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return a text of YAML: sections of records of anything, in any style."""
    return yaml.dump(
        draw(st.dictionaries(st.sampled_from(["sites", "servers"]), RECORDS, min_size=1)),
        default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        width=draw(st.sampled_from([10, 80])),
        indent=draw(st.integers(2, 4)),
        allow_unicode=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
        explicit_start=draw(st.booleans()),
    )


def _scalars(node: Any, path: Path) -> Iterator[tuple[Path, yaml.ScalarNode]]:  # noqa: ANN401 - a node of PyYAML
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _scalars(item, (*path, position))
    else:
        for key, item in node.value:
            yield from _scalars(item, (*path, key.value))


@given(documents())
def test_the_text_at_a_scalars_span_is_the_scalar_as_it_is_written(text: str) -> None:
    spans, plain = spans_of(text), text.replace("\r\n", "\n")
    for path, node in _scalars(yaml.compose(plain, Loader=yaml.SafeLoader), ()):
        written = plain[node.start_mark.index : node.end_mark.index].rstrip("\n")
        written = re.sub(r"^(?:!\S*\s+)+", "", written)
        if len(path) > 1 and written:
            assert covered(spans.find(path), plain).rstrip("\n") == written


def _paths(value: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401 - any value
    yield path
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for step, inner in pairs:
        yield from _paths(inner, (*path, step))
    yield (*path, "nothing")


@given(documents())
def test_a_record_alone_gives_the_places_of_the_whole(text: str) -> None:
    alone, whole = spans_of(text), spans_of(text, whole=True)
    for path in _paths(alone.document.values, ()):
        assert alone.find(path) == whole.find(path)
        assert alone.find_key(path) == whole.find_key(path)


@given(documents(), st.data())
def test_a_part_of_a_text_is_found_by_what_one_sees_of_it(text: str, data: st.DataObject) -> None:
    spans, plain = spans_of(text), text.replace("\r\n", "\n")
    for path, node in _scalars(yaml.compose(plain, Loader=yaml.SafeLoader), ()):
        start = data.draw(st.integers(0, len(node.value)))
        end = data.draw(st.integers(start, len(node.value)))
        seen = "".join(node.value[start:end].split())
        if not seen or len(path) < 2 or node.style == '"':
            continue
        found = "".join(covered(spans.find_within(path, start, end), plain).split())
        assert (found.replace("''", "'") if node.style == "'" else found) == seen
