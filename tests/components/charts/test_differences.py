"""A difference stands around a drawn zero, and what could be chance is said to be."""

import pytest

from components.charts import (
    differences_figure,
    differences_sentence,
    differences_table,
    pass_differences_figure,
    pass_differences_sentence,
    pass_differences_table,
)
from tests.components.charts.cohorts import (
    FLUENCY,
    HOSTILE,
    KAFKA,
    all_texts,
    difference,
    estimate,
    names,
    pass_difference,
    records,
    refusal,
    trace,
)

CLEAR = difference(estimate(3.12, 1.2, 5.0), (0.4, 5.8))
"""Neither interval holds 0."""
CORRECTED = difference(estimate(-2.0, -3.9, -0.1), (-4.5, 0.5), metric=KAFKA)
"""Only the corrected interval holds 0."""


@pytest.mark.parametrize("compact", [False, True])
def test_the_figure_is_valid(validated, compact):
    """Each difference has a point, its interval and the corrected one around it."""
    figure = validated(differences_figure([CLEAR, CORRECTED], compact=compact))

    corrected, plain = trace(figure, "corrected intervals"), trace(figure, "intervals")

    assert names(figure) == ["corrected intervals", "intervals", "estimates"]
    assert list(corrected.base) == [0.4, -4.5]
    assert list(plain.base) == [1.2, -3.9]
    assert all(x > y for x, y in zip(corrected.x, plain.x, strict=True))


@pytest.mark.parametrize("compact", [False, True])
def test_zero_is_drawn_and_on_the_axis(compact):
    """However far all differences lie from it, zero has its line and its tick."""
    far = difference(estimate(40, 38, 42), (37, 43))

    figure = differences_figure([far], compact=compact)

    low, high = figure.layout.xaxis.range
    assert any(shape.type == "line" and shape.x0 == shape.x1 == 0 for shape in figure.layout.shapes)
    assert low < 0 < high
    assert 0 in figure.layout.xaxis.tickvals


def test_what_could_be_chance_is_open_and_said(words):
    """Filled is unlikely to be chance alone; open could be, and says if only once corrected."""
    figure = differences_figure([CLEAR, CORRECTED])

    marker, text = trace(figure, "estimates").marker, " ".join(words(figure))

    assert marker.color[0] != marker.color[1]
    assert marker.color[1] == marker.line.color[0]
    assert "unlikely to be chance alone" in text
    assert "could be chance once corrected" in text


def test_a_number_has_its_sign_and_its_interval(words):
    """Words have the difference with a sign and both ends."""
    figure = differences_figure([CLEAR])

    text = " ".join(words(figure))

    assert "<b>+3.1</b>" in text
    assert "(1.2 to 5.0)" in text


@pytest.mark.parametrize("compact", [False, True])
def test_a_refused_difference_is_its_sentence(validated, words, compact):
    """A refusal makes no mark; its words stand in the row, the other rows are drawn."""
    figure = validated(differences_figure([difference(), CORRECTED], compact=compact))

    drawn = trace(figure, "estimates").x

    assert list(drawn) == [-2]
    assert any("Data has too few scores" in text for text in words(figure))


def test_a_difference_without_an_interval_is_not_judged(words):
    """Without an interval nothing is said of chance, and the reason is."""
    found = estimate(3.0, remark="All scores are equal.")

    figure = differences_figure([difference(found)])

    text = " ".join(words(figure))
    assert "no interval" in text
    assert "All scores are equal" in text
    assert "chance" not in text


def test_one_long_interval_does_not_flatten_the_others():
    """An interval far longer than the usual one is cut at the axis, with a sign; words keep it."""
    usual = [difference(estimate(1, 0, 2), (-1, 3), b=f"Cohort {each}") for each in range(5)]
    wild = difference(estimate(2, -80, 84), (-90, 94), b="Wild")

    figure = differences_figure([*usual, wild])

    assert figure.layout.xaxis.range[1] < 30
    assert len(trace(figure, "intervals that go on").x) == 2
    assert any("(−80.0 to 84.0)" in text for text in all_texts(figure))


def test_one_pair_names_its_sides(words):
    """With one pair the ends of the axis say whose they are, and rows are metrics."""
    texts = words(differences_figure([CLEAR, CORRECTED]))

    rows = [text for text in texts if text in ("Overall", "Kafka")]

    assert "← Backend higher" in texts
    assert "Data higher →" in texts
    assert rows == ["Overall", "Kafka"]


def test_several_pairs_are_named_in_their_rows(words):
    """With several pairs each row says what is subtracted from what, under its metric."""
    other = difference(estimate(1, 0.5, 1.5), (0.2, 1.8), b="Cook", metric=KAFKA)

    texts = words(differences_figure([CLEAR, other]))

    assert "first-named higher →" in texts
    assert any(text.startswith("Cook<br>") and "minus " in text for text in texts)
    assert any("<b>Kafka</b>" in text for text in texts)


def test_two_scales_never_share_the_axis(words):
    """Points of five stand in words beside an axis of a hundred."""
    fluency = difference(estimate(0.31, 0.1, 0.5), (0.05, 0.6), metric=FLUENCY)

    figure = differences_figure([CLEAR, fluency])

    assert list(trace(figure, "estimates").x) == [3.12]
    assert any("<b>+0.31</b>" in text and "on 0–5" in text for text in words(figure))


def test_pass_rates_differ_in_percentage_points(words):
    """A share becomes percentage points, in marks and in words."""
    given = pass_difference(estimate(0.125, 0.02, 0.22), (-0.01, 0.25))

    figure = pass_differences_figure([given])

    assert trace(figure, "estimates").x[0] == 12.5
    assert any("difference in percentage points" in text for text in words(figure))
    assert any("<b>+12.5</b>" in text and "(2.0 to 22.0)" in text for text in words(figure))


def test_a_click_hands_over_metric_and_pair():
    """A mark knows its metric and both cohorts."""
    figure = differences_figure([CORRECTED])

    assert trace(figure, "estimates").customdata[0] == ["skill:Kafka", "Backend", "Data"]


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("pairs", [1, 2])
def test_labels_are_shown_not_obeyed(validated, compact, pairs):
    """Names of cohorts are text, however long; none turns the other around."""
    found = estimate(3, 1, 5)
    given = [difference(found, (0, 6), a=HOSTILE * 12, b="مهندس"), CLEAR][:pairs]

    figure = validated(differences_figure(given, compact=compact))

    texts = all_texts(figure)
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068مهندس\u2069" in text for text in texts)
    assert not any("\ufffd" in text for text in texts)


def test_beyond_sixty_rows_the_table_says_the_rest(validated, words):
    """The figure says how many it leaves out; the table has all."""
    given = [difference(estimate(3, 1, 5), (0, 6), b=f"Cohort {index}") for index in range(70)]

    figure = validated(differences_figure(given))

    assert len(trace(figure, "estimates").x) == 60
    assert any("10 more in the table" in text for text in words(figure))
    assert len(differences_table(given).rows) == 70
    assert differences_sentence(given).endswith("58 more in the table.")


@pytest.mark.parametrize("draw", [differences_figure, pass_differences_figure])
def test_no_difference_is_still_a_figure(validated, draw):
    """With fewer than two cohorts there is an empty figure and a sentence."""
    figure = validated(draw([]))

    assert len(figure.data) == 0
    assert differences_sentence([]) == "No differences: there are fewer than two cohorts."


def test_only_refusals_make_no_axis_words(validated, words):
    """Where nothing is drawn, nothing is explained but the refusal."""
    figure = validated(differences_figure([difference()]))

    text = " ".join(words(figure))

    assert len(figure.data) == 0
    assert "higher" not in text
    assert "Data has too few scores" in text


def test_a_difference_of_nothing_has_an_axis(validated):
    """Equal cohorts of equal scores differ by 0 from 0 to 0: a point on the line."""
    figure = validated(differences_figure([difference(estimate(0, 0, 0), (0, 0))]))

    low, high = figure.layout.xaxis.range

    assert low < 0 < high
    assert trace(figure, "estimates").x[0] == 0


def test_the_sentence_counts_and_says():
    """Who cannot see the figure hears how many could be chance, then each difference."""
    sentence = differences_sentence([CLEAR, CORRECTED, difference()])

    assert sentence.startswith(
        "3 differences: 1 unlikely to be chance alone, 1 could be chance, 1 cannot be judged. "
    )
    assert sentence.count("Data is compared with Backend.") == 3
    assert pass_differences_sentence(
        [pass_difference(estimate(0.1, 0.05, 0.15), (0.01, 0.2))]
    ).startswith("1 difference of pass rates: 1 unlikely to be chance alone.")


def test_the_table_holds_every_figure():
    """Both intervals, both p-values and both effect sizes have a column."""
    row = records(differences_table([CLEAR]))[0]

    assert (row["Difference (to minus from)"], row["Lower"], row["Upper"]) == (3.12, 1.2, 5)
    assert (row["Corrected lower"], row["Corrected upper"]) == (0.4, 5.8)
    assert (row["p"], row["p after Holm"], row["Hedges’ g"]) == (0.01, 0.02, 0.4)
    assert row["With bands"] is None


def test_the_table_says_why_there_is_no_figure():
    """A refused difference has empty cells and its reason."""
    given = pass_difference(refusal(why="Nobody has a verdict."))

    row = records(pass_differences_table([given]))[0]

    assert row["Difference (to minus from)"] is None
    assert row["Chance"] == "Nobody has a verdict"
