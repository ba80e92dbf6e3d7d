"""Scores as ranges: what formats that draw charts themselves may put on one axis."""

import math
from collections.abc import Iterable, Sequence

from services.models import notation
from services.models.content import Range, Ranges
from services.models.score import PERCENT, Scale, Score


def score_range(label: str, score: Score, *, scale: Scale = PERCENT, remark: str = "") -> Range:
    """Return one row on an axis of `scale`; words alone where the score cannot stand on it.

    The words always hold the vendor's own numbers. A band keeps its true ends, where it reaches
    beyond the axis as well; a value beyond it, and one of another scale, gets no mark at all.
    `remark` is added to the words, such as that the speaker match is low.
    """
    said = ", ".join(
        part for part in (notation.on_its_scale(score), _strange(score, scale), remark) if part
    )
    if score.value is None or _strange(score, scale):
        return Range(label=label, words=said)
    lower, upper = _ends(score)
    return Range(label=label, words=said, value=score.value, lower=lower, upper=upper)


def ranges(rows: Iterable[Range], *, scale: Scale, cut: float | None = None) -> Ranges | None:
    """Return the rows on one axis of `scale`; None where no row has a mark on it.

    `cut` is a number on 0 to 100 and left out on any other scale.
    """
    kept = tuple(rows)
    if all(row.value is None for row in kept):
        return None
    low, high = notation.number(scale.low), notation.number(scale.high)
    return Ranges(
        rows=kept,
        low=scale.low,
        high=scale.high,
        axis=f"Score, {low} to {high}",
        cut=cut if scale == PERCENT else None,
    )


def axis_of(scores: Sequence[Score]) -> Scale:
    """Return the scale of the axis: the first scored one's, as in our own figures."""
    return next((score.scale for score in scores if score.value is not None), PERCENT)


def _strange(score: Score, scale: Scale) -> str:
    """Say why a value cannot stand on an axis of `scale`; nothing if it can."""
    if score.value is None:
        return ""
    if score.scale != scale:
        return "on another scale"
    if not math.isfinite(score.value):
        return "not drawn"
    return "" if scale.low <= score.value <= scale.high else "beyond the scale"


def _ends(score: Score) -> tuple[float | None, float | None]:
    """Return the band; none at all without two true ends."""
    ends = [end for end in (score.lower, score.upper) if end is not None and math.isfinite(end)]
    return (min(ends), max(ends)) if len(ends) == 2 else (None, None)
