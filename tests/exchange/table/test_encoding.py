from __future__ import annotations

from pathlib import Path

import pytest

from estate.errors import ExchangeError
from estate.exchange.table import encoding
from estate.exchange.table.encoding import decoded, file_bytes

TEXT = "name,price\nCafé,£5\n"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_an_encoding_is_detected(data: bytes, found: str) -> None:
    assert decoded(data, "x.csv") == (TEXT, found)


def test_a_declared_encoding_is_taken_at_its_word() -> None:
    assert decoded(b"caf\x8e", "x.csv", "latin-1")[0] == "caf\x8e"
    with pytest.raises(ExchangeError) as caught:
        decoded(b"a\nb\xff\n", "x.csv", "utf-8")
    assert str(caught.value.problems[0]).startswith("x.csv:2:1: byte 3 is not utf-8")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\x81\x8d\xff,\xfe", "is not utf-8"),
        (b"a,b\nc\0,d\n" + b"x" * 100, "a NUL character"),
        (b"\xff\xfea", "is not utf-16"),
        (b"a\0b\0c", "is not utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        decoded(data, "x.csv")
    assert reason in str(caught.value.problems[0])


def test_a_file_is_read_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"abc")
    assert file_bytes(path, "x.csv") == b"abc"
    monkeypatch.setattr(encoding, "LARGEST_FILE", 2)
    for wrong, reason in [(path, "3 bytes"), (tmp_path, "not a file"), (tmp_path / "y", "no such")]:
        with pytest.raises(ExchangeError) as caught:
            file_bytes(wrong, "x.csv")
        assert reason in str(caught.value.problems[0])


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "x.csv"
    path.write_bytes(b"abc")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ExchangeError) as caught:
        file_bytes(path, "x.csv")
    assert "Permission denied" in str(caught.value.problems[0])
