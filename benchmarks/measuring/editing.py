"""How long an editor waits for an answer after an edit of one file: `editing.py DIR DAY`.

The real language server is asked over its stdin and stdout, as an editor does: a file is changed,
then each question is put, at once and again while the change is being judged. Prints JSON: the
median milliseconds of each question, and from the change until what is wrong is shown.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import IO, Any, Final

from benchmarks.measuring.processes import environment

SHOWN: Final = "what is wrong"
"""The name of the time until diagnostics are shown."""

_QUESTIONS: Final = ("completion", "hover", "definition", "references", "documentSymbol")
_RUNS_ON: Final = "runs_on: "
_SHOWS: Final = "textDocument/publishDiagnostics"
_JUDGING: Final = 0.3
"""Seconds after a change at which its reading has begun."""


class Server:
    """The language server, at work on an estate."""

    def __init__(self, root: Path, day: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "estate", "lsp", "--as-of", day],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
        )
        self._sent = 0
        self._shown: set[tuple[str, int | None]] = set()
        folder = {"uri": root.as_uri(), "name": root.name}
        self.ask("initialize", {"capabilities": {}, "workspaceFolders": [folder]})
        self.tell("initialized", {})

    def ask(self, method: str, params: object) -> Mapping[str, Any]:
        """Put a question, and return its answer."""
        self._sent += 1
        self._send({"id": self._sent, "method": method, "params": params})
        return self._next(lambda each: each.get("id") == self._sent and "method" not in each)

    def tell(self, method: str, params: object) -> None:
        """Tell something that has no answer."""
        self._send({"method": method, "params": params})

    def shown(self, uri: str, version: int) -> None:
        """Wait until what is wrong in a version of a file is shown, unless it was before."""
        if (uri, version) not in self._shown:
            self._next(lambda _: (uri, version) in self._shown)

    def end(self) -> None:
        """Say goodbye."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.communicate(timeout=60)

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = _there(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        pipe.flush()

    def _next(self, wanted: Any) -> Mapping[str, Any]:  # noqa: ANN401 - asked of a message
        return next(message for message in self._messages() if wanted(message))

    def _messages(self) -> Iterator[Mapping[str, Any]]:
        pipe = _there(self._process.stdout)
        while line := pipe.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = pipe.readline()
            message = json.loads(pipe.read(length))
            if message.get("method") == _SHOWS:
                self._shown.add((message["params"]["uri"], message["params"].get("version")))
            yield message


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("the server has no pipe")
    return pipe


def answers(root: Path, day: str, edits: int = 10) -> dict[str, float]:
    """Edit a file, ask everything, and return the median milliseconds of each answer."""
    path = _edited(root)
    text, uri = path.read_text(encoding="utf-8"), path.as_uri()
    server, taken = Server(root, day), dict[str, list[float]]()
    document = {"uri": uri, "languageId": "yaml", "version": 0, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    server.shown(uri, 0)
    for version in range(1, edits + 1):
        begun = perf_counter()
        changed = text.replace("    name: ", "    name: " + "x" * version, 1)
        change = {"textDocument": {"uri": uri, "version": version}}
        server.tell("textDocument/didChange", {**change, "contentChanges": [{"text": changed}]})
        sleep(_JUDGING * (version % 2))
        for question, params in _asked(uri, changed):
            asked = perf_counter()
            server.ask(f"textDocument/{question}", params)
            taken.setdefault(question, []).append(perf_counter() - asked)
        server.shown(uri, version)
        taken.setdefault(SHOWN, []).append(perf_counter() - begun)
    server.end()
    return {name: median(several) * 1000 for name, several in taken.items()}


def _edited(root: Path) -> Path:
    """Return the file to edit: one in the middle of those in which applications name servers."""
    files = sorted((root / "inventory").rglob("*.yaml"))
    found = [path for path in files if _RUNS_ON in path.read_text(encoding="utf-8")]
    return found[len(found) // 2].resolve()


def _asked(uri: str, text: str) -> Iterator[tuple[str, object]]:
    """Yield each question with its parameters: where an application names its first server."""
    before, _, line = text.partition(_RUNS_ON)
    place = before.rpartition("\n")[2] + _RUNS_ON + line.partition("\n")[0]
    position = {"line": before.count("\n"), "character": len(place.rstrip("]")) - 2}
    here = {"textDocument": {"uri": uri}, "position": position}
    for question in _QUESTIONS:
        yield question, {**here, "context": {"includeDeclaration": True}}


if __name__ == "__main__":
    print(json.dumps(answers(Path(sys.argv[1]).resolve(), sys.argv[2])))
