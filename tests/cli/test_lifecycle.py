"""`estate lifecycle`: products looked up, and a newer catalogue brought in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, HERE, Ran, Run

PRODUCTS = HERE / "estates" / "products.json"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Return a file of products, a month newer than that of the small estate."""
    data: dict[str, Any] = json.loads(PRODUCTS.read_text())
    data["generated_at"] = "2026-11-01T00:00:00Z"
    nginx, postgresql, *rest = data["result"]
    nginx["releases"][0]["eolFrom"] = "2028-04-30"
    postgresql["releases"] = [*postgresql["releases"], {"name": "18", "eolFrom": "2030-11-14"}]
    apache = {"name": "apache-http-server", "label": "Apache HTTP Server", "releases": []}
    data["result"] = [nginx, postgresql, rest[0], apache]
    path = tmp_path / "newer.json"
    path.write_text(json.dumps(data))
    return path


class TestShow:
    def test_outside_an_estate_the_bundled_catalogue_answers(self, run: Run) -> None:
        done = run("lifecycle", "show", "Windows Server")
        assert done.code == 0
        assert done.out.startswith("windows-server: Microsoft Windows Server, Microsoft\n")
        assert "2012-r2" in done.out

    def test_in_an_estate_its_own_answers(self, run: Run, small: Path) -> None:
        out = run("lifecycle", "show", "nginx", at=small).out
        assert out.splitlines()[-1] == "catalogue of 2026-10-01; endoflife.date"
        assert "1.28     unknown   -               2027-04-30        -\n" in out

    def test_a_day_tells_the_catalogue_s_age(self, run: Run, small: Path) -> None:
        out = run("lifecycle", "show", "nginx", "--as-of", DAY, at=small).out
        assert "catalogue of 2026-10-01, 51 days before 2026-11-21;" in out

    def test_an_end_that_nobody_has_announced(self, run: Run, small: Path) -> None:
        data = json.loads(PRODUCTS.read_text())
        data["result"][0]["releases"] = [
            {"name": "1.28", "isEol": False, "eolFrom": None},
            {"name": "1.26", "isEol": True, "eolFrom": None},
        ]
        (small / "newer.json").write_text(json.dumps(data))
        assert run("lifecycle", "update", "newer.json", at=small).code == 0
        out = run("lifecycle", "show", "nginx", at=small).out
        assert "no end announced" in out
        assert "ended" in out

    def test_a_wrong_name_gives_the_nearest(self, run: Run, small: Path) -> None:
        said = "error: the catalogue of 2026-10-01 has no product 'ngimx'; nearest: nginx\n"
        assert run("lifecycle", "show", "ngimx", at=small) == Ran(2, "", said)

    def test_an_empty_name_is_no_product(self, run: Run, small: Path) -> None:
        done = run("lifecycle", "show", "", at=small)
        assert done.code == 2
        assert "has no product ''" in done.err


class TestUpdate:
    def test_it_says_what_changes_and_writes(self, run: Run, small: Path, newer: Path) -> None:
        done = run("lifecycle", "update", str(newer), at=small)
        assert (done.code, done.err) == (0, "")
        lines = done.out.splitlines()
        assert "+ product apache-http-server" in lines
        assert "- product windows-server" in lines
        assert "+ postgresql@18" in lines
        assert "~ nginx@1.28 support_ends: 2027-04-30 -> 2028-04-30" in lines
        assert lines[-2].endswith(" from the catalogue of 2026-10-01 to that of 2026-11-01")
        assert lines[-1] == "wrote lifecycle.json"
        assert "2028-04-30" in run("lifecycle", "show", "nginx", at=small).out

    def test_a_rehearsal_writes_nothing(self, run: Run, small: Path, newer: Path) -> None:
        before = (small / "lifecycle.json").read_bytes()
        rehearsed = run("lifecycle", "update", str(newer), "--dry-run", at=small)
        assert (small / "lifecycle.json").read_bytes() == before
        done = run("lifecycle", "update", str(newer), at=small)
        assert done.out == rehearsed.out + "wrote lifecycle.json\n"

    def test_a_rehearsal_needs_no_estate(self, run: Run, newer: Path) -> None:
        done = run("lifecycle", "update", str(newer), "--dry-run", "-q")
        assert done == Ran(0, "", "")

    def test_but_writing_does(self, run: Run, newer: Path, tmp_path: Path) -> None:
        assert run("lifecycle", "update", str(newer)).code == 2
        assert not (tmp_path / "lifecycle.json").exists()

    def test_twice_changes_nothing(self, run: Run, small: Path, newer: Path) -> None:
        run("lifecycle", "update", str(newer), at=small)
        first = (small / "lifecycle.json").read_bytes()
        done = run("lifecycle", "update", str(newer), at=small)
        assert done.out.startswith("0 changes from the catalogue of 2026-11-01")
        assert (small / "lifecycle.json").read_bytes() == first

    def test_a_name_that_means_something_else_now_is_told_last(
        self, run: Run, small: Path, newer: Path
    ) -> None:
        lines = run("lifecycle", "update", str(newer), "--dry-run", at=small).out.splitlines()
        lost = [line for line in lines if line.startswith("! ")]
        assert any("now nothing: what is written so will match no more" in line for line in lost)
        assert lines[-1 - len(lost) : -1] == lost

    @pytest.mark.parametrize("data", [b"", b"{}", b"[1, 2]", b"\xff", b'{"result": 3}'])
    def test_a_file_that_is_no_catalogue(self, data: bytes, run: Run, small: Path) -> None:
        before = (small / "lifecycle.json").read_bytes()
        (small / "wrong.json").write_bytes(data)
        done = run("lifecycle", "update", "wrong.json", at=small)
        assert (done.code, done.out) == (2, "")
        assert "wrong.json" in done.err
        assert (small / "lifecycle.json").read_bytes() == before
