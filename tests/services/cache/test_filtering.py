"""Filters beyond the plain ones: months, scales, beginnings, ids, and what vendors deleted."""

from datetime import timedelta

import pytest

from services.models.browse import InterviewFilter, Neighbours, Sort, SortColumn
from services.models.interview import Status
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, an_interview, id_of, kept, listed


def out_of_five(value: float) -> Score:
    """Return an overall score on the scale from 0 to 5."""
    return Score(
        kind=ScoreKind.OVERALL,
        name="Overall",
        state=ScoreState.SCORED,
        value=value,
        scale=FIVE_POINTS,
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (InterviewFilter(months=(202603,)), ["march"]),
        (InterviewFilter(months=(202603, 202612)), ["december", "march"]),
        (InterviewFilter(months=(202604,)), []),
        (InterviewFilter(months=(202613, -1, 999999)), []),
        (InterviewFilter(months=(0,)), ["dropped"]),
        (InterviewFilter(months=(0, 202603)), ["dropped", "march"]),
        (InterviewFilter(roles=("",)), ["dropped"]),
        (InterviewFilter(roles=("", "Mason")), ["dropped", "march"]),
        (InterviewFilter(roles=("Mason",)), ["march"]),
        (InterviewFilter(versions=("",)), ["december"]),
        (InterviewFilter(started=True), ["dropped", "march"]),
        (InterviewFilter(started=False), ["december"]),
        (InterviewFilter(ids=(id_of("march"), "gone")), ["march"]),
        (InterviewFilter(ids=("gone",)), []),
    ],
)
def test_a_filter_means_what_it_says(store, wanted, found):
    """Months go by UTC, a beginning by its time or by a status that none has without one.

    No month, role or version at all can be asked for as well.
    """
    end_of_march = NOON.replace(day=31, hour=23, minute=59, second=59)
    end_of_year = NOON.replace(month=12, day=31)
    kept(
        store,
        an_interview(
            "march", role="Mason", started_at=end_of_march, status=Status.TECHNICAL_FAILURE
        ),
        an_interview(
            "december",
            assessment_version=None,
            started_at=None,
            scheduled_at=end_of_year,
            status=Status.SCHEDULED,
        ),
        an_interview("dropped", role=None, started_at=None, status=Status.DROPPED_OFF),
    )

    ids = listed(store, wanted)

    assert sorted(ids) == sorted(found)
    assert store.count(wanted) == len(found)


def test_the_last_moment_of_a_month_is_listed_in_the_month_it_is_counted_to(store):
    """Times are kept in milliseconds: rounded up to midnight they belong to the next month."""
    late = NOON.replace(month=4, day=1, hour=0, minute=0) - timedelta(microseconds=1)
    kept(store, an_interview(started_at=late))

    (counted,) = store.status_counts(InterviewFilter())

    assert counted.month == 202604
    assert listed(store, InterviewFilter(months=(counted.month,))) == ["a-1"]


def test_an_interview_without_start_or_schedule_happened_when_it_was_made(store):
    """Lists show and filter it by the day on which it was created."""
    kept(store, an_interview(started_at=None, created_at=NOON))

    (row,) = store.rows([id_of("a-1")])

    assert row.happened_at == NOON
    assert listed(store, InterviewFilter(since=NOON.date())) == ["a-1"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (InterviewFilter(score_min=0), ["percent"]),
        (InterviewFilter(score_max=60), ["percent"]),
        (InterviewFilter(score_min=3, score_max=5), []),
    ],
)
def test_a_score_range_is_meant_on_0_to_100(store, wanted, found):
    """4 of 5 is neither above 3 nor below 60 of 100: it is left out, as an unscored one is."""
    unscored = Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.UNSCORED)
    kept(
        store,
        an_interview("percent", score=55.0),
        an_interview("five", scores=(out_of_five(4),)),
        an_interview("unscored", scores=(unscored,)),
    )

    ids = listed(store, wanted)

    assert ids == found


@pytest.mark.parametrize("descending", [True, False])
def test_an_interview_that_nobody_scored_sorts_last(store, descending):
    """A transcript without a score is neither the worst nor the best, and keeps its state."""
    unscored = Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.UNSCORED)
    kept(store, an_interview("none", scores=(unscored,)), an_interview("low", score=1.0))

    ids = listed(store, sort=Sort(column=SortColumn.SCORE, descending=descending))

    assert ids == ["low", "none"]
    assert store.rows([id_of("none")])[0].overall == unscored


@pytest.mark.parametrize(
    ("gone", "found"), [(False, ["b", "a"]), (None, ["c", "b", "a"]), (True, ["c"])]
)
def test_what_a_vendor_deleted_is_left_out_unless_asked_for(store, gone, found):
    """A deleted interview leaves lists, counts and the funnel; its row stays and says so."""
    kept(store, *(an_interview(each) for each in "abc"))
    store.mark_gone("qode", "c", NOON)
    wanted = InterviewFilter(gone=gone)

    ids = listed(store, wanted)

    assert ids == found
    assert store.count(wanted) == len(found)
    assert sum(each.count for each in store.status_counts(wanted)) == len(found)
    assert store.rows([id_of("c")])[0].gone_at == NOON


def test_a_deletion_takes_an_interview_out_of_a_list_that_was_counted_before(store):
    """What was remembered of a list does not outlive a deletion at the vendor."""
    kept(store, *(an_interview(each) for each in "abc"))
    before = store.count(InterviewFilter()), listed(store)

    store.mark_gone("qode", "b", NOON)

    assert before == (3, ["c", "b", "a"])
    assert (store.count(InterviewFilter()), listed(store)) == (2, ["c", "a"])
    assert store.neighbours(id_of("a"), InterviewFilter(), Sort()) == Neighbours(
        previous_id=id_of("c")
    )


def test_a_row_has_the_level_that_the_vendor_issued(store):
    """The list shows a CEFR level only where a vendor gave one."""
    kept(store, an_interview())

    (row,) = store.rows([id_of("a-1")])

    assert (row.cefr, row.gone_at) == (None, None)
