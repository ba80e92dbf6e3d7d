"""Items: how far a question tells those apart whom the rest of the interview tells apart."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from services.models.estimate import Estimate, refused
from services.models.question_health import FEWEST_ANSWERS

DISCRIMINATION: Final = "discrimination"
_PERFECT = "The two agree to the last digit: there is no interval."


def discrimination(
    scores: NDArray[np.floating[Any]], rest: NDArray[np.floating[Any]], *, level: float
) -> Estimate:
    """Return Pearson's correlation of a question with the rest of the interview, -1 to 1.

    `scores` and `rest` have one element an interview, in any unit; `rest` must not hold the
    question itself, or it would tell itself apart (Nunnally and Bernstein 1994, Psychometric
    Theory, 3rd ed., ch. 8: the corrected item-total correlation). Pairs of which one is NaN or
    infinite are left out. The interval is Fisher's 1921: atanh(r) with the error 1 / sqrt(n - 3).
    """
    usable = np.isfinite(scores) & np.isfinite(rest)
    n = int(usable.sum())
    if n < FEWEST_ANSWERS:
        why = (
            f"Only {n} interviews have a score of this question and of another one; "
            f"it takes {FEWEST_ANSWERS}."
        )
        return refused(why, level=level, n=n, method=DISCRIMINATION)
    own, others = _centred(scores[usable]), _centred(rest[usable])
    if own is None or others is None:
        what = "this question" if own is None else "the other questions"
        why = f"There is no variation: all scored the same in {what}."
        return refused(why, level=level, n=n, method=DISCRIMINATION)
    correlation = float(np.clip(own @ others, -1.0, 1.0))
    found = Estimate(estimate=correlation, level=level, n=n, method=DISCRIMINATION)
    if 1.0 - abs(correlation) < 1e-12:
        return found.model_copy(update={"remark": _PERFECT})
    half = float(ndtri((1 + level) / 2)) / math.sqrt(n - 3)
    middle = math.atanh(correlation)
    return found.model_copy(
        update={"lower": math.tanh(middle - half), "upper": math.tanh(middle + half)}
    )


def _centred(values: NDArray[np.floating[Any]]) -> NDArray[np.float64] | None:
    """Return the deviations from the mean with a length of 1; None where there are none."""
    away = values.astype(np.float64) - values.mean()
    length = float(np.linalg.norm(away))
    if length <= 1e-9 * float(np.abs(values).max()) * math.sqrt(len(values)):
        return None
    return np.asarray(away / length)
