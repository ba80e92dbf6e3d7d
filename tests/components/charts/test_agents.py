"""The heat map of agents shows who gave what over many interviews, and leaves gaps as gaps."""

import pytest

from components.charts import agents_figure, agents_sentence, agents_table, theme
from tests.components.charts.cohorts import HOSTILE, all_texts, names, records, trace
from tests.components.charts.gradings import graded

USUAL = graded(
    {"Depth": {"Maya": 0.8, "Tomasz": 0.6, "Olu": 0.7}, "Clarity": {"Maya": 0.5, "Olu": 0.9}},
    spreads={"Depth": 0.06, "Clarity": 0.2},
)


def cells(figure):
    """Return {(agent, criterion): text} over all cells."""
    bars = [part for part in figure.data if part.type == "bar"]
    return {
        tuple(data): text
        for part in bars
        for data, text in zip(part.customdata, part.text, strict=True)
    }


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize(("agents", "criteria"), [(0, 0), (1, 1), (2, 3), (6, 12), (30, 100)])
def test_the_figure_is_valid(validated, agents, criteria, compact):
    """From nobody to thirty agents on a hundred criteria, what fits is drawn."""
    given = graded(
        {f"c{c}": {f"agent {a}": (a + c) % 10 / 10 for a in range(agents)} for c in range(criteria)}
    )

    figure = validated(agents_figure(given, compact=compact))

    assert len(cells(figure)) == min(agents, 8 if compact else 14) * min(criteria, 20)


def test_a_cell_is_a_whole_percentage_of_the_maximum():
    """Its n is below it and on hover, and a click hands over the agent and the criterion."""
    figure = agents_figure(USUAL)

    found = cells(figure)

    assert found["Maya", "Depth"] == "80<br>n = 40"
    assert any("mean 80 &#37; of the maximum, n = 40" in text for text in all_texts(figure))


@pytest.mark.parametrize(
    ("agents", "n", "shown"),
    [
        (2, 29, "50<br>n = 29*"),
        (2, 30, "50<br>n = 30"),
        (7, 1204, "50<br>1.2k"),
        (7, 5, "50<br>5*"),
    ],
)
def test_cells_that_rest_on_few_are_marked(words, agents, n, shown):
    """Also where there is room for the number alone; the legend says what the mark means."""
    given = graded({"Depth": {f"agent {a}": 0.5 for a in range(agents)}})
    some = tuple(cell.model_copy(update={"n": n}) for cell in given.cells)

    figure = agents_figure(given.model_copy(update={"cells": some}))

    assert set(cells(figure).values()) == {shown}
    assert any("* few results: n below 30" in text for text in words(figure)) == (n < 30)


@pytest.mark.parametrize("compact", [False, True])
def test_who_never_judged_has_an_empty_cell(compact):
    """No number and no heat: an empty cell is not a zero."""
    figure = agents_figure(USUAL, compact=compact)

    empty = trace(figure, "never judged")

    assert [tuple(data) for data in empty.customdata] == [("Tomasz", "Clarity")]
    assert list(empty.text) == [""]
    assert list(empty.marker.color) == [theme.FAINT]


def test_a_zero_is_not_an_empty_cell():
    """Who gave nothing is drawn as a zero, in the lowest heat."""
    figure = agents_figure(graded({"Depth": {"Maya": 0.0, "Olu": 1.0}}))

    found = cells(figure)

    assert (found["Maya", "Depth"], found["Olu", "Depth"]) == ("0<br>n = 40", "100<br>n = 40")
    assert trace(figure, "low").marker.color[0] == theme.HEAT[0][0]


def test_beyond_the_maximum_keeps_its_number():
    """Above the maximum the heat ends, the number does not."""
    figure = agents_figure(graded({"Depth": {"Maya": 1.04}}))

    cell = trace(figure, "high")

    assert (cell.text[0], cell.marker.color[0]) == ("104<br>n = 40", theme.HEAT[-1][0])


@pytest.mark.parametrize("compact", [False, True])
def test_the_spread_stands_beside_each_row(words, compact):
    """Six points on one criterion, twenty on the other, and a dash where none is known."""
    given = graded(
        {name: {"Maya": 0.5, "Olu": 0.6} for name in ("Depth", "Clarity", "Tone")},
        spreads={"Depth": 0.06, "Clarity": 0.2},
    )

    texts = " ".join(words(agents_figure(given, compact=compact)))

    assert "± 6<" in texts
    assert "± 20<" in texts
    assert ">–<" in texts


def test_each_agent_is_a_dot_on_the_strip():
    """The strip holds all agents that judged the criterion, also those without a column."""
    given = graded({"Depth": {f"agent {a}": a / 30 for a in range(30)}})

    figure = agents_figure(given)

    assert len(trace(figure, "one agent each").x) == 30


def test_one_agent_has_no_spread(words):
    """With one agent there is nothing to be apart from, and it is said."""
    alone = graded({"Depth": {"Maya": 0.8}}, spreads={})

    figure = agents_figure(alone)

    assert "one agent each" not in names(figure)
    assert any("one agent: no spread" in text for text in words(figure))
    assert agents_sentence(alone).endswith("One agent only: no spread.")


@pytest.mark.parametrize(("compact", "more"), [(False, 16), (True, 22)])
def test_what_is_left_out_is_said(words, compact, more):
    """The foot counts the criteria and agents that only the table has."""
    given = graded({f"c{c}": {f"agent {a}": 0.5 for a in range(30)} for c in range(100)})

    texts = " ".join(words(agents_figure(given, compact=compact)))

    assert f"80 more criteria and {more} more agents in the table" in texts
    assert len(agents_table(given).rows) == 3000


@pytest.mark.parametrize("compact", [False, True])
def test_names_are_shown_not_obeyed(validated, compact):
    """Agents and criteria are text, however long; right-to-left ones are isolated."""
    given = graded({HOSTILE * 9: {HOSTILE * 8: 0.5, "مراجع": 0.6}, "معيار": {"مراجع": 0.4}})

    texts = all_texts(validated(agents_figure(given, compact=compact)))

    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068معيار\u2069" in text for text in texts)


def test_a_click_does_not_fade_the_other_cells():
    """Plotly dims what is not selected; here it stays readable."""
    bars = [part for part in agents_figure(USUAL).data if part.type == "bar"]

    faded = [part for part in bars if part.unselected.marker.opacity != 1]

    assert bars
    assert not faded


def test_the_table_has_a_row_for_each_judged_cell():
    """What was never judged has no row, and no zero."""
    rows = records(agents_table(USUAL))

    found = [(row["Criterion"], row["Agent"], row["Mean share %"]) for row in rows]

    assert len(found) == 5
    assert found[0] == ("Depth", "Maya", 80)
    assert ("Clarity", "Tomasz") not in [pair[:2] for pair in found]
    assert (rows[-1]["Spread (points)"], rows[-1]["n"], rows[-1]["Targets"]) == (20, 40, 120)


def test_the_sentence_says_where_agents_are_apart():
    """Who cannot see the figure hears the range of means and of spreads."""
    sentence = agents_sentence(USUAL)

    expected = (
        "3 agents on 2 criteria in 40 interviews, mean share of the maximum. From Depth: 70 % "
        "(n = 120) to Clarity: 70 % (n = 120). Agents are most apart on Clarity (± 20 points), "
        "least on Depth (± 6 points)."
    )

    assert sentence == expected


def test_identical_agents_are_no_independent_information():
    """Where all gave the same the sentence does not speak of agreement."""
    same = graded({"Depth": {"Maya": 0.8, "Olu": 0.8}}, spreads={"Depth": 0.0}, identical=True)

    sentence = agents_sentence(same)

    assert "no independent information" in sentence
    assert "apart" not in sentence


def test_nobody_is_a_sentence():
    """Without any judgement there is a sentence, and an empty table."""
    given = graded({})

    sentence = agents_sentence(given)

    assert sentence == "No agent judged anything here."
    assert agents_table(given).rows == ()
