"""A vendor's share of a sync: work shared with others, deletions, what is done after."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from services.cache.store import open_store
from services.errors import (
    NotFoundAtVendorError,
    StorageError,
    VendorBusyError,
)
from services.models.identity import local_id
from services.models.tracking import DueInterview
from services.use_cases.fetching import LEASE, Fetcher
from tests.services.use_cases.conftest import TOY, Api, raising, syncing
from tests.waiting import GIVES_UP_AFTER_S


@pytest.fixture
def sync(store, api, clock):
    return syncing(store, api, clock)


def test_two_workers_at_once_fetch_nothing_twice(tmp_path, clock, api):
    """Two programs on one database share the work: each interview is asked for once."""
    url, both = f"sqlite:///{tmp_path / 'cache.db'}", threading.Barrier(2)
    stores = [open_store(url, clock=clock) for _ in range(2)]
    names = [f"id-{number}" for number in range(200)]
    stores[0].track("toy", names)

    def run(store):
        both.wait(GIVES_UP_AFTER_S)
        return syncing(store, api, clock).run()

    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(run, stores))

    assert sorted(api.asked) == sorted(names)
    assert sum(len(report.stored) for report in reports) == 200
    assert [report.failures for report in reports] == [[], []]
    assert stores[0].sources()[0].leased == 0
    for store in stores:
        store.close()


def test_what_another_worker_fetches_is_left_to_it(sync, store, api):
    """A slow worker's interview is not asked for a second time, nor called a failure."""
    sync.track("toy", ["a", "b"])
    store.lease("toy", limit=1, seconds=900)

    report = sync.run()

    assert api.asked == ["b"]
    assert report.failures == []


def test_an_interview_that_is_no_more_is_marked_not_failed(sync, store, api):
    """A 404 after a good read is a deletion at the vendor: the row stays, and is asked no more."""
    sync.track("toy", ["a"])
    sync.run()
    api.answer = raising(NotFoundAtVendorError)

    report = sync.run(force=True)

    assert (report.gone, report.failures) == ([local_id("toy", "a")], [])
    assert store.payload(local_id("toy", "a")) is not None
    assert (store.due(), store.sources()[0].gone) == ((), 1)


def test_an_interview_that_comes_back_loses_the_mark(sync, store, api):
    """The vendor restored it; the next fetch by force sees that."""
    sync.track("toy", ["a"])
    sync.run()
    api.answer = raising(NotFoundAtVendorError)
    sync.run(force=True)
    api.answer = Api().answer

    report = sync.run(force=True)

    assert (len(report.stored), report.gone, store.sources()[0].gone) == (1, [], 0)


def test_a_dead_link_asked_for_by_hand_marks_it_too(sync, store, api):
    """The reader is told, and the interview is marked all the same."""
    sync.track("toy", ["a"])
    sync.run()
    api.answer = raising(NotFoundAtVendorError)

    with pytest.raises(NotFoundAtVendorError):
        sync.refetch("toy", "a")

    assert store.sources()[0].gone == 1


def test_no_interview_is_asked_for_again_within_the_vendors_least_pause(store, api, clock):
    """Neither by force nor by hand: the sentence says how many seconds are left."""
    slow = syncing(store, api, clock, toy=replace(TOY, least_pause_s=10))
    slow.track("toy", ["a"])
    slow.run()
    clock.forward(seconds=3)

    forced = slow.run(force=True)
    with pytest.raises(VendorBusyError, match="in 7 seconds"):
        slow.refetch("toy", "a")

    assert (forced.stored, forced.unchanged, api.asked) == ([], [], ["a"])
    clock.forward(seconds=7)
    slow.refetch("toy", "a")
    assert api.asked == ["a", "a"]


def test_what_differs_at_every_asking_is_no_change(store, api, clock):
    """A vendor whose links are signed anew each time has not changed its final answer."""
    numbers = iter(range(1, 9))
    api.answer = lambda name: f"{name} reported 70".encode() + b" " * next(numbers)
    toy = replace(TOY, substance=bytes.strip)
    sync = syncing(store, api, clock, toy=toy)
    sync.track("toy", ["a"])
    sync.run()

    report = sync.run(force=True)

    assert (report.unchanged, report.changed_finals) == ([local_id("toy", "a")], [])
    assert store.payload(local_id("toy", "a")).payload == b"a reported 70  "


def test_the_rest_is_done_once_an_interview_is_kept(store, api, clock):
    """What follows finds the interview in the cache, and is given it as it was read."""
    seen = []

    def after(vendor, interview):
        kept = store.payload(local_id(vendor.name, interview.vendor_interview_id))
        seen.append((interview.vendor_interview_id, kept.payload))

    sync = syncing(store, api, clock, after=after)
    sync.track("toy", ["a", "b"])

    sync.run()

    assert sorted(seen) == [("a", b"a reported 70"), ("b", b"b reported 70")]


def test_a_failure_of_the_rest_is_told_and_stops_nothing(store, api, clock):
    """The interviews are kept all the same."""

    def after(_vendor, interview):
        msg = f"The recording of {interview.vendor_interview_id} could not be kept."
        raise StorageError(msg)

    sync = syncing(store, api, clock, after=after)
    sync.track("toy", ["a", "b"])

    report = sync.run()

    assert len(report.stored) == 2
    assert {each.item for each in report.failures} == {"Toy a", "Toy b"}
    assert store.due() == ()


def test_an_answer_about_another_interview_is_told(sync, store, api):
    """It is kept under its own id; the one that was asked for is a failure, tried again later."""
    api.answer = lambda _name: b"b reported 70"
    sync.track("toy", ["a"])

    report = sync.run()

    assert report.stored == [local_id("toy", "b")]
    assert "about another interview, “b”" in report.failures[0].sentence
    assert (api.asked, store.due()) == (["a"], ())


def test_what_waited_too_long_for_its_turn_is_not_asked_for(api, clock):
    """Its lease may end during the fetch, and another worker would ask a second time."""
    fetcher = Fetcher(api, TOY, clock)
    fresh, old = clock() + LEASE, clock() + LEASE / 2 - timedelta(seconds=1)

    found = list(
        fetcher.all([DueInterview("toy", "a", 0, fresh), DueInterview("toy", "b", 0, old)])
    )

    assert api.asked == ["a"]
    assert [each.due.vendor_interview_id for each in found if each.document is None] == ["b"]
    assert all(each.error is None for each in found)


def test_a_quick_vendors_work_is_taken_in_larger_shares(sync, store, api):
    """Each lease costs a write; so a share that was used up at once is followed by a larger one."""
    held, answer = [], api.answer
    api.answer = lambda name: held.append(store.sources()[0].leased) or answer(name)
    sync.track("toy", [f"id-{number}" for number in range(500)])

    report = sync.run()

    assert len(report.stored) == 500
    assert max(held) >= 200


def test_a_slow_vendors_work_is_taken_in_small_shares(sync, store, api, clock):
    """What one worker holds for minutes, another could have done."""
    held, answer = [], api.answer

    def slowly(name):
        clock.forward(seconds=1)
        held.append(store.sources()[0].leased)
        return answer(name)

    api.answer = slowly
    sync.track("toy", [f"id-{number}" for number in range(400)])

    report = sync.run()

    assert len(report.stored) == 400
    assert max(held) < 200
