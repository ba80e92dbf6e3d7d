"""The heap of a started program."""

import gc

import pytest

from scoreband import heap


@pytest.fixture(autouse=True)
def _as_before():
    """Leave the collector as it was."""
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


def test_what_startup_made_is_not_searched_again():
    """It never goes away, so no search would find anything in it."""
    gc.unfreeze()

    heap.settle()

    assert gc.get_freeze_count() > 10_000


def test_cycles_are_still_searched_for_though_less_often():
    """A server runs for weeks: what a failure left behind in a cycle must go some day."""
    gc.set_threshold(700, 10, 10)

    heap.settle()

    assert gc.isenabled()
    assert gc.get_threshold() == (20_000, 10, 10)
