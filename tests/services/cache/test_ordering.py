"""Walking along an order: the depth of a page costs nothing, because no rows are sorted."""

from contextlib import contextmanager
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from services.models.browse import Cut, InterviewFilter, PageRequest, Sort, SortColumn
from services.models.interview import Status
from services.models.score import FIVE_POINTS, PERCENT, Scale, Score, ScoreKind, ScoreState
from tests.services.cache.conftest import NOON, a_store, an_interview, id_of, kept

# Values as vendors give them, those far beyond the scale included.
SCORES = st.builds(
    lambda value, scale: Score(
        kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.SCORED, value=value, scale=scale
    ),
    st.one_of(st.sampled_from([0.0, 3.5, 4.0, 72.0]), st.floats(-1e12, 1e12)),
    st.sampled_from([PERCENT, FIVE_POINTS, Scale(low=0, high=9), Scale(low=0, high=5.5)]),
)
MISSING = Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.UNSCORED)


@contextmanager
def plans_of_queries(store):
    """Collect how the database goes about each query that asks for interviews in an order."""
    plans = []

    def explain(_connection, cursor, statement, parameters, *_):
        if "ORDER BY" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append([row[3] for row in cursor.fetchall()])

    event.listen(store._database.engine, "before_cursor_execute", explain)
    yield plans
    event.remove(store._database.engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("column", list(SortColumn))
def test_a_common_filters_page_goes_along_an_index(store, column, cut):
    """No query of a page sorts rows or reads the whole table."""
    kept(store, *(an_interview(f"i-{number}") for number in range(40)))
    wanted = InterviewFilter(roles=("Bridge Engineer",), statuses=(Status.REPORTED,))
    request = PageRequest(limit=5, anchor=id_of("i-20"), cut=cut)

    with plans_of_queries(store) as plans:
        page = store.page(wanted, Sort(column=column), request)

    steps = [step for plan in plans for step in plan]
    assert len(page.rows) == 5
    assert steps
    assert [step for step in steps if "TEMP B-TREE" in step or step == "SCAN interview"] == []


def test_a_rare_filters_page_starts_from_the_few_rows_that_match(store):
    """One match among many is found by the filter's index, not by going along the order."""
    kept(store, *(an_interview(f"i-{number}") for number in range(40)))
    kept(store, an_interview("rare", role="Lamplighter"))
    wanted = InterviewFilter(roles=("Lamplighter",))

    with plans_of_queries(store) as plans:
        page = store.page(wanted, Sort(), PageRequest(limit=5))

    assert [row.vendor_interview_id for row in page.rows] == ["rare"]
    assert "role_id=?" in plans[0][0]


def test_one_vendors_list_by_score_goes_straight_to_its_scores(store):
    """Scores on another scale lie far from both ends of the whole order."""
    five = Score(
        kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.SCORED, value=4, scale=FIVE_POINTS
    )
    kept(store, *(an_interview(f"i-{number}") for number in range(40)))
    kept(store, *(an_interview(f"z-{n}", vendor="zenhire", scores=(five,)) for n in range(40)))

    with plans_of_queries(store) as plans:
        page = store.page(
            InterviewFilter(vendors=("zenhire",)),
            Sort(column=SortColumn.SCORE),
            PageRequest(limit=1, anchor=id_of("z-20", "zenhire")),
        )

    assert [row.vendor_interview_id for row in page.rows] == ["z-19"]
    (step,) = plans[0]
    assert "ix_interview_vendor_score (vendor_id=? AND overall_key=?" in step


@pytest.mark.parametrize("gone", [False, None])
def test_leaving_out_what_is_gone_sorts_nothing(store, gone):
    """A deletion at a vendor changes no list into a search through all of it."""
    kept(store, *(an_interview(f"i-{number}") for number in range(40)))
    store.mark_gone("qode", "i-3", NOON)
    wanted = InterviewFilter(gone=gone)

    with plans_of_queries(store) as plans:
        page = store.page(wanted, Sort(column=SortColumn.SCORE), PageRequest(limit=5))

    steps = [step for plan in plans for step in plan]
    assert (len(page.rows), page.total) == (5, 39 if gone is False else 40)
    assert [step for step in steps if "TEMP B-TREE" in step or step == "SCAN interview"] == []


def test_counting_reads_no_rows_even_after_a_deletion(store):
    """Everything that a filter looks at lies in one index."""
    kept(store, *(an_interview(f"i-{number}", role=f"Role {number}") for number in range(40)))
    store.mark_gone("qode", "i-3", NOON)
    wanted = InterviewFilter(roles=("Role 7", "Role 8"), score_min=10, started=True)
    plans = []

    @event.listens_for(store._database.engine, "before_cursor_execute")
    def explain(_connection, cursor, statement, parameters, *_):
        if "count(" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append(cursor.fetchall()[0][3])

    number = store.count(wanted)

    assert number == 2
    assert plans == ["SEARCH interview USING COVERING INDEX ix_interview_filter_role (role_id=?)"]


@settings(max_examples=40, deadline=None)
@given(scores=st.lists(st.one_of(SCORES, st.just(MISSING)), min_size=1, max_size=12))
def test_an_order_by_score_never_mixes_two_scales(scores):
    """Scores of one scale stand together, 0 to 100 first, those without a number last."""
    with a_store(*({"scores": (score,)} for score in scores)) as store:
        page = store.page(InterviewFilter(), Sort(column=SortColumn.SCORE), PageRequest(limit=50))

    found = [row.overall for row in page.rows]
    numbers = [score for score in found if score.value is not None]
    scales = [scale for scale, _ in groupby(score.scale for score in numbers)]
    assert found[len(numbers) :] == [MISSING] * (len(found) - len(numbers))
    assert len(scales) == len(set(map(str, scales)))
    assert PERCENT not in scales[1:]
    for scale in scales:
        usual = [s.value for s in numbers if s.scale == scale and abs(s.value) < 1000]
        assert all(
            here >= there or here == pytest.approx(there, abs=1e-6)
            for here, there in pairwise(usual)
        )
