"""Means stand on their intervals, a cohort under the other, and two scales never meet."""

import pytest

from components.charts import means_figure, means_sentence, means_table
from tests.components.charts.cohorts import (
    FLUENCY,
    HOSTILE,
    KAFKA,
    OVERALL,
    all_texts,
    cohort,
    estimate,
    figures,
    names,
    records,
    trace,
)


def two_metrics(*, label="Backend", shift=0.0):
    overall = estimate(71.26 + shift, 69.8 + shift, 72.9 + shift, n=120)
    bands = estimate(70 + shift, 68 + shift, 72 + shift, n=120)
    kafka = estimate(64 + shift, 60 + shift, 68 + shift, n=12)
    return cohort(
        figures(overall, n=120, with_bands=bands),
        figures(kafka, n=12, metric=KAFKA),
        label=label,
    )


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("indices", [(0,), (0, 1)])
def test_the_figure_is_valid(validated, compact, indices):
    """There is a point on its interval for each metric and cohort."""
    given = [two_metrics(), two_metrics(label="Data", shift=2)]

    figure = validated(means_figure(given, indices=indices, cut=60, compact=compact))

    assert names(figure) == ["intervals", "means"]
    assert len(trace(figure, "means").x) == 2 * len(indices)


def test_a_mean_stands_beside_its_interval_and_its_n(words):
    """The words have the number, both ends and how many scores it rests on."""
    figure = means_figure([two_metrics()], indices=(0,))

    text = " ".join(words(figure))

    assert "<b>71.3</b>" in text
    assert "(69.8–72.9), n = 120" in text


def test_few_results_are_called_few(words):
    """Twelve scores have a mean with a warning beside it."""
    figure = means_figure([two_metrics()], indices=(1,))

    text = " ".join(words(figure))

    assert "n = 12, few results" in text


def test_four_scores_have_no_mean(validated, words):
    """Below five there are words in the place of a mark."""
    four = cohort(figures(estimate(70, 60, 80, n=4), n=4))

    figure = validated(means_figure([four, two_metrics()], indices=(0,)))

    assert len(trace(figure, "means").x) == 1
    assert any("n = 4: too few for a figure" in text for text in words(figure))


def test_the_mean_that_counts_bands_is_an_open_point_beneath():
    """Both means are drawn: the plain one filled, the other open and lower."""
    figure = means_figure([two_metrics()], indices=(0,), with_bands=True)

    plain, second = trace(figure, "means"), trace(figure, "second means")

    assert (plain.x[0], second.x[0]) == (71.26, 70)
    assert second.y[0] > plain.y[0]
    assert second.marker.color[0] == plain.marker.line.color[0]


def test_cohorts_differ_in_shape_and_colour():
    """Colour is never the only sign."""
    figure = means_figure([two_metrics(), two_metrics(label="Data")], indices=(0, 1))

    marker = trace(figure, "means").marker

    assert marker.symbol[0] != marker.symbol[1]
    assert marker.color[0] != marker.color[1]
    assert marker.symbol[0] == marker.symbol[2]


@pytest.mark.parametrize("compact", [False, True])
def test_two_scales_never_share_the_axis(words, compact):
    """A metric on another scale than the first one's stands in words with its scale."""
    mixed = cohort(figures(estimate(3.42, 3.1, 3.7), metric=FLUENCY), figures(estimate(71, 70, 72)))

    figure = means_figure([mixed], indices=(0, 1), cut=60, compact=compact)

    text = " ".join(words(figure))
    assert list(trace(figure, "means").x) == [3.42]
    assert "n = 40, on 0–100" in text
    assert "of 5" in text
    assert "cut 60" not in text


def test_a_mean_beyond_the_scale_is_an_arrow():
    """Its place is the axis' end; the true number is in words."""
    figure = means_figure([cohort(figures(estimate(104, 101, 107)))], indices=(0,))

    points = trace(figure, "means")

    assert (points.x[0], points.marker.symbol[0]) == (100, "triangle-right")
    assert "104.0 (101.0–107.0)" in points.hovertext[0]


def test_an_interval_ends_where_the_scale_does():
    """An interval that reaches beyond the scale is drawn up to its end."""
    figure = means_figure([cohort(figures(estimate(98, 94, 102)))], indices=(0,))

    bands = trace(figure, "intervals")

    assert (bands.base[0], bands.x[0]) == (94, 6)


def test_a_click_hands_over_metric_and_cohort():
    """A mark knows its metric by its key and its cohort by its place."""
    figure = means_figure([two_metrics(), two_metrics(label="Data")], indices=(0, 1))

    handed = trace(figure, "means").customdata

    assert list(handed) == [["overall", 0], ["overall", 1], ["skill:Kafka", 0], ["skill:Kafka", 1]]


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("indices", [(0,), (0, 1)])
def test_labels_are_shown_not_obeyed(validated, compact, indices):
    """Names of cohorts and metrics are text, however long."""
    odd = OVERALL.model_copy(update={"name": HOSTILE * 12})
    found = figures(estimate(70, 65, 75), metric=odd)

    figure = validated(
        means_figure(
            [cohort(found, found, label=HOSTILE * 12), cohort(found, found, label="مهندس")],
            indices=indices,
            compact=compact,
        )
    )

    texts = all_texts(figure)
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068مهندس\u2069" in text for text in texts)


@pytest.mark.parametrize("compact", [False, True])
def test_eight_cohorts_in_forty_metrics_are_drawn(validated, compact):
    """A tall figure has its axis on top, and a mark for each cohort in each metric."""
    found = [figures(estimate(70, 65, 75)) for _ in range(40)]
    given = [cohort(*found, label=f"Cohort {index}") for index in range(8)]

    figure = validated(means_figure(given, indices=range(40), compact=compact))

    assert len(trace(figure, "means").x) == 320
    assert figure.layout.xaxis.side == "top"


@pytest.mark.parametrize(("cohorts", "indices"), [((), (0,)), ((two_metrics(),), ())])
def test_nothing_is_still_a_figure(validated, cohorts, indices):
    """Without cohorts or without metrics there is an empty axis and a sentence."""
    figure = validated(means_figure(cohorts, indices=indices))

    sentence = means_sentence(cohorts, indices=indices)

    assert len(figure.data) == 0
    assert sentence == "No means."


def test_the_sentence_says_every_mean():
    """Who cannot see the figure hears both means of each cohort."""
    given = [two_metrics(), cohort(figures(n=0), figures(n=0, metric=KAFKA), label="Data")]

    sentence = means_sentence(given, indices=(0, 1), with_bands=True)

    assert sentence == (
        "Overall: Backend 71.3 (69.8–72.9), n = 120 (70.0 (68.0–72.0) with bands); "
        "Data no scores. "
        "Kafka: Backend 64.0 (60.0–68.0), n = 12, few results; Data no scores. "
        "In brackets: 95 % interval."
    )


def test_the_table_holds_both_means():
    """Every metric and cohort is one row; what is not known is an empty cell, never a zero."""
    rows = records(means_table([two_metrics()], indices=(0, 1)))

    assert (rows[0]["Mean"], rows[0]["Lower"], rows[0]["Mean with bands"]) == (71.26, 69.8, 70)
    assert rows[1]["Mean with bands"] is None
    assert rows[1]["Tau squared"] is None
