"""An agent's severity stands around a drawn zero, and says how sure it is."""

import pytest

from components.charts import severity_figure, severity_sentence, severity_table, theme
from tests.components.charts.cohorts import (
    HOSTILE,
    all_texts,
    estimate,
    names,
    records,
    refusal,
    trace,
)
from tests.components.charts.gradings import agent, judged_by

STRICT = agent("Maya", estimate(-0.032, -0.045, -0.019, n=1204), role="Engineer")
UNSURE = agent("Tomasz", estimate(0.01, -0.02, 0.04, n=80))
ALONE = agent("Olu", refusal(0, "No other agent judged the same targets."))


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("agents", [(), (STRICT,), (ALONE,), (STRICT, UNSURE, ALONE)])
def test_the_figure_is_valid(validated, agents, compact):
    """From nobody to several, who has a figure has a mark."""
    figure = validated(severity_figure(judged_by(*agents), compact=compact))

    drawn = [each for each in agents if each.severity.estimate is not None]

    assert names(figure) == (["intervals", "estimates"] if drawn else [])


@pytest.mark.parametrize("compact", [False, True])
def test_marks_are_in_percentage_points(compact):
    """A share of -0.032 is 3.2 points below zero, and its interval goes with it."""
    figure = severity_figure(judged_by(STRICT), compact=compact)

    point, band = trace(figure, "estimates"), trace(figure, "intervals")

    assert point.x[0] == pytest.approx(-3.2)
    assert (band.base[0], band.x[0]) == pytest.approx((-4.5, 2.6))


@pytest.mark.parametrize("compact", [False, True])
def test_zero_is_drawn_with_both_sides_named(words, compact):
    """Zero has its line and its tick, and it is said which side is stricter."""
    figure = severity_figure(judged_by(STRICT), compact=compact)

    low, high = figure.layout.xaxis.range

    assert any(shape.x0 == shape.x1 == 0 for shape in figure.layout.shapes)
    assert low < -4.5 < 0 < high
    assert 0 in figure.layout.xaxis.tickvals
    assert {"← stricter", "more lenient →"} <= set(words(figure))


def test_what_could_be_chance_is_open_and_said():
    """An interval that holds 0 is quiet and open; one clear of it is filled."""
    figure = severity_figure(judged_by(STRICT, UNSURE))

    fills = list(trace(figure, "estimates").marker.color)

    assert fills == [theme.SCORE, theme.BACKGROUND]
    assert any("could be chance, n = 80" in text for text in all_texts(figure))
    assert any("stricter, n = 1,204" in text for text in all_texts(figure))


@pytest.mark.parametrize("compact", [False, True])
def test_who_judged_alone_is_a_sentence_not_a_zero(words, compact):
    """Without anybody to compare with there is no mark."""
    figure = severity_figure(judged_by(STRICT, ALONE), compact=compact)

    drawn = trace(figure, "estimates").customdata

    assert [tuple(data) for data in drawn] == [("Maya",)]
    assert any("No other agent judged the same targets" in text for text in words(figure))


def test_without_an_interval_the_point_is_open_and_said():
    """A figure of one interview has no interval, and is not shown as if it had."""
    single = agent("Ines", estimate(0.05, n=12, remark="All of one interview."))

    figure = severity_figure(judged_by(single))

    assert trace(figure, "estimates").marker.color[0] == theme.BACKGROUND
    assert any("no interval, n = 12" in text for text in all_texts(figure))


@pytest.mark.parametrize("compact", [False, True])
def test_under_five_targets_there_are_words_and_no_mark(words, compact):
    """Four shared targets have no deviation that may be drawn, and say how few they are."""
    few = agent("Ines", estimate(-0.2, -0.3, -0.1, n=4))

    figure = severity_figure(judged_by(STRICT, few), compact=compact)

    assert [tuple(data) for data in trace(figure, "estimates").customdata] == [("Maya",)]
    assert any("n = 4: too few for a figure" in text for text in words(figure))
    assert records(severity_table(judged_by(few)))[0]["Deviation (points)"] is None


def test_under_thirty_targets_results_are_few():
    """Twenty-nine shared targets are said to be few, thirty are not."""
    few, enough = (agent(f"of {n}", estimate(0.05, 0.01, 0.09, n=n)) for n in (29, 30))

    texts = all_texts(severity_figure(judged_by(few, enough)))

    assert any("more lenient, n = 29, few results" in text for text in texts)
    assert not any("n = 30, few" in text for text in texts)


def test_an_interval_of_one_agent_by_itself_says_where_it_lies_only():
    """Without a correction for all agents nothing is called unlikely to be chance."""
    texts = all_texts(severity_figure(judged_by(STRICT, UNSURE)))

    legend = next(text for text in texts if "interval clear of 0" in text)

    assert "interval holds 0: could be chance" in legend
    assert not any("chance alone" in text for text in texts)


def test_one_long_interval_does_not_flatten_the_others():
    """An interval far longer than the usual one is cut at the axis, with a sign; words keep it."""
    usual = [agent(f"agent {each}", estimate(0.01, 0.0, 0.02)) for each in range(5)]
    wild = agent("Wild", estimate(0.02, -0.9, 0.94, n=6))

    figure = severity_figure(judged_by(*usual, wild))

    assert figure.layout.xaxis.range[1] < 20
    assert list(trace(figure, "intervals that go on").y) == [
        trace(figure, "estimates").y[-1],
        trace(figure, "estimates").y[-1],
    ]
    assert any("(−90.0 to 94.0)" in text for text in all_texts(figure))
    assert any("the interval goes on" in text for text in all_texts(figure))


def test_beyond_thirty_agents_the_table_says_the_rest(words):
    """The first thirty are drawn, and the foot counts the others."""
    given = judged_by(*(agent(f"agent {each}") for each in range(34)))

    figure = severity_figure(given)

    assert len(trace(figure, "estimates").x) == 30
    assert any("4 more in the table" in text for text in words(figure))
    assert len(severity_table(given).rows) == 34


@pytest.mark.parametrize("compact", [False, True])
def test_names_are_shown_not_obeyed(validated, compact):
    """An agent's name is text, however long; a right-to-left one is isolated."""
    given = judged_by(agent(HOSTILE * 9, role=HOSTILE), agent("مراجع"))

    texts = all_texts(validated(severity_figure(given, compact=compact)))

    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068مراجع\u2069" in text for text in texts)


def test_the_table_leaves_a_refusal_empty():
    """Who judged alone has empty cells and the reason, never a zero."""
    strict, alone = records(severity_table(judged_by(STRICT, ALONE)))

    found = [strict[name] for name in ("Deviation (points)", "Lower", "Upper", "Level %", "n")]

    assert found == [-3.2, -4.5, -1.9, 95, 1204]
    assert alone["Deviation (points)"] is None
    assert alone["In words"] == "No other agent judged the same targets"


def test_the_sentence_names_the_farthest_first():
    """Who cannot see the figure hears each agent with interval and n."""
    sentence = severity_sentence(judged_by(UNSURE, ALONE, STRICT))

    expected = (
        "3 agents, mean deviation from the other agents on the same targets in percentage points "
        "of the maximum. Maya: 3.2 points stricter than the others (−4.5 to −1.9), n = 1,204; "
        "Tomasz: 1.0 points more lenient than the others (−2.0 to 4.0), could be chance, n = 80; "
        "Olu: No other agent judged the same targets."
    )

    assert sentence == expected


def test_nobody_is_a_sentence():
    """Without agents there is a sentence."""
    given = judged_by()

    sentence = severity_sentence(given)

    assert sentence == "No agent judged anything here."
