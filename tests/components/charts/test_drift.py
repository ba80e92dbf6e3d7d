"""A question's drift stands around a drawn zero, one row for each change of version."""

import pytest

from components.charts import drift_figure, drift_sentence, drift_table, theme
from tests.components.charts.cohorts import (
    HOSTILE,
    all_texts,
    estimate,
    names,
    records,
    refusal,
    trace,
)
from tests.components.charts.gradings import change, question

RISE = change("v1", "v2", estimate(0.062, 0.032, 0.092, n=210))
UNSURE = change("v2", "v3", estimate(-0.02, -0.07, 0.03, n=90))
FEW = change("v3", "v4", refusal(14, "Fewer than 10 scores in one version."))


def drifted(*changes):
    return question("q1", estimate(0.6, 0.5, 0.7), drift=changes)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("changes", [(), (RISE,), (FEW,), (RISE, UNSURE, FEW)])
def test_the_figure_is_valid(validated, changes, compact):
    """Each change that could be computed has a mark."""
    figure = validated(drift_figure(drifted(*changes), compact=compact))

    drawn = [each for each in changes if each is not FEW]

    assert ("estimates" in names(figure)) is bool(drawn)
    assert figure.layout.height > 0


@pytest.mark.parametrize("compact", [False, True])
def test_marks_are_in_percentage_points(compact):
    """A share of 0.062 is 6.2 points above zero, and its interval goes with it."""
    figure = drift_figure(drifted(RISE), compact=compact)

    point, band = trace(figure, "estimates"), trace(figure, "intervals")

    assert point.x[0] == pytest.approx(6.2)
    assert (band.base[0], band.x[0]) == pytest.approx((3.2, 6.0))
    assert any(shape.x0 == shape.x1 == 0 for shape in figure.layout.shapes)


def test_what_could_be_chance_is_open():
    """An interval that holds 0 is quiet and open; one clear of it is filled."""
    figure = drift_figure(drifted(RISE, UNSURE))

    fills = list(trace(figure, "estimates").marker.color)

    assert fills == [theme.SCORE, theme.BACKGROUND]


@pytest.mark.parametrize("compact", [False, True])
def test_a_refused_change_is_a_sentence_not_a_zero(words, compact):
    """Too few scores in one version: no mark, but the reason."""
    figure = drift_figure(drifted(RISE, FEW), compact=compact)

    drawn = trace(figure, "estimates").customdata

    assert [tuple(data) for data in drawn] == [("q1", "v1", "v2")]
    assert any("Fewer than 10 scores in one version" in text for text in words(figure))


@pytest.mark.parametrize("compact", [False, True])
def test_under_five_scores_there_are_words_and_no_mark(words, compact):
    """Four scores have no change that may be drawn, and say how few they are."""
    few = change("v3", "v4", estimate(0.2, 0.1, 0.3, n=4))

    figure = drift_figure(drifted(RISE, few), compact=compact)

    assert [tuple(data) for data in trace(figure, "estimates").customdata] == [("q1", "v1", "v2")]
    assert any("n = 4: too few for a figure" in text for text in words(figure))
    assert list(drift_table(drifted(few)).rows[0][2:5]) == [None, None, None]


def test_under_thirty_scores_results_are_few():
    """Twenty-nine scores are said to be few, thirty are not."""
    few, enough = (change("v1", f"of {n}", estimate(0.2, 0.1, 0.3, n=n)) for n in (29, 30))

    texts = all_texts(drift_figure(drifted(few, enough)))

    assert any("interval clear of 0, n = 29, few" in text for text in texts)
    assert not any("n = 30, few" in text for text in texts)


def test_a_change_by_itself_says_where_its_interval_lies_only():
    """Without a correction for all changes nothing is called unlikely to be chance."""
    texts = [*all_texts(drift_figure(drifted(RISE, UNSURE))), drift_sentence(drifted(RISE))]

    said = [text for text in texts if "interval clear of 0" in text]

    assert said
    assert not any("chance alone" in text for text in texts)


def test_n_is_said():
    """What a change rests on can be read at its mark."""
    figure = drift_figure(drifted(RISE, UNSURE))

    texts = all_texts(figure)

    assert any("n = 210" in text for text in texts)
    assert any("n = 90" in text for text in texts)


@pytest.mark.parametrize("compact", [False, True])
def test_versions_are_shown_not_obeyed(validated, compact):
    """A version's name is text, however long."""
    changes = (change(HOSTILE * 9, "v2", RISE.difference), change("v2", HOSTILE, UNSURE.difference))

    texts = all_texts(validated(drift_figure(drifted(*changes), compact=compact)))

    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)


def test_the_table_leaves_a_refusal_empty():
    """A change that cannot be computed has empty cells and the reason, never a zero."""
    rise, _, few = (list(row) for row in drift_table(drifted(RISE, UNSURE, FEW)).rows)

    found = rise[:7]

    assert found == ["v1", "v2", 6.2, 3.2, 9.2, 95, 210]
    assert few[2:5] == [None, None, None]
    assert "Fewer than 10 scores" in few[-1]


def test_the_sentence_says_each_change():
    """Who cannot see the figure hears each change with its interval."""
    sentence = drift_sentence(drifted(RISE, UNSURE))

    changes = (
        "From v1 to v2: +6.2 percentage points (3.2 to 9.2), interval clear of 0, n = 210.",
        "From v2 to v3: −2.0 percentage points (−7.0 to 3.0), could be chance, n = 90.",
    )

    assert all(each in sentence for each in changes)
    assert sentence.endswith("95 % interval, not corrected for the number of changes.")


def test_one_version_is_a_sentence():
    """Without a change there is nothing to compare, and no row."""
    given = drifted()

    sentence = drift_sentence(given)

    assert sentence.startswith("No change of the mean share is known")
    assert records(drift_table(given)) == []
