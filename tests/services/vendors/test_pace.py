"""Pace: calls are let through evenly, whoever makes them."""

import threading

from services.vendors._pace import Pace


def test_the_first_call_does_not_wait(clock):
    """There is no reason to."""
    pace = Pace(60, clock=clock.time, sleep=clock.sleep)

    pace.wait()

    assert clock.slept == []


def test_calls_are_spread_evenly(clock):
    """120 a minute is two a second."""
    pace = Pace(120, clock=clock.time, sleep=clock.sleep)

    for _ in range(4):
        pace.wait()

    assert clock.slept == [0.5, 0.5, 0.5]


def test_who_was_slow_does_not_catch_up_in_a_burst(clock):
    """Time that was not used is gone."""
    pace = Pace(60, clock=clock.time, sleep=clock.sleep)
    pace.wait()
    clock.now = 100

    pace.wait()
    pace.wait()

    assert clock.slept == [1]


def test_a_pause_holds_everybody_back(clock):
    """And a shorter one does not shorten it."""
    pace = Pace(60, clock=clock.time, sleep=clock.sleep)

    pace.hold(30)
    pace.hold(5)
    pace.wait()

    assert clock.slept == [30]


def test_threads_share_one_pace(clock):
    """Each gets a turn of its own: together they wait for 0, 1, 2 ... seconds."""
    waits = []
    pace = Pace(60, clock=clock.time, sleep=waits.append)
    threads = [threading.Thread(target=pace.wait) for _ in range(6)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(waits) == [1, 2, 3, 4, 5]
