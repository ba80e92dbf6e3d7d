"""Which metrics there are to compare, and which ones a reader means."""

from collections.abc import Sequence

import numpy as np

from services.cache.frame.columns import Frame, Mask, Whole
from services.errors import InputError
from services.models.cohort import Metric
from services.models.score import ScoreKind
from services.use_cases.instruments import SCORED

KINDS = (
    ScoreKind.OVERALL,
    ScoreKind.DOMAIN,
    ScoreKind.SKILL,
    ScoreKind.RUBRIC,
    ScoreKind.LANGUAGE,
    ScoreKind.CODING,
)

MOST_OF_A_KIND = 12
"""How many metrics a kind alone stands for."""
_LONGEST_KEY = 60


def available(frame: Frame, masks: Sequence[Mask]) -> tuple[Metric, ...]:
    """Return the metrics that anybody in `masks` has a score of, overall first, most scored first.

    Those with the same number of scores are in the order of their names.
    """
    anybody = np.logical_or.reduce(masks)
    counts = {
        metric: int(np.count_nonzero(_of(anybody, columns.row) & (columns.state == SCORED)))
        for metric, columns in frame.scores.items()
    }
    found = [metric for metric, count in counts.items() if count]
    return tuple(
        sorted(found, key=lambda each: (KINDS.index(each.kind), -counts[each], each.name, each.key))
    )


def _of(anybody: Mask, rows: Whole) -> Mask:
    # A metric that every interview has lies in the interviews' own order.
    return anybody if len(rows) == len(anybody) else anybody[rows]


def resolved(keys: Sequence[str], offered: Sequence[Metric]) -> tuple[Metric, ...]:
    """Return the metrics of `keys`, each once; without keys the overall scores, or the first kind.

    A key is a metric's own, or else one that differs in upper and lower case only. Without a scale
    it means the scale with the most scores; a kind alone means those of it with the most scores, or
    what there is in its place.

    Raises:
        InputError: nobody in the cohorts has such a score.
    """
    if not keys:
        first = [each for each in offered if each.kind is offered[0].kind]
        return tuple(first[:MOST_OF_A_KIND]) or (Metric(),)
    found: dict[Metric, None] = {}
    for key in keys:
        found |= dict.fromkeys(_meant(key, offered))
    return tuple(found)


def _meant(key: str, offered: Sequence[Metric]) -> Sequence[Metric]:
    wanted = key.strip().casefold()
    exact = [each for each in offered if each.key == key]
    alike = [each for each in offered if each.key.strip().casefold() == wanted]
    on_any_scale = [each for each in offered if _without_scale(each).casefold() == wanted]
    of_kind = [each for each in offered if each.kind == wanted]
    for found in (exact[:1], alike[:1], on_any_scale[:1], of_kind[:MOST_OF_A_KIND]):
        if found:
            return found
    if wanted in tuple(KINDS):
        # Nobody has a score of this kind: what there is, or the figures themselves, say so.
        return resolved((), offered)
    known = ", ".join(_short(each.key) for each in offered[:12]) or "none at all"
    msg = f"No interview of these cohorts has a score “{_short(key)}”. There are: {known}."
    raise InputError(msg)


def _without_scale(metric: Metric) -> str:
    return (metric.key.rpartition("@")[0] or metric.key).strip()


def _short(key: str) -> str:
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
