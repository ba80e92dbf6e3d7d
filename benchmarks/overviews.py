"""What is asked over many interviews at once: languages, the funnel, people, attached results."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.figure import at_most
from benchmarks.kept_database import url_of
from benchmarks.questions import LIMIT, Question
from benchmarks.synthetic import SAME_PERSON, TODAY, id_of, vendor_of
from services.bootstrap import Services
from services.cache import funnel, language
from services.cache.browsing import Browser
from services.cache.database import Database, open_database
from services.cache.dimensions import Dimensions
from services.models.browse import InterviewFilter
from services.models.funnel import Split
from services.models.identity import local_id
from services.models.language import OVERALL

_EVERYTHING = InterviewFilter()
_LISTED = at_most(10)
_COUNTED = at_most(150)
_FEW = 30


def overviews(services: Services, path: Path, *, size: int) -> Iterator[Question]:
    """Yield the questions; `size` is how many interviews the database at `path` holds."""
    of_role = InterviewFilter(roles=services.store.facets().roles[:1])
    yield from _language(services, of_role)
    yield from _counts(path, of_role)
    yield from _remembered(services)
    yield from _people(services, size=size)


def _language(services: Services, of_role: InterviewFilter) -> Iterator[Question]:
    for told, wanted in (("all", _EVERYTHING), ("one role", of_role)):
        total = services.store.language_entries(wanted, limit=1).total
        for where, offset in (("first", 0), ("deep", int(total * 0.95))):
            ask = partial(services.store.language_entries, wanted, limit=LIMIT, offset=offset)
            what = f"language results: {where} page, {told} ({total:,})"
            yield Question(what, _ignoring(ask), _LISTED)


def _counts(path: Path, of_role: InterviewFilter) -> Iterator[Question]:
    """Yield what is counted anew after each write: every call asks with an empty memory."""
    database = open_database(url_of(path), now=TODAY)
    dimensions = Dimensions()
    for told, wanted in (("all", _EVERYTHING), ("one role", of_role)):
        levels, statuses = (
            _ignoring(partial(ask, database, dimensions, wanted)) for ask in (_levels, _statuses)
        )
        what = f"level groups, {told}, never asked before"
        yield Question(what, levels, _COUNTED, most_calls=_FEW)
        what = f"status counts, {told}, never asked before"
        yield Question(what, statuses, _COUNTED, most_calls=_FEW)
    database.close()


def _levels(database: Database, dimensions: Dimensions, wanted: InterviewFilter) -> object:
    with database.reading() as connection:
        return Browser(dimensions).answer(
            connection,
            wanted,
            lambda held: language.groups(connection, held, dimensions, dimension=OVERALL),
            about="levels",
        )


def _statuses(database: Database, dimensions: Dimensions, wanted: InterviewFilter) -> object:
    with database.reading() as connection:
        return Browser(dimensions).answer(
            connection,
            wanted,
            lambda held: funnel.status_counts(connection, held, dimensions),
            about="statuses",
        )


def _remembered(services: Services) -> Iterator[Question]:
    """Yield whole answers whose counts are remembered: what a page waits for on a rerun."""
    table = services.language.tables()[0].id
    levels = partial(services.language.levels, _EVERYTHING, table_id=table, limit=LIMIT)
    yield Question(
        "language answer, counts remembered", _ignoring(levels), _LISTED, judged_whole=True
    )
    for by in Split:
        ask = partial(services.operations.funnel, _EVERYTHING, by=by)
        what = f"funnel by {by}, counts remembered"
        yield Question(what, _ignoring(ask), _LISTED, judged_whole=True)


def _people(services: Services, *, size: int) -> Iterator[Question]:
    def of_call(turn: int, number: int) -> str:
        mine = number * 10 % size + turn
        return local_id(vendor_of(mine), id_of(mine))

    result, interview = list(SAME_PERSON.items())[-1]
    store, people = services.store, services.people
    yield Question(
        "one person at two vendors",
        lambda number: people.person(of_call(result, number)),
        _LISTED,
        judged_whole=True,
    )
    yield Question(
        "results that belong to an interview",
        lambda number: store.attached(of_call(interview, number)),
        _LISTED,
    )
    yield Question(
        "interviews that a result belongs to",
        lambda number: store.attached_to(of_call(result, number)),
        _LISTED,
    )
    suggested = _ignoring(people.suggestions)
    yield Question("who may be one person: first 50", suggested, _COUNTED, judged_whole=True)


def _ignoring(ask: Callable[[], object]) -> Callable[[int], object]:
    return lambda _number: ask()
