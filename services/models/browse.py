"""How interviews are asked for as a list, and what a row of the list holds."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import FiniteFloat

from services.models.interview import Outcome, Status
from services.models.language import SpeakerMatch
from services.models.score import Score
from services.models.value import Value


class InterviewFilter(Value):
    """Which interviews; an empty tuple or None means any. Texts match exactly but for `text`."""

    text: str = ""
    """A part of the candidate's name, e-mail address or role."""
    roles: tuple[str, ...] = ()
    """An empty text means: no role given. The same holds for versions."""
    vendors: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    versions: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """Both days count, in UTC, by the interview's start (or its scheduled time, or its making)."""
    months: tuple[int, ...] = ()
    """Year and month in UTC as one number, such as 202611, by the same time; 0 means: no date."""
    score_min: FiniteFloat | None = None
    score_max: FiniteFloat | None = None
    """Both count, and both are meant on 0 to 100: a range leaves out what is scored on another
    scale, as it leaves out what is not scored at all."""
    has_notices: bool | None = None
    started: bool | None = None
    """Whether the interview began, whatever became of it."""
    ids: tuple[str, ...] = ()
    """Our own ids."""
    interview_types: tuple[str, ...] = ()
    """An empty text means: no type given."""
    tags: tuple[str, ...] = ()
    """Any of them."""
    metadata: tuple[tuple[str, str], ...] = ()
    """(key, value) pairs of what the customer attached: of one key any value, of several each."""
    lists: tuple[str, ...] = ()
    """Ids of saved lists: any of them."""
    arrived_since: datetime | None = None
    """Whose present answer was first stored at this time or later."""
    gone: bool | None = False
    """What its vendor has deleted since: left out, unless None (everything) or True (only that)."""


class SortColumn(StrEnum):
    """The columns a list can be sorted by."""

    DATE = "date"
    NAME = "name"
    ROLE = "role"
    VENDOR = "vendor"
    STATUS = "status"
    OUTCOME = "outcome"
    VERSION = "version"
    SCORE = "score"
    DURATION = "duration"
    NOTICES = "notices"


class Sort(Value):
    """One column and its direction; rows without a value come last in both."""

    column: SortColumn = SortColumn.DATE
    descending: bool = True


class InterviewRow(Value):
    """One interview in a list."""

    id: str
    vendor: str
    vendor_interview_id: str
    candidate_name: str | None
    candidate_email: str | None
    role: str | None
    status: Status
    vendor_status: str | None
    outcome: Outcome
    vendor_outcome: str | None
    assessment_version: str | None
    interview_type: str | None
    happened_at: datetime | None
    """The start; before there is one the scheduled time, or else when it was made."""
    duration_s: float | None
    overall: Score
    signal_count: int | None
    """None where no kind of signal was collected: that is not the same as none seen."""
    notice_count: int
    cefr: str | None = None
    """The level of the candidate's language as the vendor issued it; never a derived one."""
    gone_at: datetime | None = None
    """When we noticed that the vendor has deleted the interview."""
    match: SpeakerMatch | None = None
    """How sure the vendor is that it scored the candidate's voice; None where it detects none."""

    @property
    def is_doubtful(self) -> bool:
        """Whether perhaps somebody else than the candidate was scored."""
        return self.match is SpeakerMatch.LOW


class Cut(StrEnum):
    """Where a page of a list begins."""

    AFTER = "after"
    BEFORE = "before"


class PageRequest(Value):
    """Which page: beside the row whose id is `anchor`, or from `offset` when there is none."""

    limit: int = 25
    anchor: str | None = None
    cut: Cut = Cut.AFTER
    offset: int = 0


class InterviewPage(Value):
    """One page of a list; `total` counts all rows of the filter."""

    rows: tuple[InterviewRow, ...]
    total: int
    has_previous: bool
    has_next: bool


class Neighbours(Value):
    """The interviews before and after one within a list's filter and order."""

    previous_id: str | None = None
    next_id: str | None = None


class ListName(Value):
    """What a saved list of interviews is called."""

    id: str
    name: str


class Facets(Value):
    """The values that filters can be set to, most frequent first."""

    roles: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    versions: tuple[str, ...] = ()
    interview_types: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    metadata_keys: tuple[str, ...] = ()
    lists: tuple[ListName, ...] = ()
    """By name."""
    months: tuple[int, ...] = ()
    """As in a filter, newest first; 0, no date, is the last."""


class SearchOrder(StrEnum):
    """Which of the matching interviews come first."""

    NEWEST = "newest"
    RELEVANCE = "relevance"


class Matches(Value):
    """The first ids that match a search and how many match in all."""

    ids: tuple[str, ...] = ()
    total: int = 0


class Passage(Value):
    """A place where searched words stand; `highlights` are (start, end) in `text`."""

    field: str
    """`transcript`, `question` or `summary`."""
    speaker: str | None = None
    text: str
    start_s: float | None = None
    highlights: tuple[tuple[int, int], ...] = ()


class SearchHit(Value):
    """An interview that holds the searched words, with the passages."""

    row: InterviewRow
    passages: tuple[Passage, ...]


class SearchAnswer(Value):
    """The newest (or best) hits and how many interviews match in all."""

    hits: tuple[SearchHit, ...]
    total: int
