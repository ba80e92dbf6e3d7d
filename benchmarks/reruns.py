"""How long the server takes to draw a page anew, and what that leaves behind in memory."""

from collections.abc import Callable, Iterator
from itertools import cycle

from benchmarks.figure import Chapter, Figure, Floor, Spread, at_most
from benchmarks.machine import resident_megabytes
from benchmarks.places import Places
from benchmarks.plan import Plan
from benchmarks.server import Server
from benchmarks.session import Rerun, Session, session

_WARM = 25
_FLOOR = "empty page"


def measure(plan: Plan, server: Server, empty: Server, places: Places) -> Chapter:
    """Draw another part of the list and another interview each time, over a raw websocket."""
    idle = resident_megabytes(server.process_id)
    with session(server) as ours, session(empty) as bare:
        figures = tuple(_reruns(plan, ours, bare, places))
        memory = tuple(_memory(plan, server, ours, places, idle)) if idle else ()
    title = f"Server: a page drawn anew, {places.total:,} interviews, no browser"
    return Chapter(title, figures + memory, "" if idle else "No /proc here: memory not measured.")


def _reruns(plan: Plan, ours: Session, bare: Session, places: Places) -> Iterator[Figure]:
    lists, interviews = _walk(ours, places)
    for _ in range(_WARM):
        bare.rerun()
        lists()
        interviews()
    floor, listed, shown = [], [], []
    for _ in range(plan.reruns):
        # In turn, so that whatever else the machine does weighs on all three alike.
        floor.append(bare.rerun())
        listed.append(lists())
        shown.append(interviews())
    least = Floor(_FLOOR, _spread(floor))
    note = f"{_middle_size(listed)} KB"
    yield Figure("Candidates page", "ms", _spread(listed), at_most(40), least, note)
    note = f"{_middle_size(shown)} KB, {max(one.figures for one in shown)} figures"
    yield Figure("Interview page", "ms", _spread(shown), at_most(60), least, note)


def _memory(
    plan: Plan, server: Server, ours: Session, places: Places, idle: float
) -> Iterator[Figure]:
    yield Figure("memory before the first reader", "MB", Spread.of([idle]), at_most(400))
    before = resident_megabytes(server.process_id) or 0.0
    draws = cycle(_walk(ours, places))
    for _ in range(plan.worn_by):
        next(draws)()
    after = resident_megabytes(server.process_id) or 0.0
    yield Figure(
        f"memory after {plan.worn_by:,} more reruns", "MB", Spread.of([after]), at_most(400)
    )
    grown = Figure("what these reruns added", "MB", Spread.of([after - before]), at_most(20))
    yield grown


def _walk(ours: Session, places: Places) -> tuple[Callable[[], Rerun], Callable[[], Rerun]]:
    lists, interviews = cycle(places.lists), cycle(places.interviews)
    return (
        lambda: ours.rerun("", next(lists)),
        lambda: ours.rerun("interview", next(interviews)),
    )


def _spread(reruns: list[Rerun]) -> Spread:
    return Spread.of([one.took_ms for one in reruns])


def _middle_size(reruns: list[Rerun]) -> str:
    return f"{Spread.of([one.size / 1000 for one in reruns]).median:.0f}"
