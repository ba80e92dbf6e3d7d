"""The pause of the garbage collector ends with the work, however that ends."""

import gc

import pytest

from services.use_cases.collecting import no_cycle_search


def test_the_collector_rests_only_meanwhile():
    """It is off within, and on again afterwards."""
    with no_cycle_search():
        meanwhile = gc.isenabled()

    assert (meanwhile, gc.isenabled()) == (False, True)


def test_an_error_ends_the_pause_as_well():
    """A failed import leaves no program without its collector."""
    with pytest.raises(KeyError), no_cycle_search():
        raise KeyError

    assert gc.isenabled()


def test_a_pause_within_a_pause_does_not_end_it():
    """Who began the pause ends it."""
    with no_cycle_search():
        with no_cycle_search():
            pass
        still_resting = not gc.isenabled()

    assert (still_resting, gc.isenabled()) == (True, True)
