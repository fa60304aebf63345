from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written import facts_of

from estate.redaction.secrets import Secrets, secrets_of

ESTATE = """
organisations: {dune: {name: Dune Borough Council, roles: {siro: [{name: Ann Other}]}}}
services:
  parking: {name: Parking, directorate: Customer services, owner: Head of Parking}
  contact: {name: Contact centre, owner: Customer services}
applications:
  parking-app: {name: Parking, product: kerb, version: "12.2"}
  casework2: {name: Casework 2}
servers:
  srv-rev-db01: {name: REVDB01, software: [windows-server@2012-r2, "java@8"]}
  zeus: {name: Contact centre}
sites: {hall: {name: Town Hall, address: 1 Market Place}}
products: {kerb: {name: Kerb Casework 2}}
"""


@pytest.fixture(scope="module")
def secrets() -> Secrets:
    return secrets_of([facts_of(ESTATE).estate], [])


@pytest.mark.parametrize(
    "text",
    [
        "Help on srv-rev-db01",
        "SRV_REV-DB01",
        "revdb01x",
        "Oracle12.2",
        "Windows 2012 R2 hosting",
        "Ann  Other's post",
        "Bookings at the Town Hall",
        "1 Market Place",
        "Casework 2 for all",
        "who@example.org",
        "https://example.org",
        "Half of £48",
        "48,000 letters",
        "Python 3.11",
        "10.0.0.1",
        "fe80:1:2:3",
        "db.dune.internal",
        "Letters to AB1 2CD",
        "Census 2031",
    ],
)
def test_a_name_holds_a_secret_however_it_is_spelt(text: str, secrets: Secrets) -> None:
    assert secrets.held_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "Parking",
        "Parking permits",
        "Customer services",
        "Contact centre",
        "Zeus",
        "Key stage 2",
        "Java 8",
        "Adult social care",
    ],
)
def test_plain_words_short_numbers_and_public_names_are_no_secrets(
    text: str, secrets: Secrets
) -> None:
    assert not secrets.held_by(text)


@given(st.from_regex(r"[a-z]{3,6}[0-9]{2,5}", fullmatch=True), st.text(max_size=8))
def test_a_host_is_found_between_any_other_words(host: str, around: str) -> None:
    known = secrets_of([facts_of(f"servers: {{{host}: {{name: {host.upper()}}}}}").estate], [])

    assert known.held_by(f"{around} - {host} - {around}")
