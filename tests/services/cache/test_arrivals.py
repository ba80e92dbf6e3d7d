"""When an interview's present answer arrived: what counts as new since somebody last looked."""

from datetime import timedelta

from services.models.browse import InterviewFilter
from services.models.interview import Outcome
from tests.services.cache.conftest import NOON, a_document, an_interview, listed, parse

LATER = NOON + timedelta(days=2)
SINCE_LATER = InterviewFilter(arrived_since=LATER)


def test_an_interview_arrives_when_it_is_first_stored(store):
    """The very moment counts; the interview's own date has no part in it."""
    store.write([a_document(an_interview("old", started_at=LATER), at=NOON)])
    store.write([a_document(an_interview("new", started_at=NOON), at=LATER)])

    ids = listed(store, SINCE_LATER)

    assert ids == ["new"]
    assert store.count(InterviewFilter(arrived_since=NOON)) == 2


def test_the_same_answer_again_is_nothing_new(store):
    """A sync that finds everything as it was brings nothing to look at."""
    store.write([a_document(at=NOON)])

    store.write([a_document(at=LATER, asked_at=LATER)])

    assert listed(store, SINCE_LATER) == []
    assert store.payload(store.find("a-1")).fetched_at == LATER


def test_an_answer_of_the_same_substance_is_nothing_new(store):
    """A fresher link in it changes the bytes, and no figure."""
    store.write([a_document(payload=b'{"link": 1}', substance=b"{}", at=NOON)])

    store.write([a_document(payload=b'{"link": 2}', substance=b"{}", at=LATER)])

    assert listed(store, SINCE_LATER) == []


def test_a_changed_answer_arrives_again(store):
    """Whoever looked at the earlier one has not seen this one."""
    store.write([a_document(an_interview(is_final=False), at=NOON)])

    store.write([a_document(an_interview(outcome=Outcome.FAIL), at=LATER)])

    assert listed(store, SINCE_LATER) == ["a-1"]


def test_deriving_anew_is_no_arrival(store):
    """A newer Scoreband reads every payload again; nobody has to look at them for that."""
    store.write([a_document(at=NOON)])
    store.write([a_document(at=LATER)])
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE interview SET derivation = 1")

    rebuilt = store.rebuild(parse)

    assert (rebuilt, listed(store, SINCE_LATER)) == (1, [])


def test_a_deleted_interview_that_comes_back_unchanged_is_no_arrival(store):
    """Its answer was there before."""
    store.write([a_document(at=NOON)])
    store.mark_gone("qode", "a-1", NOON)

    store.write([a_document(at=LATER, asked_at=LATER)])

    assert listed(store) == ["a-1"]
    assert listed(store, SINCE_LATER) == []
