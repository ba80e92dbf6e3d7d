"""Two scores are told apart only as far as their bands allow."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.separation import Measured, separation
from services.models.comparison import Verdict
from services.models.score import FIVE_POINTS, PERCENT, Score, ScoreKind, ScoreState


def scored(value, lower=None, upper=None, *, scale=PERCENT):
    return Score(
        kind=ScoreKind.OVERALL,
        name="Overall",
        state=ScoreState.SCORED,
        value=value,
        lower=lower,
        upper=upper,
        scale=scale,
    )


def measured(score, *, id_="a", vendor="qode", version="v4"):
    return Measured(id_, score, vendor, version)


def test_the_band_of_the_product_is_not_separated():
    """72 (70-75) and 71 (68-74) are never put in an order."""
    a, b = measured(scored(72, 70, 75)), measured(scored(71, 68, 74))

    found = separation(a, b, level=0.95)

    assert found.verdict is Verdict.CANNOT_SEPARATE


def test_the_interval_of_the_difference_by_hand():
    """Zou and Donner: 1 - sqrt(2^2 + 3^2) and 1 + sqrt(3^2 + 3^2)."""
    a, b = measured(scored(72, 70, 75)), measured(scored(71, 68, 74))

    found = separation(a, b, level=0.95)

    assert found.difference == 1
    assert math.isclose(found.lower, 1 - math.sqrt(13))
    assert math.isclose(found.upper, 1 + math.sqrt(18))
    assert found.level == 0.95


def test_equal_bands_give_the_textbook_interval():
    """Two symmetric bands of one width: the difference's half width is theirs times sqrt 2."""
    a, b = measured(scored(80, 77, 83)), measured(scored(70, 67, 73))

    found = separation(a, b, level=0.95)

    assert math.isclose(found.upper - found.difference, 3 * math.sqrt(2))
    assert found.verdict is Verdict.CLEAR


def test_a_difference_that_leans():
    """Half widths of 3 at 95 %: a difference of 3 is 1.39 standard errors, which is 92 %."""
    a, b = measured(scored(74, 71, 77)), measured(scored(71, 68, 74))

    found = separation(a, b, level=0.95)

    assert found.verdict is Verdict.LEANING


def test_the_level_decides_what_leans():
    """The same bands at 50 % are wide errors: 3 is then 0.48 standard errors, which is 68 %."""
    a, b = measured(scored(74, 71, 77)), measured(scored(71, 68, 74))

    found = separation(a, b, level=0.5)

    assert found.verdict is Verdict.CANNOT_SEPARATE


@pytest.mark.parametrize(
    ("b", "why"),
    [
        (measured(None), "not asked"),
        (measured(scored(70, 68, 72), vendor="zenhire"), "Two vendors"),
        (measured(scored(70, 68, 72), version="v3"), "versions"),
        (measured(scored(3.5, 3.2, 3.9, scale=FIVE_POINTS)), "scales"),
        (measured(scored(70)), "Without a band"),
        (measured(scored(70, 70, 70)), "no width"),
        (measured(scored(70, 75, 68)), "does not hold"),
        (measured(scored(float("nan"), 1, 2)), "does not hold"),
        (
            measured(Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.NOT_EVALUATED)),
            "no score",
        ),
    ],
)
def test_what_cannot_be_compared_says_why(b, why):
    """A sentence in the place of a number."""
    a = measured(scored(72, 70, 75))

    found = separation(a, b, level=0.95)

    assert found.verdict is Verdict.NOT_COMPARABLE
    assert why in found.reason
    assert found.difference is None


values = st.floats(10, 90)
halves = st.floats(0.5, 10)


@given(values, halves, halves, values, halves, halves)
def test_the_order_of_the_two_only_turns_the_sign(a, a_low, a_up, b, b_low, b_up):
    """Who is named first changes no verdict."""
    one, other = measured(scored(a, a - a_low, a + a_up)), measured(scored(b, b - b_low, b + b_up))

    there, back = separation(one, other, level=0.95), separation(other, one, level=0.95)

    assert there.verdict is back.verdict
    assert math.isclose(there.difference, -back.difference, abs_tol=1e-9)
    assert math.isclose(there.lower, -back.upper, abs_tol=1e-9)


@given(values, halves, values, halves, st.floats(-5, 5))
def test_a_shift_of_both_changes_nothing(a, a_half, b, b_half, shift):
    """Only the difference counts."""
    plain = [scored(x, x - half, x + half) for x, half in ((a, a_half), (b, b_half))]
    moved = [scored(s.value + shift, s.lower + shift, s.upper + shift) for s in plain]

    before = separation(*map(measured, plain), level=0.9)
    after = separation(*map(measured, moved), level=0.9)

    assert math.isclose(before.lower, after.lower, abs_tol=1e-6)
    assert math.isclose(before.upper, after.upper, abs_tol=1e-6)
