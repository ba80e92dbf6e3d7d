"""The cache's front: everything that use cases ask of it, as values of our domain."""

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from services.cache import circuit, indexing, meta, reading, tracked, upkeep, writing
from services.cache.browsing import Browser
from services.cache.database import Database, open_database
from services.cache.dimensions import Dimensions, Names
from services.cache.drafts import draft_of
from services.cache.frame_store import FrameStore, keeper_of
from services.cache.freshness import Freshness
from services.cache.health import health
from services.cache.inbox_store import InboxStore
from services.cache.indexing import Parse
from services.cache.passages import passages
from services.cache.queue_store import QueueStore
from services.cache.read_store import ReadStore
from services.cache.reviews_store import ReviewsStore
from services.cache.saved_store import SavedStore
from services.cache.searching import search
from services.cache.texts import Columns
from services.errors import ScorebandError
from services.models.browse import (
    Facets,
    InterviewFilter,
    InterviewPage,
    InterviewRow,
    Matches,
    Neighbours,
    PageRequest,
    Passage,
    SearchOrder,
    Sort,
)
from services.models.document import Document, StoredPayload
from services.models.health import DatabaseHealth, LogEntry
from services.models.interview import Interview
from services.models.notice import Notice
from services.models.tracking import WriteReport

_log = logging.getLogger(__name__)


def open_store(
    url: str, *, clock: Callable[[], datetime], freshness: Freshness | None = None
) -> "Store":
    """Open the cache that `url` names; make it, or bring it up to date after a backup.

    Raises:
        DatabaseError: the URL is none of SQLite's, or the file cannot be opened, is damaged, is
            another program's, or was made by a newer Scoreband.
        StorageError: the disk is full, or another program holds the file.
    """
    database = open_database(url, now=clock())
    return Store(database, clock=clock, freshness=freshness or Freshness())


class Store(QueueStore, InboxStore, ReadStore, FrameStore, ReviewsStore, SavedStore):
    """Keeps interviews and finds them again; safe to use from several threads and processes.

    Any method may raise StorageError (full, read-only, held by another program; nothing of that
    call was kept, all before it was) or DatabaseError (the file is damaged or gone).
    """

    def __init__(
        self, database: Database, *, clock: Callable[[], datetime], freshness: Freshness
    ) -> None:
        self._database = database
        self._clock = clock
        self._freshness = freshness
        self._dimensions = Dimensions()
        self._browser = Browser(self._dimensions)
        self._keeper = keeper_of(database, clock)

    @property
    def is_read_only(self) -> bool:
        """Whether the file may only be read; writing raises StorageError."""
        return self._database.read_only

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def write(self, documents: Iterable[Document]) -> WriteReport:
        """Keep all documents or none, in one transaction; 100 to 500 at a time is fastest.

        Each document is let go before the next one is taken: best read them one by one.
        Tracked interviews among them count as fetched. What came from a file and is older than a
        final answer that is kept is left out, and told in the report. Their texts become searchable
        in a second transaction; should that one fail, `index_pending` makes up for it.
        """
        drafts = list(map(draft_of, documents))
        if not drafts:
            return WriteReport()
        with self._database.writing() as connection:
            names = Names(connection, self._dimensions)
            written = writing.write_drafts(connection, drafts, names)
            changed = set(written.stored)
            now = self._clock()
            outdated = set(map(id, written.outdated))
            news = [each for each in drafts if id(each) not in outdated]
            tracked.settle(connection, news, names, self._freshness, changed=changed, now=now)
            circuit.settle(connection, drafts, names)
        names.commit()
        self._index(written.pending)
        return written.report()

    def index_pending(self, parse: Parse) -> int:
        """Make searchable what a crash left out; return how many payloads that were."""
        return upkeep.index_pending(self._database, parse)

    def reindex(self, parse: Parse) -> int:
        """Build the full-text search anew, which frees space; return of how many payloads."""
        return upkeep.reindex(self._database, parse)

    def rebuild(self, parse: Parse) -> int:
        """Derive anew the rows that an older version derived; return of how many interviews."""
        return upkeep.rederive(self._database, self._dimensions, parse)

    def page(self, wanted: InterviewFilter, sort: Sort, request: PageRequest) -> InterviewPage:
        """Return one page of a list; an anchor that is no more gives the first page."""
        with self._database.reading() as connection:
            return self._browser.page(connection, wanted, sort, request)

    def count(self, wanted: InterviewFilter) -> int:
        """Return how many interviews the filter means."""
        with self._database.reading() as connection:
            return self._browser.count(connection, wanted)

    def facets(self) -> Facets:
        """Return the values that filters can be set to, most frequent first."""
        with self._database.reading() as connection:
            return self._browser.facets(connection)

    def neighbours(self, id_: str, wanted: InterviewFilter, sort: Sort) -> Neighbours:
        """Return the interviews before and after one in a list."""
        with self._database.reading() as connection:
            return self._browser.neighbours(connection, id_, wanted, sort)

    def rows(self, ids: Sequence[str]) -> tuple[InterviewRow, ...]:
        """Return the rows of these interviews in this order, without those that are not kept."""
        with self._database.reading() as connection:
            return reading.rows_of(connection, ids, self._dimensions)

    def find(self, id_: str) -> str | None:
        """Return our id of the interview that has this id with us or with its vendor.

        Raises:
            InputError: several vendors have an interview of this id.
        """
        with self._database.reading() as connection:
            return reading.find(connection, id_)

    def payload(self, id_: str) -> StoredPayload | None:
        """Return the current payload of an interview, byte for byte."""
        with self._database.reading() as connection:
            return reading.payload(connection, id_)

    def payload_versions(self, id_: str) -> tuple[StoredPayload, ...]:
        """Return every payload that is kept of an interview, the current one first."""
        with self._database.reading() as connection:
            return reading.payload_versions(connection, id_)

    def notices(self, id_: str) -> tuple[Notice, ...]:
        """Return the notices that the cache itself made; a payload's own come with its reading."""
        with self._database.reading() as connection:
            return reading.notices(connection, id_)

    def search(
        self, text: str, *, limit: int = 50, order: SearchOrder = SearchOrder.NEWEST
    ) -> Matches:
        """Return the interviews whose texts hold all words of `text`; no text is an error."""
        with self._database.reading() as connection:
            return search(connection, text, limit=limit, order=order)

    @staticmethod
    def passages(interview: Interview, text: str, *, limit: int = 5) -> tuple[Passage, ...]:
        """Return the first lines of an interview that hold any word of `text`."""
        return passages(interview, text, limit=limit)

    def generation(self) -> int:
        """Return the number that every change of interviews raises."""
        with self._database.reading() as connection:
            return meta.generation(connection)

    def flag(self, name: str) -> bool:
        """Return whether a flag is set, such as `synthetic`."""
        with self._database.reading() as connection:
            return meta.flag(connection, name)

    def set_flag(self, name: str, *, on: bool = True) -> None:
        """Set or clear a flag."""
        with self._database.writing() as connection:
            meta.set_flag(connection, name, on=on)

    def log(self, event: str, subject: str) -> None:
        """Add a line to the log; it can neither be changed nor removed."""
        with self._database.writing() as connection:
            meta.log(connection, event, subject, at=self._clock())

    def log_entries(self, *, limit: int = 100) -> tuple[LogEntry, ...]:
        """Return the latest lines of the log, latest first."""
        with self._database.reading() as connection:
            return meta.log_entries(connection, limit=limit)

    def check(self) -> DatabaseHealth:
        """Look at the whole database: what is in it, what waits, what is damaged."""
        with self._database.reading() as connection:
            return health(connection, self._database)

    def _index(self, pending: Sequence[tuple[int, Columns]]) -> None:
        try:
            with self._database.writing() as connection:
                indexing.add_to_search(connection, pending)
        except ScorebandError as error:
            # The interviews are safe; their texts wait in `search_pending`.
            _log.warning("Texts could not be made searchable yet: %s", error)
