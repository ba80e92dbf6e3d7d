"""What the Overview page draws: two small trends and the funnel in one row."""

from collections.abc import Mapping
from typing import Final, Literal

from components.charts import trend_figure, trend_sentence, trend_table
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from components.documents.operations_figures import TITLE, groups_drawing
from services.models.funnel import FunnelGroup
from services.models.trend import TrendAnswer

What = Literal["mean", "pass_rate"]
TRENDS: Final[Mapping[What, tuple[str, Explained]]] = {
    "mean": ("Mean overall score by month", Explained.OVERALL_MEAN),
    "pass_rate": ("Pass rate by month", Explained.PASS_RATE),
}
"""What is drawn, with its title and what its number is."""


def overview_trend_drawing(
    answer: TrendAnswer, *, what: What, cut: float | None, compact: bool = True
) -> Drawing:
    """Return one figure a month with its interval."""
    title, metric = TRENDS[what]
    return Drawing(
        key=f"overview-{what}",
        title=title,
        figure=trend_figure(answer, what=what, cut=cut, compact=compact),
        alt=trend_sentence(answer, what=what, cut=cut),
        table=trend_table(answer, what=what),
        explained=(metric, Explained.TREND, Explained.CONFIDENCE_INTERVAL),
    )


def overview_funnel_drawing(group: FunnelGroup, *, compact: bool = False) -> Drawing:
    """Return how far everybody got, in one row."""
    return groups_drawing((group,), key="overview-funnel", title=TITLE, compact=compact)
