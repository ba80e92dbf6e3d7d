"""The warm browser: one Chromium for all exports, started when it is first needed."""

import logging
import threading
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from services.errors import BrowserMissingError, ExportError
from services.models.export import Paper
from services.reports import chromium
from services.reports.devtools import Devtools, RefusedError
from services.reports.drawing_board import DrawingBoard
from services.reports.printing import printed
from services.reports.renderer import Picture

_log = logging.getLogger(__name__)

_Made = TypeVar("_Made")

_STARTS_WITHIN_S = 30
_SLOW = (
    "This took longer than {seconds:g} s and was stopped: choose fewer interviews or figures, or "
    "let SCOREBAND_EXPORT_TIMEOUT_SECONDS allow more."
)
_CRASHED = (
    "The browser that makes PDF and pictures broke down, twice: try again, choose fewer figures, "
    "or another format (HTML, PPTX and XLSX do without it)."
)
_REFUSED = "The page could not be printed: choose fewer rows, or another format."


class WarmBrowser:
    """Draws figures and prints pages, one job after the other, in a Chromium that is kept running.

    `path` is where it lies; without, it is found. A job may take `timeout_s` seconds. One that
    finds the browser dead, or sees it die, is tried once more with a new one.
    """

    def __init__(self, path: str | None = None, *, timeout_s: float = 60) -> None:
        self._path = path
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._session: _Session | None = None

    def pictures(self, figures: Sequence[Mapping[str, Any]], *, width: int) -> Sequence[Picture]:
        """Return each figure (Plotly's JSON) drawn `width` CSS pixels wide, at its own height.

        Raises: as `Renderer.pictures`.
        """

        def draw(session: _Session, deadline: float) -> Sequence[Picture]:
            board = session.board(deadline)
            return [board.draw(each, width=width, deadline=deadline) for each in figures]

        return self._do(draw) if figures else ()

    def pdf(self, html: str, *, paper: Paper) -> bytes:
        """Return a self-contained page as PDF; waits until `document.body.dataset.ready` is "yes".

        Raises: as `Renderer.pdf`.
        """
        return self._do(
            lambda session, deadline: printed(
                session.devtools, html, paper=paper, deadline=deadline
            )
        )

    def version(self) -> str:
        """Start the browser if need be; return its name and version, such as "Chrome/156.0".

        Raises: as `Renderer.pdf`.
        """
        return self._do(lambda session, _: session.version)

    def close(self) -> None:
        """End the browser; a later job would start another."""
        with self._lock:
            self._drop()

    def _do(self, job: Callable[["_Session", float], _Made]) -> _Made:
        with self._lock:
            deadline = time.monotonic() + self._timeout_s
            try:
                return self._tried_twice(job, deadline)
            except TimeoutError as error:
                self._drop()
                _log.warning("the browser was stopped: a job took too long")
                raise ExportError(_SLOW.format(seconds=self._timeout_s)) from error
            except ConnectionError as error:
                self._drop()
                raise ExportError(_CRASHED) from error
            except RefusedError as error:
                self._drop()
                raise ExportError(_REFUSED) from error
            except ExportError:
                raise
            except BaseException:
                # Whatever stopped us, an answer may be under way that the next job must not read.
                self._drop()
                raise

    def _tried_twice(self, job: Callable[["_Session", float], _Made], deadline: float) -> _Made:
        try:
            return job(self._warm(deadline), deadline)
        except ConnectionError:
            _log.warning("the browser died and is started again")
            self._drop()
            return job(self._warm(deadline), deadline)

    def _warm(self, deadline: float) -> "_Session":
        if self._session is None:
            path = chromium.find(self._path)
            if path is None:
                raise BrowserMissingError(chromium.MISSING)
            self._session = _started(path, deadline)
        return self._session

    def _drop(self) -> None:
        session, self._session = self._session, None
        if session:
            session.end()


class _Session:
    """One run of Chromium; ended at the latest when the interpreter ends."""

    def __init__(self, running: chromium.Chromium) -> None:
        self.end = weakref.finalize(self, running.end)
        self.devtools = Devtools(running)
        self.version = ""
        self._board: DrawingBoard | None = None

    def greet(self, deadline: float) -> None:
        """Wait until it answers."""
        self.version = self.devtools.call("Browser.getVersion", deadline=deadline)["product"]

    def board(self, deadline: float) -> DrawingBoard:
        """Return the page that figures are drawn on."""
        if self._board is None:
            self._board = DrawingBoard(self.devtools, deadline=deadline)
        return self._board


def _started(path: str, deadline: float) -> _Session:
    """Return a Chromium that answers: with its sandbox, or without where there is none."""
    for sandboxed in (False,) if chromium.is_root() else (True, False):
        try:
            session = _Session(chromium.start(path, sandboxed=sandboxed))
        except OSError as error:
            raise BrowserMissingError(chromium.MISSING) from error
        try:
            session.greet(min(deadline, time.monotonic() + _STARTS_WITHIN_S))
        except (ConnectionError, TimeoutError, RefusedError) as error:
            session.end()
            _log.warning("Chromium did not start: %s", type(error).__name__)
            continue
        if not (sandboxed or chromium.is_root()):
            _log.warning("Chromium runs without its sandbox: this user has none here")
        return session
    raise BrowserMissingError(chromium.MISSING)
