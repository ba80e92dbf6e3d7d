"""The funnel: every bar opens exactly the interviews that it counts."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cache.store import open_store
from services.models.browse import InterviewFilter
from services.models.document import Document
from services.models.funnel import Split
from services.models.interview import Interview, Status
from services.use_cases.operations import Operations
from tests.services.use_cases.conftest import NOON

SOME = (
    {"status": Status.REPORTED, "role": "Nurse", "started_at": NOON},
    {"status": Status.REPORTED, "role": "Nurse", "started_at": NOON, "vendor": "ear"},
    {"status": Status.COMPLETED, "role": "Welder", "started_at": NOON.replace(month=4)},
    {"status": Status.DROPPED_OFF, "role": "Welder"},
    {"status": Status.NO_SHOW, "role": "", "scheduled_at": NOON},
    {"status": Status.TECHNICAL_FAILURE, "started_at": NOON},
    {"status": Status.CANCELLED},
    {"status": Status.EXPIRED, "vendor": "ear", "vendor_status": "EXPIRED"},
    {"status": Status.UNKNOWN, "vendor": "ear", "vendor_status": "ON_HOLD"},
)
ANY = st.fixed_dictionaries(
    {
        "vendor": st.sampled_from(["toy", "ear"]),
        "role": st.sampled_from([None, "", "Nurse", "Welder"]),
        "status": st.sampled_from(Status),
        "started_at": st.sampled_from([None, NOON]),
        "created_at": st.sampled_from([None, datetime(2025, 12, 31, 23, 59, tzinfo=UTC)]),
    }
)
SPLITS = (None, *Split)


def keep(store, interviews):
    """Write interviews of these fields."""
    made = [
        Interview(**({"vendor": "toy", "vendor_interview_id": f"i-{number}"} | each))
        for number, each in enumerate(interviews)
    ]
    store.write([Document(b"%d" % number, each, NOON) for number, each in enumerate(made)])


@pytest.fixture
def operations(store):
    keep(store, SOME)
    return Operations(store)


def bars(answer):
    """Return every bar of the whole and of its parts."""
    return [bar for group in (answer.whole, *answer.groups) for bar in (*group.stages, *group.ends)]


@pytest.mark.parametrize("by", SPLITS)
def test_every_bar_opens_the_interviews_that_it_counts(operations, store, by):
    """Also those of people without a role, and of interviews without a date."""
    answer = operations.funnel(InterviewFilter(), by=by)

    opened = [(bar.label, store.count(bar.opens)) for bar in bars(answer)]

    assert opened == [(bar.label, bar.count) for bar in bars(answer)]


@settings(max_examples=15)
@given(st.lists(ANY, max_size=10), st.sampled_from(SPLITS))
def test_no_interviews_make_a_bar_open_others_than_it_counts(interviews, by):
    """Whatever statuses, roles and dates there are; and the parts add up to the whole."""
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'cache.db'}", clock=lambda: NOON)
        keep(store, interviews)
        answer = Operations(store).funnel(InterviewFilter(), by=by)
        opened = [store.count(bar.opens) for bar in bars(answer)]
        store.close()

    assert opened == [bar.count for bar in bars(answer)]
    assert answer.whole.stages[0].count == len(interviews)
    if by:
        assert sum(group.stages[0].count for group in answer.groups) == len(interviews)
        assert len({group.label for group in answer.groups}) == len(answer.groups)


@pytest.mark.parametrize("by", SPLITS)
@pytest.mark.parametrize(
    "chosen",
    [
        InterviewFilter(vendors=("toy",)),
        InterviewFilter(roles=("Nurse", "Welder")),
        InterviewFilter(months=(202605,)),
        InterviewFilter(since=NOON.date()),
    ],
)
def test_the_pages_filter_holds_in_every_bar(operations, store, chosen, by):
    """A bar's list is a part of the page's list."""
    answer = operations.funnel(chosen, by=by)

    counted = [bar.count for bar in bars(answer)]

    assert [store.count(bar.opens) for bar in bars(answer)] == counted
    assert answer.whole.stages[0].count == store.count(chosen) > 0


def test_the_statuses_of_the_pages_own_filter_are_left_out(operations):
    """A funnel of the reported alone would say that everybody is reported."""
    narrow = InterviewFilter(vendors=("toy",), statuses=(Status.REPORTED,), started=True)

    answer = operations.funnel(narrow)

    assert answer == operations.funnel(InterviewFilter(vendors=("toy",)))
    assert answer.whole.stages[0].count == 6


def test_no_role_and_an_empty_role_are_one_group(operations):
    """Nobody can tell them apart in a list either."""
    answer = operations.funnel(InterviewFilter(), by=Split.ROLE)

    found = {group.label: group.stages[0].count for group in answer.groups}

    assert found == {"No role given": 5, "Nurse": 2, "Welder": 2}


def test_what_no_word_explains_is_invited_and_no_more(operations):
    """It is told apart, with the vendor's own word."""
    answer = operations.funnel(InterviewFilter(vendors=("ear",)))

    stages = [bar.count for bar in answer.whole.stages]
    (unknown,) = [bar for bar in answer.whole.ends if bar.key == "end_unknown"]

    assert stages == [3, 1, 1, 1]
    assert answer.unknown == unknown.count == 1
    assert unknown.vendor_words == (("ear", "ON_HOLD", 1),)


def test_an_empty_cache_is_an_empty_funnel(store):
    """0 of 0 is no share."""
    answer = Operations(store).funnel(InterviewFilter(), by=Split.ROLE)

    assert [bar.count for bar in answer.whole.stages] == [0, 0, 0, 0]
    assert {bar.share for bar in answer.whole.stages} == {None}
    assert answer.groups == ()


def test_what_was_counted_holds_until_the_next_write(operations, store):
    """The same answer is not built twice, and an old one is never shown for a new one."""
    before = operations.funnel(InterviewFilter(), by=Split.ROLE)
    again = operations.funnel(InterviewFilter(), by=Split.ROLE)

    keep(store, [{"vendor": "ear", "vendor_interview_id": "one-more", "role": "Nurse"}])
    after = operations.funnel(InterviewFilter(), by=Split.ROLE)

    assert again is before
    assert after.whole.stages[0].count == before.whole.stages[0].count + 1
