"""The architecture budget: what counts, who pays, what is due, and what disagrees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written_estates import facts_of

from estate.plan.budget import Budget, Sum, budget_of, total

LINE = "{year: 2026-27, revenue: 100.01, for: [srv]}"
BOTH = """
organisations:
  marram: {name: Marram, type: council}
  saltern: {name: Saltern, type: council}
  dune: {name: Dune, type: shared-service, members: [marram, saltern]}
  holm: {name: Holm}
"""


def _budget(text: str, **asked: Any) -> Budget:  # noqa: ANN401 - passed on
    years = asked.pop("years", range(2026, 2031))
    return budget_of(facts_of(text), years, **asked)


def _project(lines: str, more: str = "status: live, organisation: marram") -> str:
    return f"{BOTH}\nprojects: {{prj: {{name: Prj, {more}, budget: [{lines}]}}}}"


def _gross(budget: Budget) -> dict[tuple[str, ...], list[int]]:
    return {
        payers: [
            cell.gross // 100
            for cell in budget.row(line for line in budget.lines if line.payers == payers).cells
        ]
        for payers in budget.payers
    }


class TestTheStrategy:
    """£11.85m over ten years: £9.8m displaced, £750,000 capital and £130,000 revenue a year."""

    LINES = ", ".join(
        f"{{year: {year}-{(year + 1) % 100}, capital: {750000 if year == 2026 else 0}, "
        "revenue: 1110000, displaced: 980000}"
        for year in range(2026, 2036)
    )

    def test_the_sums_are_those_of_the_strategy(self) -> None:
        budget = _budget(_project(self.LINES), years=range(2026, 2036))
        assert budget.row().total == Sum(
            capital=75_000_000, revenue=1_110_000_000, displaced=980_000_000
        )
        assert budget.row().total.gross == 1_185_000_000
        assert budget.row().total.net == 205_000_000

    def test_a_shorter_horizon_says_what_lies_outside(self) -> None:
        budget = _budget(_project(self.LINES), years=range(2026, 2028))
        assert len(budget.lines) == 2
        outside = total(line.sum for line in budget.outside)
        assert budget.row().total.gross + outside.gross == 1_185_000_000


class TestWhatCounts:
    """Lines of projects count by status, and by a year that can be read."""

    def test_by_the_status_of_the_project(self) -> None:
        for status in ("planned", "live", "done"):
            found = _budget(_project("{year: 2026-27, revenue: 5}", f"status: {status}"))
            assert [line.sum.gross for line in found.lines] == [500]
        for status in ("proposed", "stopped"):
            found = _budget(_project("{year: 2026-27, revenue: 5}", f"status: {status}"))
            assert not found.lines
            assert [line.standing for line in found.idle] == [status]

    def test_what_nobody_can_tell_is_unsure_and_in_no_sum(self) -> None:
        silent = _budget(_project("{year: 2026-27, revenue: 5}", "organisation: marram"))
        soon = _budget(_project("{year: soon, revenue: 5}"))
        for found in (silent, soon):
            assert not found.lines
            assert [line.sum.gross for line in found.unsure] == [500]
            assert found.row().total == Sum()

    def test_by_what_a_line_is_for(self) -> None:
        found = _budget("""
            servers: {srv: {name: S}}
            devices: {dev: {name: D}}
            licences: {lic: {name: L}}
            contracts: {con: {name: C}}
            applications: {app: {name: A}}
            organisations:
              marram:
                name: Marram
                budget:
                  - {year: 2026-27, capital: 1, for: [srv, dev]}
                  - {year: 2026-27, revenue: 1, for: [lic]}
                  - {year: 2026-27, revenue: 1, for: [con]}
                  - {year: 2026-27, revenue: 1, for: [con, lic]}
                  - {year: 2026-27, revenue: 1, for: [app]}
                  - {year: 2026-27, revenue: 1}
            projects: {prj: {name: P, status: live, organisation: marram, budget: [{year: 2026-27, capital: 1, for: [srv]}]}}
        """)  # noqa: E501
        assert [line.category for line in found.lines] == [
            "hardware", "licences", "contracts", "licences and contracts", "projects", "other",
            "other",
        ]  # fmt: skip
        assert {line.category for line in found.lines if line.purpose == "change"} == {"projects"}


class TestWhoPays:
    """One organisation, several by recorded shares, several together, or nobody that is known."""

    def test_the_organisation_that_the_line_names(self) -> None:
        lines = "{year: 2026-27, revenue: 5, organisation: saltern}"
        assert _gross(_budget(_project(lines))) == {("saltern",): [5, 0, 0, 0, 0]}

    def test_several_whose_shares_nobody_records_pay_together(self) -> None:
        found = _budget(_project("{year: 2026-27, revenue: 5}", "status: live, organisation: dune"))
        assert _gross(found) == {("marram", "saltern"): [5, 0, 0, 0, 0]}

    def test_nobody(self) -> None:
        found = _budget(_project("{year: 2026-27, revenue: 5}", "status: live"))
        assert _gross(found) == {(): [5, 0, 0, 0, 0]}

    def _shared(self, shares: str) -> Budget:
        return _budget(
            _project(LINE, "status: live, organisation: dune")
            + f"\nservers: {{srv: {{name: S, organisation: dune, shares: {shares}}}}}"
        )  # fmt: skip

    def test_recorded_shares_of_what_it_is_for_divide_it(self) -> None:
        found = self._shared("{marram: 60, saltern: 40}")
        assert {line.payers: line.sum.revenue for line in found.lines} == {
            ("marram",): 6001,
            ("saltern",): 4000,
        }
        assert [line.share for line in found.lines] == [60, 40]

    def test_one_that_pays_nothing_has_no_line(self) -> None:
        (line,) = self._shared("{marram: 100, saltern: 0}").lines
        assert (line.payers, line.sum.revenue) == (("marram",), 10001)

    def test_shares_of_others_divide_nothing(self) -> None:
        found = self._shared("{marram: 60, holm: 40}")
        assert [line.payers for line in found.lines] == [("marram", "saltern")]

    def test_shares_that_differ_divide_nothing(self) -> None:
        found = _budget(
            _project("{year: 2026-27, revenue: 1, for: [a, b]}", "status: live, organisation: dune")
            + """
servers:
  a: {name: A, organisation: dune, shares: {marram: 60, saltern: 40}}
  b: {name: B, organisation: dune, shares: {marram: 50, saltern: 50}}
"""
        )
        assert [line.payers for line in found.lines] == [("marram", "saltern")]

    def test_an_organisation_alone(self) -> None:
        text = _project(
            "{year: 2026-27, revenue: 5, organisation: saltern}, "
            "{year: 2026-27, revenue: 7, organisation: marram}, {year: 2026-27, revenue: 11}",
            "status: live, organisation: dune",
        )
        found = _budget(text, organisation="saltern")
        assert _gross(found) == {
            ("saltern",): [5, 0, 0, 0, 0],
            ("marram", "saltern"): [11, 0, 0, 0, 0],
        }
        assert found.elsewhere == 1
        assert len(_budget(text, organisation="dune").lines) == 3


class TestWhatIsDue:
    """Renewals in the years of the budget, and whether a line names them."""

    TEXT = (
        BOTH
        + """
servers:
  old:
    name: Old
    organisation: marram
    form: physical
    renewal: 2027-03-31
    annual_cost: {revenue: 20}
  gone: {name: Gone, organisation: marram, form: physical, renewal: 2026-03-31}
  silent: {name: Silent, organisation: marram, form: physical}
  later: {name: Later, organisation: marram, form: physical, renewal: 2040-03-31}
contracts:
  con:
    name: Con
    organisation: dune
    shares: {marram: 60, saltern: 40}
    ends: 2027-06-30
    value: 100.01
  free: {name: Free, organisation: saltern, ends: 2027-06-30, value: null}
licences:
  lic:
    name: Lic
    organisation: saltern
    ends: 2027-06-30
    covered_by: [con]
    annual_cost: {revenue: 5}
  own: {name: Own, organisation: saltern, ends: 2027-09-30, annual_cost: {capital: 1, revenue: 5}}
projects:
  maybe: {name: Maybe, organisation: saltern, budget: [{year: 2026-27, revenue: 5, for: [own]}]}
"""
    )

    def test_what_no_line_names(self) -> None:
        found = _budget(self.TEXT)
        told = {
            due.asset: (due.covered, due.amount, due.a_year, due.within) for due in found.unplanned
        }
        assert told == {
            "old": (False, None, 2000, ""),
            "con": (False, 10001, 10001, ""),
            "free": (False, None, None, ""),
            "lic": (False, None, 500, "con"),
            "own": (None, 600, 600, ""),
        }  # fmt: skip
        assert (found.renewals.undated, found.renewals.past) == (("silent",), ("gone",))

    def test_a_shared_one_falls_to_each_by_its_share(self) -> None:
        (con,) = (due for due in _budget(self.TEXT).renewals.due if due.asset == "con")
        assert [(part.payers, part.amount) for part in con.parts] == [
            (("marram",), 6001),
            (("saltern",), 4000),
        ]

    def test_a_line_that_names_it_covers_it(self) -> None:
        more = "tees: {name: Tees, budget: [{year: 2026-27, capital: 9, for: [old]}]}"
        found = _budget(self.TEXT.replace("organisations:", f"organisations:\n  {more}"))
        assert "old" not in {due.asset for due in found.unplanned}
        assert "old" in {due.asset for due in found.renewals.due}

    def test_only_those_of_an_organisation(self) -> None:
        found = _budget(self.TEXT, organisation="marram")
        assert {due.asset for due in found.renewals.due} == {"old", "con"}
        assert _budget(self.TEXT, organisation="saltern").renewals.undated == ()


class TestWhatDisagrees:
    """Envelopes, what projects state, and what organisations plan differently."""

    def test_an_envelope_that_is_exceeded(self) -> None:
        found = _budget("""
            organisations:
              marram:
                name: Marram
                envelopes: [{name: ICT, from: 2026-04-01, capital: 10, revenue: 5}]
                budget: [{year: 2026-27, capital: 12, displaced: 3, envelope: ICT}]
        """)
        (envelope,) = found.envelopes
        assert (envelope.capital, envelope.revenue, envelope.displaced) == (1200, 0, 300)
        assert envelope.exceeded is True

    def test_an_envelope_of_which_nobody_can_tell(self) -> None:
        text = """
            organisations: {marram: {name: M, envelopes: [{name: ICT, capital: 10, revenue: 5}]}}
            projects: {p: {name: P, organisation: marram, budget: [{year: 2026-27, capital: 1, envelope: ICT}]}}
        """  # noqa: E501
        (envelope,) = _budget(text).envelopes
        assert (envelope.capital, envelope.exceeded, envelope.unsure) == (None, None, 1)

    def test_what_a_project_states_and_what_its_lines_come_to(self) -> None:
        line = "{year: 2025-26, capital: 3}, {year: 2026-27, capital: 4}"
        told = {
            more: _budget(_project(line, f"status: live, {more}")).projects[0].agreement
            for more in ("cost: {capital: 7}", "cost: {capital: 8}", "owner: Head")
        }
        assert list(told.values()) == ["agrees", "differs", "unknown"]

    def test_no_lines_recorded_is_unknown(self) -> None:
        found = _budget("projects: {p: {name: P, status: live, cost: {capital: 1}}}")
        assert [each.agreement for each in found.projects] == ["unknown"]

    def _plans(self, marram: str, saltern: str) -> list[tuple[tuple[str, tuple[int, ...]], ...]]:
        text = f"""
            organisations:
              marram: {{name: Marram, budget: [{marram}]}}
              saltern: {{name: Saltern, budget: [{saltern}]}}
            servers: {{san: {{name: San, organisation: [marram, saltern], renewal: 2028-12-31}}}}
        """
        return [each.plans for each in _budget(text).differences]

    def test_what_one_plans_and_the_other_does_not(self) -> None:
        line = "{year: 2028-29, capital: 9, for: [san]}"
        assert self._plans(line, "") == [(("marram", (2028,)), ("saltern", ()))]
        assert self._plans(line, line) == []
        assert self._plans("", "") == []

    def test_what_each_plans_in_another_year(self) -> None:
        one, other = "{year: 2028-29, for: [san]}", "{year: 2027-28, for: [san]}"
        assert self._plans(one, other) == [(("marram", (2028,)), ("saltern", (2027,)))]

    def test_a_licence_that_its_contract_pays_for_is_told_of_there(self) -> None:
        found = _budget("""
            organisations:
              marram: {name: Marram, budget: [{year: 2028-29, revenue: 9, for: [con]}]}
              saltern: {name: Saltern}
            contracts: {con: {name: Con, organisation: [marram, saltern], ends: 2028-12-31}}
            licences: {lic: {name: Lic, organisation: [marram, saltern], covered_by: [con]}}
        """)
        assert [each.asset for each in found.differences] == ["con"]

    def test_what_nobody_can_tell_is_no_difference(self) -> None:
        assert self._plans("{year: soon, for: [san]}", "") == []


YEARS = ("2025-26", "2026-27", "2027/28", "2028", "2029-30", "2031-32", "soon")
MONEY = st.integers(-(10**7), 10**8).map(lambda pence: pence / 100)
LINES = st.lists(
    st.fixed_dictionaries(
        {"year": st.sampled_from(YEARS), "capital": MONEY, "revenue": MONEY, "displaced": MONEY},
        optional={
            "organisation": st.sampled_from(["marram", "saltern", "dune"]),
            "for": st.sampled_from([["srv"], ["con"], ["srv", "con"], []]),
        },
    ),
    max_size=4,
)


@st.composite
def estates(draw: st.DrawFn) -> str:
    share = draw(st.sampled_from([{}, {"shares": {"marram": 33.3, "saltern": 66.7}}]))
    shared = {"name": "Shared", "organisation": ["dune"], **share}
    projects = {
        f"p{number}": {"name": "P", **status, **owner, "budget": draw(LINES)}
        for number, status in enumerate(
            draw(st.lists(st.sampled_from([{"status": "live"}, {"status": "proposed"}, {}])))[:3]
        )
        for owner in [draw(st.sampled_from([{"organisation": ["dune"]}, {}]))]
    }
    own = [{k: v for k, v in line.items() if k != "organisation"} for line in draw(LINES)]
    organisations = {
        "marram": {"name": "Marram", "budget": own},
        "saltern": {"name": "Saltern"},
        "dune": {"name": "Dune", "members": ["marram", "saltern"], "budget": own},
    }
    return json.dumps(
        {
            "organisations": organisations,
            "servers": {"srv": shared},
            "contracts": {"con": shared},
            "projects": projects,
        }
    )


def _written(text: str) -> Iterator[dict[str, Any]]:
    document = json.loads(text)
    for owner in (*document["organisations"].values(), *document["projects"].values()):
        yield from owner.get("budget", ())


@given(estates())
@settings(max_examples=40)
def test_totals_reconcile(text: str) -> None:
    budget = _budget(text)
    every = budget.row()
    rows = [
        budget.row(e for e in budget.lines if e.payers == payers and e.category == category)
        for payers in budget.payers
        for category in budget.categories(payers)
    ]
    assert [total(cells) for cells in zip(*(row.cells for row in rows), strict=True)] in (
        list(every.cells),
        [],
    )
    assert (
        total(row.total for row in rows) == every.total == total(line.sum for line in budget.lines)
    )


@given(estates())
@settings(max_examples=40)
def test_nothing_is_lost_and_nothing_is_counted_twice(text: str) -> None:
    budget = _budget(text)
    lines = (*budget.lines, *budget.unsure, *budget.idle, *budget.outside)
    written = [(line["capital"], line["revenue"], line["displaced"]) for line in _written(text)]
    assert total(line.sum for line in lines) == total(
        Sum(*(round(amount * 100) for amount in amounts)) for amounts in written
    )


@given(estates(), st.sampled_from(["marram", "saltern"]))
@settings(max_examples=20)
def test_an_organisation_s_budget_is_its_part_of_the_whole(text: str, organisation: str) -> None:
    whole, part = _budget(text), _budget(text, organisation=organisation)
    mine = [line for line in whole.lines if not line.payers or organisation in line.payers]
    assert list(part.lines) == mine
    every = (*whole.lines, *whole.unsure, *whole.idle, *whole.outside)
    shown = (*part.lines, *part.unsure, *part.idle, *part.outside)
    assert len(shown) + part.elsewhere == len(every)


def test_the_years_of_another_beginning() -> None:
    assert _budget(BOTH).label(2026) == "2026-27"
    assert _budget(BOTH).as_of == date(2026, 11, 21)
