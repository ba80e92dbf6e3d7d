"""One metric in one cohort: what became of each member, and the figures of those scored."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from services.analysis.binning import distribution
from services.analysis.means import mean
from services.analysis.proportions import share
from services.analysis.quantiles import median, quartiles
from services.analysis.random_effects import random_effects
from services.cache.codes import STATE_CODES, STATUS_CODES
from services.cache.frame.columns import Frame, Mask, Real, ScoreColumns, Whole
from services.models import notation
from services.models.cohort import (
    FEWEST_FOR_A_SUMMARY,
    FEWEST_WITHOUT_A_WARNING,
    Census,
    CohortFigures,
    Metric,
)
from services.models.estimate import Estimate, RandomEffects, refused
from services.models.interview import Status
from services.models.score import ScoreState

_IS_DONE = np.zeros(max(STATUS_CODES.values()) + 1, dtype=bool)
_IS_DONE[[STATUS_CODES[Status.COMPLETED], STATUS_CODES[Status.REPORTED]]] = True
_NOBODY = np.zeros(0, dtype=bool)
_NO_SCORES = ScoreColumns(*(np.empty(0, int),) * 2, *(np.empty(0),) * 3)
_STATES = {state: STATE_CODES[state] for state in ScoreState}


@dataclass(frozen=True)
class Levels:
    """The level of our own intervals, and the one that the vendors' bands are taken to be at."""

    own: float
    bands: float


@dataclass(frozen=True)
class Sample:
    """The usable scores of one metric in one cohort."""

    metric: Metric
    census: Census
    values: Real
    lower: Real
    upper: Real
    unusable: int = 0
    """Scored by the vendor, but no usable number: missing in the census."""

    @property
    def is_too_small(self) -> bool:
        """Whether only dots may be shown."""
        return self.census.scored < FEWEST_FOR_A_SUMMARY


@dataclass(frozen=True)
class Sampler:
    """Takes samples of one cohort, whose `members` are a truth value for each interview."""

    frame: Frame
    members: Mask

    @cached_property
    def members_count(self) -> int:
        """Return how many there are."""
        return int(np.count_nonzero(self.members))

    @cached_property
    def _waiting(self) -> Mask:
        """Return the members without a result (yet), as far as their status tells."""
        waiting: Mask = self.members & ~_IS_DONE[self.frame.interviews.status]
        return waiting

    def sample(self, metric: Metric) -> Sample:
        """Take the scores of `metric`; the census counts every member once."""
        columns = self.frame.scores.get(metric, _NO_SCORES)
        rows, inside = columns.row, self.members
        # A metric that every interview has lies in the interviews' own order.
        if len(rows) != len(inside):
            inside = inside[rows]
        state, doubtful = columns.state, self.frame.interviews.doubtful
        given = inside & (state == _STATES[ScoreState.SCORED])
        scored = given & np.isfinite(columns.value)
        if doubtful.any():
            scored_by_another = scored & doubtful[rows]
            usable = scored & ~scored_by_another
        else:
            scored_by_another, usable = _NOBODY, scored
        counts = {
            "scored": int(np.count_nonzero(usable)),
            "doubtful": int(np.count_nonzero(scored_by_another)),
            "not_evaluated": _count(inside, state, ScoreState.NOT_EVALUATED),
            "unscored": _count(inside, state, ScoreState.UNSCORED),
        }
        told = self._waiting[rows] & (state != _STATES[ScoreState.MISSING])
        pending = int(np.count_nonzero(self._waiting) - np.count_nonzero(told))
        total = self.members_count
        census = Census(
            members=total, pending=pending, missing=total - pending - sum(counts.values()), **counts
        )
        return Sample(
            metric=metric,
            census=census,
            values=columns.value[usable],
            lower=columns.lower[usable],
            upper=columns.upper[usable],
            unusable=int(np.count_nonzero(given) - np.count_nonzero(scored)),
        )


def _count(inside: Mask, state: Whole, wanted: ScoreState) -> int:
    return int(np.count_nonzero(inside & (state == _STATES[wanted])))


def figures(taken: Sample, *, levels: Levels) -> CohortFigures:
    """Compute what is shown of a sample; below five scores nothing but the scores."""
    scale = taken.metric.scale
    drawn = distribution(taken.values, low=scale.low, high=scale.high)
    few = FEWEST_FOR_A_SUMMARY
    if taken.is_too_small:
        no_mean = too_few(taken.census, level=levels.own, method="mean")
        return CohortFigures(
            metric=taken.metric,
            census=taken.census,
            distribution=drawn,
            mean=no_mean,
            median=no_mean.model_copy(update={"method": "median"}),
            random_effects=RandomEffects(mean=no_mean),
            remarks=(
                f"Fewer than {few} scores: each is drawn, and nothing is computed.",
                *_left_out(taken),
            ),
        )
    ends = quartiles(taken.values) or (None, None)
    return CohortFigures(
        metric=taken.metric,
        census=taken.census,
        distribution=drawn,
        mean=mean(taken.values, level=levels.own),
        median=median(taken.values, level=levels.own),
        lower_quartile=ends[0],
        upper_quartile=ends[1],
        random_effects=with_bands(taken, levels=levels),
        remarks=_remarks(taken, beyond=drawn.beyond),
    )


def with_bands(taken: Sample, *, levels: Levels) -> RandomEffects:
    """Return the mean that counts the interviews' own bands."""
    found = random_effects(
        taken.values, taken.lower, taken.upper, level=levels.own, band_level=levels.bands
    )
    n = found.mean.n
    if not 0 < n < FEWEST_FOR_A_SUMMARY:
        return found
    have = "score has" if n == 1 else "scores have"
    sentence = (
        f"Only {n} {have} a usable band, and {FEWEST_FOR_A_SUMMARY} are needed for a mean that "
        "counts the bands."
    )
    no_mean = refused(sentence, level=levels.own, n=n, method=found.mean.method)
    return RandomEffects(mean=no_mean, left_out=found.left_out)


def rate(part: int, whole: int, *, what: str, level: float) -> Estimate:
    """Return a share of a cohort, 0 to 1; `what` names what is counted, in the singular."""
    if whole < FEWEST_FOR_A_SUMMARY:
        sentence = f"Too few for a rate: {notation.count(whole, what)}."
        return refused(sentence, level=level, n=whole, method="share")
    return share(part, whole, level=level)


def too_few(census: Census, *, level: float, method: str) -> Estimate:
    """Return the sentence that stands where so few scores allow no figure."""
    n = census.scored
    if n:
        sentence = f"Too few scores for a figure: {n}, and {FEWEST_FOR_A_SUMMARY} are needed."
    elif not census.members:
        sentence = "No interview is in this cohort."
    elif census.not_evaluated:
        sentence = "Nothing was evaluated here: there is no score."
    else:
        sentence = "No interview of this cohort has this score."
    return refused(sentence, level=level, n=n, method=method)


def _remarks(taken: Sample, *, beyond: int) -> tuple[str, ...]:
    census, remarks = taken.census, []
    if census.scored < FEWEST_WITHOUT_A_WARNING:
        remarks.append(
            f"Only {census.scored} scores: the interval is wide, and one interview can move it."
        )
    if beyond:
        remarks.append(
            f"{notation.count(beyond, 'score lies', plural='scores lie')} outside the vendor's own "
            "scale: in every figure, in no bin."
        )
    return (*remarks, *_left_out(taken))


def _left_out(taken: Sample) -> Iterator[str]:
    if taken.unusable:
        was = (
            "is no usable number and counts"
            if taken.unusable == 1
            else ("are no usable numbers and count")
        )
        yield f"{notation.count(taken.unusable, 'score')} {was} as missing."
    if taken.census.doubtful:
        words = notation.count(taken.census.doubtful, "result")
        yield f"{words} with a low speaker match left out: perhaps somebody else's."
