"""The walk through a vendor's list keeps its place together with what it found."""

import pytest

from services.errors import StorageError
from services.models.tracking import ListingState

STEP = ListingState(done=1, total=3, cursor="page-2")


def test_a_walk_is_nowhere_before_it_began(store):
    """Nothing is known of it."""
    vendor = "qode"

    state = store.listing(vendor)

    assert state == ListingState()


def test_a_step_queues_what_it_found_and_keeps_its_place(opened):
    """Another program sees both."""
    added = opened().track_listed("qode", ["a", "b", "a"], STEP)

    seen = opened()

    assert (added, seen.listing("qode"), len(seen.due())) == (2, STEP, 2)
    assert seen.sources()[0].listing == STEP


def test_a_step_without_a_cursor_ends_the_walk(store, clock):
    """When it ended is kept, also through the next walk."""
    ended = clock()
    store.track_listed("qode", ["a"], ListingState(done=3, total=3))
    clock.forward(hours=1)

    store.track_listed("qode", ["a"], STEP)

    state = store.listing("qode")
    assert (state.cursor, state.finished_at) == ("page-2", ended)


def test_a_step_is_kept_whole_or_not_at_all(store):
    """A place without its interviews would leave them out for ever."""
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON tracked BEGIN SELECT RAISE(ABORT, 'full'); END"
        )

    with pytest.raises(StorageError):
        store.track_listed("qode", ["a"], STEP)

    assert store.listing("qode") == ListingState()
