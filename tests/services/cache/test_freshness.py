"""The freshness rule."""

from datetime import UTC, datetime, timedelta

from services.cache.freshness import Freshness

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
RULE = Freshness(fresh_for=timedelta(minutes=10), stale_after=timedelta(hours=1))


def test_a_final_answer_is_never_due_again():
    """What the vendor will not change any more is not asked for again."""
    rule = RULE

    due = rule.next_fetch(NOON, is_final=True, unchanged=0)

    assert due is None


def test_the_pause_doubles_with_each_unchanged_answer():
    """An answer that stays the same is asked for less and less often."""
    counts = (0, 1, 2)

    pauses = [RULE.next_fetch(NOON, is_final=False, unchanged=count) for count in counts]

    assert pauses == [NOON + timedelta(minutes=minutes) for minutes in (10, 20, 40)]


def test_the_pause_never_exceeds_the_longest():
    """However often nothing changed, the longest pause holds, without an overflow."""
    counts = (3, 5_000)

    pauses = [RULE.next_fetch(NOON, is_final=False, unchanged=count) for count in counts]

    assert pauses == [NOON + timedelta(hours=1)] * 2


def test_a_failure_is_tried_again_soon_and_then_ever_later():
    """The first retry comes after a minute, each further one after twice the time."""
    failures = (1, 2, 3, 500)

    tries = [RULE.next_try(NOON, failures=count) - NOON for count in failures]

    assert tries == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 60)]


def test_a_vendors_own_pace_takes_the_place_of_ours():
    """Twice after 15 seconds, once after 30, and every minute from then on."""
    pauses = ((2, 15.0), (1, 30.0), (1, 60.0))
    counts = (0, 1, 2, 3, 4, 500)

    found = [
        RULE.next_fetch(NOON, is_final=False, unchanged=count, pauses=pauses) for count in counts
    ]

    assert found == [NOON + timedelta(seconds=after) for after in (15, 15, 30, 60, 60, 60)]
