"""The layout by example: each decision that docs/format.md tells."""

from __future__ import annotations

import pytest

from estate.config import Config
from estate.edit.canonical import Form, format_text, settings_order
from estate.errors import EditError

LONG = "word " * 20


def formatted(text: str) -> str:
    return format_text(text, Form(), name="inventory/a.yaml")


def record(body: str) -> str:
    """Lay out the fields of one server."""
    lines = "".join(f"    {line}\n" if line else "\n" for line in body.splitlines())
    head = "servers:\n  a:\n"
    after = formatted(head + lines)
    assert after.startswith(head)
    return "".join(
        line.removeprefix("    ") for line in after[len(head) :].splitlines(keepends=True)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\n\n# nothing yet\n", "# nothing yet\n"),
        ("{}\n", "{}\n"),
        ("---\n# all\n...\n", "# all\n"),
        ("\ufeffservers:\r\n  a: {name: x}", "servers:\n  a:\n    name: x\n"),
        ("%YAML 1.2\n---\nservers: {}\n", "%YAML 1.2\n---\nservers: {}\n"),
        ("--- &root\nservers: {}\n", "--- &root\nservers: {}\n"),
        (
            "servers: {a: {name: x}, b: {name: y}}\n",
            "servers:\n  a:\n    name: x\n\n  b:\n    name: y\n",
        ),
        (
            "sites: {}\nodd: {}\nservers: {}\ndefaults: {zone: dmz}\n",
            "defaults: {zone: dmz}\n\nservers: {}\n\nsites: {}\n\nodd: {}\n",
        ),
        ("# file\nsites: {}\n# s\nservers: {}\n", "# file\n\n# s\nservers: {}\n\nsites: {}\n"),
        ("# file\n\n# s\nsites: {}\n", "# file\n\n# s\nsites: {}\n"),
        ("sites: {}\n  # of sites\n# end\n", "sites: {}\n# of sites\n# end\n"),
    ],
)
def test_a_file(before: str, after: str) -> None:
    assert formatted(before) == after
    assert formatted(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "notes: n\ncores: 8\nodd: 1\nzone: z\nname: A",
            "name: A\nzone: z\ncores: 8\nnotes: n\nodd: 1",
        ),
        ("recovery: {tested: 2026-01-01, rto: 4h}", "recovery: {rto: 4h, tested: 2026-01-01}"),
        ("tags:\n- a\n- b", "tags: [a, b]"),
        ("tags: []\nzone:", "zone: null\ntags: []"),
        ("zone: ~", "zone: null"),
        ('zone: "dmz"\nversion: "8"\nsource: 8', "zone: dmz\nsource: 8\nversion: '8'"),
        ('reviewed: "2026-01-02"', "reviewed: 2026-01-02"),
        ('links: {a: "b:c", d: e}', "links: {a: 'b:c', d: e}"),
        ('notes: "a\\nb"', "notes: |-\n  a\n  b"),
        ("notes: |+\n  a\n\nzone: z", 'zone: z\nnotes: "a\\n\\n"'),
        ("notes: >\n    a\n    b\n\n    c", "notes: >\n  a\n  b\n\n  c"),
        ("notes: a\n  b", "notes: a b"),
        (f"notes: {LONG}\n  b", f"notes: >-\n  {LONG.strip()}\n  b"),
        (f"notes: '{LONG}b'", f"notes: {LONG}b"),
        ("shares: {a: 60,\n  b: 40}  # fair", "shares: {a: 60, b: 40}  # fair"),
        ("shares: {a: 60, # less\n  b: 40}", "shares:\n  a: 60  # less\n  b: 40"),
        (
            "tags: [ # all\n  a,\n  # the last\n  b\n  # none\n ]",
            "tags:  # all\n  - a\n  # the last\n  - b\n  # none",
        ),
        ("tags: [ # none\n ]", "tags: []  # none"),
        ("software: [{product: a}, {product: b}]", "software:\n  - {product: a}\n  - {product: b}"),
        ("software: [a, {product: b}]", "software: [a, {product: b}]"),
        (
            "software:\n  -\n    # p\n    product: |\n      a",
            "software:\n  # p\n  - product: |\n      a",
        ),
        (
            "software:\n  - &x # p\n    product: |\n      a",
            "software:\n  # p\n  - &x\n    product: |\n      a",
        ),
        (
            "software:\n  - version: |\n      a\n    # p\n    product: b",
            "software:\n  # p\n  - product: b\n    version: |\n      a",
        ),
        ("zone: # z\n  # why\n  dmz", "# why\nzone: dmz  # z"),
        ("zone: # z\n  dmz # y", "# z\nzone: dmz  # y"),
        ("notes: | # n\n  a", "notes: |  # n\n  a"),
        ("zone:\n  # later\n  # perhaps", "zone:\n  # later\n  # perhaps"),
        ("name: A\n\n\n# c\n\n\n# z\nzone: z", "name: A\n# c\n\n# z\nzone: z"),
        ("zone: &z dmz\nname: *z", "zone: &z dmz\nname: *z"),
        ("cores: 8\n<<: {name: A}", "<<: {name: A}\ncores: 8"),
        ("links: {a: -}", "links: {a: '-'}"),
        ("zone: !!str 8", "zone: !!str '8'"),
    ],
)
def test_a_record(before: str, after: str) -> None:
    assert record(before) == f"{after}\n"
    assert record(after) == f"{after}\n"


def test_comments_stay_with_what_they_belong_to() -> None:
    before = (
        "# the file\n\n# ours\nservers:   # all\n    # first\n\n    b: {name: B}\n\n    # a\n"
        "    a:  # beside a\n        zone: z\n        # about the name\n        name: A\n"
        "        # end of a\n\n    # end of servers\n# products\nproducts: {}\n# end\n"
    )
    assert formatted(before) == (
        "# the file\n\n# ours\nservers:  # all\n  # first\n\n  b:\n    name: B\n\n  # a\n"
        "  a:  # beside a\n    # about the name\n    name: A\n    zone: z\n    # end of a\n\n"
        "  # end of servers\n\n# products\nproducts: {}\n# end\n"
    )


def test_a_comment_in_line_with_a_list_and_its_key_is_about_the_next_key() -> None:
    assert record("tags:\n- a\n# z\nzone: z") == "# z\nzone: z\ntags: [a]\n"


def test_what_stands_on_one_line_is_at_most_as_wide_as_it_may_be() -> None:
    fits = ", ".join(["x" * 10] * 7 + ["x" * 4])
    assert record(f"tags: [{fits}]") == f"tags: [{fits}]\n"
    assert len(f"    tags: [{fits}]") == 100
    assert record(f"tags: [{fits}x]").startswith("tags:\n  - xxxxxxxxxx\n")


def test_settings_are_laid_out_as_one_record() -> None:
    form = Form(settings_order(Config), deep=1, apart=0)
    before = "defaults: {verified: 2026-01-01, zone: z}\npolicy: {gaps: fail, fail_on: low}\n"
    assert format_text(before + "name: N\nestate: 1\n", form, name="estate.yaml") == (
        "estate: 1\nname: N\npolicy: {fail_on: low, gaps: fail}\n"
        "defaults: {zone: z, verified: 2026-01-01}\n"
    )


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "- a\n", "a: *b\n"])
def test_what_does_not_read_is_refused_with_its_problems(text: str) -> None:
    with pytest.raises(EditError) as caught:
        formatted(text)
    assert caught.value.problems


def test_what_cannot_be_laid_out_is_refused() -> None:
    # A key of more than 1,024 characters needs a sign that the layout does not have.
    with pytest.raises(EditError, match="without changing what it says"):
        formatted(f"servers:\n  ? {'x' * 1100}\n  : {{name: A}}\n")
