"""The page about acceptances says what the program does."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from tests.exceptions.records import acceptances

from estate.exceptions.canonical import payload
from estate.exceptions.keys import PublicKey, read_key
from estate.exceptions.sshsig import verify

PAGE = (Path(__file__).parents[2] / "docs" / "acceptance.md").read_text(encoding="utf-8")


def _block(name: str) -> str:
    found = re.search(rf"^```\w+ {name}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def _key() -> str:
    found = re.search(r"^ +- (ssh-ed25519 .*)$", PAGE, re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("name", "marked"), [("single", 0), ("shared", 1)])
def test_its_vectors_hold(name: str, marked: int) -> None:
    (record,) = acceptances({"a.yaml": _block(f"{name}-record")}).values()
    signed = payload(record, record.approvals[0] if record.approvals else None)
    assert signed == _block(f"{name}-payload").rstrip("\n").encode()
    stated = re.findall(r"(\d+) bytes, SHA-256 `([0-9a-f]{64})`", PAGE)[marked]
    assert stated == (str(len(signed)), hashlib.sha256(signed).hexdigest())
    assert verify(_block(f"{name}-signature"), signed, [_key()]).holds


def test_it_names_the_fingerprint_of_its_key() -> None:
    key = read_key(_key())
    assert isinstance(key, PublicKey)
    assert key.fingerprint in PAGE
