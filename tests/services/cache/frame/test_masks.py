"""A mask means what a list of the same filter holds, whatever is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cache.store import Store, open_store
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.candidate import Candidate
from services.models.interview import Interview, Outcome, Status
from services.models.notice import Notice, NoticeCode
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, Clock, a_document, an_interview, id_of, overall

_ROLES = ("Mason", "", "Úředník", None)
_TYPES = ("Technical", "", None)
_VERSIONS = ("v1", "", None)
_VENDORS = ("qode", "instaview", "zenhire")
_NAMES = ("Amara Quillfeather", "Bohdan Říčka", "陳小明", "Nadia Haddad")
_SCORES = (0.0, 40.0, 70.0, 70.5, 100.0, 130.0, -5.0, None)
_STATUSES = (Status.REPORTED, Status.SCHEDULED, Status.NO_SHOW, Status.DROPPED_OFF)
_OUTCOMES = tuple(Outcome)


def _one(number: int) -> Interview:
    """Return one of many interviews that share their parts in ever other combinations."""
    value = _SCORES[number % len(_SCORES)]
    five = Score(
        kind=ScoreKind.OVERALL,
        name="Rating",
        state=ScoreState.SCORED,
        value=3.5,
        scale=FIVE_POINTS,
    )
    at = NOON.replace(day=1) + timedelta(days=11 * number, hours=number)
    notice = Notice(code=NoticeCode.FINAL_ANSWER_CHANGED, text="It was changed.")
    return an_interview(
        f"i-{number}",
        vendor=_VENDORS[number % 3],
        scores=(five if number % 11 == 5 else overall(value),),
        role=_ROLES[number % 4],
        interview_type=_TYPES[number % 3],
        assessment_version=_VERSIONS[number % 5 % 3],
        status=_STATUSES[number % 7 % 4],
        outcome=_OUTCOMES[number % 9 % 4],
        started_at=None if number % 6 == 0 else at,
        scheduled_at=at if number % 12 == 0 else None,
        candidate=Candidate(name=_NAMES[number % 4], email=f"p{number}@example.com"),
        notices=(notice,) * (number % 4 // 2),
        tags=("Ferry", "Bridge")[: number % 3],
        metadata={"site": ("Harbour", "Quarry")[number % 2]} if number % 5 else {},
    )


@contextmanager
def _a_full_store() -> Iterator[Store]:
    clock = Clock()
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'scoreband.db'}", clock=clock)
        try:
            for number in range(60):
                at = NOON + timedelta(days=number % 10)
                store.write([a_document(_one(number), at=at)])
            for number in (4, 8, 15):
                one = _one(number)
                store.mark_gone(one.vendor, one.vendor_interview_id, NOON)
            yield store
        finally:
            store.close()


@pytest.fixture(scope="module")
def full() -> Iterator[Store]:
    with _a_full_store() as store:
        yield store


def _some(*values: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_days = st.none() | st.dates(date(2026, 2, 1), date(2027, 12, 31)) | st.just(date.max)
_ends = st.none() | st.sampled_from([-1e9, -5.0, 0.0, 3.5, 70.0, 70.5, 100.0, 1e9])
_ids = tuple(id_of(f"i-{number}", _VENDORS[number % 3]) for number in range(60))
_arrivals = st.none() | st.sampled_from([NOON + timedelta(days=days) for days in (-1, 3, 9, 20)])
_flag = st.none() | st.booleans()
filters = st.builds(
    InterviewFilter,
    text=st.sampled_from(["", "  ", "quill", "ri", "陳小明", "mason nadia", "nobody"]),
    roles=_some("Mason", "Úředník", "Nobody's", ""),
    vendors=_some(*_VENDORS, "round0"),
    statuses=_some(*_STATUSES),
    outcomes=_some(*_OUTCOMES),
    versions=_some("v1", "v2", "v9", ""),
    since=_days,
    until=_days,
    months=_some(202603, 202604, 202612, 202613, 0, -1, 999999),
    score_min=_ends,
    score_max=_ends,
    has_notices=_flag,
    started=_flag,
    ids=st.just(()) | st.lists(st.sampled_from(_ids), max_size=30).map(tuple),
    interview_types=_some("Technical", "Screening", "qode", ""),
    tags=_some("Ferry", "Bridge", "Nobody's"),
    metadata=_some(("site", "Harbour"), ("site", "Quarry"), ("", "Ferry"), ("other", "x")),
    arrived_since=_arrivals,
    gone=_flag,
)


@given(wanted=filters)
def test_a_mask_means_what_a_list_holds(full, wanted):
    """The same interviews, and as many as the list counts."""
    frame = full.frame()

    mask = full.members(frame, wanted)

    ids = full.public_ids(frame.interviews.number[mask].tolist())
    page = full.page(wanted, Sort(), PageRequest(limit=100))
    assert sorted(ids.values()) == sorted(row.id for row in page.rows)
    assert int(mask.sum()) == full.count(wanted)


@pytest.mark.parametrize("name", [name for name in InterviewFilter.model_fields if name != "lists"])
def test_each_part_of_a_filter_is_asked_for_somewhere(name):
    """A part that is added to the filter must be added to this test, and so to the mask."""
    drawn = filters.wrapped_strategy.kwargs

    assert name in drawn


def test_a_saved_list_is_a_cohort(full):
    """Its members are found by the database, and a list that is not there has none."""
    saved, _ = full.save_list("Short list", [_ids[3], _ids[20], "nobody"])
    frame = full.frame()

    mask = full.members(frame, InterviewFilter(lists=(saved.id,)))

    ids = full.public_ids(frame.interviews.number[mask].tolist())
    assert set(ids.values()) == {_ids[3], _ids[20]}
    assert not full.members(frame, InterviewFilter(lists=("gone",))).any()


def test_a_mask_is_of_its_frame(full):
    """What was written since is not in it: its rows are those of the frame that was handed in."""
    frame = full.frame()
    full.write([a_document(_one(99), at=datetime(2026, 5, 1, tzinfo=UTC))])

    mask = full.members(frame, InterviewFilter(text="nadia", gone=None))

    assert len(mask) == len(frame.interviews)
    assert int(mask.sum()) == 15
