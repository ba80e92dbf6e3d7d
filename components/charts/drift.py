"""Drift of one question: how far its mean share moved from version to version, around zero."""

import plotly.graph_objects as go

from components.charts._drift_gaps import drift_gaps
from components.charts.differences import gaps_figure
from services.models.question_health import QuestionHealth


def drift_figure(question: QuestionHealth, *, compact: bool = False) -> go.Figure:
    """Draw each change, the later version minus the one before, as a point on its interval.

    In percentage points of the scale, on an axis with zero. What could be chance is an open, quiet
    point, and said; a refused change is its sentence. A click hands over the question's key and
    both versions.
    """
    return gaps_figure(drift_gaps(question), compact=compact)
