"""Reviews of flags: added, never changed, and only of flags that the interview has."""

from dataclasses import replace

import pytest

from services.cache.store import open_store
from services.errors import InputError, NothingFoundError, StorageError
from services.models.document import Document
from services.models.integrity import Disposition
from services.models.interview import Interview
from services.models.recording import Signal, SignalKind
from services.use_cases.interviews import Interviews
from services.use_cases.reviews import Reviews
from tests.services.use_cases.conftest import NOON, TOY

FLAG = "tab_change:12500::1"
SEEN = Interview(
    vendor="toy",
    vendor_interview_id="i-1",
    signals=(Signal(kind=SignalKind.TAB_CHANGE, start_s=12.5),),
)
VENDORS = {"toy": replace(TOY, parse=lambda _payload: SEEN)}


@pytest.fixture
def reviews(store, clock):
    store.write([Document(b"toy", SEEN, NOON)])
    return Reviews(store, Interviews(store, VENDORS, clock), clock)


@pytest.fixture
def one(reviews):
    """Return our id of the interview."""
    return reviews.store.find("i-1")


def test_a_review_is_kept_with_its_time_and_note(reviews, one, clock):
    """And a line in the log says that there was one, without the note."""
    reviews.review(one, FLAG, Disposition.DISMISS, note="  The task had a link.  ")

    (kept,) = reviews.of(one)
    (logged,) = reviews.store.log_entries()

    assert (kept.signal, kept.disposition) == (FLAG, Disposition.DISMISS)
    assert (kept.note, kept.made_at) == ("The task had a link.", clock.now)
    assert (logged.event, logged.subject) == ("flag_reviewed", one)


def test_who_changes_their_mind_adds_a_review(reviews, one, clock):
    """The first one stays, and the second one holds."""
    reviews.review(one, FLAG, Disposition.CONFIRM)
    clock.forward(minutes=5)

    reviews.review(one, FLAG, Disposition.ASK)

    assert [each.disposition for each in reviews.of(one)] == [Disposition.CONFIRM, Disposition.ASK]
    assert reviews.store.latest_reviews() == {one: {FLAG: Disposition.ASK}}


def test_a_flag_that_the_interview_does_not_have_is_refused(reviews, one):
    """Its answer may be a newer one than the reader looked at."""
    with pytest.raises(InputError, match="no such flag"):
        reviews.review(one, "tab_change:12500::2", Disposition.CONFIRM)

    assert reviews.of(one) == ()


def test_an_unknown_interview_is_refused(reviews):
    """Nothing is kept under an id that nobody has."""
    with pytest.raises(NothingFoundError):
        reviews.review("nobody", FLAG, Disposition.CONFIRM)

    assert reviews.store.latest_reviews() == {}


def test_a_long_note_is_cut(reviews, one):
    """2,000 characters are kept, in any script."""
    reviews.review(one, FLAG, Disposition.ASK, note="ก" * 2_001)

    (kept,) = reviews.of(one)

    assert kept.note == "ก" * 2_000


def test_a_cache_that_may_only_be_read_keeps_no_review(reviews, one, clock, tmp_path):
    """Said in a sentence; what was kept before can still be read."""
    reviews.review(one, FLAG, Disposition.CONFIRM)
    reviews.store.close()
    (tmp_path / "cache.db").chmod(0o444)
    copy = open_store(f"sqlite:///{tmp_path / 'cache.db'}", clock=clock)
    reading = Reviews(copy, Interviews(copy, VENDORS, clock), clock)

    with pytest.raises(StorageError):
        reading.review(one, FLAG, Disposition.DISMISS)

    assert [each.disposition for each in reading.of(one)] == [Disposition.CONFIRM]
    copy.close()
