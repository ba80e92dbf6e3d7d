"""Worker: a thread that passes webhooks on to the queue, and one a vendor that fetches."""

import logging
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Final

from services.errors import ScorebandError
from services.use_cases.progress import Progress
from services.use_cases.sync import SyncReport
from services.use_cases.webhooks import Webhooks

_log = logging.getLogger(__name__)
_PAUSE_SECONDS: Final = 30.0


class StopRequested(Exception):  # noqa: N818  (no error: it ends a sync between two interviews)
    """Raised at a sync's next step when the program ends."""


class Worker:
    """Looks for work when woken, and every 30 s; a vendor that is slow holds up no other."""

    def __init__(self, webhooks: Webhooks, *, pause_s: float = _PAUSE_SECONDS) -> None:
        self._webhooks = webhooks
        self._pause_s = pause_s
        self._news = threading.Event()
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._busy: set[str] = set()
        self._asked_again: set[str] = set()
        self._fetchers = ThreadPoolExecutor(
            max(1, len(webhooks.vendors)), thread_name_prefix="webhook-fetch"
        )
        self._thread = threading.Thread(target=self._look, name="webhook-worker")

    def start(self) -> None:
        """Begin; what a crash or an earlier run left is worked off first."""
        self._thread.start()

    def wake(self) -> None:
        """Tell that there is news; returns at once."""
        self._news.set()

    def stop(self) -> None:
        """End in good order: fetches that have begun are kept, the rest stays due."""
        self._stopping.set()
        self._news.set()
        self._thread.join()
        self._fetchers.shutdown(cancel_futures=True)

    def _look(self) -> None:
        while not self._stopping.is_set():
            self._news.clear()
            _told_in_the_log(self._hand_out)
            self._news.wait(self._pause_s)

    def _hand_out(self) -> None:
        self._webhooks.pass_on()
        for vendor in self._webhooks.with_work():
            with self._lock:
                if vendor in self._busy:
                    self._asked_again.add(vendor)
                    continue
                self._busy.add(vendor)
            self._fetchers.submit(self._fetch, vendor).add_done_callback(
                partial(self._done, vendor)
            )

    def _fetch(self, vendor: str) -> None:
        _told_in_the_log(lambda: _tell(vendor, self._webhooks.fetch(vendor, listener=self._step)))

    def _step(self, _progress: Progress) -> None:
        if self._stopping.is_set():
            raise StopRequested

    def _done(self, vendor: str, _future: Future[None]) -> None:
        with self._lock:
            self._busy.discard(vendor)
            if vendor in self._asked_again:
                self._asked_again.discard(vendor)
                self._news.set()


def _told_in_the_log(work: Callable[[], None]) -> None:
    try:
        work()
    except StopRequested:
        _log.info("stopped between two interviews; the rest stays due")
    except ScorebandError as error:
        _log.warning("%s", error)
    except Exception as error:  # noqa: BLE001  (a bug in one round must not end all the others)
        place = traceback.extract_tb(error.__traceback__)[-1]
        # Never its text: that may quote a candidate's words.
        _log.error("the worker met %s at %s:%s", type(error).__name__, place.filename, place.lineno)


def _tell(vendor: str, report: SyncReport) -> None:
    _log.info("%s: %d fetched, %d unchanged", vendor, len(report.stored), len(report.unchanged))
    for failure in report.failures:
        _log.warning("%s: %s", failure.item, failure.sentence)
