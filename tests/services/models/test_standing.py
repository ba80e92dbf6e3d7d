"""A cut is compared with the band, never with the value alone."""

import pytest

from services.models.score import Score, ScoreKind, ScoreState
from services.models.standing import Standing, standing


def score(lower, upper, value=72):
    return Score(
        kind=ScoreKind.SKILL,
        name="Kafka",
        state=ScoreState.SCORED,
        value=value,
        lower=lower,
        upper=upper,
    )


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (70, 75, Standing.ABOVE),
        (60, 69.9, Standing.BELOW),
        (69, 75, Standing.TOO_CLOSE),
        (60, 70, Standing.TOO_CLOSE),
        (75, 69, Standing.TOO_CLOSE),
        (None, 75, Standing.UNKNOWN),
    ],
)
def test_the_whole_band_decides(lower, upper, expected):
    """A band on one side of the cut is told, one that holds the cut is too close to call."""
    given = score(lower, upper)

    found = standing(given, 70)

    assert found is expected


def test_what_was_not_evaluated_is_on_no_side():
    """Without a score there is nothing to compare, so it is not below the cut."""
    skipped = Score(kind=ScoreKind.SKILL, name="Kafka", state=ScoreState.NOT_EVALUATED)

    found = standing(skipped, 70)

    assert found is Standing.UNKNOWN
