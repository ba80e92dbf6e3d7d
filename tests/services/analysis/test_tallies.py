"""Tallies: sums of several kinds at once give what each kind gives alone."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from services.analysis.rates import per_hour, tallied_per_hour
from services.analysis.tallies import Tally, tallies, tally

BITS = (2, 4, 8)
rows = st.tuples(
    st.tuples(*[st.integers(0, 40)] * 3),
    st.sampled_from([0, 2, 6, 14]),
    st.one_of(st.integers(-60, 7200), st.sampled_from([math.nan, math.inf])),
    st.booleans(),
)


def columns(given_rows):
    """Return events, what is missing, seconds and who counts of rows like those above."""
    events, missing, seconds, among = zip(*given_rows, strict=True)
    return (
        np.array(events, np.int32),
        np.array(missing, np.int32),
        np.array(seconds, np.float64),
        np.array(among, np.bool_),
    )


def test_the_sums_by_hand():
    """Two interviews of one and two hours, and one of unknown length that only counts its event."""
    found = tally([3, 0, 4], [3600, 7200, math.nan])

    assert (found.interviews, found.with_any, found.all_events) == (3, 2, 7)
    assert (found.timed, found.hours, found.squared_hours) == (2, 3, 5)
    assert (found.events, found.squared_events, found.products) == (3, 9, 3)


@given(given_rows=st.lists(rows, min_size=1, max_size=40))
def test_all_kinds_at_once_equal_each_kind_alone(given_rows):
    """What was seen was collected, whatever is said to be missing."""
    events, missing, seconds, among = columns(given_rows)

    found = tallies(events, seconds, missing=missing, bits=BITS, among=among)

    for counts, bit, one in zip(events.T, BITS, found, strict=True):
        collected = among & ((missing & bit == 0) | (counts > 0))
        alone = tally(counts[collected], seconds[collected])
        assert (one.interviews, one.with_any) == (alone.interviews, alone.with_any)
        assert (one.all_events, one.timed, one.events) == (
            alone.all_events,
            alone.timed,
            alone.events,
        )
        assert one.hours == pytest.approx(alone.hours, rel=1e-12)
        assert one.products == pytest.approx(alone.products, rel=1e-12)


@pytest.mark.parametrize("burst", [0.2, 1.0, 50.0])
def test_the_interval_is_that_of_the_residuals(burst):
    """Multiplied out, the sum of squares is what the residuals one by one add up to."""
    random = np.random.default_rng(5)
    seconds = random.uniform(300, 5400, 20_000)
    events = random.poisson(random.gamma(burst, 9, 20_000) * seconds / 3600)

    found = tallied_per_hour(tally(events, seconds), level=0.95)

    hours, n = seconds / 3600, len(seconds)
    hourly = events.sum() / hours.sum()
    squares = np.square(events - hourly * hours).sum()
    reach = t.ppf(0.975, n - 1) * math.sqrt(squares * n / (n - 1)) / hours.sum()
    assert found.estimate == pytest.approx(hourly, rel=1e-12)
    assert found.upper == pytest.approx(hourly + reach, rel=1e-12)
    assert found == per_hour(events, seconds, level=0.95)


def test_events_as_even_as_a_clock_leave_no_negative_square():
    """Rounding of sums that cancel does not break the interval: it is that of Poisson."""
    seconds = np.linspace(601, 5399, 997)

    found = per_hour(seconds * 0.7, seconds, level=0.95)

    assert found.estimate == pytest.approx(2520)
    assert found.lower < found.estimate < found.upper


def test_nobody_is_an_empty_tally():
    """No interview, no sum: a rate of it is a sentence."""
    nobody = columns([((3, 0, 0), 0, 600, False)])
    events, missing, seconds, among = nobody

    found = tallies(events, seconds, missing=missing, bits=BITS, among=among)
    none = tallies(events[:0], seconds[:0], missing=missing[:0], bits=BITS, among=among[:0])

    assert found == none == (Tally(),) * 3
    assert tallied_per_hour(found[0], level=0.95).refusal
