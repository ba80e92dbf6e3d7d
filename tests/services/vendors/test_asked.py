"""Nothing is asked for again too soon, by any thread."""

import threading

from services.vendors._asked import Asked


def test_what_was_asked_for_is_not_asked_for_again_too_soon(clock):
    """The seconds left are told, and a refused asking does not count as one."""
    asked = Asked(clock=clock.time)
    asked.too_soon("a", pause_s=10)
    clock.now += 4

    left = [asked.too_soon("a", pause_s=10), asked.too_soon("b", pause_s=10)]
    clock.now += 6

    assert left == [6, 0]
    assert asked.too_soon("a", pause_s=10) == 0


def test_of_many_at_once_one_gets_through(clock):
    """However the threads fall."""
    asked = Asked(clock=clock.time)
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(asked.too_soon("a", pause_s=10)))
        for _ in range(20)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [0, *[10] * 19]


def test_what_is_long_past_is_forgotten(clock):
    """Memory does not grow for ever, and what counts is kept."""
    asked = Asked(clock=clock.time)
    for number in range(10_000):
        asked.too_soon(f"old {number}", pause_s=10)
    clock.now += 20
    asked.too_soon("new", pause_s=10)

    left = asked.too_soon("new", pause_s=10)

    assert left == 10
    assert len(asked._last) == 1
