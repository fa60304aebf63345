from __future__ import annotations

import http.client
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from tests.cli.conftest import Run

from estate.cli import cli
from estate.cli.live import HOST, Live, server_of
from estate.cli.options import Invocation
from estate.cli.serve import _page, _reports
from estate.errors import OutputError

DAY = "2026-11-21"


@pytest.fixture
def live(small: Path) -> Live:
    said = Invocation(small, None, colour=False, quiet=True, verbose=False)
    return Live(small, _reports(small), lambda stamp: _page(said, stamp))


@pytest.fixture
def server(live: Live) -> Iterator[ThreadingHTTPServer]:
    with server_of(live, 0) as made:
        thread = Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def _get(server: ThreadingHTTPServer, path: str, host: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection(HOST, server.server_port)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_the_page_is_served_and_knows_its_stamp(live: Live, server: ThreadingHTTPServer) -> None:
    status, text = _get(server, "/")
    assert status == 200
    assert f'<meta name="estate-stamp" content="{live.stamp()}">' in text
    assert "connect-src 'self'" in text.replace("&#39;", "'")
    assert _get(server, "/stamp") == (200, live.stamp())
    assert _get(server, "/estate.yaml")[0] == 404


def test_whoever_calls_the_machine_by_another_name_is_refused(server: ThreadingHTTPServer) -> None:
    assert _get(server, "/", f"evil.example:{server.server_port}")[0] == 403
    assert _get(server, "/stamp", f"localhost:{server.server_port}")[0] == 200
    assert _get(server, "/stamp", "127.0.0.1")[0] == 200
    assert _get(server, "/stamp", "127.0.0.1.evil.example")[0] == 403


def test_no_other_page_may_read_or_frame_what_is_served(server: ThreadingHTTPServer) -> None:
    connection = http.client.HTTPConnection(HOST, server.server_port)
    connection.request("GET", "/stamp", headers={"Origin": "http://evil.example"})
    answer = connection.getresponse()
    assert answer.getheader("Access-Control-Allow-Origin") is None
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
    assert answer.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
    assert "Python" not in (answer.getheader("Server") or "")


def test_a_file_that_goes_while_it_is_looked_at_is_a_change(live: Live, small: Path) -> None:
    first = live.stamp()
    (small / "inventory" / "gone.yaml").symlink_to(small / "nowhere.yaml")
    assert live.stamp() != first


def test_a_browser_that_turns_away_and_a_page_that_fails_stop_nothing(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_: str) -> bytes:
        raise ValueError("<no>")

    with server_of(Live(small, small / "reports", failing), 0) as made:
        thread = Thread(target=made.serve_forever)
        thread.start()
        status, text = _get(made, "/")
        with socket.create_connection((HOST, made.server_port)) as gone:
            gone.sendall(b"GET / HTTP/1.0\r\n")
        assert _get(made, "/stamp")[0] == 200
        made.shutdown()
        thread.join()
    assert status == 500
    assert "&lt;no&gt;" in text
    assert capsys.readouterr().err == ""


def test_only_the_loopback_address_is_listened_on(server: ThreadingHTTPServer) -> None:
    assert server.server_address[0] == HOST


def test_a_changed_file_gives_another_page(small: Path, live: Live) -> None:
    first, before = live.stamp(), live.page()
    assert live.page() is before
    settings = small / "estate.yaml"
    settings.write_text(settings.read_text().replace("name:", "name: Another", 1))
    assert live.stamp() != first
    assert "Another" in live.page().decode()


def test_what_the_audit_writes_is_no_change(run: Run, small: Path, live: Live) -> None:
    first = live.stamp()
    run("audit", "-q", "--as-of", DAY, "--fail-on", "never", at=small)
    assert live.stamp() == first


def test_an_estate_that_does_not_load_is_shown_with_its_problems(small: Path, live: Live) -> None:
    (small / "inventory" / "new.yaml").write_text("applications: {a: {name: <b>, owners: x}}\n")
    text = live.page().decode()
    assert "The estate does not load" in text
    assert "inventory/new.yaml" in text
    (small / "estate.yaml").write_text("estate: 2\n")
    assert "The estate does not load" in live.page().decode()
    assert _reports(small) == small / "reports"


def test_a_port_that_is_taken_is_said(server: ThreadingHTTPServer, live: Live) -> None:
    with pytest.raises(OutputError, match=f"on port {server.server_port}: .*--port 0"):
        server_of(live, server.server_port)


def test_serving_ends_with_the_key_that_interrupts(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: ThreadingHTTPServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", interrupted)
    done = CliRunner().invoke(cli, ["serve", "--port", "0", "--estate", str(small)])
    assert done.exit_code == 0
    assert done.stdout.startswith("The page is at http://127.0.0.1:")


@pytest.mark.parametrize("command", ["audit"])
def test_the_page_is_opened_in_the_browser_of_the_system(
    command: str, small: Path, tmp_path: Path
) -> None:
    import subprocess  # noqa: PLC0415 - for this test alone

    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n')
    browser.chmod(0o755)
    environment = {**os.environ, "BROWSER": str(browser)}
    arguments = [command, "--open", "-q", "--fail-on", "never", "--estate", str(small)]
    subprocess.run([sys.executable, "-m", "estate", *arguments], env=environment, check=True)
    opened = (tmp_path / "opened").read_text().strip()
    assert opened == (small / "reports" / "index.html").resolve().as_uri()
    environment["BROWSER"] = str(tmp_path / "none")
    environment["PATH"] = ""
    done = subprocess.run(
        [sys.executable, "-m", "estate", *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "no browser could be started" in done.stderr


def test_a_browser_shows_the_change_by_itself(small: Path, server: ThreadingHTTPServer) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda each: complaints.append(each.text))
        page.goto(f"http://{HOST}:{server.server_port}/#/scorecard")
        (small / "inventory" / "new.yaml").write_text("applications: {a: {}}\n")
        page.get_by_role("heading", name="The estate does not load").wait_for()
        (small / "inventory" / "new.yaml").write_text("applications: {a: {name: Fresh}}\n")
        page.get_by_role("heading", name="Balanced scorecard").wait_for()
        assert "Fresh" in page.content()
        browser.close()
    assert complaints == []
