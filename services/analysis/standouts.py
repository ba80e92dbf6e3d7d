"""Which skills stand out, said only as far as their bands allow."""

from collections.abc import Iterable

from services.models.report import Standouts
from services.models.score import Score, ScoreKind, ScoreState


def standouts(scores: Iterable[Score]) -> Standouts:
    """Return the strongest and the weakest scored skills (domains where there is no skill).

    The strongest is the one with the highest value; every skill whose band overlaps its band
    stands beside it, because the two cannot be separated. The weakest likewise. Nothing stands
    out where all overlap, or where fewer than two have a band: without one, nobody can tell
    whether two scores differ.
    """
    scored = [score for score in scores if score.state is ScoreState.SCORED]
    skills = [score for score in scored if score.kind is ScoreKind.SKILL]
    chosen = skills or [score for score in scored if score.kind is ScoreKind.DOMAIN]
    ranked = sorted((score for score in chosen if score.has_band), key=_value, reverse=True)
    without_band = len(chosen) - len(ranked)
    if len(ranked) < 2:
        return Standouts(compared=len(ranked), without_band=without_band)
    strongest = tuple(score for score in ranked if _overlap(score, ranked[0]))
    weakest = tuple(score for score in reversed(ranked) if _overlap(score, ranked[-1]))
    return Standouts(
        strongest=strongest if len(strongest) < len(ranked) else (),
        weakest=weakest if len(weakest) < len(ranked) else (),
        compared=len(ranked),
        without_band=without_band,
    )


def _value(score: Score) -> float:
    return score.value if score.value is not None else float("-inf")


def _overlap(one: Score, other: Score) -> bool:
    one_low, one_high = _ends(one)
    other_low, other_high = _ends(other)
    return one_low <= other_high and other_low <= one_high


def _ends(score: Score) -> tuple[float, float]:
    """Return the band, widened to hold the value where the vendor's does not."""
    ends = [end for end in (score.lower, score.value, score.upper) if end is not None]
    return min(ends), max(ends)
