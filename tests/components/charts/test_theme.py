"""Colours are Streamlit's placeholders on the screen and a fixed light palette on paper."""

import json

import plotly.graph_objects as go
import pytest
from streamlit.elements.lib import streamlit_plotly_theme as streamlit_theme

from components.charts import forest_figure, theme


def test_the_placeholders_are_those_of_the_installed_streamlit():
    """The front end replaces exactly the placeholders that are written down in the theme."""
    installed = streamlit_theme

    categories = tuple(getattr(installed, f"CATEGORY_{index}") for index in range(10))
    steps = tuple(getattr(installed, f"SEQUENTIAL_{index}") for index in range(10))

    assert categories == theme.CATEGORY
    assert steps == theme.SEQUENTIAL
    assert (installed.GRAY_90, installed.GRAY_70) == (theme.TEXT, theme.MUTED)
    assert (installed.BG_COLOR, installed.FADED_TEXT_05) == (theme.BACKGROUND, theme.FAINT)


def test_paper_shows_no_placeholder(score):
    """The exported twin has real colours everywhere, in markup too, on a solid white ground."""
    figure = forest_figure([score("Kafka", 72, 70, 75)], cut=71)

    paper = theme.realised(figure)

    assert "#0000" not in json.dumps(paper.to_plotly_json())
    assert paper.layout.paper_bgcolor == "#FFFFFF"
    assert paper.layout.template.layout.font.color == theme.LIGHT[theme.TEXT]


def test_the_screen_keeps_its_placeholders(score):
    """Making the twin for paper leaves the figure itself as it was."""
    figure = forest_figure([score("Kafka", 72, 70, 75)])
    before = figure.to_json()

    theme.realised(figure, title="Skills")

    assert figure.to_json() == before


def test_a_title_gets_room_of_its_own(score):
    """A title is put above all else, and the figure grows by its height."""
    figure = forest_figure([score("Kafka", 72, 70, 75)])

    paper = theme.realised(figure, title="Skills")

    assert paper.layout.title.text == "<b>Skills</b>"
    assert paper.layout.height == figure.layout.height + theme.TITLE_HEIGHT + 2 * theme.PADDING
    assert isinstance(go.Figure(paper.to_plotly_json()), go.Figure)


def _luminance(color):
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("step", range(len(theme.HEAT)))
def test_text_on_a_heat_step_can_be_read(step):
    """Every step's text has a contrast of at least 4.5 on its fill (WCAG 2.2, 1.4.3)."""
    fill, ink = theme.HEAT[step]

    low, high = sorted(_luminance(theme.LIGHT[token]) for token in (fill, ink))

    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_nothing_is_ever_uploaded():
    """Plotly's button for sharing a chart on its own servers is off."""
    given = theme.CONFIG

    allowed = given["showSendToCloud"]

    assert allowed is False
