"""A distribution shows every score once, and no mean that too few scores could carry."""

from math import nan

import pytest

from components.charts import (
    distribution_figure,
    distribution_sentence,
    theme,
)
from tests.components.charts.cohorts import (
    FLUENCY,
    HALVES,
    HOSTILE,
    all_texts,
    cohort,
    estimate,
    figures,
    names,
    refusal,
    trace,
)


@pytest.mark.parametrize("compact", [False, True])
def test_the_figure_is_valid(few, many, validated, compact):
    """Dots, bins and summaries of several cohorts are one figure."""
    drawn = distribution_figure([few, many], index=0, cut=60, compact=compact)

    checked = validated(drawn)

    assert names(checked) == [
        *("bins", "outline", "dots"),
        *("middle halves", "intervals", "medians", "means"),
    ]


def test_each_score_of_a_small_cohort_is_one_dot(few):
    """Up to 49 scores are drawn at their own values, equal ones above each other."""
    dots = trace(distribution_figure([few], index=0), "dots")

    heights = dict(zip(dots.x, dots.y, strict=True))

    assert list(dots.x) == [60, 65, 70, 70, 75, 80]
    assert len({y for x, y in zip(dots.x, dots.y, strict=True) if x == 70}) == 2
    assert heights[60] == heights[80]


def test_forty_nine_equal_scores_stay_in_their_row(validated):
    """A pile is as high as its row allows, however many scores are equal."""
    equal = cohort(figures(estimate(70, 70, 70, n=49), n=49, values=(70.0,) * 49))

    drawn = validated(distribution_figure([equal], index=0))

    dots = trace(drawn, "dots")
    assert len(set(dots.y)) == 49
    assert min(dots.y) > 0


def test_bins_are_shares_of_the_cohort(many):
    """A bin is as high as its share, so that cohorts of any size compare."""
    twice = cohort(figures(estimate(72, 71, 73, n=100), n=100, bins=(HALVES, (20, 80))))

    bins = trace(distribution_figure([many, twice], index=0), "bins")

    assert bins.y[:2] == bins.y[2:]
    assert bins.y[1] == 4 * bins.y[0]
    assert "50–100: 40 of 50 (80 &#37;)" in bins.hovertext[1]


def test_scores_beyond_the_scale_count_in_every_share(words):
    """What lies in no bin is part of the whole, and said."""
    given = cohort(figures(estimate(72, 71, 73, n=50), n=50, bins=(HALVES, (0, 40)), beyond=10))

    figure = distribution_figure([given], index=0)

    assert "40 of 50 (80 &#37;)" in trace(figure, "bins").hovertext[1]
    assert any("10 beyond the scale" in text for text in words(figure))


def test_a_dot_beyond_the_scale_is_an_arrow_at_its_end():
    """Its place is the axis' end, and its true number is on hover."""
    given = cohort(figures(estimate(80, 60, 100, n=5), n=5, values=(50, 60, 70, 80, 140)))

    dots = trace(distribution_figure([given], index=0), "dots")

    assert (dots.x[-1], dots.marker.symbol[-1]) == (100, "triangle-right")
    assert "140, beyond the scale" in dots.hovertext[-1]


def test_four_scores_are_dots_only(words):
    """Below five there is no mean, no median and no interval, even where a service gave them."""
    given = cohort(figures(estimate(70, 60, 80, n=4), n=4, values=(60, 65, 75, 80)))

    figure = distribution_figure([given], index=0)

    assert names(figure) == ["dots"]
    assert any("n = 4: too few for a figure" in text for text in words(figure))


def test_few_results_are_called_few(few, many, words):
    """From five to twenty-nine there is a mean with a warning; from thirty on there is none."""
    small = words(distribution_figure([few], index=0))

    large = words(distribution_figure([many], index=0))

    assert any("few results" in text for text in small)
    assert not any("few results" in text for text in large)


@pytest.mark.parametrize("compact", [False, True])
def test_a_cohort_without_scores_is_a_labelled_empty_row(validated, words, compact):
    """Nothing scored is no zero: no mark, but a name, a sentence and the counts."""
    given = cohort(figures(n=0, not_evaluated=8))

    figure = validated(distribution_figure([given], index=0, compact=compact))

    text = " ".join(words(figure))
    assert len(figure.data) == 0
    assert "no scores" in text
    assert "8 not evaluated" in text


def test_who_is_left_out_is_said_apart(few, words):
    """Not evaluated and missing have a count each, beside n and the coverage of the results."""
    figure = distribution_figure([few], index=0)

    text = " ".join(words(figure))

    assert "n = 6, coverage 60 &#37;" in text
    assert "3 not evaluated, 1 missing" in text


def test_the_cut_is_on_the_scale_of_a_hundred_only(few, words):
    """A cut is a number on 0 to 100; on five points it is not drawn."""
    five = cohort(figures(estimate(3, 2, 4, n=5), n=5, values=(1, 2, 3, 4, 5), metric=FLUENCY))

    hundred, points = (distribution_figure([each], index=0, cut=60) for each in (few, five))

    assert "cut 60" in words(hundred)
    assert "cut 60" not in words(points)
    assert max(points.layout.xaxis.range) < 6


def test_a_refused_mean_is_its_sentence(words):
    """Where a service refuses a mean, its words stand in the place of the mark."""
    given = cohort(figures(refusal(40, why="Two scales meet here."), n=40, values=(1.0,) * 40))

    figure = distribution_figure([given], index=0)

    assert names(figure) == ["dots"]
    assert any("Two scales meet here" in text for text in words(figure))


def test_what_is_not_a_number_is_not_drawn(validated):
    """A value that is not finite makes no mark and no traceback."""
    given = cohort(figures(n=6, values=(nan, 60, 65, 70, 75, 80)))

    figure = validated(distribution_figure([given], index=0))

    assert len(trace(figure, "dots").x) == 5


def test_a_click_hands_over_the_cohorts_place(few, many):
    """Every mark knows its cohort by its place, not by a name."""
    figure = distribution_figure([few, many], index=0)

    places = {trace(figure, name).customdata[-1][0] for name in ("means", "bins")}

    assert places == {1}


@pytest.mark.parametrize("compact", [False, True])
def test_labels_are_shown_not_obeyed(validated, few, compact):
    """A cohort's name is text, however long; a right-to-left one is isolated."""
    given = [few.model_copy(update={"label": name}) for name in (HOSTILE * 12, "مهندس")]

    figure = validated(distribution_figure(given, index=0, compact=compact))

    texts = all_texts(figure)
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068مهندس\u2069" in text for text in texts)


@pytest.mark.parametrize("compact", [False, True])
def test_eight_cohorts_have_eight_shapes(validated, few, compact):
    """Colours repeat, shapes do not: colour is never the only sign."""
    given = [few.model_copy(update={"label": f"Cohort {index}"}) for index in range(8)]

    figure = validated(distribution_figure(given, index=0, compact=compact))

    assert len(set(trace(figure, "means").marker.symbol)) == 8


def test_no_cohort_is_still_a_figure(validated):
    """Without cohorts there is an empty axis and a sentence."""
    figure = distribution_figure([], index=0)

    checked = validated(figure)

    assert checked.layout.height > 0
    assert distribution_sentence([], index=0) == "No cohorts."


def test_the_same_cohorts_give_the_same_figure(few, many):
    """Dots have places of their own, not random ones; paper has no placeholder colour."""
    first, second = (distribution_figure([few, many], index=0) for _ in range(2))

    paper = theme.realised(first).to_json()

    assert first.to_json() == second.to_json()
    assert "#0000" not in paper
