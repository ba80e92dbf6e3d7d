"""Lists: filters, orders and pages."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cache.store import Store
from services.models.browse import (
    Cut,
    InterviewFilter,
    Neighbours,
    PageRequest,
    Sort,
    SortColumn,
)
from services.models.candidate import Candidate
from services.models.interview import Outcome, Status
from services.models.notice import Notice, NoticeCode
from tests.services.cache.conftest import NOON, a_store, an_interview, id_of, kept, listed

DOUBT = Notice(code=NoticeCode.DURATION_MISMATCH, text="Two durations.")

FIELDS = st.fixed_dictionaries(
    {
        "score": st.sampled_from([None, 40.0, 55.5, 70.0, 70.5]),
        "name": st.sampled_from([None, "Ana Fieldmouse", "ana fieldmouse", "Álvaro", "李 小雨"]),
        "role": st.sampled_from([None, "Baker", "baker", "Cook"]),
        "vendor": st.sampled_from(["qode", "round0"]),
        "status": st.sampled_from([Status.REPORTED, Status.SCHEDULED, Status.NO_SHOW]),
        "outcome": st.sampled_from(list(Outcome)),
        "assessment_version": st.sampled_from([None, "v1", "v2"]),
        "started_at": st.sampled_from([None, NOON, NOON + timedelta(days=1)]),
        "duration_s": st.sampled_from([None, 60.0, 90.0]),
        "notices": st.sampled_from([(), (DOUBT,)]),
    }
)
SORTS = st.builds(Sort, column=st.sampled_from(list(SortColumn)), descending=st.booleans())
FILTERS = st.sampled_from(
    [
        InterviewFilter(),
        InterviewFilter(text="ana field"),
        InterviewFilter(text="a"),
        InterviewFilter(roles=("Baker", "Cook")),
        InterviewFilter(statuses=(Status.REPORTED,), score_min=50),
        InterviewFilter(outcomes=(Outcome.NONE, Outcome.FAIL)),
        InterviewFilter(versions=("v1",), vendors=("qode",)),
    ]
)


def walked(store: Store, wanted: InterviewFilter, sort: Sort, limit: int) -> list[str]:
    """Return the ids of all pages from the first on."""
    page = store.page(wanted, sort, PageRequest(limit=limit))
    ids = [row.id for row in page.rows]
    while page.has_next:
        page = store.page(wanted, sort, PageRequest(limit=limit, anchor=ids[-1]))
        assert page.has_previous
        ids += [row.id for row in page.rows]
    return ids


def walked_back(store: Store, wanted: InterviewFilter, sort: Sort, *, limit: int, last: str):
    """Return the ids of all pages in front of `last`, and `last` itself."""
    ids, has_previous = [last], True
    while has_previous:
        request = PageRequest(limit=limit, anchor=ids[0], cut=Cut.BEFORE)
        page = store.page(wanted, sort, request)
        assert page.has_next
        ids = [row.id for row in page.rows] + ids
        has_previous = page.has_previous
    return ids


@settings(max_examples=40, deadline=None)
@given(
    fields=st.lists(FIELDS, min_size=1, max_size=14),
    sort=SORTS,
    wanted=FILTERS,
    limit=st.integers(1, 5),
)
def test_walking_all_pages_gives_the_whole_list_forwards_and_backwards(fields, sort, wanted, limit):
    """Whatever the order, the filter and the page's size, no row is lost or shown twice."""
    with a_store(*fields) as store:
        whole = [row.id for row in store.page(wanted, sort, PageRequest(limit=1000)).rows]

        ids = walked(store, wanted, sort, limit)
        back = walked_back(store, wanted, sort, limit=limit, last=ids[-1]) if ids else []

    assert ids == whole
    assert back == whole


@settings(max_examples=20, deadline=None)
@given(fields=st.lists(FIELDS, min_size=1, max_size=14), sort=SORTS, offset=st.integers(0, 15))
def test_an_offset_skips_as_many_rows(fields, sort, offset):
    """A page that begins at an offset is that piece of the whole list."""
    with a_store(*fields) as store:
        whole = [row.id for row in store.page(InterviewFilter(), sort, PageRequest()).rows]

        page = store.page(InterviewFilter(), sort, PageRequest(limit=4, offset=offset))

    assert [row.id for row in page.rows] == whole[offset : offset + 4]
    assert page.total == len(whole)
    assert page.has_next == (offset + 4 < len(whole))


@settings(max_examples=20, deadline=None)
@given(fields=st.lists(FIELDS, min_size=1, max_size=10), sort=SORTS)
def test_a_list_is_sorted_with_rows_without_a_value_last(fields, sort):
    """Both directions end with the rows that have no value in the sorted column."""
    with a_store(*fields) as store:
        rows = store.page(InterviewFilter(), sort, PageRequest()).rows

    keys = [KEYS[sort.column](row) for row in rows]
    valued = [key for key in keys if key is not None]
    assert keys == valued + [None] * (len(keys) - len(valued))
    assert valued == sorted(valued, reverse=sort.descending)


KEYS = {
    SortColumn.DATE: lambda row: row.happened_at,
    SortColumn.NAME: lambda row: (
        row.candidate_name and row.candidate_name.casefold().replace("á", "a")
    ),
    SortColumn.ROLE: lambda row: row.role and (row.role.casefold(), row.role),
    SortColumn.VENDOR: lambda row: row.vendor,
    SortColumn.STATUS: lambda row: list(Status).index(row.status),
    SortColumn.OUTCOME: lambda row: {"pass": 1, "undetermined": 2, "fail": 3}.get(row.outcome),
    SortColumn.VERSION: lambda row: row.assessment_version,
    SortColumn.SCORE: lambda row: row.overall.value,
    SortColumn.DURATION: lambda row: row.duration_s,
    SortColumn.NOTICES: lambda row: row.notice_count,
}


@pytest.mark.parametrize("descending", [True, False])
def test_not_evaluated_sorts_last_not_at_zero(store, descending):
    """A skipped interview is neither the worst nor the best."""
    kept(store, an_interview("low", score=20), an_interview("none", score=None))

    ids = listed(store, sort=Sort(column=SortColumn.SCORE, descending=descending))

    assert ids == ["low", "none"]


def test_a_score_range_leaves_out_what_is_not_scored(store):
    """Zero to one hundred means scored interviews only."""
    kept(store, an_interview("low", score=20), an_interview("none", score=None))

    ids = listed(store, InterviewFilter(score_min=0, score_max=100))

    assert ids == ["low"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("amara", ["amara"]),
        ("AMARA QUILL", ["amara"]),
        ("quill amara", ["amara"]),
        ("小雨", ["xiao"]),
        ("雨", ["xiao"]),
        ("jos", ["jose"]),
        ("JOSÉ", ["jose"]),
        ("engineer", ["xiao", "amara"]),
        ("%", []),
        ("_", []),
        ('"', []),
        ("nobody", []),
        ("xiao@exam", ["xiao"]),
        ("xiao en", ["xiao"]),
        ("   ", ["jose", "xiao", "amara"]),
    ],
)
def test_a_text_is_found_in_name_address_and_role(store, text, found):
    """Parts of words in any script are found; signs with a meaning elsewhere have none here."""
    kept(
        store,
        an_interview("amara", name="Amara Quillfeather"),
        an_interview("xiao", name="李 小雨"),
        an_interview("jose", name="José Brightwater", role="Cook"),
    )

    ids = listed(store, InterviewFilter(text=text))

    assert ids == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (InterviewFilter(roles=("Cook",)), ["b"]),
        (InterviewFilter(roles=("Cook", "Baker")), ["b", "a"]),
        (InterviewFilter(roles=("Astronaut",)), []),
        (InterviewFilter(vendors=("round0",)), ["b"]),
        (InterviewFilter(versions=("v1",)), ["a"]),
        (InterviewFilter(statuses=(Status.EXPIRED,)), ["b"]),
        (InterviewFilter(outcomes=(Outcome.NONE,)), ["b"]),
        (InterviewFilter(outcomes=(Outcome.NONE, Outcome.PASS)), ["b", "a"]),
        (InterviewFilter(since=date(2026, 3, 5)), ["b"]),
        (InterviewFilter(until=date(2026, 3, 4)), ["a"]),
        (InterviewFilter(since=date(2026, 3, 4), until=date(2026, 3, 5)), ["b", "a"]),
        (InterviewFilter(until=date.max), ["b", "a"]),
        (InterviewFilter(has_notices=True), ["a"]),
        (InterviewFilter(has_notices=False), ["b"]),
    ],
)
def test_a_filter_means_what_it_says(store, wanted, found):
    """Each part of a filter narrows the list by itself; the count agrees with the rows."""
    kept(
        store,
        an_interview("a", role="Baker", assessment_version="v1", notices=(DOUBT,)),
        an_interview(
            "b",
            role="Cook",
            vendor="round0",
            status=Status.EXPIRED,
            outcome=Outcome.NONE,
            started_at=None,
            scheduled_at=NOON + timedelta(days=1),
        ),
    )

    ids = listed(store, wanted)

    assert ids == found
    assert store.count(wanted) == len(found)


def test_a_vanished_anchor_gives_the_first_page(store):
    """A link to a page whose anchor is gone still shows a list."""
    kept(store, an_interview("a"), an_interview("b"))

    page = store.page(InterviewFilter(), Sort(), PageRequest(limit=1, anchor="gone", offset=1))

    assert [row.vendor_interview_id for row in page.rows] == ["b"]
    assert (page.has_previous, page.has_next) == (False, True)


def test_an_anchor_outside_the_filter_still_marks_a_place(store):
    """After a filter narrows the list, the page goes on from where the reader was."""
    scores = {"a": 30.0, "b": 50.0, "c": 70.0}
    kept(store, *(an_interview(each, score=value) for each, value in scores.items()))

    page = store.page(
        InterviewFilter(score_min=60),
        Sort(column=SortColumn.SCORE, descending=False),
        PageRequest(anchor=id_of("b")),
    )

    assert [row.vendor_interview_id for row in page.rows] == ["c"]
    assert (page.has_previous, page.has_next) == (False, False)


def test_neighbours_stand_beside_an_interview_in_the_list(store):
    """Previous and next follow the filter and the order of the list."""
    scores = {"a": 30.0, "b": 50.0, "c": 70.0}
    kept(store, *(an_interview(each, score=value) for each, value in scores.items()))
    by_score = Sort(column=SortColumn.SCORE, descending=True)

    beside = [store.neighbours(id_of(each), InterviewFilter(), by_score) for each in "cba"]

    assert beside == [
        Neighbours(previous_id=None, next_id=id_of("b")),
        Neighbours(previous_id=id_of("c"), next_id=id_of("a")),
        Neighbours(previous_id=id_of("b"), next_id=None),
    ]


def test_an_interview_that_is_not_kept_has_no_neighbours(store):
    """A stale link gets no neighbours instead of an error."""
    kept(store, an_interview())

    beside = store.neighbours("gone", InterviewFilter(), Sort())

    assert beside == Neighbours()


def test_facets_are_the_values_that_occur_most_frequent_first(store):
    """Filters offer what is there, and nothing for what is missing."""
    kept(
        store,
        an_interview("a", role="Cook", outcome=Outcome.NONE),
        an_interview("b", role="Baker"),
        an_interview("c", role="Baker", assessment_version=None),
        an_interview("d", role=None),
    )

    facets = store.facets()

    assert facets.roles == ("Baker", "Cook")
    assert facets.versions == ("v2",)
    assert facets.outcomes == (Outcome.PASS, Outcome.NONE)
    assert facets.statuses == (Status.REPORTED,)


def test_counts_and_facets_follow_a_write_of_another_program(opened):
    """What is remembered holds only until anybody writes."""
    mine, theirs = opened(), opened()
    kept(mine, an_interview("a"))
    before = (mine.count(InterviewFilter()), mine.facets().roles)

    kept(theirs, an_interview("b", role="Cook"))

    assert before == (1, ("Bridge Engineer",))
    assert mine.count(InterviewFilter()) == 2
    assert mine.facets().roles == ("Bridge Engineer", "Cook")
    assert {row.role for row in mine.page(InterviewFilter(), Sort(), PageRequest()).rows} == {
        "Bridge Engineer",
        "Cook",
    }


def test_a_corrected_name_is_found_and_the_old_one_is_not(store):
    """The search by name follows a new answer."""
    kept(store, an_interview(is_final=False, name="Bartholomew Reed"))

    kept(store, an_interview(candidate=Candidate(name="Tobias Reed")))

    assert listed(store, InterviewFilter(text="bartholomew")) == []
    assert listed(store, InterviewFilter(text="tobias")) == ["a-1"]
