from __future__ import annotations

from estate.model import SECTIONS, Application, Entry, Estate, Policy, Site


def test_an_estate_gives_its_records() -> None:
    site, app = Site(id="s", name="S"), Application(id="a", name="A")
    empty: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
    sections: dict[str, dict[str, Entry]] = {
        **empty,
        "sites": {"s": site},
        "applications": {"a": app},
    }
    estate = Estate("Test", sections, Policy(), "sha256:1")
    assert (estate.get("s"), estate.get("x")) == (site, None)
    assert estate.of("application") == {"a": app}
    assert (len(estate), list(estate)) == (2, [app, site])
    assert estate == Estate("Test", sections, Policy(), "sha256:2")
    assert estate != Estate("Test", empty, Policy(), "sha256:1")
