"""The pace that all workers on one database keep together."""

from dataclasses import dataclass, field

import pytest

from services.use_cases.pace import SharedTurns


@dataclass
class Wall:
    """Tells the time in seconds since 1970; sleeping moves it."""

    now: float = 1_777_896_000.0
    slept: list[float] = field(default_factory=list)

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def turns(store, wall):
    """Make turns at a vendor, so many a minute."""
    return lambda per_minute: SharedTurns(
        store, "toy", per_minute, clock=wall.time, sleep=wall.sleep
    )


def times_of(turns, wall, count):
    """Let so many calls through and return when, in seconds after the begin."""
    began, found = wall.now, []
    for _ in range(count):
        turns.wait()
        found.append(round(wall.now - began, 3))
    return found


def test_calls_are_let_through_evenly(turns, wall):
    """Sixty a minute: one a second, the first at once."""
    mine = turns(60)

    times = times_of(mine, wall, 4)

    assert times == [0, 1, 2, 3]


def test_a_fast_pace_is_even_too(turns, wall):
    """Six hundred a minute, reserved ten at a time: none is let through early."""
    mine = turns(600)

    times = times_of(mine, wall, 12)

    assert times == [number / 10 for number in range(12)]


def test_two_workers_together_keep_the_pace(turns, wall):
    """Each asks in its turn; in sum as often as one alone would."""
    mine, other = turns(60), turns(60)
    times = []

    for worker in (mine, other, other, mine):
        times += times_of(worker, wall, 1)

    assert times == [0, 1, 1, 1]


def test_a_silence_is_not_made_up_for(turns, wall):
    """Turns that nobody used are gone: no burst follows."""
    mine = turns(600)
    mine.wait()
    wall.now += 3600

    times = times_of(mine, wall, 3)

    assert times == [0, 0.1, 0.2]


def test_a_pause_that_a_vendor_asks_for_holds_for_all(turns, wall):
    """One worker was told; the other waits as well."""
    mine, other = turns(600), turns(600)
    mine.hold(30)

    times = times_of(other, wall, 1) + times_of(mine, wall, 1)

    assert times == [30, 1]


def test_no_pause_asked_for_holds_nothing(turns, wall):
    """Every ordinary answer says so."""
    mine = turns(60)
    mine.hold(0)

    times = times_of(mine, wall, 1)

    assert times == [0]


def test_a_call_that_a_pause_has_come_over_waits_for_another_turn(store, wall):
    """While it slept another thread was told to hold on."""

    def sleep_and_hear(seconds):
        wall.sleep(seconds)
        if len(wall.slept) == 1:
            mine.hold(20)

    mine = SharedTurns(store, "toy", 60, clock=wall.time, sleep=sleep_and_hear)
    mine.wait()

    times = times_of(mine, wall, 1)

    assert times == [21]
