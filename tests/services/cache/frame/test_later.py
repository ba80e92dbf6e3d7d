"""Details that come later: waited for by who needs them, and never of another moment."""

from threading import Event, Thread

import pytest

from services.cache.frame.columns import Details
from services.cache.frame.later import AtHand, Coming
from services.errors import StorageError
from tests.services.cache.conftest import kept
from tests.services.cache.frame.conftest import a_full_interview


@pytest.fixture
def details(store) -> Details:
    """The details of one interview."""
    kept(store, a_full_interview())
    return store.frame().details.get()


def nothing() -> None:
    """Find no details."""


def test_details_at_hand_are_not_waited_for(details):
    """What was read together took no time of its own."""
    found = AtHand(details)

    assert (found.get(), found.took_s, found.is_lost) == (details, 0.0, False)


def test_all_who_ask_wait_and_get_the_same(details):
    """Two pages that are opened at once share one reading."""
    may_end, found = Event(), []
    coming = Coming(lambda: details if may_end.wait(10) else None, instead=nothing)
    threads = [Thread(target=lambda: found.append(coming.get())) for _ in range(3)]

    for thread in threads:
        thread.start()
    before = (list(found), coming.took_s)
    may_end.set()
    for thread in threads:
        thread.join()

    assert before == ([], None)
    assert found == [details] * 3
    assert coming.took_s is not None


def test_details_that_never_come_are_read_in_another_way_once(details):
    """By the first who needs them."""
    asked = []
    coming = Coming(nothing, instead=lambda: asked.append(1) or details)

    found = [coming.get(), coming.get()]

    assert found == [details] * 2
    assert (asked, coming.is_lost) == ([1], False)


def test_lost_details_are_an_error_that_says_what_to_do():
    """Those of another moment would be read as this one's."""
    coming = Coming(nothing, instead=nothing)

    with pytest.raises(StorageError, match="Load the page again"):
        coming.get()
    with pytest.raises(StorageError, match="Load the page again"):
        coming.get()

    assert coming.is_lost


def test_a_busy_database_loses_no_details(details):
    """It is an error for this page only."""
    answers = iter([StorageError("busy"), details])

    def instead() -> Details:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    coming = Coming(nothing, instead=instead)
    with pytest.raises(StorageError, match="busy"):
        coming.get()

    assert (coming.get(), coming.is_lost) == (details, False)
