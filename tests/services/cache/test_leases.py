"""Leases: no two workers are given the same interview, and none is lost with a worker."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from services.cache import worker
from services.models.interview import Status
from services.models.tracking import FetchFailure
from tests.services.cache.conftest import a_document, an_interview, kept


def leased(store, *, limit=100, seconds=60, **options):
    """Lease some of Qode's due interviews and return them."""
    return store.lease("qode", limit=limit, seconds=seconds, **options)


def ids(items):
    """Return the vendor's ids."""
    return [each.vendor_interview_id for each in items]


def test_what_one_worker_holds_another_is_not_given(opened):
    """Two programs on one file share the work; together they hold all of it."""
    first, second = opened(), opened()
    first.track("qode", ["a", "b", "c"])

    shares = [ids(leased(first, limit=2)), ids(leased(second)), ids(leased(first))]

    assert shares == [["a", "b"], ["c"], []]
    assert second.waiting() == {}
    assert second.sources()[0].leased == 3


def test_many_workers_at_once_are_given_each_interview_once(opened):
    """However the threads meet, nothing is given twice and nothing left over."""
    stores = (opened(), opened())
    stores[0].track("qode", [f"i-{number}" for number in range(60)])

    def take_all(number):
        taken = []
        while found := leased(stores[number % 2], limit=3):
            taken += ids(found)
        return taken

    with ThreadPoolExecutor(6) as pool:
        shares = list(pool.map(take_all, range(6)))

    assert sorted(each for share in shares for each in share) == sorted(
        f"i-{number}" for number in range(60)
    )


def test_a_lease_ends_by_time(store, clock):
    """A worker that is heard of no more loses what it held."""
    store.track("qode", ["a"])
    leased(store, seconds=60)
    clock.forward(seconds=59)
    before = ids(leased(store))
    clock.forward(seconds=1)

    after = ids(leased(store))

    assert (before, after) == ([], ["a"])


def test_a_worker_killed_on_this_machine_loses_what_it_held_at_once(store, monkeypatch):
    """Nobody waits for the time of a lease whose process is known to have ended."""
    command = [sys.executable, "-c", "import os; print(os.getpid())"]
    ended = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own Python)
    store.track("qode", ["a"])
    with monkeypatch.context() as patch:
        patch.setattr(os, "getpid", lambda: int(ended.stdout))
        leased(store)

    waiting, taken = store.waiting(), ids(leased(store))

    assert (waiting, taken) == ({"qode": 1}, ["a"])


@pytest.mark.parametrize("name", ["elsewhere/4026531836/1", "nonsense", "", "x/y/z"])
def test_of_other_machines_workers_nothing_is_known(name):
    """A process number of another machine means nothing here."""
    holder = name

    dead = worker.is_dead(holder)

    assert not dead


def test_this_process_is_alive():
    """A worker does not take away what another thread of its own process holds."""
    own = worker.worker_name()

    dead = worker.is_dead(own)

    assert not dead


def test_an_answer_ends_the_lease(store, clock):
    """A running interview can be leased again as soon as it is due again."""
    store.track("qode", ["a-1"])
    leased(store, seconds=9999)
    kept(store, an_interview(is_final=False, status=Status.IN_PROGRESS))
    clock.forward(minutes=10)

    again = ids(leased(store))

    assert again == ["a-1"]


def test_a_failure_ends_the_lease(store, clock):
    """After the pause that follows a failure another worker may try."""
    store.track("qode", ["a"])
    leased(store, seconds=9999)
    store.record_failure(FetchFailure("qode", "a", "No answer.", clock()))
    clock.forward(minutes=1)

    again = ids(leased(store))

    assert again == ["a"]


def test_what_is_given_back_is_free_at_once(store):
    """An interrupted worker leaves nothing behind that others would have to wait for."""
    store.track("qode", ["a", "b"])
    items = leased(store)

    store.release("qode", items[:1])

    assert store.waiting() == {"qode": 1}
    assert ids(leased(store)) == ["a"]


def test_a_worker_gives_back_only_what_is_still_its_own(store, clock):
    """A lease that ended by time may be another worker's by now."""
    store.track("qode", ["a"])
    late = leased(store, seconds=10)
    clock.forward(seconds=10)
    leased(store, seconds=60)

    store.release("qode", late)

    assert leased(store) == ()


def test_a_worker_is_not_given_what_came_due_after_it_began(store, clock):
    """A run ends, though running interviews keep coming due."""
    store.track("qode", ["early"])
    began = clock()
    clock.forward(seconds=1)
    store.track("qode", ["late"])

    given = ids(leased(store, due_by=began))

    assert given == ["early"]


def test_what_was_asked_for_a_moment_ago_is_left_out(store, clock):
    """A vendor may refuse to be asked about one interview twice within seconds."""
    store.track("qode", ["a-1", "b-2"])
    kept(store, an_interview())
    store.make_due("qode")

    given = ids(leased(store, not_since=clock() - timedelta(seconds=1)))

    assert given == ["b-2"]


def test_final_interviews_can_be_made_due_again(store, clock):
    """All of a vendor's, or those named; what is due stays due until it was asked for."""
    store.track("qode", ["a-1", "b-2"])
    kept(store, an_interview("a-1"), an_interview("b-2"))
    clock.forward(days=1)

    named = store.make_due("qode", ["b-2", "unknown"])
    first = ids(store.due())
    everything = store.make_due("qode")

    assert (named, first, everything) == (1, ["b-2"], 2)
    assert ids(store.due()) == ["a-1", "b-2"]


def test_what_came_due_while_the_vendor_was_asked_stays_due(store, clock):
    """The answer on its way may be older than the news that made the interview due."""
    running = an_interview(is_final=False, status=Status.IN_PROGRESS)
    store.track("qode", ["a-1"])
    leased(store)
    asked_at = clock()
    clock.forward(seconds=1)
    store.make_due("qode", ["a-1"])
    clock.forward(seconds=1)

    store.write([a_document(running, at=clock(), asked_at=asked_at)])

    assert ids(leased(store)) == ["a-1"]
