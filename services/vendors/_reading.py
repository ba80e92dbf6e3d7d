"""Reading: whether a vendor's number is a score at all, and what is doubtful about it."""

from typing import NamedTuple

from services.models.notice import NoticeCode
from services.models.score import Score, ScoreState
from services.vendors._doubts import Doubts

_NOT_EVALUATED = "not evaluated"
_NO_BAND = (None, None)


class Reading(NamedTuple):
    """A score's state with its numbers, which are all None when nothing was evaluated."""

    state: ScoreState
    value: float | None = None
    lower: float | None = None
    upper: float | None = None


MISSING = Reading(ScoreState.MISSING)
NOT_EVALUATED = Reading(ScoreState.NOT_EVALUATED)


def reading(
    value: float | None,
    band: tuple[float | None, float | None] = _NO_BAND,
    *,
    words: str | None = None,
    silent: bool = False,
) -> Reading:
    """Tell a score from a 0 that stands for "skipped".

    `words` is what the vendor says about the score; `silent` tells that nobody wrote anything
    about it. A 0 with an interval of 0 to 0 (or none) is not evaluated if the vendor says so, or if
    it is silent: a grader who means 0 gives a reason. The second half is an assumption.
    """
    if value is None:
        return NOT_EVALUATED if is_not_evaluated(words) else MISSING
    lower, upper = band
    if not (value or lower or upper) and (silent or is_not_evaluated(words)):
        return NOT_EVALUATED
    return Reading(ScoreState.SCORED, value, lower, upper)


def is_not_evaluated(words: str | None) -> bool:
    """Tell whether these words are a vendor's "Not evaluated", in whatever case."""
    return words is not None and words.strip(" .").casefold() == _NOT_EVALUATED


def checked(score: Score, doubts: Doubts, where: str) -> Score:
    """Return the score as it is; note numbers beyond its scale and a band that is none."""
    value = score.value
    if value is None:
        return score
    lower = value if score.lower is None else score.lower
    upper = value if score.upper is None else score.upper
    if lower <= value <= upper and score.scale.low <= lower and upper <= score.scale.high:
        return score
    _note(score, doubts, where)
    return score


def _note(score: Score, doubts: Doubts, where: str) -> None:
    numbers = [n for n in (score.value, score.lower, score.upper) if n is not None]
    low, high = score.scale.low, score.scale.high
    if min(numbers) < low or max(numbers) > high:
        told = ", ".join(f"{n:g}" for n in numbers)
        text = f"{score.name}: {told} goes beyond the scale of {low:g} to {high:g}; kept as given."
        doubts.add(NoticeCode.SCALE_EXCEEDED, text, where)
    if score.lower is None or score.upper is None:
        return
    if score.lower > score.upper:
        text = f"{score.name}: the band runs backwards, {score.lower:g} to {score.upper:g}."
        doubts.unknown(f"{text} Kept as given.", where)
    elif not score.lower <= numbers[0] <= score.upper:
        text = f"{score.name}: {numbers[0]:g} lies outside its band, {score.lower:g} to "
        doubts.unknown(f"{text}{score.upper:g}. Kept as given.", where)
