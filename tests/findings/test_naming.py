"""The names of facts as people say them."""

from __future__ import annotations

import pytest

from estate.findings.naming import plain_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hardware.support_ends", "hardware support ends"),
        ("asset.personal_data", "personal data"),
        ("source.state", "state"),
        ("recovery.rto", "recovery RTO"),
        ("by_organisation[service:lgsl-57:marram].competing", "competing (marram)"),
        ("closing_sites[hall]", "closing sites hall"),
        ("policy.horizons[2]", "policy horizons 2"),
    ],
)
def test_a_name_is_said_in_words(name: str, expected: str) -> None:
    assert plain_name(name) == expected
