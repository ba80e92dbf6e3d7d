"""Rows of a difference forest: a metric or a pair of cohorts each, as the axis can hold them."""

from collections.abc import Sequence

from components.charts import _estimates
from components.charts._estimate_rows import EstimateRow
from components.charts._gaps import Gap
from services.models.score import Scale


def gap_rows(gaps: Sequence[Gap]) -> list[EstimateRow]:
    """Return the rows from the top; a name says what the others do not share.

    With one pair of cohorts a row is a metric, with one metric a pair; with several of both, pairs
    stand under a heading for their metric. A metric on another scale than the axis' is in words.
    """
    one_pair = len({(gap.a, gap.b) for gap in gaps}) == 1
    headed = not one_pair and len({gap.key for gap in gaps}) > 1
    scale = axis_scale(gaps)
    rows: list[EstimateRow] = []
    key = ""
    for gap in gaps:
        if headed and gap.key != key:
            rows.append(EstimateRow(gap.metric, is_heading=True))
        key = gap.key
        rows.append(_row(gap, scale=scale, is_metric=one_pair))
    return rows


def axis_scale(gaps: Sequence[Gap]) -> Scale | None:
    """Return the scale that the axis is on: the first one's that can be drawn."""
    drawn = (gap.scale for gap in gaps if gap.offset.value is not None)
    return next(drawn, gaps[0].scale if gaps else None)


def _row(gap: Gap, *, scale: Scale | None, is_metric: bool) -> EstimateRow:
    offset = gap.offset
    is_here = gap.scale == scale
    return EstimateRow(
        name=gap.metric if is_metric else gap.b,
        minus="" if is_metric else gap.a,
        number=offset.number,
        interval=offset.interval,
        remark=", ".join(filter(None, _remarks(gap, is_here=is_here))),
        note=offset.reason,
        sentence=offset.absence,
        value=offset.value if is_here else None,
        ends=offset.ends,
        outer=offset.corrected,
        is_open=offset.could_be_chance is not False,
        hover=_hover(gap, is_metric=is_metric),
        data=(gap.key, gap.a, gap.b),
    )


def _remarks(gap: Gap, *, is_here: bool) -> tuple[str, ...]:
    """Return what a number needs beside it; nothing where there is none."""
    offset = gap.offset
    if offset.value is None:
        return ()
    scale = "" if is_here or gap.scale is None else f"on {_estimates.scale_words(gap.scale)}"
    return (scale, "" if offset.ends else "no interval", offset.verdict)


def _hover(gap: Gap, *, is_metric: bool) -> tuple[str, ...]:
    offset = gap.offset
    pair = (gap.b, f"minus {gap.a}") if is_metric else (f"minus {gap.a}", gap.metric)
    corrected = offset.between(offset.corrected) if offset.corrected else ""
    counted = f"corrected for all comparisons: {corrected}" if corrected else ""
    return (*pair, offset.said, counted, offset.chance)
