"""A whole list in parts: the same rows in the same order as on its pages, as of one moment."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cache.rows import milliseconds
from services.cache.store import Store
from services.models.browse import InterviewFilter, PageRequest, Sort, SortColumn
from services.models.interview import Outcome, Status
from services.models.language import LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import ScoreState
from tests.services.cache.conftest import (
    NOON,
    a_store,
    an_interview,
    id_of,
    kept,
    overall,
)
from tests.services.cache.test_browsing import FIELDS, FILTERS, SORTS


def ids(store: Store, wanted: InterviewFilter, sort: Sort) -> list[str]:
    """Return the ids of a whole list, in order."""
    with store.extracting(wanted, sort) as found:
        return [id_ for part in found.parts for id_ in part["id"]]


@settings(max_examples=25)
@given(st.lists(FIELDS, max_size=12), FILTERS, SORTS)
def test_an_extract_has_the_rows_of_the_list_in_its_order(fields, wanted, sort):
    """Rows without a value last, equal ones by number, whatever the filter."""
    with a_store(*fields) as store:
        page = store.page(wanted, sort, PageRequest(limit=100))

        found = ids(store, wanted, sort)

        assert found == [row.id for row in page.rows]


def test_a_long_list_comes_in_parts(store):
    """However long it is, only one part is in memory."""
    kept(store, *(an_interview(f"i-{number}") for number in range(8)))

    with store.extracting(InterviewFilter(), Sort(), size=3) as found:
        sizes = [len(part["id"]) for part in found.parts]

    assert found.total == 8
    assert sizes == [3, 3, 2]


def test_what_is_written_meanwhile_is_not_in_it(store):
    """All rows belong to the moment at which the total was counted; nobody waits for the end."""
    kept(store, an_interview("a-1"))

    with store.extracting(InterviewFilter(), Sort()) as found:
        kept(store, an_interview("a-2"))
        rows = [id_ for part in found.parts for id_ in part["id"]]

    assert (found.total, rows) == (1, [id_of("a-1")])
    assert store.count(InterviewFilter()) == 2


def test_a_row_holds_what_the_list_holds(store):
    """Words instead of numbers, times in UTC, nothing where there is nothing."""
    interview = an_interview(
        "a-1",
        tags=("autumn", "night shift"),
        language=LanguageProfile(cefr="B2", detection=SpeakerDetection(match=SpeakerMatch.LOW)),
        interview_type="technical",
    )
    kept(store, interview)

    with store.extracting(InterviewFilter(), Sort()) as found:
        (part,) = found.parts

    row = {name: cells[0] for name, cells in part.items()}
    assert row["status"] is Status.REPORTED
    assert row["outcome"] is Outcome.PASS
    assert row["state"] is ScoreState.SCORED
    assert (row["value"], row["lower"], row["upper"]) == (70, 67, 73)
    assert row["match"] is SpeakerMatch.LOW
    assert (row["cefr"], row["tags"]) == ("B2", "autumn, night shift")
    assert (row["happened_at"], row["gone_at"]) == (milliseconds(NOON), None)
    assert (row["role"], row["vendor"], row["interview_type"]) == (
        "Bridge Engineer",
        "qode",
        "technical",
    )


def test_no_proctoring_is_not_no_signal(store):
    """Where nothing was collected there is no count, as in the list."""
    kept(store, an_interview("a-1"))

    with store.extracting(InterviewFilter(), Sort()) as found:
        (part,) = found.parts

    page = store.page(InterviewFilter(), Sort(), PageRequest())
    assert part["signals"] == tuple(row.signal_count for row in page.rows)


def test_a_number_that_is_none_is_nothing(store):
    """An infinite duration is not written into a file that no reader could open."""
    kept(store, an_interview("a-1", duration_s=float("inf")))

    with store.extracting(InterviewFilter(), Sort()) as found:
        (part,) = found.parts

    assert part["duration_s"] == (None,)


@pytest.mark.parametrize("value", [None, 0.0])
def test_not_evaluated_has_no_value(store, value):
    """A vendor's 0 for a skipped interview is no number here either."""
    state = ScoreState.NOT_EVALUATED if value is None else ScoreState.SCORED
    kept(store, an_interview("a-1", scores=(overall(value, ScoreState.NOT_EVALUATED),)))

    with store.extracting(InterviewFilter(), Sort()) as found:
        (part,) = found.parts

    assert (part["state"][0], part["value"][0]) == (state, value)


def test_the_instruments_of_a_list_are_told(store):
    """Each vendor with each version, once, of the filter's interviews only."""
    kept(
        store,
        an_interview("a-1", assessment_version="v2"),
        an_interview("a-2", assessment_version="v1"),
        an_interview("a-3", assessment_version="v1", started_at=NOON + timedelta(days=1)),
        an_interview("a-4", vendor="zenhire", assessment_version=None),
        an_interview("a-5", vendor="round0", role="Cook"),
    )

    with store.extracting(InterviewFilter(roles=("Bridge Engineer",)), Sort()) as found:
        told = found.instruments

    assert told == (("qode", "v1"), ("qode", "v2"), ("zenhire", None))


def test_an_empty_list_has_no_parts(store):
    """Nothing matches: no rows, no error."""
    kept(store, an_interview("a-1"))

    found = ids(store, InterviewFilter(roles=("Nobody",)), Sort(column=SortColumn.NAME))

    assert found == []
