"""What is asked of a large cache: the questions behind each page, and their targets."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from benchmarks.figure import Target, at_most
from benchmarks.kept_database import url_of
from benchmarks.synthetic import TODAY
from services.bootstrap import Services
from services.cache.browsing import Browser
from services.cache.database import open_database
from services.cache.dimensions import Dimensions
from services.models.browse import InterviewFilter, PageRequest, Sort, SortColumn
from services.models.interview import Status

LIMIT = 25
_MILLION = 1_000_000
_WORD = re.compile(r"[a-z]{5,}")
_READ = 40
_RAREST = 12
_BY_SCORE = Sort(column=SortColumn.SCORE, descending=True)
_BY_DATE = Sort()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the target of its answer; `ask` gets the number of the call."""

    what: str
    ask: Callable[[int], object]
    target: Target | None = None
    judged_whole: bool = False
    """Whether the target speaks of the whole call, not of the database's share of it."""
    most_calls: int = 1_000


class Questions(Protocol):
    """What yields questions about a database; `size` is how many interviews it holds."""

    def __call__(self, services: Services, path: Path, *, size: int) -> Iterator[Question]:
        """Yield each question once those before it are answered."""
        ...


def questions(services: Services, path: Path, *, size: int) -> Iterator[Question]:
    """Yield the questions; `size` is how many interviews the database at `path` holds."""
    facets = services.store.facets()
    filtered = InterviewFilter(roles=facets.roles[:1], statuses=(Status.REPORTED,))
    yield from _pages(services, filtered, _BY_SCORE, "filtered, by score", size=size)
    yield from _pages(services, InterviewFilter(), _BY_DATE, "all, by date", size=size)
    # From here on 0 to 100, then 0 to 5, then those without a number; and what vendors deleted.
    yield from _pages(services, InterviewFilter(), _BY_SCORE, "all scales, by score", size=size)
    yield from _deleted(services)
    yield from _names(services, size=size)
    yield from _counts(services, filtered)
    yield from _facets(path)
    yield from _searches(services)
    yield from _interviews(services, filtered)


def _pages(
    services: Services, wanted: InterviewFilter, sort: Sort, told: str, *, size: int
) -> Iterator[Question]:
    total = services.store.count(wanted)
    target = _page_target(size)
    for where, share in (("first", 0.0), ("middle", 0.5), ("deep", 0.95)):
        request = PageRequest(limit=LIMIT)
        if share:
            before = PageRequest(limit=1, offset=int(total * share))
            anchor = services.store.page(wanted, sort, before).rows[0].id
            request = PageRequest(limit=LIMIT, anchor=anchor)
        ask = _ignoring(partial(services.store.page, wanted, sort, request))
        yield Question(f"{where} page, {told} ({total:,})", ask, target)


def _deleted(services: Services) -> Iterator[Question]:
    wanted = InterviewFilter(gone=True)
    total = services.store.count(wanted)
    ask = _ignoring(partial(services.store.page, wanted, _BY_DATE, PageRequest(limit=LIMIT)))
    yield Question(f"first page, deleted at their vendors ({total:,})", ask, at_most(10))


def _names(services: Services, *, size: int) -> Iterator[Question]:
    row = services.store.page(InterviewFilter(), _BY_DATE, PageRequest(limit=1, offset=7)).rows[0]
    words = (row.candidate_name or row.candidate_email or "").split()
    wanted = InterviewFilter(text=words[0][:4] if words else "person")
    total = services.store.count(wanted)
    ask = _ignoring(partial(services.store.page, wanted, _BY_DATE, PageRequest(limit=LIMIT)))
    yield Question(f"first page, part of a name, by date ({total:,})", ask, _page_target(size))


def _counts(services: Services, filtered: InterviewFilter) -> Iterator[Question]:
    def count(number: int) -> int:
        # Counts are remembered until the next write, so every call asks for a new one.
        least = 40 + number / 1000
        return services.store.count(filtered.model_copy(update={"score_min": least}))

    yield Question("count of a filter, never asked before", count, at_most(10))


def _facets(path: Path) -> Iterator[Question]:
    database = open_database(url_of(path), now=TODAY)
    dimensions = Dimensions()

    def facets(_number: int) -> object:
        # So are facets: every call asks with an empty memory.
        with database.reading() as connection:
            return Browser(dimensions).facets(connection)

    yield Question("filters' values, never asked before", facets)
    database.close()


def _searches(services: Services) -> Iterator[Question]:
    common, rare = _words(services)
    for told, word in (("common", common), ("rare", rare)):
        total = services.store.search(word, limit=1).total
        ask = _ignoring(partial(services.store.search, word, limit=50))
        yield Question(f"newest 50 with a {told} word ({total:,})", ask, at_most(10))
    answer = _ignoring(partial(services.browse.search, common))
    yield Question("search page: 25 hits with passages", answer, judged_whole=True, most_calls=20)


def _interviews(services: Services, filtered: InterviewFilter) -> Iterator[Question]:
    page = services.store.page(filtered, _BY_SCORE, PageRequest(limit=100))
    ids = [row.id for row in page.rows]

    def report(number: int) -> object:
        return services.interviews.report(ids[number % len(ids)])

    def neighbours(number: int) -> object:
        return services.store.neighbours(ids[number % len(ids)], filtered, _BY_SCORE)

    yield Question("neighbours of an interview in its list", neighbours, at_most(2))
    yield Question("one interview, all parts: whole call", report, at_most(5), judged_whole=True)


def _words(services: Services) -> tuple[str, str]:
    """Return a word that about half of the transcripts hold, and one that few of them do."""
    rows = services.store.page(InterviewFilter(), _BY_DATE, PageRequest(limit=_READ)).rows
    held = Counter[str]()
    for row in rows:
        lines = services.interviews.read(row.id).interview.transcript
        held.update({word for line in lines for word in _WORD.findall(line.text.lower())})
    common = min(held, key=lambda word: (abs(held[word] - len(rows) / 2), word))
    rarest = sorted(held, key=lambda word: (held[word], word))[:_RAREST]
    return common, min(rarest, key=lambda word: services.store.search(word, limit=1).total)


def _page_target(size: int) -> Target:
    return at_most(2 if size >= _MILLION else 1)


def _ignoring(ask: Callable[[], object]) -> Callable[[int], object]:
    return lambda _number: ask()
