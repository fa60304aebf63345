from __future__ import annotations

from tests.exchange.ours import estate_of, example

from estate.exchange.outward import written
from estate.exchange.outward.exported import Exported, Omission, omissions_text


def test_reading_what_is_written_gives_the_record() -> None:
    estate = example()
    plain = {s: {k: written(e) for k, e in part.items()} for s, part in estate.sections.items()}
    again = estate_of(plain, estate.name)
    assert again.sections == estate.sections


def test_what_is_known_to_be_none_stays_so() -> None:
    estate = estate_of(
        {
            "licences": {"l": {"name": "L", "ends": None, "quantity": None}},
            "applications": {"a": {"name": "A", "uses": [], "supplier": None, "recovery": {}}},
        }
    )
    assert written(estate.sections["licences"]["l"]) == {
        "name": "L",
        "quantity": None,
        "ends": None,
    }
    assert written(estate.sections["applications"]["a"]) == {
        "name": "A",
        "supplier": None,
        "recovery": {},
        "uses": [],
    }


def test_a_long_list_is_cut_unless_all_is_asked() -> None:
    ids = ("a", "b", "c", "d")
    exported = Exported({"": ""}, {"sites": 1}, (Omission("sites", "owner", "because", ids),))
    assert list(omissions_text(exported)) == [
        "1 records: 1 sites",
        "not in it:",
        "  sites.owner (4): because (a, b, c and 1 more)",
    ]
    assert "(a, b, c, d)" in list(omissions_text(exported, every=True))[-1]
    assert list(omissions_text(Exported({"": ""}, {}, ()))) == ["0 records: none"]


def test_whole_records_are_told_by_the_reason() -> None:
    omissions = (
        Omission("sites", "", "no place", ("a", "b")),
        Omission("apis", "", "no place", ("c",)),
        Omission("apis", "", "nobody's", ("d",)),
    )
    exported = Exported({"": ""}, {"services": 2}, omissions)
    assert list(omissions_text(exported)) == [
        "2 records: 2 services",
        "not in it:",
        "  2 sites, 1 apis: no place",
        "  1 apis: nobody's",
    ]
    assert list(omissions_text(exported, every=True))[2:] == [
        "  sites (2): no place (a, b)",
        "  apis (1): no place (c)",
        "  apis (1): nobody's (d)",
    ]
