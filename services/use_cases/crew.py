"""Crew: several jobs side by side, each in a thread of its own; one tells what all of them do."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event

from services.use_cases.progress import Listener, Progress

Job = Callable[[], None]
News = SimpleQueue[Progress | None]


def work(jobs: Sequence[Job], *, news: News, listener: Listener, stop: Event) -> None:
    """Run all jobs to their end; pass the news on in the caller's thread, one after the other.

    A page or a progress bar may be drawn by the thread alone that began it. When a job fails, or
    the listener, or somebody interrupts, `stop` is set, the jobs are waited for, and the first
    error is raised.
    """
    if not jobs:
        return
    with ThreadPoolExecutor(len(jobs), thread_name_prefix="crew") as threads:
        running = [threads.submit(_run, job, news, stop) for job in jobs]
        try:
            _listen(len(jobs), news, listener)
        except BaseException:
            stop.set()
            raise
    for each in running:
        each.result()


def _run(job: Job, news: News, stop: Event) -> None:
    try:
        job()
    except BaseException:
        stop.set()
        raise
    finally:
        news.put(None)


def _listen(jobs: int, news: News, listener: Listener) -> None:
    while jobs:
        told = news.get()
        if told is None:
            jobs -= 1
        else:
            listener(told)
