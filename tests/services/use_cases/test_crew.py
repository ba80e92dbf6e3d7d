"""Jobs side by side: one that hangs holds up no other, and only one thread tells the news."""

import threading
from queue import SimpleQueue

import pytest

from services.errors import StorageError
from services.use_cases.crew import work
from services.use_cases.progress import Progress
from services.use_cases.sync import Sync
from tests.services.use_cases.conftest import TOY, Api
from tests.waiting import GIVES_UP_AFTER_S


@pytest.fixture
def news():
    return SimpleQueue()


def test_the_news_are_told_in_the_callers_thread(news):
    """A page may be drawn by its own thread alone."""
    told = []

    def job():
        news.put(Progress(1, 1, "done"))

    work(
        [job, job], news=news, listener=lambda _: told.append(threading.get_ident()), stop=_event()
    )

    assert told == [threading.get_ident()] * 2


def test_no_jobs_are_no_work(news):
    """Nothing is begun, nobody is told."""
    told = []

    work([], news=news, listener=told.append, stop=_event())

    assert told == []


def test_a_job_that_fails_asks_the_others_to_stop(news):
    """A full disk is everybody's; the first error is raised when all have ended."""
    stop = _event()

    def fail():
        msg = "The disk is full."
        raise StorageError(msg)

    def until_told():
        assert stop.wait(GIVES_UP_AFTER_S)

    with pytest.raises(StorageError, match="full"):
        work([until_told, fail], news=news, listener=lambda _: None, stop=stop)

    assert stop.is_set()


def test_a_listener_that_breaks_off_stops_the_jobs(news):
    """As somebody does who presses Ctrl+C."""
    stop, ended = _event(), []

    def job():
        news.put(Progress(1, 2, "first"))
        stop.wait(GIVES_UP_AFTER_S)
        ended.append(True)

    def interrupt(_progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work([job], news=news, listener=interrupt, stop=stop)

    assert ended == [True]


def test_a_vendor_that_hangs_delays_no_other(store, clock):
    """One's interviews are kept while the other has not answered yet."""
    waiting = _event()
    other = type(TOY)(**{**vars(TOY), "name": "other", "title": "Other"})
    apis = {"toy": Api(answer=lambda name: _late(waiting, name)), "other": Api()}
    sync = Sync(
        store,
        {"toy": TOY, "other": other},
        lambda vendor: apis[vendor.name],
        lambda _vendor: True,
        clock,
        after=lambda vendor, _: waiting.set() if vendor.name == "other" else None,
    )
    sync.track("toy", ["a"])
    sync.track("other", ["b"])

    report = sync.run()

    assert (len(report.stored), report.failures) == (2, [])


def _late(waiting: threading.Event, name: str) -> bytes:
    """Answer only after the other vendor's interview was kept."""
    assert waiting.wait(GIVES_UP_AFTER_S)
    return f"{name} reported 70".encode()


def _event() -> threading.Event:
    return threading.Event()
