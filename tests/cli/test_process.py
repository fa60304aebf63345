"""The program as a process: its streams, its signals, its terminal, its own mistakes."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.cli.conftest import DAY

ROOT = Path(__file__).parents[2]
CHECK = ("check", "--as-of", DAY)


def _environment(**more: str) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    coverage = {key: value for key, value in os.environ.items() if key.startswith("COV")}
    return {**kept, **coverage, "PYTHONPATH": str(ROOT / "src"), **more}


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "estate", *arguments]


def _run(
    *arguments: str, at: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        _command(*arguments),
        cwd=at,
        env=_environment(**(env or {})),
        check=False,
        capture_output=True,
        timeout=120,
    )


@pytest.fixture
def long(small: Path) -> Path:
    """Return an estate with more findings than a pipe holds."""
    servers = "".join(
        f"  srv-{n}: {{name: Server {n}, software: [postgresql@14, windows-server@2012-r2]}}\n"
        for n in range(400)
    )
    (small / "inventory" / "many.yaml").write_text(f"servers:\n{servers}")
    return small


class TestStreams:
    @pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
    def test_the_output_is_utf_8_in_any_locale(self, locale: dict[str, str], small: Path) -> None:
        plain = {"PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii", **locale}
        done = _run(*CHECK, "--show", "all", at=small, env=plain)
        assert (done.returncode, done.stderr) == (1, b"")
        assert "Bibliothèque" in done.stdout.decode()
        assert "──" in done.stdout.decode()

    def test_so_are_errors(self, small: Path) -> None:
        (small / "inventory" / "wrong.yaml").write_text("servers: {é: {name: é}}\n")
        plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
        done = _run(*CHECK, at=small, env=plain)
        assert (done.returncode, done.stdout) == (2, b"")
        assert "é" in done.stderr.decode()

    def test_who_stops_reading_changes_no_exit_code(self, long: Path) -> None:
        for arguments, code in ((("--show", "all"), 1), (("-q", "--fail-on", "never"), 0)):
            with subprocess.Popen(
                _command(*CHECK, *arguments),
                cwd=long,
                env=_environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            ) as process:
                assert process.stdout is not None
                assert process.stderr is not None
                process.stdout.close()
                assert process.stderr.read() == b""
                assert process.wait(120) == code

    def test_what_was_to_be_written_is_written_all_the_same(self, long: Path) -> None:
        with subprocess.Popen(
            _command("audit", "--as-of", DAY),
            cwd=long,
            env=_environment(),
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            process.stdout.close()
            assert process.wait(120) == 1
        assert (long / "reports" / "findings.json").is_file()

    def test_an_output_that_is_closed_from_the_start(self, small: Path) -> None:
        shell = f"exec {' '.join(_command(*CHECK))} >&- 2>&-"
        done = subprocess.run(["sh", "-c", shell], cwd=small, env=_environment(), check=False)
        assert done.returncode == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
    @pytest.mark.parametrize("arguments", [CHECK, ("rules", "list"), (*CHECK, "--format", "json")])
    def test_an_output_that_is_full(self, arguments: tuple[str, ...], small: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                _command(*arguments),
                cwd=small,
                env=_environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        said = b"error: cannot write to the standard output: No space left on device\n"
        assert (done.returncode, done.stderr) == (2, said)

    def test_the_same_bytes_twice(self, small: Path) -> None:
        for options in ((), ("--format", "json"), ("--show", "all", "-v")):
            runs = [
                _run(*CHECK, *options, at=small, env={"PYTHONHASHSEED": seed})
                for seed in ("1", "2")
            ]
            assert runs[0].stdout == runs[1].stdout
            assert runs[0].stdout


@pytest.fixture
def heard() -> Iterator[None]:
    """Let interrupts be heard: what a shell starts in the background is deaf, as are its own."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class TestSignals:
    @pytest.mark.usefixtures("heard")
    def test_an_interrupt_is_130_and_leaves_nothing_behind(self, long: Path) -> None:
        with subprocess.Popen(
            _command(*CHECK, "--show", "all"),
            cwd=long,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)  # it is writing more than the pipe holds, and nobody reads on
            process.send_signal(signal.SIGINT)
            assert process.stderr.read().strip() == b"interrupted"
            assert process.wait(120) == 130


def _on_a_terminal(*arguments: str, at: Path, env: Mapping[str, str] | None = None) -> str:
    """Run on a terminal, and return what appears on it."""
    above, below = pty.openpty()
    with subprocess.Popen(
        _command(*arguments),
        cwd=at,
        env=_environment(TERM="xterm", COLUMNS="100", **(env or {})),
        stdin=below,
        stdout=below,
        stderr=below,
    ) as process:
        os.close(below)
        seen = b""
        while select.select([above], [], [], 120)[0]:
            try:
                piece = os.read(above, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            seen += piece
        process.wait(120)
    os.close(above)
    return seen.decode().replace("\r\n", "\n")


class TestTerminal:
    def test_it_has_colours_and_progress(self, small: Path) -> None:
        seen = _on_a_terminal(*CHECK, at=small)
        assert "reading the inventory …" in seen
        assert "judging the estate …" in seen
        assert "\x1b[1" in seen

    def test_progress_leaves_no_trace(self, small: Path) -> None:
        seen = _on_a_terminal("audit", "--as-of", DAY, "--no-colour", at=small)
        assert "writing the reports …" in seen
        left = re.sub(r"\r\x1b\[2K[^\r\n]*(?=\r\x1b\[2K)", "", seen).replace("\r\x1b[2K", "")
        (small / "reports").rename(small / "before")
        assert left == _run("audit", "--as-of", DAY, at=small).stdout.decode()

    @pytest.mark.parametrize(("options", "env"), [(["--no-colour"], {}), ([], {"NO_COLOR": "1"})])
    def test_colours_can_be_refused(
        self, options: list[str], env: dict[str, str], small: Path
    ) -> None:
        quiet = re.sub(r"\r\x1b\[2K", "", _on_a_terminal(*CHECK, *options, at=small, env=env))
        assert "\x1b" not in quiet

    def test_in_errors_too(self, small: Path) -> None:
        (small / "inventory" / "wrong.yaml").write_text("servers: {x: {}}\n")
        assert "\x1b[1" in _on_a_terminal(*CHECK, at=small)
        quiet = _on_a_terminal(*CHECK, "--no-colour", at=small)
        assert "\x1b" not in re.sub(r"\r\x1b\[2K", "", quiet)

    def test_quiet_is_without_progress(self, small: Path) -> None:
        assert "…" not in _on_a_terminal(*CHECK, "-q", at=small)

    def test_elsewhere_there_is_neither(self, small: Path) -> None:
        done = _run(*CHECK, at=small, env={"TERM": "xterm", "FORCE_COLOR": "1"})
        assert b"\x1b" not in done.stdout
        assert done.stderr == b""


class TestFaults:
    """A library that is broken stands for a mistake of our own."""

    @pytest.fixture
    def broken(self, tmp_path: Path) -> dict[str, str]:
        """Return an environment in which measuring how alike names are does not work."""
        (tmp_path / "broken").mkdir()
        (tmp_path / "broken" / "rapidfuzz.py").write_text("raise RuntimeError('it is broken')\n")
        return {"PYTHONPATH": f"{tmp_path / 'broken'}{os.pathsep}{ROOT / 'src'}"}

    @pytest.fixture
    def twins(self, small: Path) -> Path:
        """Return an estate whose facts need to know how alike two names are."""
        (small / "inventory" / "twins.yaml").write_text(
            "applications:\n"
            "  one: {name: Committee minutes, supports: [council-tax]}\n"
            "  two: {name: Committee minute, supports: [council-tax]}\n"
        )
        return small

    def test_a_crash_in_a_fact_is_3_and_names_it(self, broken: dict[str, str], twins: Path) -> None:
        assert _run(*CHECK, at=twins).returncode == 1
        done = _run(*CHECK, "--fail-on", "never", at=twins, env=broken)
        assert (done.returncode, done.stdout) == (3, b"")
        first, second = done.stderr.decode().splitlines()
        assert re.fullmatch(
            r"fault in estate \(engine\.py:\d+\): fact application\.\w+: "
            r"RuntimeError: it is broken",
            first,
        )
        assert second.startswith("This is a mistake in the program, not in your files.")

    def test_a_traceback_only_for_those_who_ask(self, broken: dict[str, str], twins: Path) -> None:
        asked = _run(*CHECK, at=twins, env={**broken, "ESTATE_TRACEBACK": "1"})
        assert b"Traceback" in asked.stderr
        assert asked.returncode == 3
        assert b"Traceback" not in _run(*CHECK, at=twins, env=broken).stderr

    def test_a_library_that_is_missing_is_a_fault_too(self, small: Path, tmp_path: Path) -> None:
        (tmp_path / "networkx.py").write_text("raise ImportError('no networkx')\n")
        (tmp_path / "yaml.py").write_text("raise ImportError('no yaml')\n")
        path = f"{tmp_path}{os.pathsep}{ROOT / 'src'}"
        done = _run(*CHECK, at=small, env={"PYTHONPATH": path})
        assert (done.returncode, done.stdout) == (3, b"")
        assert b"ImportError: no yaml" in done.stderr
        assert b"Traceback" not in done.stderr


def test_the_module_is_the_program(small: Path) -> None:
    done = _run(*CHECK, "--format", "json", at=small)
    assert json.loads(done.stdout)["estate"] == "Sandling"
    assert _run("--version", at=small).stdout.startswith(b"estate ")
