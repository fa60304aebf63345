"""What a mapping can say of one value, and what becomes of a cell that does not fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from estate.exchange import Imported

Convert = Callable[..., Imported]


def _asset(converted: Convert, value: str, cells: str, *, more: str = "") -> tuple[Any, list[str]]:
    """Return what the value is for a row of the columns a, b and c, and the losses."""
    tables = f"""
      t:
        file: t.csv
        leave_out: {{a: not asked, b: not asked, c: not asked}}
        {more}
        outputs:
          - section: applications
            id: {{constant: x}}
            constants: {{name: X}}
            fields:
              notes: {value}
    """
    imported = converted(tables, t_csv=f"a,b,c\n{cells}\n")
    losses = [f"{x.column}: {x.value}: {x.reason}" for x in imported.losses if x.kind == "cell"]
    return imported.sections["applications"]["x"].get("notes", "unknown"), losses


@pytest.mark.parametrize(
    ("value", "cells", "expected"),
    [
        ("a", " A ,B,C", "A"),
        ("a", ",B,C", "unknown"),
        ('"{a} of {b}"', "1,2,3", "1 of 2"),
        ('"{a} of {b}"', "1,,3", "unknown"),
        ("{template: '{a}', then: [lower]}", "ABC,,", "abc"),
        ("{constant: 7}", "1,,", 7),
        ("{constant: '7'}", "1,,", "7"),
        ("{constant: null}", "1,,", None),
        ("{constant: 10.10}", "1,,", "10.10"),
        ("{constant: 2026-11-21}", "1,,", date(2026, 11, 21)),
        ("{constant: 2026-99-21}", "1,,", "2026-99-21"),
        ("{constant: []}", "1,,", []),
        ("{first: [a, b, {constant: z}]}", ",B,C", "B"),
        ("{first: [a, b, {constant: z}]}", ",,C", "z"),
        ("{list: [a, b, c, a]}", "1,,3", ["1", "3"]),
        ("{list: [a]}", ",,3", "unknown"),
        ("{record: {to: a, purpose: b}}", "1,,3", {"to": "1"}),
        ("{record: {to: a}}", ",,3", "unknown"),
        ("{software: {product: a, version: b}}", "nginx,1.20,", "nginx@1.20"),
        ("{software: {product: a, version: b}}", "nginx,,", "nginx"),
        (
            "{software: {product: a, version: b, count: c}}",
            "nginx,1.20,3",
            {"product": "nginx", "version": "1.20", "count": "3"},
        ),
        (
            "{software: {product: a, version: b}}",
            "pkg:deb/nginx,1,",
            {"product": "pkg:deb/nginx", "version": "1"},
        ),
        ("{software: {product: a}}", ",,3", "unknown"),
        ("{column: a, then: [lower]}", "ÀB,,", "àb"),
        ("{column: a, then: [slug]}", "À la carte,,", "a-la-carte"),
        ("{column: a, then: [{strip: './'}]}", "a/./,,", "a"),
        ("{column: a, then: [{drop_words: [uk, ltd]}]}", "IDOX (UK) Ltd.,,", "IDOX"),
        ("{column: a, then: [{drop_words: uk}]}", "O'Brien UK,,", "O'Brien"),
        ("{column: a, then: [{extract: '\\d+'}]}", "postgres14,,", "14"),
        ("{column: a, then: [{extract: '-(\\d+)'}]}", "se2-19,,", "19"),
        ("{column: a, then: [{split: ';'}]}", "x; y;;x,,", ["x", "y"]),
        ("{column: a, then: [{split: [';', '/']}, lower]}", "X;Y/Z,,", ["x", "y", "z"]),
        ("{column: a, then: [{map: {x: 1, y: [p, q]}}]}", "x,,", 1),
        ("{column: a, then: [{split: ' '}, {map: {x: 1, y: [p, 1]}}]}", "x y,,", [1, "p"]),
        ("{column: a, then: [{map: {x: 1}, otherwise: keep}]}", "z,,", "z"),
        ("{column: a, then: [{map: {x: 1}, otherwise: empty}]}", "z,,", "unknown"),
        ("{column: a, then: [{map: {x: 1}, otherwise: {constant: 2}}]}", "z,,", 2),
        ("{column: a, then: [{date: DD/MM/YYYY}]}", "1/2/2026,,", date(2026, 2, 1)),
        ("{column: a, then: [{date: YYYY-MM, day: last}]}", "2026-02,,", date(2026, 2, 28)),
        ("{column: a, then: [number]}", "3.5,,", Decimal("3.5")),
        ("{column: a, then: [money]}", "£3k,,", 3000),
        ("{column: a, then: [boolean]}", "Yes,,", True),
        ("{column: a, then: [boolean, lower]}", "Yes,,", "true"),
        (
            "{column: a, then: [{map: {x: null}}, {map: {'': p}, otherwise: empty}]}",
            "x,,",
            None,
        ),
        (
            "{column: a, then: [{split: ' '}, {relation: {strength: soft}}]}",
            "p q,,",
            [{"to": "p", "strength": "soft"}, {"to": "q", "strength": "soft"}],
        ),
        (
            "{column: a, then: [{split: ' '}, {labelled: source}]}",
            "p q,,",
            {"source": "p", "source 2": "q"},
        ),
        ("{column: a, then: [{labelled: source}]}", "p,,", {"source": "p"}),
    ],
)
def test_a_value(converted: Convert, value: str, cells: str, expected: object) -> None:
    assert _asset(converted, value, cells) == (expected, [])


@pytest.mark.parametrize(
    ("value", "cells", "loss"),
    [
        ("{column: a, then: [{map: {x: 1}}]}", "z,,", "a: z: the mapping has no entry for it"),
        ("{column: a, then: [{extract: '\\d'}]}", "z,,", "a: z: it does not match \\d"),
        ("{column: a, then: [{extract: '\\d*'}]}", "z,,", "a: z: nothing is left of it"),
        ("{column: a, then: [{date: DD/MM/YYYY}]}", "z,,", "a: z: no date as"),
        ("{column: a, then: [number]}", "z,,", "a: z: no number"),
        ("{column: a, then: [slug]}", "--,,", "a: --: nothing is left of it"),
        ("{column: a, then: [{drop_words: [ltd]}]}", "Ltd.,,", "a: Ltd.: nothing is left"),
        ("{column: a, then: [{split: ' '}, number]}", "1 z,,", "a: z: no number"),
        ("{template: '{a}-{b}', then: [number]}", "x,y,", "a, b: x-y: no number"),
        ("{software: {product: a, version: b}}", ",1.2,", ": 1.2: software without a product"),
        ("'{l} of {b}'", "x y,1,", "l, b: ['x', 'y']: a list, not a single value"),
        ("{column: r, then: [lower]}", "x,1,", "r: {'to': 'x'}: a record, not a single value"),
    ],
)
def test_what_does_not_fit_is_a_loss(converted: Convert, value: str, cells: str, loss: str) -> None:
    more = "derive: {l: {column: a, then: [{split: ' '}]}, r: {column: a, then: [{relation: {}}]}}"
    found, losses = _asset(converted, value, cells, more=more)
    assert found in ("unknown", [1])
    assert len(losses) == 1
    assert losses[0].startswith(loss)


def test_of_alternatives_the_one_that_fits_is_taken_and_the_other_listed(
    converted: Convert,
) -> None:
    value = "{first: [{column: a, then: [number]}, b]}"
    assert _asset(converted, value, "x,y,") == ("y", ["a: x: no number"])


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ("{kind: db}", "A"),
        ("{kind: [db, web]}", "AB"),
        ("{kind: {not: [db]}}", "BC"),
        ("{kind: {empty: true}}", "C"),
        ("{kind: {empty: false}}", "AB"),
        ("{kind: {matches: '^w'}}", "B"),
        ("{count: 1}", "A"),
        ("{kind: {in: [db, web]}, count: 2}", "B"),
        ("[{kind: db}, {count: 3}]", "AC"),
        ("{tags: p}", "AB"),
        ("{live: true}", "A"),
    ],
)
def test_where_chooses_rows(converted: Convert, where: str, kept: str) -> None:
    tables = f"""
      t:
        file: t.csv
        derive: {{tags: {{column: tag, then: [{{split: ' '}}]}}}}
        where: {where}
        outputs: [{{section: applications, id: name, fields: {{name: name}}}}]
    """
    text = "name,kind,count,tag,live\nA,db,1,p q,true\nB,web,2,p,false\nC,,3,,\n"
    imported = converted(tables, t_csv=text)
    assert "".join(imported.sections["applications"]).upper() == kept
    count = imported.counts.tables["t"]
    assert (count.rows, count.used, count.filtered) == (3, len(kept), 3 - len(kept))
