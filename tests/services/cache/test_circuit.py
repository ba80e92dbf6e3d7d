"""The circuit breaker: a vendor that is down is left alone, and comes back by one trial."""

import pytest

from services.models.tracking import FetchFailure, VendorPause
from tests.services.cache.conftest import NOON, a_document, an_interview

DOWN = "Qode: no answer within 20 seconds."


@pytest.fixture
def queue(store):
    """Give a store with due interviews of two vendors."""
    store.track("qode", [f"q-{number}" for number in range(20)])
    store.track("round0", ["r-1"])
    return store


def fail(store, times=5):
    """Let the vendor fail so many times in a row; return the last pause."""
    return [store.vendor_failed("qode", DOWN) for _ in range(times)][-1]


def leased(store, vendor="qode"):
    """Lease as much as is given."""
    return store.lease(vendor, limit=10, seconds=60)


def pauses_after(store, clock, rounds):
    """Let each trial fail; return the seconds of each pause."""
    found = []
    for _ in range(rounds):
        pause = fail(store, 1)
        found.append((pause.until - clock()).total_seconds())
        clock.now = pause.until
        store.release("qode", leased(store))
    return found


def test_four_failures_in_a_row_stop_nothing(queue):
    """Any vendor stumbles now and then."""
    fail(queue, 4)

    pause = queue.pause("qode")

    assert pause is None
    assert len(leased(queue)) == 10


def test_the_fifth_failure_in_a_row_leaves_the_vendor_alone_for_a_minute(opened, clock):
    """Every worker is told, and why; other vendors' work goes on."""
    one, other = opened(), opened()
    one.track("qode", ["a"])
    one.track("round0", ["b"])

    pause = fail(one)

    clock.forward(seconds=59)
    assert pause == VendorPause(DOWN, clock.now.replace(minute=1, second=0))
    assert other.pause("qode") == pause
    assert (leased(other), len(leased(other, "round0"))) == ((), 1)
    assert {each.vendor: each.paused_until for each in other.sources()} == {
        "qode": pause.until,
        "round0": None,
    }


def test_an_answer_in_between_makes_the_count_begin_anew(queue):
    """Five failures among many answers are no outage."""
    fail(queue, 4)
    queue.vendor_answered("qode", NOON)

    pause = fail(queue, 4)

    assert pause is None


def test_a_written_answer_counts_as_one_and_an_import_does_not(queue, clock):
    """A file says nothing of whether the vendor is there."""
    fail(queue, 4)
    queue.write([a_document(an_interview("q-1"), asked_at=clock())])
    after_an_answer = fail(queue, 4)
    queue.write([a_document(an_interview("q-2"))])

    after_a_file = fail(queue, 1)

    assert after_an_answer is None
    assert after_a_file is not None


def test_an_answer_that_was_under_way_does_not_end_the_pause(queue, clock):
    """Only what was asked for since shows that the vendor is back."""
    before = clock()
    clock.forward(seconds=1)
    pause = fail(queue)

    queue.vendor_answered("qode", before)

    assert queue.pause("qode") == pause
    queue.vendor_answered("qode", clock.forward(seconds=1))
    assert queue.pause("qode") is None


def test_after_the_pause_one_interview_is_tried_by_one_worker(queue, clock):
    """The others wait for what comes of it."""
    clock.now = fail(queue).until

    shares = [len(leased(queue)), len(leased(queue))]

    assert shares == [1, 0]


def test_an_answered_trial_lets_all_go_on(queue, clock):
    """A single answer shows that the vendor is back."""
    clock.now = fail(queue).until
    leased(queue)

    queue.vendor_answered("qode", clock())

    assert len(leased(queue)) == 10


def test_each_failed_trial_doubles_the_pause_up_to_an_hour(queue, clock):
    """An outage of a night is asked about a few dozen times."""
    fail(queue, 4)

    seconds = pauses_after(queue, clock, 9)

    assert seconds == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_failures_of_what_was_under_way_change_nothing_while_it_is_open(queue):
    """Eight connections that break at once are one outage."""
    pause = fail(queue)

    later = fail(queue, 8)

    assert later == pause


def test_a_trial_that_is_given_back_may_be_another_workers(queue, clock):
    """An interrupted worker does not hold the others up."""
    clock.now = fail(queue).until
    queue.release("qode", leased(queue))

    again = leased(queue)

    assert len(again) == 1


def test_a_killed_trial_ends_by_time(queue, clock):
    """Three minutes later another worker may try."""
    clock.now = fail(queue).until
    leased(queue)
    clock.forward(minutes=3)

    again = leased(queue)

    assert len(again) == 1


def test_looking_for_work_where_none_is_due_begins_no_trial(store, clock):
    """The trial is left to the worker that has something to ask."""
    store.track("qode", ["a"])
    clock.now = fail(store).until
    store.record_failure(FetchFailure("qode", "a", DOWN, clock()))
    nothing = leased(store)
    clock.forward(minutes=1)

    something = leased(store)

    assert (nothing, len(something)) == ((), 1)


def test_a_refused_key_stays_refused_until_somebody_looks(queue, clock):
    """No time makes a wrong key right; a sync by hand may have another one."""
    queue.vendor_refused("qode", "Qode: the key is refused.")
    clock.forward(days=30)
    before = (queue.pause("qode"), leased(queue))

    queue.trust_key("qode")

    assert before == (VendorPause("Qode: the key is refused.", None), ())
    assert queue.pause("qode") is None
    assert len(leased(queue)) == 10


def test_a_vendor_of_which_nothing_is_known_may_be_asked(store):
    """No row, no pause."""
    vendor = "never-heard-of"

    pause = store.pause(vendor)

    assert pause is None
    assert store.last_asked(vendor, "a") is None
