"""The inbox: each delivery once, the queue told in the same transaction, nothing of the body."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from services.cache.store import open_store
from services.errors import StorageError
from services.models.delivery import Delivery
from services.models.interview import Status
from services.models.tracking import FetchFailure
from tests.services.cache.conftest import NOON, Clock, a_document, an_interview, kept

DIES = """
import os, signal, sys
from datetime import datetime, UTC
from sqlalchemy import event
from services.cache.store import open_store

store = open_store(sys.argv[1], clock=lambda: datetime(2026, 3, 4, 12, 5, tzinfo=UTC))

def die(*told):
    statement = told[2] if len(told) > 2 else "COMMIT"
    if statement.startswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(store._database.engine, "before_cursor_execute", die)
event.listen(store._database.engine, "commit", die)
store.drain()
"""
"""A process that is killed just before it says that to the database."""


def a_delivery(delivery_id="msg-1", **fields):
    """Return a delivery about an interview, unless told otherwise."""
    values = {
        "vendor": "qode",
        "delivery_id": delivery_id,
        "event": "INTERVIEW_COMPLETED",
        "vendor_interview_id": "a-1",
        "sent_at": NOON,
    }
    return Delivery(**(values | fields))


def due_ids(store):
    """Return the vendors' ids of what is due."""
    return [each.vendor_interview_id for each in store.due()]


def test_a_delivery_is_kept_once(store):
    """The second time it is known already, and nothing is added."""
    first = store.receive(a_delivery(), NOON)

    second = store.receive(a_delivery(event="REPORT_GENERATED"), NOON)

    assert (first, second) == (True, False)
    assert (store.drain(), store.drain()) == (1, 0)


def test_two_vendors_may_use_the_same_id(store):
    """A delivery's id is its vendor's own."""
    store.receive(a_delivery(vendor="round0"), NOON)

    is_new = store.receive(a_delivery(vendor="qode"), NOON)

    assert is_new


def test_of_many_at_once_exactly_one_is_new(opened):
    """Threads of two programs that receive one delivery at the same time agree on who was first."""
    stores = [opened(), opened()]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda n: stores[n % 2].receive(a_delivery(), NOON), range(16)))

    assert answers.count(True) == 1


def test_an_unknown_interview_is_tracked_and_due_at_once(store):
    """Slashes, dots and letters of any script in an id are letters like others."""
    odd = "../770g/é..%2F//?#"
    store.receive(a_delivery(vendor_interview_id=odd), NOON)

    handled = store.drain()

    assert (handled, due_ids(store)) == (1, [odd])


def test_a_waiting_interview_becomes_due_and_its_pauses_short(store, clock):
    """After an event the vendor is asked at once, and again after ten minutes, not after hours."""
    running = an_interview(is_final=False, status=Status.IN_PROGRESS)
    store.track("qode", ["a-1"])
    for _ in range(4):
        store.write([a_document(running, at=clock())])
        clock.forward(minutes=200)
    store.write([a_document(running, at=clock())])
    store.receive(a_delivery(), clock())

    store.drain()

    assert [(each.vendor_interview_id, each.attempts) for each in store.due()] == [("a-1", 0)]


def test_a_failed_interview_is_tried_again_at_once(store, clock):
    """Whatever the pause after failures would have been."""
    store.track("qode", ["a-1"])
    store.record_failure(FetchFailure("qode", "a-1", "Qode did not answer.", clock()))
    store.receive(a_delivery(), clock())

    store.drain()

    assert due_ids(store) == ["a-1"]


@pytest.mark.parametrize("is_tracked", [True, False])
def test_an_interview_whose_final_answer_is_kept_is_not_fetched_again(store, is_tracked):
    """Completed results do not change: an event that comes late asks for nothing."""
    if is_tracked:
        store.track("qode", ["a-1"])
    kept(store, an_interview())
    store.receive(a_delivery(), NOON)

    handled = store.drain()

    assert (handled, due_ids(store)) == (1, [])


def test_a_delivery_about_no_interview_is_handled_without_work(store):
    """A ping leaves the queue as it is."""
    store.receive(a_delivery(event="ping", vendor_interview_id=None), NOON)

    handled = store.drain()

    assert (handled, store.due(force=True)) == (1, ())


def test_a_drain_takes_the_oldest_first_and_no_more_than_asked(store):
    """What is left waits for the next one."""
    for number in range(3):
        store.receive(a_delivery(f"msg-{number}", vendor_interview_id=f"a-{number}"), NOON)

    handled = store.drain(2)

    assert (handled, due_ids(store)) == (2, ["a-0", "a-1"])
    assert store.drain(2) == 1


def test_a_handled_delivery_is_known_for_thirty_days(store, clock):
    """Then it is forgotten: no vendor repeats one for so long, and the table stays small."""
    store.receive(a_delivery(), clock())
    store.drain()
    clock.forward(days=29)
    store.drain()
    repeated = store.receive(a_delivery(), clock())

    clock.forward(days=2)
    store.drain()

    assert repeated is False
    assert store.receive(a_delivery(), clock()) is True


def test_a_database_that_cannot_be_written_refuses_the_delivery(store, path):
    """Whoever receives can tell the vendor to send it again."""
    store.close()
    path.chmod(0o444)
    reader = open_store(f"sqlite:///{path}", clock=Clock())

    with closing(reader), pytest.raises(StorageError, match="may only be read"):
        reader.receive(a_delivery(), NOON)


@pytest.mark.parametrize("last_word", ["INSERT INTO tracked", "COMMIT"])
def test_a_kill_between_the_inbox_and_the_queue_loses_nothing(opened, path, last_word):
    """Marked as handled and not yet in the queue: after the kill the delivery waits again."""
    opened().receive(a_delivery(), NOON)

    killed = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", DIES, f"sqlite:///{path}", last_word], env=os.environ, check=False
    )

    store = opened()
    assert killed.returncode == -signal.SIGKILL
    assert due_ids(store) == []
    assert (store.drain(), due_ids(store)) == (1, ["a-1"])
