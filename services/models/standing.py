"""Where a score stands against a cut: said only as far as its band allows."""

from enum import StrEnum

from services.models.score import Score


class Standing(StrEnum):
    """What the band says about the cut; the value alone never decides."""

    ABOVE = "above"
    BELOW = "below"
    TOO_CLOSE = "too_close"
    """The band holds the cut, so that either side is possible."""
    UNKNOWN = "unknown"
    """There is no score, or the vendor gave no band to judge it by."""


def standing(score: Score, cut: float) -> Standing:
    """Return on which side of `cut` the whole band lies; a band that begins at the cut is above."""
    if score.value is None or score.lower is None or score.upper is None:
        return Standing.UNKNOWN
    lower, upper = sorted((score.lower, score.upper))
    if lower >= cut:
        return Standing.ABOVE
    if upper < cut:
        return Standing.BELOW
    return Standing.TOO_CLOSE
