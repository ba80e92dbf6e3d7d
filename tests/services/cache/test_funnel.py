"""The funnel's counts: each interview once, the vendor's own word kept."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from services.models.browse import InterviewFilter
from services.models.funnel import StatusCount
from services.models.interview import Status
from tests.services.cache.conftest import NOON, a_store, an_interview, kept, listed

FIELDS = st.fixed_dictionaries(
    {
        "role": st.sampled_from([None, "Baker", "Cook"]),
        "vendor": st.sampled_from(["qode", "round0"]),
        "status": st.sampled_from(list(Status)),
        "vendor_status": st.sampled_from([None, "DONE", "done"]),
        "started_at": st.sampled_from([None, NOON]),
        "scheduled_at": st.sampled_from([None, NOON.replace(month=5)]),
    }
)


def test_interviews_that_share_everything_are_one_count(store):
    """Another word of the vendor, or a beginning that was not there, makes another count."""
    missed = {"status": Status.NO_SHOW, "vendor_status": "NO_SHOW", "started_at": None}
    kept(store, an_interview("a"), an_interview("b"))
    kept(store, an_interview("c", vendor_status="DONE"), an_interview("d", **missed))

    counts = store.status_counts(InterviewFilter())

    same = {"role": "Bridge Engineer", "vendor": "qode"}
    assert set(counts) == {
        StatusCount(
            **same,
            month=202603,
            status=Status.REPORTED,
            vendor_status=word,
            has_started=True,
            count=count,
        )
        for word, count in (("REPORT_GENERATED", 2), ("DONE", 1))
    } | {
        StatusCount(
            **same,
            month=None,
            status=Status.NO_SHOW,
            vendor_status="NO_SHOW",
            has_started=False,
            count=1,
        )
    }


@settings(max_examples=25, deadline=None)
@given(fields=st.lists(FIELDS, min_size=1, max_size=12))
def test_the_list_behind_a_count_holds_as_many_interviews(fields):
    """Counts add up to the whole, and each opens exactly the interviews that it counts."""
    with a_store(*fields) as store:
        counts = store.status_counts(InterviewFilter())
        total = store.count(InterviewFilter())
        by_month = {
            month: store.count(InterviewFilter(months=(month,)))
            for month in {each.month for each in counts if each.month}
        }
        by_status = {
            (each.status, each.has_started): listed(
                store, InterviewFilter(statuses=(each.status,), started=each.has_started)
            )
            for each in counts
        }

    assert sum(each.count for each in counts) == total == len(fields)
    for month, number in by_month.items():
        assert number == sum(each.count for each in counts if each.month == month)
    for key, ids in by_status.items():
        counted = sum(each.count for each in counts if (each.status, each.has_started) == key)
        assert len(ids) == counted


def test_counting_statuses_reads_no_rows(store):
    """Whatever the filter, all that the funnel counts by lies in one index."""
    kept(store, *(an_interview(f"i-{number}", role=f"Role {number}") for number in range(40)))
    plans = []

    @event.listens_for(store._database.engine, "before_cursor_execute")
    def explain(_connection, cursor, statement, parameters, *_):
        if "count(" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append(cursor.fetchall()[0][3])

    for wanted in (
        InterviewFilter(),
        InterviewFilter(vendors=("qode",), months=(202603,)),
        InterviewFilter(roles=("Role 3", "Role 4"), score_min=5),
    ):
        store.status_counts(wanted)

    assert len(plans) == 3
    assert all("USING COVERING INDEX ix_interview_filter_role" in plan for plan in plans)
