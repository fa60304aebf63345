from __future__ import annotations

import io

import networkx as nx
import pytest
from hypothesis import given, settings
from tests.exchange.ours import back, differences, estate_of, estates, example, held, plain

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.graphml.read import read
from estate.exchange.graphml.write import write
from estate.exchange.inward import Source
from estate.model import SECTIONS, Estate, links_of

HELD = tuple(section for section in SECTIONS if section != "exceptions")
HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


def _read(graph: str) -> Imported:
    return read([Source("g.graphml", f"{HEAD}{graph}</graphml>".encode())], "graphml")


@settings(max_examples=25)
@given(estates())
def test_export_then_import_gives_the_same_estate(estate: Estate) -> None:
    assert differences(plain(back(write(estate), read)), held(estate, HELD)) == []


def test_the_example_comes_back_whole() -> None:
    imported = back(write(example()), read)
    assert differences(plain(imported), held(example(), HELD)) == []
    assert not imported.losses


def test_other_programs_read_it() -> None:
    text = write(example()).files[""]
    assert isinstance(text, str)
    graph = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    records = [entry for entry in example() if entry.kind != "exception"]
    assert {key: data["name"] for key, data in graph.nodes(data=True)} == {
        entry.id: entry.name for entry in records
    }
    items = [link for entry in records for *_, link in links_of(entry)]
    assert graph.number_of_edges() == sum(len(link.targets) for link in items)


def test_graphs_of_others() -> None:
    imported = _read(
        '<key id="k" for="node" attr.name="kind"/><graph edgedefault="directed">'
        '<node id="A one"><data key="k">application</data><data key="label">One</data></node>'
        '<node id="b"><data key="k">server</data><data key="cores">4</data><data key="x">y</data>'
        '</node><node id="c"><data key="k">aplication</data></node><node id="d"/>'
        '<node id="e"><data key="k">organisation</data><data key="roles">{}</data></node>'
        '<edge source="A one" target="b"><data key="relation">runs_on</data>'
        '<data key="strength">soft</data></edge>'
        '<edge source="A one" target="b"><data key="relation">run_on</data></edge>'
        '<edge source="A one" target="b"/></graph>'
    )
    assert imported.sections["applications"]["a-one"] == {
        "name": "One",
        "runs_on": [{"to": "b", "strength": "soft"}],
    }
    assert imported.sections["servers"]["b"] == {"name": "b", "cores": 4}
    assert {loss.reason for loss in imported.losses} == {
        "the inventory has no such field here",
        "no kind of record: 'aplication'; did you mean 'application'?",
        "it does not say of which kind",
        "who may accept a risk is not to be had by an import",
        "no relation: 'run_on'; did you mean 'runs_on'?",
        "it does not say which relation",
    }


def test_what_is_no_graph_is_refused() -> None:
    with pytest.raises(ExchangeError) as caught:
        read([Source("g", b"<graphml/>")], "graphml")
    assert "expected a graphml of http://graphml" in str(caught.value.problems[0])


def test_hostile_names_harm_nothing() -> None:
    estate = estate_of({"sites": {"s": {"name": '</data><x a="\x00\u202e&'}}})
    found = plain(back(write(estate), read))
    assert found["sites"]["s"]["name"] == '</data><x a="\x00\u202e&'
