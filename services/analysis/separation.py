"""Separation: can two scores be told apart, as far as their bands allow to say?

The interval of the difference is recovered from the two bands (MOVER: Zou and Donner 2008,
"Construction of confidence limits about effect measures: a general approach", Statistics in
Medicine 27, 1693-1702), which keeps asymmetric bands asymmetric:

    lower = d - sqrt((a - lower_a)^2 + (upper_b - b)^2)
    upper = d + sqrt((upper_a - a)^2 + (b - lower_b)^2)

with d = a - b. The two errors are taken as independent and normal, and both bands as being at one
level; no vendor states it, so that it is a setting that is printed with every verdict.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

from services.models import notation
from services.models.comparison import Separation, Verdict
from services.models.score import Score

LEANING = 0.8
"""From this probability of one direction on a difference leans: four to one."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One interview's score with the instrument that it was measured by."""

    id: str
    """The interview's."""
    score: Score | None
    vendor: str
    version: str | None


def separation(a: Measured, b: Measured, *, level: float) -> Separation:
    """Say whether `a` and `b` can be told apart, with the interval of their difference.

    `level` is what both bands are taken to be at, 0 to 1 (both excluded). Never raises: what
    cannot be compared gets a verdict that says why.
    """
    if reason := _obstacle(a, b):
        return Separation(a=a.id, b=b.id, verdict=Verdict.NOT_COMPARABLE, reason=reason)
    value_a, lower_a, upper_a = _numbers(a)
    value_b, lower_b, upper_b = _numbers(b)
    difference = value_a - value_b
    lower = difference - math.hypot(value_a - lower_a, upper_b - value_b)
    upper = difference + math.hypot(upper_a - value_a, value_b - lower_b)
    verdict = _verdict(difference, lower, upper, level=level)
    return Separation(
        a=a.id,
        b=b.id,
        verdict=verdict,
        difference=difference,
        lower=lower,
        upper=upper,
        level=level,
        reason=_sentence(verdict, difference, lower, upper),
    )


def _verdict(difference: float, lower: float, upper: float, *, level: float) -> Verdict:
    if lower > 0 or upper < 0:
        return Verdict.CLEAR
    reach = difference - lower if difference > 0 else upper - difference
    if difference == 0 or reach == 0:
        return Verdict.CANNOT_SEPARATE
    quantile = NormalDist().inv_cdf((1 + level) / 2)
    likely = NormalDist().cdf(quantile * abs(difference) / reach)
    return Verdict.LEANING if likely >= LEANING else Verdict.CANNOT_SEPARATE


def _obstacle(a: Measured, b: Measured) -> str:
    """Return why the two cannot be compared; empty where they can."""
    if a.score is None or b.score is None:
        return "One of the two was not asked about this."
    return _two_instruments(a, b) or _strange(a.score) or _strange(b.score)


def _two_instruments(a: Measured, b: Measured) -> str:
    if a.vendor != b.vendor:
        return "Two vendors measure with two instruments."
    if a.version != b.version:
        return "Two assessment versions are two instruments."
    if a.score and b.score and a.score.scale != b.score.scale:
        return "The two scores are on different scales."
    return ""


def _strange(score: Score) -> str:
    value, lower, upper = score.value, score.lower, score.upper
    if value is None:
        return "One of the two has no score."
    if lower is None or upper is None:
        return "Without a band nobody can tell how sure a score is."
    if not all(map(math.isfinite, (value, lower, upper))) or not lower <= value <= upper:
        return "A band does not hold its own score."
    if lower == upper:
        return "A band has no width, so that it says nothing about how sure its score is."
    return ""


def _numbers(measured: Measured) -> tuple[float, float, float]:
    score = measured.score
    if score is None or score.value is None or score.lower is None or score.upper is None:
        msg = "Asked for the band of a score that has none."
        raise ValueError(msg)
    return score.value, score.lower, score.upper


def _sentence(verdict: Verdict, difference: float, lower: float, upper: float) -> str:
    ends = f"{notation.signed(lower)} to {notation.signed(upper)}"
    what = f"A difference of {notation.signed(difference)} ({ends})"
    return {
        Verdict.CLEAR: f"{what}: more than the bands leave to chance.",
        Verdict.LEANING: f"{what}: leaning to one side, but 0 is possible.",
        Verdict.CANNOT_SEPARATE: f"{what}: the bands cannot separate these two.",
    }[verdict]
