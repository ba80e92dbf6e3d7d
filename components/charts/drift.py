"""Drift of one question: how far its mean share moved from version to version, around zero."""

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import glyph
from components.charts._estimate_rows import EstimateRow
from components.charts._offsets import uncorrected
from components.charts._zero_forest import zero_figure
from components.charts._zero_heads import Sides
from services.models.question_health import QuestionDrift, QuestionHealth


def drift_figure(question: QuestionHealth, *, compact: bool = False) -> go.Figure:
    """Draw each change, the later version minus the one before, as a point on its interval.

    In percentage points of the scale, on an axis with zero. What could be chance is an open, quiet
    point, and said; a refused change, or one on fewer than five scores, is its sentence. A click
    hands over the question's key and both versions.
    """
    return zero_figure(
        [_row(question, change) for change in question.drift],
        sides=Sides(below="lower in the later version", above="higher in the later version"),
        legend=_legend(question),
        rest=0,
        compact=compact,
    )


def _row(question: QuestionHealth, change: QuestionDrift) -> EstimateRow:
    found = uncorrected(change.difference)
    size = _estimates.size_words(change.difference.n)
    told = (found.verdict or "no interval", size)
    return EstimateRow(
        name=change.after,
        minus=change.before,
        number=found.number,
        interval=found.interval,
        remark="" if found.absence else ", ".join(told),
        note=found.reason,
        sentence=found.absence,
        value=found.value,
        ends=found.ends,
        is_open=bool(found.could_be_chance),
        hover=(f"minus {change.before}", found.said, found.chance, size),
        data=(question.key, change.before, change.after),
    )


def _legend(question: QuestionHealth) -> list[str]:
    found = [uncorrected(change.difference) for change in question.drift]
    levels = [_estimates.level(each.estimate) for each in found if each.ends]
    told = [f"{glyph('━', color=theme.GREY)} {label.escaped(levels[0])}"] if levels else []
    return ["mean share of the scale, in percentage points", *told]
