"""A trend shows each period with its interval and n, and breaks where the instrument does."""

import pytest

from components.charts import theme, trend_figure, trend_sentence
from services.models.trend import Period
from tests.components.charts.cohorts import (
    FLUENCY,
    HOSTILE,
    all_texts,
    answer,
    estimate,
    names,
    point,
    trace,
    trend,
)


def mean(value):
    return estimate(value, value - 2, value + 2)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("what", ["mean", "pass_rate"])
def test_the_figure_is_valid(validated, months, what, compact):
    """There is a point on a band for each period."""
    drawn = trend_figure(answer(months), what=what, cut=65, compact=compact)

    figure = validated(drawn)

    assert names(figure) == ["line", "bands", "points"]
    assert len(trace(figure, "points").y) == 4


def test_pass_rates_are_in_percent(months):
    """A share becomes percent, with the interval."""
    figure = trend_figure(answer(months), what="pass_rate")

    bands = trace(figure, "bands")

    assert set(trace(figure, "points").y) == {50}
    assert (bands.base[0], bands.base[0] + bands.y[0]) == (40, 60)
    assert figure.layout.yaxis.ticksuffix == " %"


def test_the_line_breaks_where_another_version_begins(months):
    """Two instruments are never linked: the line is broken between them."""
    line = trace(trend_figure(answer(months)), "line")

    drawn = list(line.y)

    assert drawn == [70, 72, None, 60, 64]


def test_a_break_is_drawn_and_named(months, words):
    """A dashed line stands between the two periods, and the words say which version begins."""
    figure = trend_figure(answer(months))

    first = trace(figure, "points").x[0]
    dashed = [shape.x0 for shape in figure.layout.shapes if shape.line.dash == "dash"]

    assert dashed == [first + 1.5]
    assert "from here qode v4" in words(figure)


def test_a_break_of_some_cohorts_names_them(months, words):
    """Where only one of two cohorts changes its version, its sign stands before the words."""
    other = trend(point("2026-01-01", mean(50)), point("2026-02-01", mean(50)), label="Data")

    texts = words(trend_figure(answer(other, months)))

    assert any("◆" in text and "from here qode v4" in text for text in texts)


def test_a_period_that_is_not_over_is_open_and_said(months, words):
    """The last month's point is open, on a ground of its own, with words above."""
    figure = trend_figure(answer(months))

    colors = trace(figure, "points").marker.color

    assert list(colors) == [*(theme.CATEGORY[0],) * 3, theme.BACKGROUND]
    assert "not over yet" in words(figure)


def test_four_scores_have_an_n_and_no_mean(words):
    """A period with fewer than five has its number below, and no mark, no zero, no line."""
    given = trend(
        point("2026-01-01", mean(70)),
        point("2026-02-01", estimate(90, 80, 100, n=4), n=4),
        point("2026-03-01", mean(72)),
    )

    figure = trend_figure(answer(given))

    assert list(trace(figure, "points").y) == [70, 72]
    assert list(trace(figure, "line").y) == [70, None, 72]
    assert "4" in words(figure)


def test_a_month_without_results_breaks_the_line(words):
    """What nobody measured is not drawn between two that were; its n is a dash."""
    given = trend(point("2026-01-01", mean(70)), point("2026-03-01", mean(72)))

    figure = trend_figure(answer(given))

    points = trace(figure, "points")
    assert points.x[1] - points.x[0] == 2
    assert list(trace(figure, "line").y) == [70, None, 72]
    assert "–" in words(figure)


def test_n_stands_under_each_period(months, words):
    """Every labelled period has its number, in the order of time."""
    texts = words(trend_figure(answer(months)))

    assert texts.count("40") == 4


def test_cohorts_stand_side_by_side():
    """Marks of one period do not cover each other, and keep their order."""
    given = [trend(point("2026-01-01", mean(70)), label=f"Cohort {index}") for index in range(8)]

    x = trace(trend_figure(answer(*given)), "points").x

    assert list(x) == sorted(set(x))
    assert x[-1] - x[0] < 1


def test_small_changes_look_small(months):
    """The value axis holds at least 40 % of the scale, and all intervals."""
    low, high = trend_figure(answer(months)).layout.yaxis.range

    assert high - low >= 40
    assert low <= 58
    assert high >= 74


@pytest.mark.parametrize("value", [1, 99])
def test_the_axis_ends_with_its_scale(value):
    """Near an end of the scale the axis does not promise scores that nobody can get."""
    given = trend(point("2026-01-01", estimate(value, value - 4, value + 4)))

    low, high = trend_figure(answer(given)).layout.yaxis.range

    assert low >= -5
    assert high <= 105
    assert high - low >= 40


def test_the_cut_is_drawn_for_means_on_a_hundred_only(months, words):
    """A cut is a score on 0 to 100: not a pass rate, and not points of five."""
    five = answer(trend(point("2026-01-01", estimate(3, 2, 4))), metric=FLUENCY)

    shown = [
        "cut 65" in words(trend_figure(given, what=what, cut=65))
        for given, what in ((answer(months), "mean"), (answer(months), "pass_rate"), (five, "mean"))
    ]

    assert shown == [True, False, False]


@pytest.mark.parametrize("compact", [False, True])
def test_weeks_over_a_year_end_are_neighbours(validated, compact):
    """Week 1 follows week 52, one place apart, and the year is named where it changes."""
    weeks = trend(point("2025-12-22", mean(70)), point("2025-12-29", mean(71)))

    figure = validated(trend_figure(answer(weeks, period=Period.WEEK), compact=compact))

    points, ticks = trace(figure, "points"), figure.layout.xaxis.ticktext
    assert points.x[1] - points.x[0] == 1
    assert [text.partition("<br>")[0] for text in ticks] == ["W52", "W01"]
    assert "2025" in ticks[0]
    assert "2026" in ticks[1]


@pytest.mark.parametrize("compact", [False, True])
def test_many_weeks_are_labelled_sparsely(validated, compact):
    """Labels are as many as fit; the newest period is among them."""
    days = [f"2026-{month:02}-01" for month in range(1, 13)] + ["2027-01-01", "2027-02-01"]
    given = answer(trend(*(point(day, mean(70)) for day in days)))

    figure = validated(trend_figure(given, compact=compact))

    ticks = figure.layout.xaxis.tickvals
    assert len(ticks) <= (6 if compact else 13)
    assert ticks[-1] == trace(figure, "points").x[-1]


def test_many_breaks_do_not_write_over_each_other(validated, words):
    """Every break has its line; words that find no room are left to the table."""
    points = [
        point(f"2026-{month:02}-01", mean(70), begins_version=True, versions=("x" * 60,))
        for month in range(1, 13)
    ]

    figure = validated(trend_figure(answer(trend(*points)), compact=True))

    lines = [shape for shape in figure.layout.shapes if shape.line.dash == "dash"]
    assert len(lines) == 12
    assert 0 < sum("from here" in text for text in words(figure)) < 12


@pytest.mark.parametrize("compact", [False, True])
def test_labels_are_shown_not_obeyed(validated, compact):
    """Names of cohorts and versions are text, however long."""
    found = point("2026-01-01", mean(70), versions=(HOSTILE,), begins_version=True)
    given = answer(trend(found, label=HOSTILE * 12), trend(found, label="مهندس"))

    figure = validated(trend_figure(given, compact=compact))

    texts = all_texts(figure)
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068مهندس\u2069" in text for text in texts)


@pytest.mark.parametrize("trends", [(), (trend(),), (trend(point("2026-01-01", n=3)),)])
@pytest.mark.parametrize("compact", [False, True])
def test_nothing_to_draw_is_still_a_figure(validated, trends, compact):
    """Without a drawn period there is a sentence in the place of the marks."""
    figure = validated(trend_figure(answer(*trends), compact=compact))

    texts = " ".join(all_texts(figure))

    assert len(figure.data) == 0
    assert "no results with a date" in texts or "no period has enough results" in texts
    assert trend_sentence(answer(*trends))


def test_a_click_hands_over_cohort_and_period(months):
    """A mark knows its cohort by its place and its period by its label."""
    points = trace(trend_figure(answer(months)), "points")

    assert points.customdata[0] == [0, "2025-12"]


def test_the_same_answer_gives_the_same_figure(months):
    """Nothing in a figure depends on when it is drawn; paper has no placeholder colour."""
    first, second = trend_figure(answer(months)), trend_figure(answer(months))

    assert first.to_json() == second.to_json()
    assert "#0000" not in theme.realised(first).to_json()
