"""One Chromium that does one job at a time: started when needed, replaced when it dies or hangs."""

import logging
import weakref
from collections.abc import Callable
from typing import TypeVar

from services.errors import BrowserMissingError, ExportCancelledError, ExportError
from services.reports import chromium
from services.reports.deadline import Deadline, StillWanted
from services.reports.devtools import Devtools, RefusedError
from services.reports.drawing_board import DrawingBoard

_log = logging.getLogger(__name__)

Made = TypeVar("Made")

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


class Session:
    """One run of Chromium; ended at the latest when the interpreter ends."""

    def __init__(self, running: chromium.Chromium) -> None:
        self.end = weakref.finalize(self, running.end)
        self.devtools = Devtools(running)
        self.version = ""
        self._board: DrawingBoard | None = None

    def greet(self, deadline: Deadline) -> None:
        """Wait until it answers."""
        self.version = self.devtools.call("Browser.getVersion", deadline=deadline)["product"]

    def board(self, deadline: Deadline) -> DrawingBoard:
        """Return the page that figures are drawn on."""
        if self._board is None:
            self._board = DrawingBoard(self.devtools, deadline=deadline)
        return self._board


Job = Callable[[Session, Deadline], Made]


class OneBrowser:
    """Used by one thread at a time.

    `path` is where it lies; without, it is found. A job may take `timeout_s` seconds. One that
    finds the browser dead, or sees it die, is tried once more with a new one.
    """

    def __init__(self, path: str | None, *, timeout_s: float) -> None:
        self._path = path
        self._timeout_s = timeout_s
        self._session: Session | None = None

    @property
    def is_warm(self) -> bool:
        """Whether it runs."""
        return self._session is not None

    def do(self, job: Job[Made], still_wanted: StillWanted) -> Made:
        """Return what a job makes.

        Raises: as `Renderer.pdf`.
        """
        deadline = Deadline.within(self._timeout_s, still_wanted)
        try:
            return self._tried_twice(job, deadline)
        except TimeoutError as error:
            self.end()
            _log.warning("the browser was stopped: a job took too long")
            raise ExportError(_SLOW.format(seconds=self._timeout_s)) from error
        except ConnectionError as error:
            self.end()
            raise ExportError(_CRASHED) from error
        except RefusedError as error:
            self.end()
            raise ExportError(_REFUSED) from error
        except ExportCancelledError:
            # Nothing else runs in it, and however busy its page is, it cannot refuse.
            self.end()
            raise
        except ExportError:
            raise
        except BaseException:
            # Whatever stopped us, an answer may be under way that the next job must not read.
            self.end()
            raise

    def end(self) -> None:
        """End the browser; a later job would start another."""
        session, self._session = self._session, None
        if session:
            session.end()

    def _tried_twice(self, job: Job[Made], deadline: Deadline) -> Made:
        try:
            return job(self._warm(deadline), deadline)
        except ConnectionError:
            _log.warning("the browser died and is started again")
            self.end()
            return job(self._warm(deadline), deadline)

    def _warm(self, deadline: Deadline) -> Session:
        if self._session is None:
            path = chromium.find(self._path)
            if path is None:
                raise BrowserMissingError(chromium.MISSING)
            self._session = _started(path, deadline)
        return self._session


def _started(path: str, deadline: Deadline) -> Session:
    """Return a Chromium that answers: with its sandbox, or without where there is none."""
    for sandboxed in (False,) if chromium.is_root() else (True, False):
        try:
            session = Session(chromium.start(path, sandboxed=sandboxed))
        except OSError as error:
            raise BrowserMissingError(chromium.MISSING) from error
        try:
            session.greet(deadline.sooner(_STARTS_WITHIN_S))
        except (ConnectionError, TimeoutError, RefusedError) as error:
            session.end()
            _log.warning("Chromium did not start: %s", type(error).__name__)
            continue
        except BaseException:
            session.end()
            raise
        if not (sandboxed or chromium.is_root()):
            _log.warning("Chromium runs without its sandbox: this user has none here")
        return session
    raise BrowserMissingError(chromium.MISSING)
