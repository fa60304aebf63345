"""The language server: what the protocol asks, handed to whoever knows.

A fault in one answer is told to the editor's log, and the session goes on. Nothing is fetched,
nothing is started, and no file is written: the editor writes what it is told to.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from estate import __version__
from estate.errors import EstateError
from estate.lsp.completion import complete
from estate.lsp.diagnostics import diagnostics_of
from estate.lsp.fixes import fixes
from estate.lsp.hover import hover
from estate.lsp.navigation import definition, named_at, outline, references
from estate.lsp.reading import State
from estate.lsp.renaming import id_at, rename
from estate.lsp.session import Session, Today
from estate.lsp.workspace import Shelf, View

__all__ = ["serve"]

T = TypeVar("T")

_Wait = Callable[[Session], Awaitable[State]]

_LOG: Final = logging.getLogger("estate.lsp")
_TRIGGERS: Final = [" ", "[", "{", ",", "@", ":", "-"]
_TURN: Final = 0.001
"""Seconds after which whoever judges lets whoever answers go on."""
_WATCHED: Final = "**/*.{yaml,yml,json}"


def serve(today: Today) -> None:
    """Serve one editor until it says goodbye; `today` gives the day to judge on."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    # What cannot be answered is told to the editor; only faults of ours belong into the log.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    sys.setswitchinterval(_TURN)
    _Server(today).start_io()


class _Protocol(LanguageServerProtocol):
    """The protocol, with an answer to every request: one that cannot be read is refused."""

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 - pygls's
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=error.to_response_error())
            raise


class _Server(LanguageServer):
    """The protocol's side: documents come in, diagnostics go out."""

    def __init__(self, today: Today) -> None:
        super().__init__(
            "estate",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            protocol_cls=_Protocol,
        )
        self.shelf = Shelf(today, self.publish, self.fault)
        self._published: dict[Session, set[str]] = {}
        _documents(self)
        _folders(self)
        _questions(self)
        _changes(self)

    def publish(self, session: Session) -> None:
        """Show what is wrong in each file of an estate, and clear what was shown before."""
        try:
            found = diagnostics_of(self.shelf, session)
        except Exception as error:  # noqa: BLE001 - as everywhere here
            self.fault(error)
            return
        uris = {self.shelf.uri(session, name): each for name, each in found.items()}
        before = self._published.get(session, set())
        for uri in sorted({*uris, *before}):
            document = self.workspace.text_documents.get(uri)
            version = document.version if document else None
            shown = lsp.PublishDiagnosticsParams(uri, uris.get(uri, []), version)
            self.text_document_publish_diagnostics(shown)
        self._published[session] = {uri for uri, each in uris.items() if each}

    def fault(self, error: Exception) -> None:
        """Tell of a fault of the program, to the log of the server and to that of the editor."""
        _LOG.error("a fault in the program", exc_info=error)
        said = f"estate: a fault in the program: {type(error).__name__}: {error}"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, said))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 - pygls's
        """Log what cannot be read; it is no reason to interrupt whoever types."""
        del source
        said = f"estate: {error}"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, said))

    async def asked(
        self, uri: str, answer: Callable[[View], T], *, wait: _Wait = Session.known
    ) -> T | None:
        """Return an answer about a document; None for one of no estate, and after a fault.

        `wait` waits for as much to be known of the estate as the answer needs.
        """
        view = self.shelf.view(uri)
        if view is None:
            return None
        try:
            await wait(view.session)
            return answer(View(view.shelf, view.session, view.name))
        except JsonRpcInvalidParams:
            raise
        except Exception as error:  # noqa: BLE001 - the session goes on
            self.fault(error)
            return None


def _documents(server: _Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.shelf.codec = server.workspace.position_codec
        server.shelf.opened(params.text_document.uri, params.text_document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.shelf.opened(uri, server.workspace.get_text_document(uri).source)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.shelf.touched(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.shelf.closed(params.text_document.uri)


def _folders(server: _Server) -> None:
    @server.feature(lsp.INITIALIZED)
    def ready(params: lsp.InitializedParams) -> None:
        del params
        server.shelf.codec = server.workspace.position_codec
        for folder in server.workspace.folders or ():
            server.shelf.enter(folder)
        watching = server.client_capabilities.workspace
        watched = watching.did_change_watched_files if watching else None
        if watched and watched.dynamic_registration:
            _watch(server)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.added:
            server.shelf.enter(folder.uri)
        for folder in params.event.removed:
            server.shelf.leave(folder.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files(params: lsp.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            server.shelf.touched(change.uri)


def _watch(server: _Server) -> None:
    """Ask the editor to tell what others change, such as git."""
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(_WATCHED)])
    method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
    watch = lsp.Registration("estate-files", method, options)
    server.client_register_capability(lsp.RegistrationParams([watch]))


def _questions(server: _Server) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=_TRIGGERS)
    )
    async def completed(params: lsp.CompletionParams) -> lsp.CompletionList | None:
        return await server.asked(
            params.text_document.uri, lambda view: complete(view, view.page.mark(params.position))
        )

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        return await server.asked(
            params.text_document.uri, lambda view: hover(view, view.page.mark(params.position))
        )

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: lsp.DefinitionParams) -> lsp.Location | None:
        def answer(view: View) -> lsp.Location | None:
            found = named_at(view, view.page.mark(params.position))
            return definition(view, found[1]) if found else None

        return await server.asked(params.text_document.uri, answer)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def referred(params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        def answer(view: View) -> list[lsp.Location] | None:
            found = named_at(view, view.page.mark(params.position))
            declared = params.context.include_declaration
            return references(view, found[1], declared=declared) if found else None

        return await server.asked(params.text_document.uri, answer)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        return await server.asked(params.text_document.uri, outline)


def _changes(server: _Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepared(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        def answer(view: View) -> lsp.PrepareRenamePlaceholder | None:
            found = id_at(view, view.page.mark(params.position))
            if found is None:
                return None
            return lsp.PrepareRenamePlaceholder(view.page.range(found[1]), found[0])

        return await server.asked(params.text_document.uri, answer)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    async def renamed(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        return await server.asked(
            params.text_document.uri,
            lambda view: _renamed(server, view, params),
            wait=Session.current,
        )

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])
    )
    async def fixed(params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        return await server.asked(
            params.text_document.uri,
            lambda view: fixes(view, params.range, params.context.diagnostics),
            wait=Session.settled,
        )


def _renamed(server: _Server, view: View, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    found = id_at(view, view.page.mark(params.position))
    if found is None:
        raise JsonRpcInvalidParams("no record's id stands here")
    try:
        done = rename(view, found[0], params.new_name)
    except EstateError as error:
        raise JsonRpcInvalidParams(error.message) from error
    if done.bound:
        names = ", ".join(done.bound)
        said = f"signed for, or pinned to, {found[0]}: {names} must be accepted anew"
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, said))
    return done.edit
