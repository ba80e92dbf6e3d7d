"""Outages of a vendor: it is left alone for a while, and nothing is lost or asked for twice."""

from collections import Counter

import pytest

from services.errors import (
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
)
from services.use_cases.progress import Failure
from tests.services.use_cases.conftest import Api, raising, syncing


@pytest.fixture
def sync(store, api, clock):
    return syncing(store, api, clock)


def test_an_outage_opens_a_pause_that_is_told(sync, api, clock):
    """After five failures the rest is given back; until the minute is over nobody asks."""
    sync.track("toy", [f"id-{number}" for number in range(200)])
    api.answer = raising(VendorDownError)

    first = sync.run()
    asked = len(api.asked)
    clock.forward(seconds=59)
    second = sync.run()

    sentence = (
        "Toy: No usable answer. It is not asked again before 12:01:00 UTC; what was not fetched "
        "stays due, so sync again after that."
    )
    assert first.failures[-1] == Failure("Toy", sentence)
    assert second.failures == [Failure("Toy", sentence)]
    assert asked == len(api.asked) < 100
    assert sync.store.sources()[0].leased == 0


def test_a_trial_that_fails_asks_once_and_waits_twice_as_long(sync, api, clock):
    """The vendor is still down: one question, no storm."""
    sync.track("toy", [f"id-{number}" for number in range(200)])
    api.answer = raising(VendorBusyError)
    sync.run()
    api.asked.clear()
    clock.forward(minutes=1)

    report = sync.run()

    assert len(api.asked) == 1
    assert "before 12:03:00 UTC" in report.failures[0].sentence


def test_a_trial_that_succeeds_goes_on_with_all_the_rest(sync, api, clock):
    """The first answer shows that the vendor is back."""
    sync.track("toy", [f"id-{number}" for number in range(120)])
    api.answer = raising(VendorDownError)
    sync.run()
    api.answer = Api().answer
    clock.forward(minutes=5)

    report = sync.run()

    assert (len(report.stored), report.failures) == (120, [])
    assert sync.store.pause("toy") is None


def test_answers_that_cannot_be_read_are_no_outage(sync, api):
    """The vendor is there: each interview's failure is its own, however many."""
    sync.track("toy", [f"id-{number}" for number in range(20)])
    api.answer = raising(VendorAnswerError)

    report = sync.run()

    assert len(report.failures) == 20
    assert sync.store.pause("toy") is None


def test_a_refused_key_is_tried_again_only_when_somebody_looks(sync, api):
    """A worker that runs by itself asks a vendor with a wrong key no more."""
    sync.track("toy", ["a", "b"])
    api.answer = raising(VendorRefusedError, "The key is refused.")
    sync.run()
    api.answer = Api().answer
    api.asked.clear()

    alone = sync.run(attended=False)
    asked_alone = list(api.asked)
    by_hand = sync.run()

    assert (asked_alone, len(alone.failures)) == ([], 1)
    assert "The key is refused. What was not fetched stays due" in alone.failures[0].sentence
    assert len(by_hand.stored) == 2


def test_a_storm_of_429s_loses_nothing_and_fetches_nothing_twice(sync, api, clock):
    """Every other question is refused for a while; in the end each interview came in once."""
    names = [f"id-{number}" for number in range(60)]
    questions, answered = iter(range(10_000)), Counter()

    def stormy(name):
        number = next(questions)
        if number < 200 and number % 8:
            what = "It is asked too often."
            raise VendorBusyError("Toy", what)
        answered[name] += 1
        return f"{name} reported 70".encode()

    api.answer = stormy
    sync.track("toy", names)
    rounds = 0
    while sync.store.due() or rounds == 0 or sync.store.sources()[0].failures:
        sync.run()
        clock.forward(hours=2)
        rounds += 1
        assert rounds < 300

    assert answered == Counter(names)
    assert sync.store.sources()[0].interviews == 60


def test_where_nothing_is_due_nobody_is_connected_to(sync, api):
    """A worker may look as often as it likes."""
    sync.track("toy", ["a"])
    sync.run()

    sync.run()

    assert (api.closed, api.asked) == (1, ["a"])
