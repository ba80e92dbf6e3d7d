"""Builders of interviews and documents, a clock that is set by hand, a cache in a fresh folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from services.cache.store import Store, open_store
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.candidate import Candidate
from services.models.document import Document
from services.models.identity import local_id
from services.models.interview import Interview, Outcome, Status
from services.models.score import Score, ScoreKind, ScoreState
from services.models.tracking import WriteReport
from tests.databases import put_empty

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def forward(self, **amount: float) -> datetime:
        """Move on by so many minutes, hours or days."""
        self.now += timedelta(**amount)
        return self.now


def overall(value: float | None, state: ScoreState = ScoreState.NOT_EVALUATED) -> Score:
    """Return an overall score with a band of three points to each side, or one without a value."""
    if value is None:
        return Score(kind=ScoreKind.OVERALL, name="Overall", state=state)
    return Score(
        kind=ScoreKind.OVERALL,
        name="Overall",
        state=ScoreState.SCORED,
        value=value,
        lower=value - 3,
        upper=value + 3,
    )


def an_interview(own_id: str = "a-1", **fields: Any) -> Interview:
    """Return a final interview of an invented person; `score` and `name` are short cuts."""
    score, name = fields.pop("score", 70.0), fields.pop("name", "Amara Quillfeather")
    values: dict[str, Any] = {
        "vendor": "qode",
        "vendor_interview_id": own_id,
        "candidate": Candidate(name=name, email=f"{own_id}@example.com"),
        "status": Status.REPORTED,
        "vendor_status": "REPORT_GENERATED",
        "is_final": True,
        "outcome": Outcome.PASS,
        "role": "Bridge Engineer",
        "assessment_version": "v2",
        "started_at": NOON,
        "duration_s": 1800.0,
        "scores": (overall(score),),
    }
    return Interview(**(values | fields))


def a_document(
    interview: Interview | None = None,
    *,
    at: datetime = NOON,
    payload: bytes | None = None,
    **fields: Any,
) -> Document:
    """Return a document whose bytes are the interview as JSON, unless told otherwise."""
    interview = interview or an_interview()
    if payload is None:
        payload = interview.model_dump_json().encode()
    return Document(payload=payload, interview=interview, fetched_at=at, **fields)


def parse(_vendor: str, payload: bytes) -> Interview:
    """Read a payload of `a_document` as a vendor's module would."""
    return Interview.model_validate_json(payload)


def kept(store: Store, *interviews: Interview) -> WriteReport:
    """Write these interviews."""
    return store.write([a_document(interview) for interview in interviews])


def id_of(own_id: str, vendor: str = "qode") -> str:
    """Return our id of a vendor's interview."""
    return local_id(vendor, own_id)


def listed(
    store: Store,
    wanted: InterviewFilter | None = None,
    sort: Sort | None = None,
    request: PageRequest | None = None,
) -> list[str]:
    """Return the vendor's ids on one page of a list."""
    page = store.page(wanted or InterviewFilter(), sort or Sort(), request or PageRequest())
    return [row.vendor_interview_id for row in page.rows]


@contextmanager
def a_store(*fields: dict[str, object]) -> Iterator[Store]:
    """Give a cache of its own to one example of a property."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scoreband.db"
        put_empty(path)
        store = open_store(f"sqlite:///{path}", clock=Clock())
        try:
            kept(store, *(an_interview(f"i-{n}", **each) for n, each in enumerate(fields)))
            yield store
        finally:
            store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "scoreband.db"


@pytest.fixture
def opened(path: Path, clock: Clock) -> Iterator[Callable[[], Store]]:
    """Open the same file as often as asked; all are closed after the test."""
    stores: list[Store] = []

    def one_more() -> Store:
        stores.append(open_store(f"sqlite:///{path}", clock=clock))
        return stores[-1]

    yield one_more
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store], path: Path) -> Store:
    if not path.exists():
        put_empty(path)
    return opened()
