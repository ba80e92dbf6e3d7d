"""The overview's figures have keys of their own and say what their numbers are."""

from components.documents.explanations import Explained
from components.documents.overview import overview_funnel_drawing, overview_trend_drawing
from services.models.cohort import Metric
from services.models.trend import Period, TrendAnswer
from tests.components.charts.test_funnel import group

EMPTY = TrendAnswer(metric=Metric(), period=Period.MONTH, level=0.95, trends=())


def test_a_trend_is_named_by_what_it_draws():
    """A mean and a pass rate are two figures with two explanations."""
    answer = EMPTY

    mean, rate = (
        overview_trend_drawing(answer, what=what, cut=60) for what in ("mean", "pass_rate")
    )

    assert (mean.key, mean.explained[0]) == ("overview-mean", Explained.OVERALL_MEAN)
    assert (rate.key, rate.explained[0]) == ("overview-pass_rate", Explained.PASS_RATE)


def test_the_funnel_is_one_row():
    """All interviews, from invited to reported."""
    everybody = group()

    drawing = overview_funnel_drawing(everybody)

    assert drawing.key == "overview-funnel"
    assert len(drawing.table.rows) == 1
