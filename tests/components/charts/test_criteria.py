"""The agents' figure shows agreement and outliers, and says when there is nothing to agree."""

import pytest

from components.charts import criteria_figure, criteria_sentence, criteria_table, theme

AGREEING = {"Maya": {"depth": 4, "clarity": 3}, "Tomasz": {"depth": 5, "clarity": 3}}


def cells(figure):
    """Return {custom data: (text, frame's colour)} over all cells."""
    bars = [part for part in figure.data if part.type == "bar" and part.x]
    return {
        tuple(data): (text, frame)
        for part in bars
        for data, text, frame in zip(
            part.customdata, part.text, part.marker.line.color, strict=True
        )
    }


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize(("agents", "criteria"), [(1, 1), (6, 5), (8, 12)])
def test_the_figure_is_valid(panel, validated, agents, criteria, compact):
    """From one agent on one criterion to eight on twelve, every cell is there, and the totals."""
    points = {f"agent {a}": {f"c{c}": (a + c) % 6 for c in range(criteria)} for a in range(agents)}

    checked = validated(criteria_figure(panel(points), compact=compact))

    assert len(cells(checked)) == agents * (criteria + 1)


def test_a_cell_is_the_weighted_share_of_the_maximum(panel):
    """Four points of five are 80, whatever the weight; the total is the share of all."""
    given = panel({"Maya": {"depth": 4, "clarity": 2}})

    found = cells(criteria_figure(given))

    assert found["agent-Maya", "depth"][0] == "80"
    assert found["agent-Maya", ""][0] == "60"


def test_not_scored_is_a_dash_not_a_zero(panel):
    """A criterion that an agent left out is blank, and is no outlier."""
    given = panel({"Maya": {"depth": 4, "clarity": 3}, "Tomasz": {"depth": 4, "clarity": None}})

    found = cells(criteria_figure(given))

    assert found["agent-Tomasz", "clarity"] == ("–", theme.CLEAR)


def test_who_stands_apart_is_framed(panel):
    """Over 20 points from the panel's median there is a frame and an arrow; at 20 there is not."""
    given = panel(
        {"Maya": {"depth": 4}, "Tomasz": {"depth": 4}, "Olu": {"depth": 2}, "Ines": {"depth": 3}}
    )

    found = cells(criteria_figure(given))

    assert found["agent-Olu", "depth"] == ("40 ▼", theme.DOUBT)
    assert found["agent-Ines", "depth"] == ("60", theme.CLEAR)


def test_the_selected_cell_is_framed(panel):
    """What the reader selected keeps its frame when the page is drawn again."""
    given = panel(AGREEING)

    found = cells(criteria_figure(given, selected=("agent-Maya", "depth")))

    assert found["agent-Maya", "depth"][1] == theme.TEXT


def test_a_total_that_does_not_add_up_is_marked(panel, words):
    """Both numbers are kept; the sign and the words say that they differ."""
    given = panel({"Maya": {"depth": 4, "clarity": 4}}, total=39)

    figure = criteria_figure(given)

    assert cells(figure)["agent-Maya", ""][0].endswith("≠")
    assert any("do not add up" in text for text in words(figure))


def test_identical_agents_are_no_independent_information(panel, words):
    """Agents that agree in everything are not shown as agreement."""
    same = panel({"Maya": {"depth": 4}, "Tomasz": {"depth": 4}})

    figure = criteria_figure(same)

    assert any("no independent information" in text for text in words(figure))
    assert "no independent information" in criteria_sentence(same)


def test_one_agent_cannot_agree(panel, words):
    """With one agent there is no spread, and the figure says why."""
    alone = panel({"Maya": {"depth": 4}})

    figure = criteria_figure(alone)

    assert any("agreement cannot be computed" in text for text in words(figure))
    assert "spread" not in [part.name for part in figure.data]


def test_the_vendors_role_means_are_shown(panel, words):
    """Each role's mean stands under the grid with its number."""
    given = panel(AGREEING)

    figure = criteria_figure(given)

    assert "Engineer" in words(figure)
    assert "<b>80</b>" in words(figure)


def test_a_click_does_not_fade_the_other_cells(panel):
    """Plotly dims what is not selected; here it stays readable."""
    given = panel(AGREEING)

    bars = [part for part in criteria_figure(given).data if part.type == "bar"]

    assert all(part.unselected.marker.opacity == 1 for part in bars)
    assert all(part.unselected.textfont.color == part.textfont.color for part in bars)


def test_the_sentence_names_who_stands_apart(panel):
    """The outlier is named with the criterion, the share and the panel's median."""
    given = panel({"Maya": {"depth": 4}, "Tomasz": {"depth": 4}, "Olu": {"depth": 1}})

    sentence = criteria_sentence(given)

    assert "Depth 20 % (Olu), median 80 %" in sentence


def test_the_table_has_every_number(panel):
    """One row for each agent and criterion, the totals, and the roles."""
    table = criteria_table(panel(AGREEING))

    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    assert len(rows) == 2 * 2 + 2 + 1
    assert (rows[0]["Agent"], rows[0]["Score"], rows[0]["Maximum"]) == ("Maya", 4, 20)
    assert rows[-1]["Share %"] == 80
