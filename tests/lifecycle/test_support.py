"""Support on a day: inclusive last days, entitlement, and unknown that is never a pass."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lifecycle import Catalogue, Cycle, Ending, Extended, Product, Support, judge_support
from estate.model.scalars import ALWAYS, NEVER

EOL, EOES = date(2026, 7, 14), date(2029, 7, 17)
DAY = timedelta(days=1)


def judge(
    eol: Ending, eoes: Ending, on: date, how: Extended | None = "paid", until: date | None = None
) -> Support:
    cycle = Cycle("1", support_ends=eol, extended_support_ends=eoes, source="x", as_of=EOL)
    return judge_support(cycle, Product("p", "P", extended=how, cycles=(cycle,)), on, until)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        # (eol, eoes, day, how, entitled until), (status, ends, ended, extended until)
        ((EOL, EOES, EOL), ("supported", EOL, None, None)),
        ((False, None, EOES), ("supported", NEVER, None, None)),
        ((EOL, EOES, EOL + DAY), ("extended-unpaid", None, EOL, EOES)),
        ((EOL, EOES, EOES), ("extended-unpaid", None, EOL, EOES)),
        ((EOL, EOES, EOES + DAY), ("ended", None, EOL, None)),
        ((EOL, None, EOL + DAY), ("ended", None, EOL, None)),
        ((EOL, True, EOL + DAY), ("ended", None, EOL, None)),
        ((EOL, False, EOES), ("extended-unpaid", None, EOL, NEVER)),
        ((True, None, EOL), ("ended", None, None, None)),
        ((True, EOES, EOL), ("extended-unpaid", None, None, EOES)),
        ((None, None, EOL), (None, None, None, None)),
        ((None, EOES, EOL), (None, None, None, None)),
        ((None, EOES, EOL, "included", NEVER), (None, None, None, None)),
        # Included or automatic.
        ((EOL, EOES, EOES, "included"), ("extended", EOES, EOL, EOES)),
        ((EOL, EOES, EOES, "automatic"), ("extended", EOES, EOL, EOES)),
        ((EOL, False, EOES, "included"), ("extended", NEVER, EOL, NEVER)),
        ((EOL, None, EOES, "included"), ("ended", None, EOL, None)),
        ((EOL, True, EOES, "included"), ("ended", None, None, None)),
        ((EOL, EOES, EOES + DAY, "included"), ("ended", None, EOES, None)),
        ((True, EOES, EOES + DAY, "included"), ("ended", None, EOES, None)),
        # Bought.
        ((EOL, EOES, EOL + DAY, "paid", EOL + DAY), ("extended", EOL + DAY, EOL, EOL + DAY)),
        ((EOL, EOES, EOL + 2 * DAY, "paid", EOL + DAY), ("extended-unpaid", None, EOL, EOES)),
        ((EOL, EOES, EOES, "paid", NEVER), ("extended", EOES, EOL, EOES)),
        ((EOL, EOES, EOES + DAY, "paid", NEVER), ("ended", None, EOL, None)),
        ((EOL, None, EOES, "paid", EOES), ("extended", EOES, EOL, EOES)),
        ((EOL, None, EOES + DAY, "paid", EOES), ("ended", None, EOL, None)),
        ((EOL, None, EOES, None, NEVER), ("extended", NEVER, EOL, NEVER)),
        ((EOL, True, EOES, "paid", NEVER), ("ended", None, EOL, None)),
        ((EOL, False, EOES, "paid", EOES), ("extended", EOES, EOL, EOES)),
        ((True, None, EOES, "paid", EOES), ("extended", EOES, None, EOES)),
        ((EOL, None, EOES, "included", EOES), ("extended", EOES, EOL, EOES)),
    ],
)
def test_judging(case: Any, expected: Any) -> None:  # noqa: ANN401 - a row of the table above
    support = judge(*case)
    assert (support.status, support.ends, support.ended, support.extended_until) == expected
    assert (support.source, support.as_of) == ("x", EOL)


def test_no_cycle_is_unknown() -> None:
    assert judge_support(None, None, EOL, NEVER) == Support()


def test_a_cycle_of_no_known_product_is_judged_as_paid() -> None:
    assert judge_support(Cycle("1", support_ends=EOL), None, EOES).status == "ended"


_ON = st.dates(date(2020, 1, 1), date(2035, 1, 1))
_ENDING = st.none() | st.booleans() | _ON
_HOW = st.sampled_from([None, "paid", "included", "automatic"])
_UNTIL = st.none() | st.just(NEVER) | _ON
_RANK = {"supported": 0, "extended": 1, "extended-unpaid": 2, "ended": 3}


@given(_ENDING, _ENDING, _HOW, _UNTIL, st.tuples(_ON, _ON))
def test_support_only_wanes(
    eol: Ending, eoes: Ending, how: Extended | None, until: date | None, days: tuple[date, date]
) -> None:
    before, after = (judge(eol, eoes, day, how, until).status for day in sorted(days))
    if before is not None and after is not None:
        assert _RANK[before] <= _RANK[after]
    assert (before is None) == (after is None) == (eol is None)


@given(_ENDING, _ENDING, _HOW, _UNTIL, _ON)
def test_dates_agree_with_the_status(
    eol: Ending, eoes: Ending, how: Extended | None, until: date | None, on: date
) -> None:
    support = judge(eol, eoes, on, how, until)
    assert (support.ends is not None) == (support.status in {"supported", "extended"})
    assert support.ends is None or on <= support.ends
    assert support.ended is None or ALWAYS < support.ended < on


@given(_ENDING, _HOW, _UNTIL, _ON)
def test_an_unknown_end_passes_nothing(
    eoes: Ending, how: Extended | None, until: date | None, on: date
) -> None:
    assert judge(None, eoes, on, how, until).status is None


# Product, version, security support's end, extended support's end: the table of the domain notes.
KNOWN = [
    ("Windows Server 2008 R2 SP1", "2020-01-14", "2023-01-10"),
    ("Windows Server 2012", "2023-10-10", "2026-10-13"),
    ("Windows Server 2012 R2", "2023-10-10", "2026-10-13"),
    ("Windows Server 2016", "2027-01-12", "2030-01-12"),
    ("Windows Server 2019", "2029-01-09", None),
    ("Windows Server 2022", "2031-10-14", None),
    ("Windows Server 2025", "2034-11-14", None),
    ("Windows 10 22H2", "2025-10-14", "2028-10-10"),
    ("Windows 11 23H2 Enterprise", "2026-11-10", None),
    ("Windows 11 24H2 Enterprise", "2027-10-12", None),
    ("Windows 11 25H2 Enterprise", "2028-10-10", None),
    ("SQL Server 2012 SP4", "2022-07-12", "2025-07-08"),
    ("SQL Server 2014 SP3", "2024-07-09", "2027-07-12"),
    ("SQL Server 2016 SP3", "2026-07-14", "2029-07-17"),
    ("SQL Server 2017", "2027-10-12", None),
    ("SQL Server 2019", "2030-01-08", None),
    ("SQL Server 2022", "2033-01-11", None),
    ("Exchange 2016", "2025-10-14", "2026-11-01"),
    ("Exchange 2019", "2025-10-14", "2026-11-01"),
    ("SharePoint 2016", "2026-07-14", None),
    ("SharePoint 2019", "2026-07-14", None),
    ("Office 2016", "2025-10-14", None),
    ("Office 2019", "2025-10-14", None),
    ("Office 2021", "2026-10-13", None),
    ("Oracle Database 11.2", "2015-01-31", "2020-12-31"),
    ("Oracle Database 12.1", "2018-07-31", "2022-07-31"),
    ("Oracle Database 12.2", "2022-03-31", None),
    ("Oracle Database 18c", "2021-06-30", None),
    ("Oracle Database 19c", "2029-12-31", "2032-12-31"),
    ("Oracle Database 21c", "2027-07-31", None),
    ("VMware ESXi 6.7", "2022-10-15", None),
    ("VMware ESXi 7.0", "2025-10-02", None),
    ("VMware ESXi 8.0", "2027-10-11", None),
    ("RHEL 7", "2024-06-30", "2029-05-31"),
    ("CentOS 7", "2024-06-30", None),
    ("PostgreSQL 13", "2025-11-13", None),
    ("PostgreSQL 14", "2026-11-12", None),
    (".NET 8", "2026-11-10", None),
    (".NET 9", "2026-11-10", None),
    ("Tomcat 8.5", "2024-03-31", None),
    ("Tomcat 9.0", "2027-03-31", None),
    ("PHP 8.1", "2025-12-31", None),
    ("PHP 8.2", "2026-12-31", None),
    ("FortiOS 7.0", "2025-09-30", None),
    ("FortiOS 7.2", "2026-09-30", None),
    ("Veeam 12", "2027-02-01", None),
    ("Umbraco 13", "2026-12-14", None),
    ("Drupal 10.6", "2026-12-16", None),
]


@pytest.mark.parametrize(("text", "eol", "eoes"), KNOWN)
def test_what_is_known_of_products_as_of_several_days(
    catalogue: Catalogue, text: str, eol: str, eoes: str | None
) -> None:
    match = catalogue.match(text)
    assert match.cycle is not None, match.reason
    last, later = date.fromisoformat(eol), date.fromisoformat(eoes) if eoes else None
    past = "extended-unpaid" if later else "ended"
    for on, until, status in [
        (last, None, "supported"),
        (last + DAY, None, past),
        (later or last + DAY, None, past),
        (later or last + DAY, NEVER, "extended"),
        ((later or last) + DAY, None, "ended"),
    ]:
        assert judge_support(match.cycle, match.product, on, until).status == status
