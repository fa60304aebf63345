"""A small editor: it speaks the protocol with the real server, over its stdin and stdout.

The server is a process of its own, or, where nothing is asked of the process, a thread of this one:
started in no time, with the same bytes going to and fro.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Self

from estate.lsp.server import _Server

AS_OF = "2026-11-21"
Json = Any
"""Whatever JSON may hold."""

_PATIENCE = 60
CAPABILITIES = {
    "workspace": {
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceFolders": True,
    }
}


class Thread:
    """The server in a thread of this process, to be spoken with as one speaks with a process."""

    stderr = None

    def __init__(self) -> None:
        theirs, ours = os.pipe()
        self.stdin: BinaryIO = os.fdopen(ours, "wb")
        ours, back = os.pipe()
        self.stdout: BinaryIO = os.fdopen(ours, "rb")
        streams = os.fdopen(theirs, "rb"), os.fdopen(back, "wb")
        self._thread = threading.Thread(target=self._serve, args=streams, daemon=True)
        self._thread.start()

    def _serve(self, reader: BinaryIO, writer: BinaryIO) -> None:
        with reader, suppress(ValueError), writer:  # the server itself may have closed it
            _Server(lambda _: date.fromisoformat(AS_OF)).start_io(reader, writer)

    def poll(self) -> int | None:
        """Return None while it serves."""
        return None if self._thread.is_alive() else 0

    def wait(self, timeout: float) -> int:
        """Wait until it has left."""
        self._thread.join(timeout)
        assert not self._thread.is_alive()
        return 0


def process(*command: str) -> subprocess.Popen[bytes]:
    """Start the server as editors do, or that of somebody else."""
    return subprocess.Popen(
        command or (sys.executable, "-m", "estate", "lsp", "--as-of", AS_OF),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )


class Editor:
    """One editor with one server; requests wait for their answer."""

    def __init__(
        self,
        *folders: Path,
        encodings: tuple[str, ...] = (),
        server: subprocess.Popen[bytes] | None = None,
    ) -> None:
        self.process = server or Thread()
        self.shown: dict[str, Json] = {}
        self.said: list[Json] = []
        self.texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._answers: dict[int, Json] = {}
        self._arrived: queue.Queue[Json] = queue.Queue()
        self._next = 0
        self.errors = b""
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._note_errors, daemon=True).start()
        general = {"positionEncodings": list(encodings)} if encodings else {}
        self.server = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": {**CAPABILITIES, "general": general},
                "workspaceFolders": [{"uri": f.as_uri(), "name": f.name} for f in folders],
            },
        )
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
        self.process.wait(_PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()

    def send_raw(self, body: bytes) -> None:
        """Send the bytes of a message, whatever they are."""
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method: str, params: Json) -> None:
        """Send a notification."""
        self.send_raw(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def start(self, method: str, params: Json) -> int:
        """Send a request and return its number."""
        self._next += 1
        message = {"jsonrpc": "2.0", "id": self._next, "method": method, "params": params}
        self.send_raw(json.dumps(message).encode())
        return self._next

    def answer(self, number: int) -> Mapping[str, Json]:
        """Wait for the answer to a request: its whole message."""
        while number not in self._answers:
            self._take()
        found: Mapping[str, Json] = self._answers.pop(number)
        return found

    def ask(self, method: str, params: Json) -> Json:
        """Send a request and return its result."""
        answer = self.answer(self.start(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a document, as it is on disk or not saved yet, and return its URI."""
        uri = path.as_uri()
        self.texts[uri] = path.read_bytes().decode() if text is None else text
        self._versions[uri] = 1
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": self.texts[uri]}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, text: str) -> int:
        """Change a document, and return its version."""
        self._versions[uri] += 1
        self.texts[uri] = text
        document = {"uri": uri, "version": self._versions[uri]}
        changes = [{"text": text}]
        params = {"textDocument": document, "contentChanges": changes}
        self.tell("textDocument/didChange", params)
        return self._versions[uri]

    def close(self, uri: str) -> None:
        """Close a document."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri: str, version: int | None = None) -> list[Json]:
        """Wait for what is shown of a document, at this version of it, and return it."""
        wanted = self._versions.get(uri) if version is None else version
        while uri not in self.shown or self.shown[uri].get("version", wanted) != wanted:
            self._take()
        found: list[Json] = self.shown[uri]["diagnostics"]
        return found

    def next_diagnostics(self, uri: str) -> list[Json]:
        """Wait until something is shown anew of a document, and return it."""
        self.shown.pop(uri, None)
        while uri not in self.shown:
            self._take()
        found: list[Json] = self.shown[uri]["diagnostics"]
        return found

    def _take(self) -> None:
        try:
            message = self._arrived.get(timeout=_PATIENCE)
        except queue.Empty:
            message = None
        assert message is not None, f"no answer; {self.said}\n{self.errors.decode()}"
        if "method" not in message:
            self._answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            self.shown[message["params"]["uri"]] = message["params"]
        else:
            self.said.append(message)
            if "id" in message:
                reply = {"jsonrpc": "2.0", "id": message["id"], "result": None}
                self.send_raw(json.dumps(reply).encode())

    def _listen(self) -> None:
        assert self.process.stdout
        try:
            while line := self.process.stdout.readline():
                length = 0
                while line.strip():
                    name, _, value = line.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                    line = self.process.stdout.readline()
                self._arrived.put(json.loads(self.process.stdout.read(length)))
        finally:
            self._arrived.put(None)

    def _note_errors(self) -> None:
        while self.process.stderr and (chunk := self.process.stderr.readline()):
            self.errors += chunk


def position(text: str, index: int) -> dict[str, int]:
    """Return the protocol's position of an index of a text."""
    before = text[:index]
    line = before.count("\n")
    return {"line": line, "character": len(before.rpartition("\n")[2].encode("utf-16-le")) // 2}


def index_of(text: str, place: Mapping[str, int]) -> int:
    """Return the index that a position of the protocol stands for."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: place["line"]])
    units = lines[place["line"]].encode("utf-16-le")[: place["character"] * 2]
    return start + len(units.decode("utf-16-le"))


def applied(text: str, edits: list[Json]) -> str:
    """Return a text with edits made in it."""
    places = [
        (index_of(text, e["range"]["start"]), index_of(text, e["range"]["end"]), e["newText"])
        for e in edits
    ]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text
