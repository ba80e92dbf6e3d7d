"""The freshness rule: when an interview is to be fetched again. Numbers in, a time out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.models.tracking import Pauses

FIRST_RETRY = timedelta(minutes=1)
_DOUBLINGS_AT_MOST = 40


@dataclass(frozen=True, slots=True)
class Freshness:
    """How long an answer counts as fresh, and how far the pauses may grow."""

    fresh_for: timedelta = timedelta(minutes=10)
    """The pause after an answer that was new or had changed."""
    stale_after: timedelta = timedelta(hours=24)
    """The longest pause, for an answer that has not changed for long."""

    def next_fetch(
        self, fetched_at: datetime, *, is_final: bool, unchanged: int, pauses: Pauses = ()
    ) -> datetime | None:
        """Return when to ask again, or None for a final answer: it is kept for ever.

        `unchanged` counts the fetches since the answer last changed; each doubles the pause, unless
        the vendor wants a pace of its own, given in `pauses`.
        """
        if is_final:
            return None
        if pauses:
            return fetched_at + timedelta(seconds=_pause_in(pauses, unchanged))
        return fetched_at + self._pause(self.fresh_for, doublings=unchanged)

    def next_try(self, failed_at: datetime, *, failures: int) -> datetime:
        """Return when to try again after the `failures`-th failure in a row (counted from 1)."""
        return failed_at + self._pause(FIRST_RETRY, doublings=failures - 1)

    def _pause(self, first: timedelta, *, doublings: int) -> timedelta:
        growth = 2.0 ** min(doublings, _DOUBLINGS_AT_MOST)
        return timedelta(
            seconds=min(first.total_seconds() * growth, self.stale_after.total_seconds())
        )


def _pause_in(pauses: Pauses, unchanged: int) -> float:
    """Return the seconds of the pause after so many unchanged answers."""
    before = 0
    for times, seconds in pauses:
        before += times
        if unchanged < before:
            return seconds
    return pauses[-1][1]
