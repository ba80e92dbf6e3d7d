"""Pause: `Retry-After` in both of its spellings."""

from datetime import UTC, datetime

import httpx
import pytest

from services.vendors._answer import Answer
from services.vendors._pause import pause_asked_for

NOW = datetime(2025, 11, 25, 10, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("7", 7),
        ("0.5", 0.5),
        ("3600", 60),
        ("Tue, 25 Nov 2025 10:00:12 GMT", 12),
        ("Tue, 25 Nov 2025 09:00:00 GMT", 0),
        ("Wed, 26 Nov 2025 10:00:00 GMT", 60),
        ("soon", 0),
        ("-5", 0),
        ("", 0),
    ],
)
def test_the_pause_is_read_and_capped(told, seconds):
    """Seconds or a date; at most a minute; nonsense is no pause."""
    answer = Answer(429, httpx.Headers({"retry-after": told}), b"")

    pause = pause_asked_for(answer, now=NOW)

    assert pause == seconds


def test_a_good_answer_asks_for_no_pause():
    """The header means something beside a refusal only."""
    answer = Answer(200, httpx.Headers({"retry-after": "7"}), b"")

    pause = pause_asked_for(answer, now=NOW)

    assert pause == 0


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b'{"retryAfter": 30}', 30),
        (b'{"retryAfter": 3}', 7),
        (b'{"error": {"retryAfterSeconds": 12.5}}', 12.5),
        (b'{"retryAfter": 9e9}', 60),
        (b'{"retryAfter": "soon"}', 7),
        (b"[]", 7),
        (b"Too many requests", 7),
    ],
)
def test_of_header_and_body_the_longer_counts(body, seconds):
    """Some vendors say two things at once."""
    answer = Answer(429, httpx.Headers({"retry-after": "7"}), body)

    pause = pause_asked_for(answer, now=NOW)

    assert pause == seconds
