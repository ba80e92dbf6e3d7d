"""How long the server takes to draw pages over many interviews: remembered, and after a write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from benchmarks.figure import Chapter, Figure, Floor, Spread, Target, at_most
from benchmarks.machine import resident_megabytes
from benchmarks.places import Places
from benchmarks.plan import Plan
from benchmarks.server import Server
from benchmarks.session import Rerun, Session, session

_REMEMBERED = at_most(60)
_AFTER_A_WRITE = at_most(250)
_WARM = 2
_WRITES = 10
"""Writes are fewer than reruns: each costs the counts of all pages."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """A page with the query strings that are gone through."""

    title: str
    page: str
    queries: tuple[str, ...]
    counts: bool = False
    """Whether it shows counts that a write makes anew."""
    target: Target | None = _REMEMBERED


def measure(plan: Plan, server: Server, empty: Server, places: Places, database: Path) -> Chapter:
    """Draw each page under several addresses, and after each of some writes."""
    with session(server) as ours, session(empty) as bare:
        figures = tuple(_figures(plan, ours, bare, places, database))
    memory = resident_megabytes(server.process_id)
    after = ()
    if memory is not None:
        after = (Figure("memory after these reruns", "MB", Spread.of([memory]), at_most(400)),)
    title = f"Server: overview pages drawn anew, {places.total:,} interviews, no browser"
    return Chapter(title, figures + after)


def _figures(
    plan: Plan, ours: Session, bare: Session, places: Places, database: Path
) -> Iterator[Figure]:
    for walk in _walks(places):
        queries = cycle(walk.queries)
        for _ in range(_WARM * len(walk.queries)):
            ours.rerun(walk.page, next(queries))
        floor, drawn = [], []
        for _ in range(plan.reruns):
            floor.append(bare.rerun())
            drawn.append(ours.rerun(walk.page, next(queries)))
        least = Floor("empty page", _spread(floor))
        note = f"{max(one.figures for one in drawn)} figures"
        yield Figure(walk.title, "ms", _spread(drawn), walk.target, least, note)
        if walk.counts:
            fresh = []
            for _ in range(min(plan.reruns, _WRITES)):
                _write(database)
                fresh.append(ours.rerun(walk.page, next(queries)))
            what = f"{walk.title}, first after a write"
            yield Figure(what, "ms", _spread(fresh), _AFTER_A_WRITE, least)


def _walks(places: Places) -> Iterator[_Walk]:
    ids = [query.partition("interview=")[2].partition("&")[0] for query in places.interviews]
    pages = ("", "page=2", "page=3")
    yield _Walk("Language page", "language", pages, counts=True)
    yield _Walk("Funnel page", "funnel", ("by=role", "by=vendor", "by=month"), counts=True)
    for many in (2, 5):
        chosen = zip(*(ids[start:] for start in range(many)), strict=False)
        queries = tuple(f"ids={','.join(each)}" for each in chosen)
        yield _Walk(f"Compare page, {many} interviews", "compare", queries)
    # What follows has no target: they hold up to seven figures each, and are measured to be known.
    for title, page, queries in (
        ("Overview page", "overview", ("",)),
        ("Cohorts page, two cohorts", "cohorts", ("pool=versions", "kind=skill&pool=versions")),
        ("Agents page", "agents", ("pool=versions",)),
        ("Questions page", "questions", ("pool=versions",)),
        ("Integrity page", "integrity", ("", "per=hour")),
    ):
        yield _Walk(title, page, queries, target=None)


def _write(database: Path) -> None:
    """Do what every write of interviews does, and no more: what was remembered holds no longer."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'"
        )


def _spread(reruns: list[Rerun]) -> Spread:
    return Spread.of([one.took_ms for one in reruns])
