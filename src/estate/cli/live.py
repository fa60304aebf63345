"""The page of an estate, served on this machine alone and made anew when a file changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Final

from estate.errors import OutputError

__all__ = ["HOST", "Live", "server_of"]

HOST: Final = "127.0.0.1"
_NAMES: Final = (HOST, "localhost")
"""What this machine may be called: a page from elsewhere that names it otherwise is refused."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""No other page may read, frame or keep what is served."""
_READ: Final = (".yaml", ".yml", ".json")


class Live:
    """A page that is made from a stamp when it is first asked for, and again when that changes.

    The stamp tells one state of the files of `root` from another, `beside` left out.
    """

    def __init__(self, root: Path, beside: Path, made: Callable[[str], bytes]) -> None:
        self._root = root
        self._beside = beside
        self._made = made
        self._lock = Lock()
        self._shown: tuple[str, bytes] = ("", b"")

    def stamp(self) -> str:
        """Return what tells the files as they are now from what they were."""
        digest = hashlib.sha256()
        for path in sorted(self._files()):
            digest.update(f"{path}\0{_state(path)}\n".encode(errors="replace"))
        return digest.hexdigest()[:20]

    def page(self) -> bytes:
        """Return the page of the files as they are now."""
        with self._lock:
            stamp = self.stamp()
            if self._shown[0] != stamp:
                self._shown = (stamp, self._made(stamp))
            return self._shown[1]

    def _files(self) -> Iterator[Path]:
        for folder, inner, names in os.walk(self._root):
            here = Path(folder)
            inner[:] = [n for n in inner if not n.startswith(".") and here / n != self._beside]
            yield from (here / name for name in names if name.endswith(_READ))


def _state(path: Path) -> str:
    """Return what tells a file from what it was; nothing of one that has just gone."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{state.st_mtime_ns} {state.st_size}"


def server_of(live: Live, port: int) -> ThreadingHTTPServer:
    """Return a server of the page on the loopback address; port 0 is any that is free.

    Raises OutputError where the port is taken.
    """
    try:
        return _Server(live, port)
    except OSError as error:
        raise OutputError(
            f"cannot serve on port {port}: {error.strerror}; --port 0 takes any that is free"
        ) from error


class _Server(ThreadingHTTPServer):
    """A server that goes on when a browser turns away in the middle of an answer."""

    def __init__(self, live: Live, port: int) -> None:
        self.live = live
        super().__init__((HOST, port), _Handler)

    def handle_error(self, *_: object) -> None:
        """Say nothing of it: whoever asked is gone, or has been answered with an error."""


class _Handler(BaseHTTPRequestHandler):
    """Answers whoever calls this machine by one of its own names.

    Another name is refused, so that no page from elsewhere can read the estate by having its own
    name lead here (DNS rebinding).
    """

    server: _Server
    server_version = "estate"
    sys_version = ""

    def do_GET(self) -> None:
        if (self.headers.get("Host") or "").partition(":")[0] not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == "/stamp":
            self._answer(self.server.live.stamp().encode(), "text/plain")
        elif self.path == "/":
            self._page()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _page(self) -> None:
        try:
            made = self.server.live.page()
        except Exception as error:
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR, explain=f"{error!r}")
            raise
        self._answer(made, "text/html; charset=utf-8")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
