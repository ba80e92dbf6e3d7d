"""Differences that count each score's band, in words: no test, an interval only."""

from collections.abc import Sequence

from services.models import notation
from services.models.cohort import Difference
from services.models.score import PERCENT, ScoreKind

_MOST_SAID = 3


def banded_sentence(difference: Difference) -> str:
    """Say the difference of the means that count the bands, with its interval and its n."""
    found, metric = difference.with_bands, difference.metric
    if found.estimate is None:
        return f"{difference.b} and {difference.a} are not compared with bands: {found.refusal}"
    places = 1 if metric.scale.high - metric.scale.low > 10 else 2
    what = "" if metric.kind is ScoreKind.OVERALL else f" in {metric.name}"
    of = "" if metric.scale == PERCENT else f" of {notation.number(metric.scale.high)}"
    size = notation.number(abs(found.estimate), places=places)
    said = f"{difference.b} scores {size} points{of} {_way(found.estimate)} than {difference.a}"
    return f"{said}{what}, bands counted{_interval(difference, places)}, n = {found.n:,}."


def banded_finding(found: Sequence[Difference]) -> str:
    """Count the differences whose interval is clear of zero, then say the first ones."""
    judged = [each for each in found if each.with_bands.has_interval]
    clear = sum(
        (each.with_bands.lower or 0) > 0 or (each.with_bands.upper or 0) < 0 for each in judged
    )
    said = [banded_sentence(each) for each in found[:_MOST_SAID]]
    if len(found) == 1:
        return said[0]
    of = notation.count(len(judged), "difference")
    more = f" {len(found) - _MOST_SAID} more in the table." if len(found) > _MOST_SAID else ""
    counted = f"With bands counted, the intervals of {clear} of {of} are clear of zero."
    return f"{counted} {' '.join(said)}{more}"


def _way(amount: float) -> str:
    return "higher" if amount > 0 else "lower"


def _interval(difference: Difference, places: int) -> str:
    found = difference.with_bands
    if found.lower is None or found.upper is None:
        return ", no interval"
    lower, upper = (notation.number(end, places=places) for end in (found.lower, found.upper))
    return f", {100 * found.level:.4g} % interval {lower} to {upper}"
