"""How fast lists, filters, searches and single interviews are answered from a large cache."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

from benchmarks.figure import Chapter, Figure, Floor, Spread
from benchmarks.kept_database import Databases, settings_for
from benchmarks.overviews import overviews
from benchmarks.plan import Plan
from benchmarks.questions import Question, Questions, questions
from benchmarks.stopwatch import milliseconds
from benchmarks.table import digits
from benchmarks.watched_sqlite import Watch, bare, replay, watched
from services.bootstrap import build_services


def measure(plan: Plan, databases: Databases) -> Iterator[Chapter]:
    """Ask every question of a database of each size."""
    for size in plan.sizes:
        path = databases.holding(size)
        for title, asked in (
            (f"A cache of {size:,} interviews ({path.stat().st_size / 1e6:,.0f} MB)", questions),
            (f"Language, funnel and people over {size:,} interviews", overviews),
        ):
            yield Chapter(title, tuple(_figures(path, asked, size=size, calls=plan.calls)))


def _figures(path: Path, asked: Questions, *, size: int, calls: int) -> Iterator[Figure]:
    with watched() as watch:
        services = build_services(settings_for(path))
        try:
            for question in asked(services, path, size=size):
                with bare(path) as connection:
                    yield _figure(question, watch, connection, calls=calls)
        finally:
            services.close()


def _figure(question: Question, watch: Watch, connection: Connection, *, calls: int) -> Figure:
    _sample(question, -1, watch, connection)  # reads from the disk and compiles the statements
    samples = [
        _sample(question, number, watch, connection)
        for number in range(min(calls, question.most_calls))
    ]
    whole, within, alone = (Spread.of(times) for times in zip(*samples, strict=True))
    floor = Floor("same SQL in bare sqlite3", alone)
    if question.judged_whole:
        return Figure(question.what, "ms", whole, question.target, floor)
    note = f"whole call {digits(whole.median)} ms"
    return Figure(question.what, "ms", within, question.target, floor, note)


def _sample(
    question: Question, number: int, watch: Watch, connection: Connection
) -> tuple[float, float, float]:
    """Return milliseconds: the whole call, the database's share of it, and its SQL alone."""
    watch.take()
    whole = milliseconds(lambda: question.ask(number))
    within, asked = watch.take()
    return whole, within, milliseconds(lambda: replay(connection, asked))
