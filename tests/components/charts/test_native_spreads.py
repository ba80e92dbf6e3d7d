"""Trends and distributions as charts that others draw: every number kept, none made up."""

from components.charts import distribution_bars, trend_lines
from tests.components.charts.cohorts import (
    HALVES,
    answer,
    cohort,
    estimate,
    figures,
    point,
    trend,
)


def test_a_trend_keeps_intervals_and_parts_its_line_at_a_new_version(months):
    """The cohort's second version is a series of its own in the same colour, on the whole scale."""
    drawn = trend_lines(answer(months), cut=65)

    (first, early), (second, late) = drawn.series
    assert (first, second) == ("All", "All, from here qode v4")
    assert [each and (each.value, each.lower, each.upper) for each in early[:2]] == [
        *((70, 68, 72), (72, 70, 74))
    ]
    assert (early[2:], late[:2]) == ((None, None), (None, None))
    assert (drawn.colors, drawn.low, drawn.high, drawn.cut) == ((0, 0), 0, 100, 65)
    assert drawn.categories[0] == "Dec\n2025\n40"
    assert drawn.categories[-1] == "Mar*\n2026\n40"


def test_a_period_without_a_figure_is_a_gap():
    """Fewer than five scores, or none at all: the n is said, and no value is drawn."""
    given = trend(
        point("2026-01-01", estimate(70, 68, 72)),
        point("2026-02-01", n=3),
        point("2026-04-01", estimate(71, 68, 74)),
    )

    drawn = trend_lines(answer(given))

    assert drawn.categories == ("Jan\n2026\n40", "Feb\n2026\n3", "Mar\n2026\n–", "Apr\n2026\n40")
    assert [each and each.value for each in drawn.series[0][1]] == [70, None, None, 71]


def test_what_a_slide_cannot_show_has_no_native_trend(months):
    """Four cohorts, one period, a value beyond the scale, no figure: the drawing stays."""
    beyond = trend(*months.points, point("2026-04-01", estimate(130, 120, 140)))
    few = trend(point("2026-01-01", n=3), point("2026-02-01", n=3))
    once = trend(months.points[0])

    drawn = [trend_lines(answer(*each)) for each in ([months] * 4, [once], [beyond], [few])]

    assert drawn == [None] * 4


def test_bins_are_shares_of_each_cohort():
    """Cohorts of different sizes have one measure; n, mean and median stand in the name."""
    half = figures(estimate(50, 45, 55, n=50), n=50, bins=(HALVES, (20, 30)))
    most = figures(estimate(60, 55, 65, n=100), n=100, bins=(HALVES, (10, 90)))

    drawn = distribution_bars([cohort(half), cohort(most, label="Data")], index=0)

    assert drawn.categories == ("0–50", "50–100")
    assert [values for _, values in drawn.series] == [(40, 60), (10, 90)]
    assert "Data: n = 100" in drawn.series[1][0]
    assert "mean 60.0 (55.0–65.0)" in drawn.series[1][0]


def test_single_scores_are_no_bars():
    """Where a cohort's scores are drawn one by one, no chart of bars says the same."""
    dots = figures(estimate(50, 45, 55), n=5, values=(10, 40, 50, 60, 90))
    binned = figures(estimate(60, 55, 65, n=100), n=100, bins=(HALVES, (10, 90)))

    drawn = distribution_bars([cohort(binned), cohort(dots, label="Data")], index=0)

    assert drawn is None
