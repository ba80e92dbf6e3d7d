"""The cache's front: finding, flags, the log, and many hands at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from services.errors import InputError, StorageError
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.recording import SignalKind
from tests.services.cache.conftest import a_document, an_interview, id_of, kept


def test_an_interview_is_found_by_our_id_and_by_its_vendors(store):
    """Either id leads to ours; an unknown one to nothing."""
    kept(store, an_interview("a-1"))

    found = [store.find(each) for each in (id_of("a-1"), "a-1", "nobody")]

    assert found == [id_of("a-1"), id_of("a-1"), None]


def test_an_id_that_two_vendors_use_is_asked_back(store):
    """The sentence names the vendors and the ids to choose from."""
    kept(store, an_interview("a-1"), an_interview("a-1", vendor="round0"))

    with pytest.raises(InputError, match=r"qode.*round0") as refused:
        store.find("a-1")

    assert id_of("a-1", "round0") in str(refused.value)


def test_rows_come_in_the_order_asked_for(store):
    """Unknown ids are left out."""
    kept(store, an_interview("a"), an_interview("b"))

    rows = store.rows([id_of("b"), "gone", id_of("a")])

    assert [row.vendor_interview_id for row in rows] == ["b", "a"]


def test_nothing_is_known_of_an_interview_that_is_not_kept(store):
    """A stale link finds nothing instead of failing."""
    missing = "gone"

    found = (store.payload(missing), store.payload_versions(missing), store.notices(missing))

    assert found == (None, (), ())


def test_flags_stay_until_they_are_cleared(opened):
    """A flag is seen by every program that opens the file."""
    opened().set_flag("synthetic")

    seen = opened().flag("synthetic")
    opened().set_flag("synthetic", on=False)

    assert (seen, opened().flag("synthetic"), opened().flag("other")) == (True, False, False)


def test_the_log_holds_what_was_done_latest_first(store, clock):
    """Each line has its time."""
    store.log("identity_image_shown", id_of("a-1"))
    later = clock.forward(minutes=1)
    store.log("identity_image_shown", id_of("b-2"))

    entries = store.log_entries(limit=5)

    assert [entry.subject for entry in entries] == [id_of("b-2"), id_of("a-1")]
    assert entries[0].at == later


@pytest.mark.parametrize("statement", ["UPDATE log SET subject = 'x'", "DELETE FROM log"])
def test_the_log_cannot_be_rewritten(store, statement):
    """The database itself refuses to change or remove a line."""
    store.log("identity_image_shown", id_of("a-1"))

    with pytest.raises(StorageError), store._database.writing() as connection:
        connection.execute(text(statement))

    assert len(store.log_entries()) == 1


def test_each_change_of_interviews_raises_the_generation(store):
    """Readers can tell that what they hold is old; an unchanged answer is no change."""
    numbers = [store.generation()]

    for _ in range(2):
        store.write([a_document()])
        numbers.append(store.generation())

    assert numbers == [0, 1, 1]


def test_a_reader_is_not_blocked_by_an_open_write(store):
    """While one writes, others read what was there before."""
    kept(store, an_interview("a"))

    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM interview"))
        with ThreadPoolExecutor(1) as pool:
            seen = pool.submit(store.count, InterviewFilter()).result()
        connection.rollback()

    assert seen == 1


def test_many_threads_write_and_read_at_once(opened):
    """Two programs with several threads each lose nothing and never fail on a lock."""
    stores = (opened(), opened())
    start = threading.Barrier(6)

    def work(number: int) -> int:
        store = stores[number % 2]
        start.wait()
        for turn in range(5):
            kept(store, an_interview(f"{number}-{turn}", role=f"Role {turn}"))
            store.track("qode", [f"{number}-{turn}"])
            store.page(InterviewFilter(roles=("Role 1",)), Sort(), PageRequest())
        return number

    with ThreadPoolExecutor(6) as pool:
        done = sorted(pool.map(work, range(6)))

    assert done == list(range(6))
    assert [store.count(InterviewFilter()) for store in stores] == [30, 30]
    assert len(stores[0].facets().roles) == 5
    assert stores[1].check().faults == ()


def test_no_proctoring_is_not_the_same_as_no_signals(store):
    """A row says nothing of signals where none were collected, and 0 where none were seen."""
    without = an_interview("without", signals_not_collected=tuple(SignalKind))
    clean = an_interview("clean", signals_not_collected=(SignalKind.BLACK_SCREEN,))
    kept(store, without, clean)

    rows = store.rows([id_of("without"), id_of("clean")])

    assert [row.signal_count for row in rows] == [None, 0]
