"""Rates per hour: a ratio over interviews, in bursts or not at all."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.rates import per_hour

interviews = st.lists(st.tuples(st.integers(0, 30), st.integers(60, 7200)), min_size=2, max_size=30)


def rate(pairs, *, level=0.95):
    """Return the rate of interviews given as (events, seconds)."""
    events, seconds = np.array(pairs, dtype=float).reshape(-1, 2).T
    return per_hour(events, seconds, level=level)


def test_the_ratio_by_hand():
    """Cochran (1977), section 2.11: 40 events in 4 hours, residuals -10, 0 and 10 of 1, 1, 2 hours.

    Variance = (200 / 2) * 3 / 4², so that the half width is t of 2 times 4.33.
    """
    found = rate([(0, 3600), (10, 3600), (30, 7200)])

    assert found.estimate == 10
    assert found.upper == pytest.approx(10 + 4.302653 * math.sqrt(200 / 2 * 3) / 4)
    assert (found.lower, found.n, found.method) == (0, 3, "signal_rate")


def test_bursts_equal_the_robust_variance_of_a_poisson_model():
    """Statsmodels' Poisson regression on exposure, sandwich HC0, with n - 1 in the denominator."""
    random = np.random.default_rng(11)
    seconds = random.uniform(600, 3600, 400)
    events = random.poisson(random.gamma(0.5, 8, 400) * seconds / 3600).astype(float)

    found = per_hour(events, seconds, level=0.95)

    model = sm.GLM(events, np.ones(400), family=sm.families.Poisson(), exposure=seconds / 3600).fit(
        cov_type="HC0"
    )
    hourly = math.exp(model.params[0])
    assert found.estimate == pytest.approx(hourly)
    reach = 1.965927 * hourly * model.bse[0] * math.sqrt(400 / 399)
    assert found.upper - found.estimate == pytest.approx(reach, rel=1e-4)
    assert found.lower == pytest.approx(hourly - reach, rel=1e-4)


def test_bursts_are_less_sure_than_scattered_events():
    """As many events in as many hours: all in one interview say less than one in each."""
    burst = [(12, 3600)] + [(0, 3600)] * 11
    scattered = [(1, 3600)] * 12

    one, many = rate(burst), rate(scattered)

    assert one.estimate == many.estimate == 1
    assert one.upper > many.upper
    assert one.lower < many.lower


def test_even_events_are_no_surer_than_poisson():
    """Garwood (1936), table: 10 events have 4.795 and 18.39 as ends at 95 %."""
    found = rate([(1, 3600)] * 10)

    assert (found.lower, found.upper) == pytest.approx((0.4795, 1.839), abs=5e-4)


def test_no_event_leaves_the_rule_of_three():
    """Hanley and Lippman-Hand (1983): none in 10 hours are at most 3 in 10 hours, at 95 %."""
    found = rate([(0, 18_000)] * 2)

    assert (found.estimate, found.lower) == (0, 0)
    assert found.upper == pytest.approx(0.3, rel=0.002)
    assert found.upper == pytest.approx(-math.log(0.05) / 10)
    assert found.remark == "No event in 10.0 hours: the upper end is what that leaves possible."


@given(pairs=interviews, times=st.integers(2, 9), seed=st.randoms())
def test_a_rate_is_of_the_hours_and_free_of_order(pairs, times, seed):
    """Interviews that are longer by a factor divide the rate and its ends by it."""
    longer = [(events, times * seconds) for events, seconds in pairs]
    seed.shuffle(longer)

    plain, found = rate(pairs), rate(longer)

    for end in ("lower", "estimate", "upper"):
        assert times * getattr(found, end) == pytest.approx(getattr(plain, end), abs=1e-9)
    assert 0 <= plain.lower <= plain.estimate < plain.upper


@given(pairs=interviews, extra=st.sampled_from([math.nan, 0, -60, math.inf]))
def test_interviews_of_unknown_length_are_left_out_and_said(pairs, extra):
    """Their events would be events without hours."""
    plain, found = rate(pairs), rate([*pairs, (5, extra)])

    assert (found.estimate, found.n) == (plain.estimate, plain.n)
    assert found.upper == pytest.approx(plain.upper)
    assert found.remark.endswith("1 interview of unknown length was left out.")


def test_one_interview_has_no_interval():
    """Three events in one interview: nothing says how far interviews differ."""
    found = rate([(3, 3600)])

    assert found.estimate == 3
    assert not found.has_interval
    assert "one interview only" in found.remark


@pytest.mark.parametrize("pairs", [[], [(4, math.nan), (2, 0)]])
def test_no_hours_are_a_sentence(pairs):
    """Without a known length there is no rate, and never a 0."""
    found = rate(pairs)

    assert found.estimate is None
    assert found.refusal.startswith("No interview of known length was looked at.")
