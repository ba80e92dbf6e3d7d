"""Circuit breaker: a vendor that gives no answers is left alone, for twice as long each time.

After five failures in a row nobody asks for a minute; then one interview is tried, and either all
goes on or the pause is doubled, up to an hour. A refused key stays refused until a sync is started
by hand. The pattern is Nygard's (Release It!, 2007).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from services.cache.dimensions import Names
from services.cache.drafts import Draft
from services.cache.rows import milliseconds, moment
from services.cache.vendor_state import known, note, noted
from services.models.tracking import VendorPause

FAILURES: Final = 5
_FIRST_PAUSE: Final = timedelta(minutes=1)
_LONGEST_PAUSE: Final = timedelta(hours=1)
_DOUBLINGS_AT_MOST: Final = 10
_TRIAL: Final = timedelta(minutes=3)
"""A worker that was killed while trying holds the others up for so long."""


def allowed(connection: Connection, vendor_id: int, *, limit: int, now: datetime) -> int:
    """Return how many interviews may be asked for now: `limit`, one as a trial, or none."""
    state, now_ms = known(connection, vendor_id), milliseconds(now)
    if state is None or (not state.is_refused and state.open_until_ms is None):
        return limit
    is_open = state.is_refused or state.open_until_ms > now_ms
    return 0 if is_open or (state.trial_until_ms or 0) > now_ms else min(limit, 1)


def began(connection: Connection, vendor_id: int, *, now: datetime) -> None:
    """Note that the vendor is being asked: after a pause that is a trial, and the only one."""
    state = known(connection, vendor_id)
    if state is not None and state.open_until_ms is not None:
        note(connection, vendor_id, trial_until_ms=milliseconds(now + _TRIAL))


def broken_off(connection: Connection, vendor_id: int) -> None:
    """Note that something was not asked for after all; another worker may try."""
    state = known(connection, vendor_id)
    if state is not None and state.trial_until_ms is not None:
        note(connection, vendor_id, trial_until_ms=None)


def failed(
    connection: Connection, vendor_id: int, problem: str, *, now: datetime
) -> VendorPause | None:
    """Count a failure that shows the vendor down or busy; return the pause that holds now."""
    state, now_ms = noted(connection, vendor_id), milliseconds(now)
    is_open = state.open_until_ms is not None and state.open_until_ms > now_ms
    was_a_trial = state.open_until_ms is not None and not is_open
    failures = state.failures + 1
    if is_open or state.is_refused:
        pass
    elif was_a_trial or failures >= FAILURES:
        note(
            connection,
            vendor_id,
            failures=0,
            openings=state.openings + 1,
            open_until_ms=now_ms + _pause_ms(state.openings + 1),
            trial_until_ms=None,
            problem=problem,
        )
    else:
        note(connection, vendor_id, failures=failures)
    return pause_of(connection, vendor_id, now=now)


def refused(connection: Connection, vendor_id: int, problem: str) -> VendorPause:
    """Note that the vendor refuses our key."""
    noted(connection, vendor_id)
    note(connection, vendor_id, is_refused=True, trial_until_ms=None, problem=problem)
    return VendorPause(problem, None)


def answered(connection: Connection, vendor_id: int, *, asked_at: datetime) -> None:
    """Note that the vendor is there; an answer that was under way when all failed says nothing."""
    state = known(connection, vendor_id)
    if state is None or state.is_refused or not (state.failures or state.openings):
        return
    until = state.open_until_ms
    if until is None or milliseconds(asked_at) > until - _pause_ms(state.openings):
        note(
            connection,
            vendor_id,
            failures=0,
            openings=0,
            open_until_ms=None,
            trial_until_ms=None,
            problem=None,
        )


def settle(connection: Connection, drafts: Sequence[Draft], names: Names) -> None:
    """Note which vendors have answered; what came from files says nothing of them."""
    latest: dict[str, datetime] = {}
    for each in drafts:
        if each.asked_at is not None:
            latest[each.vendor] = max(latest.get(each.vendor, each.asked_at), each.asked_at)
    for vendor, asked_at in latest.items():
        answered(connection, names.vendor[vendor] or 0, asked_at=asked_at)


def trust_key(connection: Connection, vendor_id: int) -> None:
    """Ask a vendor that refused our key again: somebody may have set another."""
    state = known(connection, vendor_id)
    if state is not None and state.is_refused:
        note(connection, vendor_id, is_refused=False)


def pause_of(connection: Connection, vendor_id: int, *, now: datetime) -> VendorPause | None:
    """Return until when a vendor is left alone; None if it may be asked."""
    state = known(connection, vendor_id)
    if state is None:
        return None
    if state.is_refused:
        return VendorPause(state.problem or "", None)
    if state.open_until_ms is None or state.open_until_ms <= milliseconds(now):
        return None
    return VendorPause(state.problem or "", moment(state.open_until_ms))


def _pause_ms(openings: int) -> int:
    """Return how long a vendor is left alone after so many openings in a row."""
    pause: timedelta = _FIRST_PAUSE * 2.0 ** min(openings - 1, _DOUBLINGS_AT_MOST)
    return min(pause, _LONGEST_PAUSE) // timedelta(milliseconds=1)
