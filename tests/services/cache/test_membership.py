"""Filters by interview type, tag, metadata and saved list, in every place that takes a filter."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from services.cache.store import Store
from services.models.browse import (
    Cut,
    InterviewFilter,
    Neighbours,
    PageRequest,
    Sort,
    SortColumn,
)
from services.models.interview import Outcome, Status
from tests.services.cache.conftest import NOON, an_interview, id_of, kept, listed
from tests.services.cache.spoken import a_speech_test

DAY = timedelta(days=1)


@pytest.fixture
def groups(store: Store) -> Store:
    """A store with four interviews that differ in what hangs off them."""
    kept(
        store,
        an_interview(
            "a",
            interview_type="Technical",
            tags=("urgent", "night"),
            metadata={"team": "Platform", "sites": ["Łódź", "Cần Thơ"]},
        ),
        an_interview(
            "b",
            interview_type="Technical",
            tags=("urgent",),
            metadata={"team": "Data", "sites": ["Łódź"]},
            started_at=NOON + DAY,
        ),
        an_interview(
            "c",
            interview_type="Culture",
            metadata={"team": "Platform", "tag": "urgent"},
            started_at=NOON + 2 * DAY,
            outcome=Outcome.FAIL,
        ),
        a_speech_test("d", interview_type=None, tags=("night",), started_at=NOON + 3 * DAY),
    )
    return store


MEANT = [
    ({"interview_types": ("Technical",)}, "ab"),
    ({"interview_types": ("",)}, "d"),
    ({"interview_types": ("", "Culture")}, "cd"),
    ({"interview_types": ("Juggling",)}, ""),
    ({"tags": ("urgent",)}, "ab"),
    ({"tags": ("night", "urgent")}, "abd"),
    ({"tags": ("Platform",)}, ""),
    ({"tags": ("",)}, ""),
    ({"tags": ("\ud800", "\x00")}, ""),
    ({"metadata": (("team", "Platform"),)}, "ac"),
    ({"metadata": (("team", "Platform"), ("team", "Data"))}, "abc"),
    ({"metadata": (("team", "Platform"), ("sites", "Łódź"))}, "a"),
    ({"metadata": (("sites", "Łódź"), ("sites", "Cần Thơ"))}, "ab"),
    ({"metadata": (("team", "Łódź"),)}, ""),
    ({"metadata": (("", "urgent"),)}, ""),
    ({"metadata": (("tag", "urgent"),)}, "c"),
    ({"tags": ("urgent",), "metadata": (("team", "Data"),)}, "b"),
    ({"tags": ("night",), "interview_types": ("",)}, "d"),
    ({"tags": ("urgent",), "roles": ("Bridge Engineer",), "vendors": ("qode",)}, "ab"),
    ({"tags": ("urgent",), "statuses": (Status.REPORTED,), "text": "quillfeather"}, "ab"),
    ({"metadata": (("team", "Platform"),), "outcomes": (Outcome.FAIL,)}, "c"),
    ({"interview_types": ("Technical",), "score_min": 0, "started": True}, "ab"),
    ({"arrived_since": NOON, "tags": ("night",)}, "ad"),
    ({"arrived_since": NOON + DAY}, ""),
    ({"arrived_since": NOON, "statuses": (Status.REPORTED,), "gone": None}, "abcd"),
]


@pytest.mark.parametrize(("fields", "found"), MEANT)
def test_lists_counts_and_the_funnel_agree(groups, fields, found):
    """Of one key or tag any value does; of several keys each must hold."""
    wanted = InterviewFilter(**fields)

    ids = listed(groups, wanted)

    assert "".join(sorted(ids)) == found
    assert groups.count(wanted) == len(found)
    assert sum(each.count for each in groups.status_counts(wanted)) == len(found)


@pytest.mark.parametrize("column", list(SortColumn))
@pytest.mark.parametrize("descending", [True, False])
def test_every_order_holds_the_same_interviews(groups, column, descending):
    """Sorting by whatever column neither loses nor adds one."""
    wanted = InterviewFilter(tags=("urgent", "night"))

    ids = listed(groups, wanted, Sort(column=column, descending=descending))

    assert sorted(ids) == ["a", "b", "d"]


def test_pages_and_neighbours_stay_within_the_filter(groups):
    """Whoever pages through a tag meets nobody without it."""
    wanted = InterviewFilter(tags=("urgent", "night"))
    request = PageRequest(limit=1, anchor=id_of("b"), cut=Cut.AFTER)

    after = listed(groups, wanted, request=request)
    beside = groups.neighbours(id_of("b"), wanted, Sort())

    assert after == ["a"]
    assert beside == Neighbours(previous_id=id_of("d", "zenhire"), next_id=id_of("a"))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"tags": ("night",)}, 1),
        ({"tags": ("urgent",)}, 0),
        ({"interview_types": ("",), "arrived_since": NOON}, 1),
        ({"metadata": (("team", "Data"),)}, 0),
    ],
)
def test_language_results_are_filtered_too(groups, fields, found):
    """The ladder's rows, their number and the counts by level are of the same interviews."""
    wanted = InterviewFilter(**fields)

    entries = groups.language_entries(wanted, limit=10)

    assert (len(entries.entries), entries.total) == (found, found)
    counted = groups.level_groups(wanted, dimension="Fluency")
    assert sum(each.count for each in counted) == found


def test_a_saved_list_is_a_filter(groups):
    """Several lists mean either; what else is asked for must hold as well."""
    first, _ = groups.save_list("First", ["a", "c"])
    second, _ = groups.save_list("Second", ["d"])
    both = InterviewFilter(lists=(first.id, second.id))

    ids = listed(groups, both)

    assert ids == ["d", "c", "a"]
    assert groups.count(both) == 3
    assert listed(groups, InterviewFilter(lists=(first.id,), tags=("urgent",))) == ["a"]
    assert groups.language_entries(both, limit=10).total == 1
    assert groups.count(InterviewFilter(lists=("nobody's", "\ud800"))) == 0


def test_a_list_that_is_forgotten_finds_nothing_any_more(groups):
    """What was counted before is not remembered beyond it."""
    saved, _ = groups.save_list("Shortlist", ["a", "c"])
    wanted = InterviewFilter(lists=(saved.id,))
    before = groups.count(wanted)

    groups.forget_list(saved.id)

    assert (before, groups.count(wanted), listed(groups, wanted)) == (2, 0, [])


def test_a_very_long_value_is_found_by_itself(store):
    """It is kept and compared by its first two hundred characters."""
    kept(store, an_interview(tags=("x" * 5_000,), metadata={"note": " " + "y" * 5_000}))

    found = [
        listed(store, InterviewFilter(tags=("x" * 5_000,))),
        listed(store, InterviewFilter(metadata=(("note", "y" * 4_000),))),
    ]

    assert found == [["a-1"], ["a-1"]]


def test_what_is_filtered_is_read_from_an_index(store):
    """Counting and listing by type, arrival, tag or list looks at no row that is not shown."""
    kept(
        store,
        *(an_interview(f"i-{n}", role=f"Role {n % 9}", tags=(f"t{n % 5}",)) for n in range(300)),
    )
    saved, _ = store.save_list("Few", ["i-1", "i-2"])
    plans = []

    @event.listens_for(store._database.engine, "before_cursor_execute")
    def explain(_connection, cursor, statement, parameters, *_):
        if "count(" in statement:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append(cursor.fetchall()[0][3])

    for fields in (
        {"roles": ("Role 3",), "interview_types": ("Technical",)},
        {"statuses": (Status.REPORTED,), "arrived_since": NOON},
        {"roles": ("Role 3",), "tags": ("t1",)},
        {"interview_types": ("Technical",)},
        {"arrived_since": NOON + DAY},
        {"lists": (saved.id,), "statuses": (Status.REPORTED,)},
    ):
        store.count(InterviewFilter(**fields))

    covering = "SEARCH interview USING COVERING INDEX ix_interview_"
    named = "SEARCH interview USING INTEGER PRIMARY KEY"
    assert [plan.partition(" (")[0] for plan in plans] == [
        f"{covering}filter_role",
        f"{covering}filter_status",
        f"{covering}role_id",
        f"{covering}interview_type_id",
        f"{covering}arrived",
        named,
    ]
