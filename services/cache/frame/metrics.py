"""Scores in the order of their metrics, so that each metric is one piece of the table."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from services.cache.codes import KIND_CODES, STATE_CODES, meaning
from services.cache.frame.columns import Real, Whole
from services.cache.frame.queries import METRIC_KINDS, Columns
from services.cache.frame.tables import Slice, Table
from services.models.cohort import Metric
from services.models.language import may_rank
from services.models.score import PERCENT, Scale, ScoreKind, ScoreState

_KINDS: Final = meaning(KIND_CODES)
_OVERALL: Final = 0
"""Stands for the name of every overall score, whatever a vendor calls it; no word has it."""
_MEASURED: Final = ("row", "state", "value", "lower", "upper")


def metric_table(
    interviews: Columns, scores: Columns, words: Mapping[int, str]
) -> tuple[Table, tuple[Slice, ...]]:
    """Return all scores, metric after metric, each in the order of the interviews.

    A metric is a kind, a name and a scale. Of two scores of one metric in one interview the first
    counts; what nobody may be ranked by, and what is on no known scale, is left out.
    """
    table = _on_a_scale(_with_overall(interviews, scores))
    metrics, of_metric = _metrics(table, words)
    ranked = _ranked(metrics, of_metric[table["state"] == STATE_CODES[ScoreState.SCORED]])
    place_of = np.full(len(metrics), len(ranked), np.int32)
    place_of[ranked] = np.arange(len(ranked))
    place = place_of[of_metric]
    # Sixteen bits are sorted digit by digit, ten times as fast as any more.
    order = np.argsort(_narrow(place), kind="stable")
    order = order[: np.searchsorted(place[order], len(ranked))]
    order = order[_is_first(place[order], table["row"][order])]
    stops = np.bincount(place[order], minlength=len(ranked)).cumsum()
    slices = tuple(
        Slice(metric=metrics[each], stop=int(stop))
        for each, stop in zip(ranked, stops, strict=True)
    )
    return {name: table[name][order] for name in _MEASURED}, slices


def _with_overall(interviews: Columns, scores: Columns) -> dict[str, NDArray[Any]]:
    """Return the overall scores and behind them all others, as one table."""
    count = len(interviews["number"])
    overall = {
        **interviews,
        "row": np.arange(count, dtype=np.int32),
        "kind": np.full(count, KIND_CODES[ScoreKind.OVERALL], np.int8),
        "name": np.full(count, _OVERALL, np.int32),
    }
    names = (*_MEASURED, "kind", "name", "low", "high")
    return {name: np.concatenate([overall[name], scores[name]]) for name in names}


def _on_a_scale(table: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Leave out scores on a scale whose ends are no usable numbers: nothing is comparable there."""
    known = np.isfinite(table["low"]) & np.isfinite(table["high"])
    return table if known.all() else {name: cells[known] for name, cells in table.items()}


def _metrics(table: Columns, words: Mapping[int, str]) -> tuple[list[Metric], Whole]:
    """Return the metrics that there are, and the number of each score's metric among them."""
    scales, scale = _scales(table["low"], table["high"])
    names, name = _numbered(table["name"])
    kinds = max(KIND_CODES.values()) + 1
    present, of_metric = _numbered((scale * len(names) + name) * kinds + table["kind"])
    metrics = []
    for each in present.tolist():
        rest, kind = divmod(each, kinds)
        word = int(names[rest % len(names)])
        text = words[word] if word != _OVERALL else Metric().name
        metrics.append(Metric(kind=_KINDS[kind], name=text, scale=scales[rest // len(names)]))
    return metrics, of_metric


def _scales(low: Real, high: Real) -> tuple[list[Scale], Whole]:
    number = np.zeros(len(low), np.int64)
    others = np.flatnonzero((low != PERCENT.low) | (high != PERCENT.high))
    ends, number_of_others = np.unique(low[others] + 1j * high[others], return_inverse=True)
    number[others] = 1 + number_of_others
    return [PERCENT, *(Scale(low=end.real, high=end.imag) for end in ends)], number


def _numbered(codes: Whole) -> tuple[Whole, Whole]:
    """Return the different codes in order, and each one's place among them; codes are small."""
    is_there = np.zeros(int(codes.max(initial=0)) + 1, np.bool_)
    is_there[codes] = True
    present = np.flatnonzero(is_there)
    places = np.zeros(len(is_there), np.int32)
    places[present] = np.arange(len(present))
    return present, places[codes]


def _ranked(metrics: Sequence[Metric], of_scored: Whole) -> list[int]:
    """Return the numbers of those that people may be ranked by, measured most first in a kind."""
    scored = np.bincount(of_scored, minlength=len(metrics))
    return sorted(
        (each for each, metric in enumerate(metrics) if may_rank(metric.name)),
        key=lambda each: (
            METRIC_KINDS.index(metrics[each].kind),
            -scored[each],
            metrics[each].name,
            (metrics[each].scale.low, metrics[each].scale.high),
        ),
    )


def _narrow(place: Whole) -> Whole:
    return place.astype(np.int16) if place.max(initial=0) <= np.iinfo(np.int16).max else place


def _is_first(place: Whole, row: Whole) -> NDArray[np.bool_]:
    """Tell which scores are not of the same metric and interview as the one before."""
    other = np.ones(len(place), np.bool_)
    other[1:] = (place[1:] != place[:-1]) | (row[1:] != row[:-1])
    return other
