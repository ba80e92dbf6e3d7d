"""How long a job waits, and for whom."""

import time

import pytest

from services.errors import ExportCancelledError
from services.reports.deadline import ASKS_EVERY_S, Deadline


def test_a_breath_is_short_however_long_there_is():
    """Whoever waits looks up in between; near the end, for no longer than there is."""
    long, soon = Deadline.within(60), Deadline.within(60).sooner(ASKS_EVERY_S / 2)

    breaths = long.breath(), soon.breath()

    assert breaths[0] == ASKS_EVERY_S
    assert 0 < breaths[1] <= ASKS_EVERY_S / 2
    assert soon.sooner(60).at == soon.at


def test_there_is_none_after_the_end():
    """The time that is over cannot be waited for."""
    over = Deadline(time.monotonic())

    with pytest.raises(TimeoutError):
        over.breath()


def test_what_is_not_wanted_any_more_is_told_before_that():
    """A reader who called it off is not told that it took too long."""

    def called_off() -> None:
        msg = "The export was called off."
        raise ExportCancelledError(msg)

    over = Deadline.within(0, called_off)

    with pytest.raises(ExportCancelledError):
        over.sooner(1).breath()
