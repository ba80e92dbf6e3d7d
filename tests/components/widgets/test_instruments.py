"""Whose results a URL asks to count."""

import pytest

from components.widgets.instruments import choice_of, instrument_text
from services.models.cohort import Instrument, InstrumentChoice, Pooling

FIRST = Instrument(vendor="toy", version="v|1")


@pytest.mark.parametrize("pool", ["", "none", "anything"])
def test_an_instrument_counts_where_nothing_is_put_together(pool):
    """Going back to one instrument writes "none" into the URL, which hides no named one."""
    text = instrument_text(FIRST)

    choice = choice_of(pool, text)

    assert choice == InstrumentChoice(instrument=FIRST)


@pytest.mark.parametrize("pooling", [Pooling.VERSIONS, Pooling.VENDORS])
def test_putting_together_forgets_the_instrument(pooling):
    """All versions are not those of one instrument."""
    text = instrument_text(FIRST)

    choice = choice_of(pooling.value, text)

    assert choice == InstrumentChoice(pooling=pooling)


def test_an_instrument_without_a_version_is_read_back():
    """Some vendors name none."""
    unnamed = Instrument(vendor="ear")

    choice = choice_of("", instrument_text(unnamed))

    assert choice.instrument == unnamed
