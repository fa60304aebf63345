from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.table.cells import Misfit
from estate.exchange.table.dates import date_format, read_date


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [
        ("2026-03-15", "DD/MM/YYYY", date(2026, 3, 15)),
        ("2026-03-15T10:00:00Z", "DD/MM/YYYY", date(2026, 3, 15)),
        ("2026-03-15 10:00", "DD/MM/YYYY", date(2026, 3, 15)),
        ("15/03/2026", "DD/MM/YYYY", date(2026, 3, 15)),
        ("5/3/26", "DD/MM/YY", date(2026, 3, 5)),
        ("03/15/2026", "MM/DD/YYYY", date(2026, 3, 15)),
        ("10-May-2025", "DD-Mon-YYYY", date(2025, 5, 10)),
        ("10-MAY-25", "DD-Mon-YY", date(2025, 5, 10)),
        ("1 September 2026", "DD Month YYYY", date(2026, 9, 1)),
        ("1 Sept 2026", "DD Mon YYYY", date(2026, 9, 1)),
        ("20260315", "YYYYMMDD", date(2026, 3, 15)),
        ("31st March 2027", "DD Month YYYY", date(2027, 3, 31)),
        ("46477", "serial", date(2027, 3, 31)),
        ("46477.0", "serial", date(2027, 3, 31)),
        ("FY 2026/27", "FY", date(2026, 4, 1)),
        ("FY26/27", "FY", date(2026, 4, 1)),
        ("2026-27", "FY", date(2026, 4, 1)),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, form: str, day: date) -> None:
    assert read_date(text, [date_format(form)]) == day


def test_a_financial_year_has_two_ends() -> None:
    assert read_date("2026/27", [date_format("FY")], "last") == date(2027, 3, 31)
    with pytest.raises(Misfit, match="no financial year: 2026/28"):
        read_date("2026/28", [date_format("FY")])


def test_formats_are_tried_in_order() -> None:
    forms = [date_format("DD/MM/YYYY"), date_format("MM/DD/YYYY")]
    assert read_date("02/03/2026", forms) == date(2026, 3, 2)


def test_a_month_stands_for_its_first_or_last_day() -> None:
    assert read_date("2028-02", [date_format("YYYY-MM")], "first") == date(2028, 2, 1)
    assert read_date("2028-02", [date_format("YYYY-MM")], "last") == date(2028, 2, 29)
    assert not date_format("YYYY-MM").has_day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("never", "no date as YYYY-MM-DD or DD-Mon-YY"),
        ("2025-25-11", "no such day"),
        ("31-Feb-25", "no such day"),
        ("1-Foo-25", "no month is called Foo"),
        ("2026-03-15 or so", "no date as"),
    ],
)
def test_what_is_no_date_is_a_misfit(text: str, reason: str) -> None:
    with pytest.raises(Misfit, match=reason):
        read_date(text, [date_format("DD-Mon-YY")])


@pytest.mark.parametrize("form", ["", "DD/MM", "YYYY", "DD/DD/MM/YYYY", "%d/%m/%Y", "dd/mm/yyyy"])
def test_a_format_that_leaves_doubt_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=r"date format|needs one year"):
        date_format(form)


@given(st.dates(), st.sampled_from(["DD/MM/YYYY", "YYYY.MM.DD", "DD Month YYYY", "DD-Mon-YYYY"]))
def test_reading_undoes_writing(day: date, form: str) -> None:
    months = ["January", "February", "March", "April", "May", "June", "July", "August"]
    name = [*months, "September", "October", "November", "December"][day.month - 1]
    text = form.replace("YYYY", f"{day.year:04}").replace("MM", f"{day.month:02}")
    text = text.replace("DD", f"{day.day:02}").replace("Month", name).replace("Mon", name[:3])
    assert read_date(text, [date_format(form)]) == day
