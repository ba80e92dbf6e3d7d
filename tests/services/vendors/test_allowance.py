"""Allowance: an hour's calls, by our own count and by the vendor's headers."""

from datetime import UTC, datetime

import httpx
import pytest

from services.vendors._allowance import Allowance, refilled_in
from services.vendors._answer import Answer

NOW = datetime(2026, 3, 2, 10, 0, 0, tzinfo=UTC)
SOON = str(int(NOW.timestamp()) + 25)
LATE = str(int(NOW.timestamp()) + 1800)


def answer(**headers):
    """Make an answer with these headers."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(200, httpx.Headers(told), b"{}")


def test_so_many_calls_go_through_and_the_next_one_waits(clock):
    """The third of two calls an hour waits until the first is an hour old."""
    allowance = Allowance(2, clock=clock.time)
    allowance.take(patience=60)
    clock.now = 600
    allowance.take(patience=60)

    wait = allowance.take(patience=60)

    assert wait == 3000


def test_a_call_that_is_not_made_is_not_counted(clock):
    """Who had no patience took nothing: the next one waits no longer."""
    allowance = Allowance(1, clock=clock.time)
    allowance.take(patience=60)

    waits = [allowance.take(patience=60), allowance.take(patience=60)]

    assert waits == [3600, 3600]


def test_a_call_that_waits_is_counted_when_it_is_made(clock):
    """Two calls that wait for their turn do not get the same one."""
    allowance = Allowance(1, clock=clock.time)
    allowance.take(patience=0)

    waits = [allowance.take(patience=9000), allowance.take(patience=9000)]

    assert waits == [3600, 7200]


def test_after_an_hour_all_is_as_before(clock):
    """Old calls are forgotten."""
    allowance = Allowance(1, clock=clock.time)
    allowance.take(patience=60)
    clock.now = 3600

    wait = allowance.take(patience=60)

    assert wait == 0


def test_the_vendor_can_close_it_for_a_time(clock):
    """Its count is the one that matters, even where we have none."""
    allowance = Allowance(None, clock=clock.time)
    allowance.close_for(1800)
    clock.now = 300

    wait = allowance.take(patience=60)

    assert wait == 1500


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({}, 0, id="no headers"),
        pytest.param(
            {"X_RateLimit_Remaining": "3", "X_RateLimit_Reset": LATE}, 0, id="something is left"
        ),
        pytest.param({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": SOON}, 25, id="plain"),
        pytest.param(
            {"X_RateLimit_Remaining_Minute": "0", "X_RateLimit_Reset_Minute": SOON},
            25,
            id="of a minute",
        ),
        pytest.param(
            {
                "X_RateLimit_Remaining_Minute": "0",
                "X_RateLimit_Reset_Minute": SOON,
                "X_RateLimit_Remaining_Hour": "0",
                "X_RateLimit_Reset_Hour": LATE,
            },
            1800,
            id="both are used up",
        ),
        pytest.param(
            {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "99999999999"},
            3600,
            id="another clock",
        ),
        pytest.param({"X_RateLimit_Remaining": "0"}, 0, id="no reset"),
        pytest.param(
            {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "soon"}, 0, id="no number"
        ),
    ],
)
def test_the_headers_say_when_it_is_filled_again(headers, seconds):
    """Only a used-up allowance counts, and the longest wait of several."""
    told = answer(**headers)

    wait = refilled_in(told, now=NOW)

    assert wait == seconds
