from __future__ import annotations

import pytest

from estate.errors import ExchangeError
from estate.exchange.inward import Source
from estate.exchange.inward.xml import parse_xml


def _wrong(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ExchangeError) as caught:
        parse_xml(Source("x.xml", data))
    return str(caught.value.problems[0])


def test_elements_with_attributes_text_and_namespaces() -> None:
    text = '<a xmlns="urn:x" xmlns:y="urn:y" y:z="1"><b n="&lt;">  t<!-- no --> u </b><b/></a>'
    root = parse_xml(Source("x.xml", text.encode()))
    assert (root.name, root.space, root.get("{urn:y}z")) == ("a", "urn:x", "1")
    assert [child.name for child in root.all("b")] == ["b", "b"]
    assert (root.said("b"), root.children[0].get("n"), root.said("c")) == ("t u", "<", "")
    assert root.first("c") is None


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY e "x">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]>',
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
    ],
)
def test_a_document_type_is_refused(declaration: str) -> None:
    said = _wrong(f"<?xml version='1.0'?>\n{declaration}<a>&e;</a>")
    assert said.startswith("x.xml:2:")
    assert "document type declaration" in said


def test_mistakes_have_a_line_and_a_column() -> None:
    assert _wrong("<a>\n  <b></a>").startswith("x.xml:2:8: no XML: mismatched tag")
    assert "no element" in _wrong("")
    assert "undefined entity" in _wrong("<a>&nbsp;</a>")
    assert "unknown encoding" in _wrong("<?xml version='1.0' encoding='klingon'?><a/>")
    assert "not well-formed" in _wrong(b"<a>\xff\xfe</a>")


def test_depth_and_size_are_bounded() -> None:
    assert "nested too deep" in _wrong("<a>" * 5000)


def test_other_encodings_are_read() -> None:
    data = "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16")
    assert parse_xml(Source("x.xml", data)).text == "é"
    data = "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode("latin-1")
    assert parse_xml(Source("x.xml", data)).text == "é"
