"""The warm browser for all exports: two Chromiums, started when they are first needed."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from services.models.export import Paper
from services.reports.deadline import ASKS_EVERY_S, Deadline, StillWanted, always_wanted
from services.reports.one_browser import Job, Made, OneBrowser, Session
from services.reports.printing import printed
from services.reports.renderer import Picture

_AT_ONCE = 2
"""On two cores the last of eight readers waits a third less than with one; with three, hardly less
again. Each has a Chromium of its own: what kills the one leaves the other's job alone."""
_CLOSES_WITHIN_S = 5


class WarmBrowser:
    """Draws figures and prints pages: one job after the other in each of its Chromiums.

    Safe to be used by several threads at once. `path` is where a Chromium lies; without, it is
    found. A job may take `timeout_s` seconds from its turn on. One that is not wanted any more is
    over at once, waiting for its turn or in the middle of a page.
    """

    def __init__(
        self, path: str | None = None, *, timeout_s: float = 60, at_once: int = _AT_ONCE
    ) -> None:
        self._all = [OneBrowser(path, timeout_s=timeout_s) for _ in range(at_once)]
        self._idle = list(self._all)
        self._given_back = threading.Condition()

    def pictures(
        self,
        figures: Sequence[Mapping[str, Any]],
        *,
        width: int,
        still_wanted: StillWanted = always_wanted,
    ) -> Sequence[Picture]:
        """Return each figure (Plotly's JSON) drawn `width` CSS pixels wide, at its own height.

        Raises: as `Renderer.pictures`.
        """

        def draw(session: Session, deadline: Deadline) -> Sequence[Picture]:
            board = session.board(deadline)
            return [board.draw(each, width=width, deadline=deadline) for each in figures]

        return self._do(draw, still_wanted) if figures else ()

    def pdf(self, html: str, *, paper: Paper, still_wanted: StillWanted = always_wanted) -> bytes:
        """Return a self-contained page as PDF; waits until `document.body.dataset.ready` is "yes".

        Raises: as `Renderer.pdf`.
        """
        return self._do(
            lambda session, deadline: printed(
                session.devtools, html, paper=paper, deadline=deadline
            ),
            still_wanted,
        )

    def version(self) -> str:
        """Start the browser if need be; return its name and version, such as "Chrome/156.0".

        Raises: as `Renderer.pdf`.
        """
        return self._do(lambda session, _: session.version)

    def close(self) -> None:
        """End the browser when its jobs are done; a later job would start another."""
        with self._given_back:
            self._given_back.wait_for(lambda: len(self._idle) == len(self._all), _CLOSES_WITHIN_S)
            # One that is still busy ends with the interpreter.
            for each in self._idle:
                each.end()

    def _do(self, job: Job[Made], still_wanted: StillWanted = always_wanted) -> Made:
        with self._turn(still_wanted) as browser:
            return browser.do(job, still_wanted)

    @contextmanager
    def _turn(self, still_wanted: StillWanted) -> Iterator[OneBrowser]:
        with self._given_back:
            while not self._idle:
                still_wanted()
                self._given_back.wait(ASKS_EVERY_S)
            browser = self._idle.pop()
        try:
            yield browser
        finally:
            with self._given_back:
                # The last one is taken first: a second one is only started for a second job.
                self._idle.append(browser)
                self._idle.sort(key=lambda each: each.is_warm)
                self._given_back.notify()
