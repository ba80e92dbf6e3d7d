"""What a reader must know before figures over the parts of many interviews."""

from collections.abc import Iterator

import numpy as np

from services.cache.frame.columns import Frame, Mask, Whole
from services.models import notation


def doubtful_words(frame: Frame, members: Mask, rows: Whole) -> Iterator[str]:
    """Say how many interviews of `members` are left out because perhaps somebody else was scored.

    `rows` are the interviews of the parts (criteria, questions) that the figures are about.
    """
    there = np.zeros(len(members), dtype=bool)
    there[rows] = True
    count = int(np.count_nonzero(there & members & frame.interviews.doubtful))
    if count:
        yield (
            f"{notation.count(count, 'interview')} left out: speaker match low, so that perhaps "
            "somebody else than the candidate was scored."
        )
