"""Reviews of flags: only ever added, the latest holds, and the log knows that somebody looked."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from services.errors import StorageError
from services.models.integrity import Disposition, Review
from tests.services.cache.conftest import NOON, an_interview, id_of, kept, parse

LATER = NOON + timedelta(minutes=5)
TAB = "tab_change:1000:2000:1"
FACE = "face_out_of_view:5000:open:1"


def test_every_review_is_kept_and_the_latest_holds(store):
    """Whoever changes their mind adds a review; the earlier one stays to be read."""
    store.review(id_of("a"), TAB, Disposition.CONFIRM, "Looked away — đọc đề", NOON)
    store.review(id_of("a"), FACE, Disposition.ASK, "", NOON)
    store.review(id_of("b"), TAB, Disposition.ASK, "", NOON)
    store.review(id_of("a"), TAB, Disposition.DISMISS, "A second screen was allowed", LATER)

    latest = store.latest_reviews()

    assert latest == {
        id_of("a"): {TAB: Disposition.DISMISS, FACE: Disposition.ASK},
        id_of("b"): {TAB: Disposition.ASK},
    }
    assert [(each.disposition, each.made_at) for each in store.reviews(id_of("a"))] == [
        (Disposition.CONFIRM, NOON),
        (Disposition.ASK, NOON),
        (Disposition.DISMISS, LATER),
    ]
    assert store.reviews(id_of("a"))[0].note == "Looked away — đọc đề"


def test_an_interview_that_nobody_reviewed_has_none(store):
    """No review is no review, not a dismissal."""
    kept(store, an_interview("a"))

    reviews = store.reviews(id_of("a"))

    assert (reviews, store.latest_reviews()) == ((), {})


def test_the_log_says_that_a_flag_was_reviewed_and_never_what_was_written(store):
    """A note may speak of a person: the log holds the opaque id alone."""
    store.review(id_of("a"), TAB, Disposition.CONFIRM, "Wren Ashdown said so", NOON)

    entries = store.log_entries()

    assert [(entry.at, entry.event, entry.subject) for entry in entries] == [
        (NOON, "flag_reviewed", id_of("a"))
    ]


def test_reviews_outlive_deriving_anew_and_new_answers(store):
    """They go by the interview's opaque id, not by its row."""
    kept(store, an_interview("a", is_final=False))
    store.review(id_of("a"), TAB, Disposition.ASK, "", NOON)

    kept(store, an_interview("a", score=12.0))
    store.rebuild(parse)

    assert store.reviews(id_of("a")) == (
        Review(signal=TAB, disposition=Disposition.ASK, made_at=NOON),
    )


@pytest.mark.parametrize("note", ["\ud800", "a\x00b", "'; DROP TABLE disposition; --"])
def test_a_hostile_note_is_only_a_text(store, note):
    """Whatever is written can be read again."""
    store.review(id_of("a"), TAB, Disposition.ASK, note, NOON)

    [review] = store.reviews(id_of("a"))

    assert review.note == note.replace("\ud800", "\ufffd")


@pytest.mark.parametrize(
    "statement", ["UPDATE disposition SET note = 'x'", "DELETE FROM disposition"]
)
def test_reviews_cannot_be_rewritten(store, statement):
    """The database itself refuses to change or remove one."""
    store.review(id_of("a"), TAB, Disposition.CONFIRM, "seen", NOON)

    with pytest.raises(StorageError), store._database.writing() as connection:
        connection.execute(text(statement))

    assert store.reviews(id_of("a"))[0].note == "seen"
