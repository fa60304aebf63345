from __future__ import annotations

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.archi.read import read as read_archi
from estate.exchange.archimate.read import read
from estate.exchange.inward import Source

HEAD = (
    '<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" identifier="m" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><name>M</name>'
)


def _model(concepts: str, relationships: str = "", more: str = "") -> Imported:
    """Read a model: concepts as `Type name`, relationships as `Type source target`, by lines."""
    elements = "".join(
        f'<element identifier="{name.split("(")[0]}" xsi:type="{kind}">'
        f"<name>{name}</name></element>"
        for kind, _, name in (line.strip().partition(" ") for line in concepts.splitlines())
        if kind
    )
    ends = [line.split() for line in relationships.splitlines() if line.strip()]
    related = "".join(
        f'<relationship identifier="r{n}" xsi:type="{kind}" source="{one}" target="{other}"/>'
        for n, (kind, one, other) in enumerate(ends)
    )
    text = f"{HEAD}<elements>{elements}</elements><relationships>{related}</relationships>{more}"
    return read([Source("m.xml", f"{text}</model>".encode())], "archimate")


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def test_concepts_are_records_by_their_type() -> None:
    imported = _model(
        """ApplicationComponent a
        ApplicationService b
        ApplicationInterface c
        BusinessService d
        DataObject e
        Node f
        Device g
        Location h
        CommunicationNetwork i
        Path j
        WorkPackage k"""
    )
    assert {section: [*records] for section, records in imported.sections.items()} == {
        "services": ["d"],
        "applications": ["a"],
        "servers": ["f", "g"],
        "sites": ["h"],
        "connections": ["i", "j"],
        "apis": ["b", "c"],
        "datasets": ["e"],
        "projects": ["k"],
    }
    assert _fields(imported, "servers", "g") == {"form": "physical"}


def test_relationships_say_who_needs_whom() -> None:
    imported = _model(
        """ApplicationComponent a
        ApplicationComponent b
        ApplicationInterface i
        ApplicationService j
        BusinessService v
        Node n
        Node m
        Location w
        DataObject d""",
        """Serving b a
        Composition a i
        Serving j a
        Realization b j
        Serving a v
        Serving n a
        Assignment n b
        Composition m n
        Aggregation w n
        Access a d
        Flow a b""",
    )
    assert _fields(imported, "applications", "a") == {
        "holds": ["d"],
        "provides": ["i"],
        "consumes": ["j"],
        "runs_on": ["n"],
        "sends_to": ["b"],
        "supports": ["v"],
        "uses": ["b"],
    }
    assert _fields(imported, "applications", "b") == {"provides": ["j"], "runs_on": ["n"]}
    assert _fields(imported, "servers", "m") == {"hosted_on": ["n"]}


def test_needs_lead_through_what_is_no_record() -> None:
    imported = _model(
        """ApplicationComponent a
        Node n
        TechnologyService s
        Artifact f
        BusinessProcess p
        BusinessService v
        ApplicationComponent b""",
        """Realization n s
        Serving s a
        Assignment n f
        Realization f b
        Serving b p
        Realization p v""",
    )
    assert _fields(imported, "applications", "a") == {"runs_on": ["n"]}
    assert _fields(imported, "applications", "b") == {"runs_on": ["n"], "supports": ["v"]}
    lost = {loss.reason for loss in imported.losses if loss.table == "concept"}
    assert lost == {"it is no record; what needs what through it is kept"}
    assert imported.counts.tables["relationship"].lost == 0


def test_a_circle_of_services_ends() -> None:
    imported = _model(
        "ApplicationComponent a\nTechnologyService s\nTechnologyService t",
        "Serving s a\nServing t s\nServing s t\nServing a s",
    )
    assert _fields(imported, "applications", "a") == {}


def test_system_software_is_installed_where_a_relationship_puts_it() -> None:
    imported = _model(
        """Node n
        ApplicationComponent a
        SystemSoftware Linux(5)
        SystemSoftware a@b
        SystemSoftware alone
        Location w""",
        "Composition n Linux\nServing a@b a\nAssignment n Linux\nComposition w alone",
    )
    assert _fields(imported, "servers", "n") == {"software": ["Linux(5)"]}
    assert _fields(imported, "applications", "a") == {"software": [{"product": "a@b"}]}
    reasons = {loss.value: loss.reason for loss in imported.losses if loss.table == "concept"}
    assert reasons == {"alone": "nothing says what it is installed on"}


def test_what_is_no_inventory_is_lost_with_a_reason() -> None:
    imported = _model(
        """Goal g
        Capability c
        BusinessActor x
        Grouping y
        Gap z
        ApplicationComponent a
        ApplicationComponent b""",
        "Association a b\nSpecialization a b\nServing x a\nUnheard a b",
        "<organizations><item/></organizations><metadata/>"
        "<views><diagrams><view identifier='v'><name>V</name></view></diagrams></views>",
    )
    rows = {loss.value: loss.reason for loss in imported.losses if loss.kind == "row"}
    assert rows == {
        "g": "an inventory holds no motivation",
        "c": "an inventory holds no strategy",
        "x": "it may be a person, a team or a body, and the model does not say which",
        "y": "an inventory has no groups",
        "z": "an inventory has no place for a Gap",
        "Association a → b": "association says nothing of who needs whom",
        "Specialization a → b": "specialization says nothing of who needs whom",
        "Serving x → a": "one of its ends makes no record",
        "Unheard a → b": "an inventory has no Unheard",
        "V": "an inventory has no drawings",
    }
    columns = {loss.column for loss in imported.losses if loss.kind == "column"}
    assert columns == {"organizations", "metadata"}


def test_properties_documentation_and_second_languages() -> None:
    text = f"""{HEAD}<elements><element identifier="a" xsi:type="ApplicationComponent">
      <name xml:lang="en">A</name><name xml:lang="cy">Y</name><documentation>D</documentation>
      <properties><property propertyDefinitionRef="p"><value>3</value></property>
      <property propertyDefinitionRef="q"><value>x</value></property></properties></element>
      </elements><propertyDefinitions><propertyDefinition identifier="p"><name>cost</name>
      </propertyDefinition></propertyDefinitions></model>"""
    imported = read([Source("m.xml", text.encode())], "archimate")
    assert _fields(imported, "applications", "a") == {
        "description": "D",
        "notes": "cost: 3\nq: x",
    }
    assert [loss.column for loss in imported.losses] == ["another name"]


def test_an_older_file_of_archi() -> None:
    text = """<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="M" id="m" version="3.1.1">
      <folder name="A"><folder name="B">
      <element xsi:type="archimate:ApplicationComponent" id="a" name="A">
        <documentation>D</documentation><property key="k" value="v"/></element>
      <element xsi:type="archimate:Junction" id="j"/><child/>
      </folder><element xsi:type="archimate:Node" id="n" name="N"/></folder>
      <folder name="R"><element xsi:type="archimate:UsedByRelationship" id="r" source="n"
        target="a"/></folder>
      <folder name="V"><element xsi:type="archimate:SketchModel" name="S" id="s"/></folder>
      <purpose>P</purpose></archimate:model>"""
    imported = read_archi([Source("m.archimate", text.encode())], "archi")
    assert _fields(imported, "applications", "a") == {
        "description": "D",
        "notes": "k: v",
        "runs_on": ["n"],
    }
    assert sorted((loss.table, loss.column) for loss in imported.losses) == [
        ("concept", ""),
        ("model", "purpose"),
        ("view", ""),
    ]


@pytest.mark.parametrize(
    ("reader", "expected"),
    [(read, "opengroup.org/xsd/archimate"), (read_archi, "archimatetool.com")],
)
def test_what_is_no_model_is_refused(reader: object, expected: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        reader([Source("m.xml", b"\n<model/>")], "x")  # type: ignore[operator]
    said = str(caught.value.problems[0])
    assert said.startswith("m.xml:2:1: the element <model> of no namespace")
    assert expected in said
