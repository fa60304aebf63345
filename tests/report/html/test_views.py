from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.attacks import hostile_texts
from tests.report.html.sources import DAY, SMALL, example, small, source, with_outcome

from estate.findings import SEVERITIES, Acceptance, Place
from estate.report.html import Source
from estate.report.html.document import SCHEMA, document, embedded
from estate.report.html.records import Texts
from estate.report.html.view import Block, Cell, Listing, Picture, Prose, Table, View
from estate.report.html.views import views
from estate.report.html.views.accepted import accepted
from estate.report.html.views.directorates import directorates
from estate.report.html.views.findings import findings
from estate.report.html.views.matrix import matrix
from estate.report.html.views.overview import overview
from estate.report.html.views.plan import plan
from estate.report.html.views.principles import principles
from estate.report.html.views.scorecard import scorecard
from estate.report.html.views.sites import sites
from estate.report.html.views.support import support
from estate.report.html.views.unknown import unknown


def _blocks(view: View) -> list[Block]:
    return [block for part in view.parts for block in part.blocks]


def _tables(view: View) -> list[Table]:
    return [block for block in _blocks(view) if isinstance(block, Table)]


def _texts(view: View) -> list[str]:
    return [block.text for block in _blocks(view) if isinstance(block, Prose)]


def _row(table: Table, first: str) -> list[Any]:
    return next([cell.value for cell in row] for row in table.rows if row[0].value == first)


def _picture(view: View, name: str) -> Picture:
    return next(b for b in _blocks(view) if isinstance(b, Picture) and b.id == name)


def _listing(view: View) -> Listing:
    return next(block for block in _blocks(view) if isinstance(block, Listing))


def _empty() -> Source:
    return source({"applications": {"lone": {"name": "Lone"}}}, "estate: 1\nname: Empty\n")


def test_every_picture_stands_beside_a_table_or_a_list() -> None:
    for view in views(example()):
        for part in view.parts:
            if any(isinstance(block, Picture) for block in part.blocks):
                assert any(isinstance(block, Table | Listing) for block in part.blocks), view.id


def test_pictures_and_lists_have_names_of_their_own() -> None:
    blocks = [block for view in views(example()) for block in _blocks(view)]
    for kind in (Picture, Listing):
        names = [block.id for block in blocks if isinstance(block, kind)]
        assert len(names) == len(set(names))


def test_an_estate_with_next_to_nothing_says_so_in_every_view() -> None:
    shown = {view.id: " ".join(_texts(view)) for view in views(_empty())}
    assert "Nobody has accepted a risk." in shown["exceptions"]
    assert "No service is recorded that is in use" in shown["sites"]
    assert "No service is recorded that is in use" in shown["duplication"]
    assert "No project is recorded" in shown["plan"]
    assert "No budget line is recorded" in shown["plan"]
    assert "Everything that is known to fall due" in shown["plan"]
    assert "Nothing is recorded that ends on a known day." in shown["timeline"]
    assert "No site is recorded that is in use" in shown["sites"]
    assert "No two systems are known to do the same job." in shown["duplication"]


def test_without_any_system_in_use_nobody_is_drawn() -> None:
    view = directorates(source({"suppliers": {"s": {"name": "Supplier"}}}))
    assert "No system in use is recorded" in _texts(view)[0]
    assert not [block for block in _blocks(view) if isinstance(block, Picture)]


def test_what_competes_for_no_service_is_told_without_a_picture() -> None:
    system = {"organisation": "dune", "product": "tide-tax", "category": "line-of-business"}
    sections: dict[str, Any] = {
        "organisations": {"dune": {"name": "Dune Council"}},
        "applications": {"one": {"name": "One", **system}, "two": {"name": "Two", **system}},
    }
    view = matrix(source(sections))
    assert [row[1].value for row in _tables(view)[0].rows] == ["One and Two"]
    assert not [block for block in _blocks(view) if isinstance(block, Picture)]


def test_many_projects_and_exceptions_are_cut_in_the_picture_and_whole_in_the_list() -> None:
    sections: dict[str, Any] = json.loads(json.dumps(SMALL))
    for at in range(50):
        sections["projects"][f"p-{at}"] = {
            "name": f"Project {at}",
            "status": "live",
            "starts": "2026-06-01",
            "ends": f"2027-{at % 12 + 1:02}-28",
        }
    many = source(sections)
    picture = _picture(support(many), "timeline")
    spans: Any = picture.data["spans"]
    listed: list[Any] = list(_listing(support(many)).rows)
    assert len(spans) < 51 == len([row for row in listed if row[1] == "Projects"])
    assert f"the list has {51 - len(spans)} more" in picture.alt
    drawn: Any = _picture(plan(many), "projects").data["spans"]
    assert len(drawn) < 51
    assert (
        f"{51 - len(drawn)} later ones are in the table alone"
        in _picture(plan(many), "projects").alt
    )


def test_a_clean_estate_says_that_unknown_is_no_pass() -> None:
    outcome = replace(small().outcome, findings=(), unknown=(), rules=(), threshold="never")
    clean = with_outcome(small(), outcome)
    told = " ".join(_texts(overview(clean)))
    assert "No rule found a fault. What is unknown is no pass." in told
    assert "Nothing was found in any organisation." in told
    assert "Every question was answered." in _texts(unknown(clean))
    assert len(views(clean)) == len(views(small()))


def test_the_overview_counts_what_is_shared_for_each_organisation() -> None:
    outcome = small().outcome
    shared = tuple(
        replace(f, subject=replace(f.subject, organisations=("dune", "wold")))
        for f in outcome.findings
        if f.kind == "fault"
    )
    table = _tables(overview(with_outcome(small(), replace(outcome, findings=shared))))[-1]
    dune, wold = _row(table, "Dune Council")[1:], _row(table, "Wold Council")[1:]
    assert dune == wold
    assert sum(dune) == len([f for f in shared if f.status in {"open", "below-threshold"}])


def test_one_unmanaged_installation_is_told_of_in_the_singular() -> None:
    outcome = small().outcome
    one = replace(outcome, unmanaged=replace(outcome.unmanaged, installations=1, services=1))
    headline = _blocks(overview(with_outcome(small(), one)))[0]
    assert getattr(headline, "words", "") == "unmanaged unsupported installation"
    assert headline.beside[0].words == "service rests on it"  # type: ignore[union-attr]


def test_the_tree_leads_from_organisation_to_system_with_the_worst_grade() -> None:
    children: Any = _picture(directorates(small()), "sunburst").data["children"]
    dune = next(each for each in children if each[0] == "Dune Council")
    finance = next(each for each in dune[3] if each[0] == "Finance")
    names = [each[0] for each in finance[3][0][3]]
    assert names == ["Levy system", "Tax system"]
    assert finance[1] == min(each[1] for each in finance[3])
    wold = next(each for each in children if each[0] == "Wold Council")
    assert wold[3][0][0] == "Serves no recorded service"


def test_a_directorate_counts_a_fault_once_however_many_services_share_the_system() -> None:
    sections: dict[str, Any] = json.loads(json.dumps(SMALL))
    sections["services"]["benefits"] = {
        "name": "Benefits",
        "directorate": "Finance",
        "organisation": "dune",
    }
    sections["applications"]["tax"]["supports"] = ["council-tax", "benefits"]
    shared = source(sections)
    row = next(
        [cell.value for cell in row]
        for row in _tables(directorates(shared))[0].rows
        if row[1].value == "Finance"
    )
    keys = ("tax", "levy", "council-tax", "benefits")
    assert row[-1] == sum(len(shared.faults_of.get(key, ())) for key in keys)


def _measure(view: View, name: str) -> tuple[Cell, ...]:
    return next(row for table in _tables(view) for row in table.rows if row[0].value == name)


def test_unknown_is_never_a_met_target() -> None:
    view = scorecard(small())
    online = _measure(view, "Public services that can be used online")
    assert (online[1].value, online[3].value, online[4].value) == ("0%", "missed", "50%")
    skilled = _measure(view, "Critical systems that two or more people can run")
    assert skilled[3].value == "missed"
    supported = _measure(view, "Installed software that is supported")
    assert (supported[1].value, supported[1].note) == ("50%", "1 of 2")
    recovery = _measure(view, "Critical systems whose recovery was tested within a year")
    assert (recovery[1].value, recovery[3].value) == ("100%", "met")
    factor = _measure(view, "Systems on the internet with a second factor")
    assert (factor[1].value, factor[3].value) == ("nothing to judge", "nothing to judge")


def test_what_is_partly_unknown_is_neither_met_nor_missed() -> None:
    sections: dict[str, Any] = json.loads(json.dumps(SMALL))
    sections["applications"]["tax"]["skills"] = {"people": 3}
    sections["applications"]["levy"]["criticality"] = "high"
    skilled = _measure(
        scorecard(source(sections)), "Critical systems that two or more people can run"
    )
    assert (skilled[1].value, skilled[3].value, skilled[4].value) == ("100%", "not known", "50%")
    sections["applications"]["tax"].pop("skills")
    none = _measure(scorecard(source(sections)), "Critical systems that two or more people can run")
    assert (none[1].value, none[3].value) == ("not known", "not known")


def test_a_reported_measure_is_held_against_its_target_in_words() -> None:
    view = scorecard(small())
    assert _measure(view, "Calls resolved")[3].value == "4 below target"
    assert _measure(view, "Spend")[3].value == "3 above target"
    assert _measure(view, "Posts")[3].value == "on target"
    assert _measure(view, "Calls resolved")[5].value == "Source not recorded"


def test_the_eight_principles_are_told_with_their_coverage() -> None:
    found = example()
    assert [each.title for each in found.principles] == [f"Principle {n}" for n in range(1, 9)]
    table = _tables(principles(found))[0]
    rules = {rule for each in found.principles for rule in each.rules}
    judged = sum(
        (rule.population - rule.unknown) * sum(rule.id in each.rules for each in found.principles)
        for rule in found.outcome.rules
        if rule.id in rules
    )
    assert sum(int(str(row[5].value)) for row in table.rows) == judged


def test_a_pack_without_principles_says_so() -> None:
    bare = Source(small().outcome, small().facts)
    assert _texts(principles(bare)) == ["No rule of this estate names a principle."]


def test_exceptions_say_which_count_and_when_they_lapse() -> None:
    outcome = example().outcome
    view = accepted(example())
    counting = [each for each in outcome.acceptances if each.counts]
    assert _texts(view)[0].startswith(f"{len(counting)} of {len(outcome.acceptances)} exceptions")
    values: Any = _picture(view, "cliff").data["series"]
    assert sum(values[0]["values"]) == len([each for each in counting if each.last_day])
    assert len(_tables(view)[-1].rows) == len(outcome.acceptances)


def test_an_exception_without_name_or_end_says_so() -> None:
    vague = replace(_acceptance(), accepted_by="", last_day=None)
    table = _tables(accepted(_with(vague)))[-1]
    assert [table.rows[0][3].value, table.rows[0][4].value] == ["nobody named", "no end"]


def _acceptance() -> Acceptance:
    return small().outcome.acceptances[0]


def _with(*acceptances: Acceptance) -> Source:
    return with_outcome(small(), replace(small().outcome, acceptances=acceptances))


def test_where_nothing_lapses_nothing_is_drawn() -> None:
    view = accepted(_with(replace(_acceptance(), counts=False)))
    assert "No exception that counts has a last day." in _texts(view)
    assert not [block for block in _blocks(view) if isinstance(block, Picture)]


def test_the_timeline_holds_what_ends_exceptions_and_projects_on_one_axis() -> None:
    counting = replace(_acceptance(), counts=True, last_day=date(2027, 4, 30))
    bare = replace(counting, id="ex-3", covers=())
    late = replace(counting, id="ex-2", last_day=date(2020, 1, 1))
    view = support(_with(counting, bare, late))
    data = _picture(view, "timeline").data
    spans: Any = data["spans"]
    assert [(each[0], each[1]) for each in spans] == [
        ("Exception", counting.covers[0]),
        ("Exception", "ex-3"),
        ("Project", "New database"),
    ]
    assert ["Contracts", "2027-03", 0, 1] in data["points"]  # type: ignore[operator]
    rows: list[Any] = list(_listing(view).rows)
    assert {row[1] for row in rows} >= {"Exceptions", "Projects"}
    ends = [(r[0], r[2][0]) for r in rows if r[1] not in {"Exceptions", "Projects"}]
    assert ends == [
        (date(2022, 3, 31), "Dune database 12"),
        (date(2027, 3, 31), "Tax contract"),
        (date(2027, 6, 30), "Dune database 19"),
        (date(2028, 3, 31), "Town Hall"),
    ]


def test_hardware_and_licences_end_too() -> None:
    sections: dict[str, Any] = json.loads(json.dumps(SMALL))
    sections["servers"]["srv-db"]["hardware"] = {"product": "box", "support_ends": "2027-01-31"}
    sections["licences"] = {"lic": {"name": "Licence", "ends": "2027-02-28"}}
    kinds = {row[1] for row in _listing(support(source(sections))).rows}
    assert {"Hardware support", "Licences"} <= kinds


def test_a_site_says_what_it_takes_with_it() -> None:
    row = _row(_tables(sites(small()))[0], "Town Hall")
    assert row[1:4] == [1, 1, "not known"]
    assert row[4] == date(2028, 3, 31)
    listed = {row[0][0]: row for row in _listing(sites(small())).rows}  # type: ignore[index]
    assert listed["Council tax"][4] == "Town Hall and a site that is not recorded"


def test_when_a_service_is_back_is_told_in_words_or_not_known() -> None:
    rows: list[Any] = list(_listing(sites(example())).rows)
    found = {row[3][0] for row in rows}
    in_order = [row[3][0] for row in sorted(rows, key=lambda row: row[3][1])]
    assert in_order.index("30 minutes") < in_order.index("4 hours") < in_order.index("1 day")
    assert in_order[-1].startswith("not known")
    assert "1 day" in found
    assert any(words.startswith("not known; ") for words in found)
    assert "not known" in found


def test_projects_and_budget_are_told_with_what_is_in_no_budget() -> None:
    view = plan(small())
    assert _row(_tables(view)[0], "New database")[1] == "live"
    assert _row(_tables(view)[0], "Some day")[1] == "not known"
    assert _row(_tables(view)[1], "Dune Council")[1] == "1,200"
    assert any("Everything that is known to fall due" in text for text in _texts(view))


def test_the_example_says_which_lines_are_left_out() -> None:
    assert any(text.startswith("Left out: ") for text in _texts(plan(example())))


def test_systems_that_compete_are_marked_in_the_matrix() -> None:
    view = matrix(small())
    data: Any = _picture(view, "matrix").data
    assert (data["services"], sorted(data["systems"])) == (
        ["Council tax"],
        ["Levy system", "Tax system"],
    )
    assert sorted(data["points"]) == [[0, 0, 1], [1, 0, 1]]
    assert [row[4] for row in _listing(view).rows] == ["yes", "no"]


def test_a_large_matrix_counts_what_it_has_no_room_for() -> None:
    sections: dict[str, Any] = {"services": {}, "applications": {}}
    for at in range(70):
        sections["services"][f"s-{at}"] = {"name": f"Service {at}", "organisation": "dune"}
        for part in ("one", "two"):
            sections["applications"][f"a-{at}-{part}"] = {
                "name": f"System {at} {part}",
                "organisation": "dune",
                "category": "line-of-business",
                "product": f"product-{at}-{part}",
                "supports": [f"s-{at}"],
            }
    sections["organisations"] = {"dune": {"name": "Dune Council"}}
    picture = _picture(matrix(source(sections)), "matrix")
    assert "52 services and 104 systems have no room in it" in picture.alt


def test_missing_fields_name_records_and_count_the_others() -> None:
    table = _tables(unknown(example()))[0]
    assert any(" others" in str(row[2].value) for row in table.rows)
    assert "further fields stand in findings.json" in table.caption
    assert all(str(row[2].value).strip(" ,") for row in table.rows)


def test_rules_that_were_not_run_are_listed() -> None:
    outcome = replace(small().outcome, not_run=(("missing-owner", "ignored in estate.yaml"),))
    table = _tables(unknown(with_outcome(small(), outcome)))[-1]
    assert [cell.value for cell in table.rows[0]] == ["missing-owner", "ignored in estate.yaml"]


def test_the_list_of_findings_says_how_each_stands() -> None:
    rows = _listing(findings(example())).rows
    assert {row[3] for row in rows} == {"open", "accepted"}
    unmanaged = [row for row in rows if row[-1] == "yes"]
    assert len(unmanaged) == example().outcome.unmanaged.installations


def test_the_document_has_a_version_and_rows_that_belong_together() -> None:
    source = example()
    data: Any = json.loads(embedded(document(source, views(source))))
    records = data["listings"]["assets"]["rows"]
    assert data["schema"] == SCHEMA
    assert len(data["details"]) == len(records) == len(list(source.facts.estate))
    assert len(data["findings"]) == len(data["listings"]["findings"]["rows"])
    ids = [row[0][1].removeprefix("#/asset/") for row in records]
    edges = {(ids[wire[0]], ids[wire[1]]) for wire in data["wires"]}
    assert edges == {(edge.source, edge.target) for edge in source.facts.graph.edges()}
    for (record, *_), row in zip(data["findings"], source.outcome.findings, strict=True):
        place: Place = row.place
        assert record == (ids.index(place.asset) if place.asset in ids else -1)
    listed = data["listings"]["findings"]
    grades = listed["columns"][0]["values"]
    assert [grades[row[0]] for row in listed["rows"]] == [
        each.severity for each in source.outcome.findings
    ]
    assert set(grades) <= set(SEVERITIES)
    at = ids.index("planning-marram")
    file, line, *_ = data["details"][at]
    stands = source.outcome.places[Place("planning-marram")]
    assert (data["texts"][file], line) == (stands.file, stands.line)
    lacking = {data["rules"][data["gaps"][gap][0]][0] for gap in data["unknown"][str(at)]}
    assert lacking == {
        each.rule for each in source.outcome.unknown if each.subject.id == "planning-marram"
    }
    assert DAY.isoformat() == data["as_of"]


@given(st.lists(hostile_texts, max_size=5))
def test_data_is_safe_in_a_script_element_and_says_what_it_was_given(texts: list[str]) -> None:
    made = embedded({"texts": texts, "day": date(2026, 1, 2), "none": None})
    assert not set("<>&\u2028\u2029") & set(made)
    assert all(character.isprintable() for character in made)
    read = json.loads(made)
    assert len(read["texts"]) == len(texts)
    assert read["day"] == "2026-01-02"
    for text, shown in zip(texts, read["texts"], strict=True):
        assert not text.isprintable() or len(text) > 600 or shown == text


def test_a_text_that_comes_twice_is_carried_once() -> None:
    texts = Texts()
    assert texts.numbers(["a", "b", "a"]) == [0, 1, 0]
    assert texts.numbers(["b", "c"]) == [1, 2]
    assert list(texts) == ["a", "b", "c"]


@pytest.mark.parametrize("view", [overview, findings, directorates])
def test_a_view_is_a_function_of_its_source(view: Callable[[Source], View]) -> None:
    assert view(small()) == view(small())
