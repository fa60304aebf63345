"""Who answers for what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from estate.findings import Finding, Place, Subject
from estate.pipeline import load_estate
from estate.pipeline.owners import owner_of

INVENTORY = """\
organisations:
  north: {name: North Council}
  south: {name: South Council}
servers:
  owned: {name: A, owner: Head of IT, organisation: north}
  shared: {name: B, owner: Head of IT, organisation: [north, south]}
  left: {name: C, organisation: south}
  lost: {name: D}
projects:
  move: {name: Move, owner: Programme Manager}
exceptions:
  ex-1: {rule: small-server, accepted_by: SIRO, organisation: north}
  ex-2:
    rule: small-server
    organisation: [north, south]
    approvals: [{organisation: north, by: SIRO}, {organisation: south, by: Chief}]
  ex-3: {rule: small-server, requested_by: Clerk}
"""


@pytest.mark.parametrize(
    ("key", "members", "owner"),
    [
        ("owned", [], "Head of IT (North Council)"),
        ("shared", [], "Head of IT (North Council and South Council)"),
        ("left", [], "South Council"),
        ("lost", [], ""),
        ("move", [], "Programme Manager"),
        ("north", [], "North Council"),
        ("ex-1", [], "SIRO (North Council)"),
        ("ex-2", [], "SIRO and Chief (North Council and South Council)"),
        ("ex-3", [], "Clerk"),
        ("estate", [], ""),
        ("a:b", ["owned", "left", "owned"], "Head of IT (North Council); South Council"),
    ],
)
def test_it_is_the_owner_else_the_organisation(
    tmp_path: Path, key: str, members: list[str], owner: str
) -> None:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Both\n")
    (tmp_path / "inventory" / "all.yaml").write_text(INVENTORY)
    estate = load_estate(tmp_path).inventory.estate
    detail = (("members", tuple(members)),) if members else ()
    subject = Subject("asset", key, detail)
    found = Finding("f", "small-server", "low", "fault", subject, "small", Place(key))
    assert owner_of(estate, found) == owner
