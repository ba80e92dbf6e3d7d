"""Binning: how scores lie on their scale, in bins that are the same for every cohort."""

import numpy as np
from numpy.typing import ArrayLike

from services.analysis.sample import sample
from services.models.cohort import MOST_DOTS, Distribution

_BINS = 20


def edges(scale_low: float, scale_high: float) -> tuple[float, ...]:
    """Return the 21 edges of 20 equal bins from one end of a scale to the other."""
    return tuple(np.linspace(scale_low, scale_high, _BINS + 1).tolist())


def distribution(values: ArrayLike, *, low: float, high: float) -> Distribution:
    """Return the values themselves, up to `MOST_DOTS` of them, else their counts in bins.

    A bin holds its lower edge and not its upper one, but for the last, which holds both. What lies
    outside `low` to `high` is counted as `beyond`, in no bin; on a scale without a width that is
    everything. NaN and infinite values are nowhere.
    """
    taken = sample(values).values
    beyond = int(((taken < low) | (taken > high)).sum())
    if len(taken) <= MOST_DOTS:
        return Distribution(values=tuple(np.sort(taken).tolist()), beyond=beyond)
    if not low < high:
        return Distribution(beyond=len(taken))
    counts, _ = np.histogram(taken, bins=_BINS, range=(low, high))
    return Distribution(edges=edges(low, high), counts=tuple(counts.tolist()), beyond=beyond)
