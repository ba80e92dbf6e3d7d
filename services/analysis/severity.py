"""Severity: how much more or less an agent gives than the others do; and how far all are apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from services.analysis.agreement import Real, Targets, Whole, clustered_error, judged
from services.models.estimate import Estimate, refused

SEVERITY: Final = "severity"
_ALONE = "No other agent judged the same targets."
_ONE_CLUSTER = "All of one interview: there is no interval."
_SAME = "The deviation is the same everywhere: there is no interval."


def severity(
    shares: Real, targets: Whole, agents: Whole, *, clusters: Whole, level: float
) -> Mapping[int, Estimate]:
    """Return each agent's mean deviation from the mean of the others on the same targets.

    All arrays have one element a judgement, whole numbers from 0; NaN is a missing judgement. The
    result is in the unit of `shares`: below 0 the agent is stricter. `n` counts the targets that
    another agent judged as well. The interval is Student's t over clusters (interviews): the mean
    is a ratio of two totals over clusters (Cochran 1977, Sampling Techniques, 3rd ed., sec. 9A).
    """
    usable = np.isfinite(shares)
    if not usable.all():
        shares, targets = shares[usable], targets[usable]
        agents, clusters = agents[usable], clusters[usable]
    away = deviations(shares, targets, judged(shares, targets))
    return severity_of(away, agents, clusters=clusters, level=level)


def deviations(shares: Real, targets: Whole, sums: Targets) -> Real:
    """Return how far each judgement is from the mean of the others; NaN where there is no other.

    With a target's mean m over n judgements, the others' mean is (n m - x) / (n - 1), and so the
    deviation (x - m) n / (n - 1).
    """
    count = sums.count.astype(np.float64)
    factor = count / np.where(sums.shared, count - 1, np.nan)
    return np.asarray((shares - sums.mean[targets]) * factor[targets])


def severity_of(
    away: Real, agents: Whole, *, clusters: Whole, level: float
) -> Mapping[int, Estimate]:
    """Return each agent's severity from its `deviations`, NaN among them."""
    return {
        agent: _of_one(away[places], clusters[places], level=level)
        for agent, places in _places(agents)
    }


@dataclass(frozen=True, slots=True)
class Spread:
    """How far judges are apart within groups of targets; one element a group."""

    targets: Whole
    mean: Real
    """Mean over targets of the judges' mean; NaN where there is no target."""
    deviation: Real
    """Mean over targets of the standard deviation between judges; NaN where none has two."""
    shared: Whole
    """Targets judged by two or more, on which the deviation rests."""


def spread(targets: Targets, groups: Whole, *, size: int) -> Spread:
    """Return what stands in each of `size` groups; `groups` has one element a target."""
    there = targets.count > 0
    shared = targets.shared
    count = np.bincount(groups[there], minlength=size)
    pairs = np.bincount(groups[shared], minlength=size)
    means = np.bincount(groups[there], weights=targets.mean[there], minlength=size)
    apart = np.bincount(groups[shared], weights=targets.deviation[shared], minlength=size)
    return Spread(count, means / _or_nan(count), apart / _or_nan(pairs), pairs)


def _or_nan(count: Whole) -> Real:
    return np.where(count > 0, count, np.nan)


def _places(agents: Whole) -> Iterator[tuple[int, Whole]]:
    """Return the places of each agent's judgements."""
    counts = np.bincount(agents)
    order = np.argsort(agents, kind="stable")
    ends = np.cumsum(counts)
    for agent in np.flatnonzero(counts).tolist():
        yield agent, order[ends[agent] - counts[agent] : ends[agent]]


def _of_one(away: Real, clusters: Whole, *, level: float) -> Estimate:
    shared = ~np.isnan(away)
    if not shared.all():
        away, clusters = away[shared], clusters[shared]
    n = len(away)
    if not n:
        return refused(_ALONE, level=level, n=0, method=SEVERITY)
    mean = float(away.mean())
    found = Estimate(estimate=mean, level=level, n=n, method=SEVERITY)
    error = clustered_error((away - mean) / n, clusters)
    half = error.half(level)
    if half is None:
        return found.model_copy(update={"remark": _ONE_CLUSTER})
    if error.error <= 1e-12 * max(1.0, abs(mean)):
        return found.model_copy(update={"remark": _SAME})
    return found.model_copy(update={"lower": mean - half, "upper": mean + half})
