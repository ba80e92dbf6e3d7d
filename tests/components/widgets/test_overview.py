"""The overview's words: how fresh each vendor's data is."""

from datetime import UTC, datetime

import pytest

from components.widgets.overview import freshness_words
from services.models.tracking import FetchFailure, SourceState, VendorPause

THEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
FAILED = FetchFailure("toy", "i-1", "Try again later.", THEN)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (SourceState("toy", 1, 0, 0, None), "1 interview, never synced."),
        (
            SourceState("toy", 1204, 1300, 0, THEN),
            "1,204 interviews, last success 20 Nov 2026, 09:30 UTC.",
        ),
        (
            SourceState("toy", 2, 9, 7, THEN, failures=(FAILED,)),
            "2 interviews, last success 20 Nov 2026, 09:30 UTC, 7 due, 1 could not be fetched.",
        ),
        (
            SourceState("toy", 0, 4, 4, None, pause=VendorPause("The key is refused.", None)),
            "0 interviews, never synced, 4 due. Left alone until you sync: The key is refused.",
        ),
        (
            SourceState("toy", 0, 4, 0, None, pause=VendorPause("No usable answer.", THEN)),
            "0 interviews, never synced. Left alone until 09:30 UTC: No usable answer.",
        ),
    ],
)
def test_freshness_is_a_sentence(state, said):
    """What is kept, when it last went well, what waits, what failed, and why it is left alone."""
    vendor = state

    told = freshness_words(vendor)

    assert told == said
