"""Figures on the screen: alt sentence, numbers, files, and what a click on a point tells."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import json

import plotly.graph_objects as go
import pytest

from components.charts import theme
from components.widgets.figures import Picked, file_name, paper_json, picked
from tests.components.widgets.events import app_of, data_of, send


def _page():
    import plotly.graph_objects as go
    import streamlit as st

    from components.charts import theme
    from components.documents.drawing import Drawing
    from components.documents.explanations import Explained
    from components.widgets import figures
    from services.models.table import Table

    figure = go.Figure(
        {
            "data": [{"x": [72], "y": ["Kafka"], "marker": {"color": theme.SCORE}}],
            "layout": {"height": 200, "margin": {"l": 8, "r": 8, "t": 0, "b": 8}},
        }
    )
    drawing = Drawing(
        key="scores",
        title="How sure *is* it?",
        figure=figure,
        alt="Kafka: 72, between 70 and 75.",
        table=Table(columns=("Skill", "Score"), rows=(("=Kafka", 72), ("\u202eSQL", None))),
        explained=(Explained.SCORE, Explained.BAND),
    )
    figures.show(
        drawing,
        on_select=lambda picked: st.session_state.update(told=picked),
    )
    st.text(repr(st.session_state.get("told")))


def test_a_figure_has_a_heading_and_a_sentence_for_those_who_cannot_see_it():
    """The title is read as text, the alt sentence reaches the element."""
    app = app_of(_page)

    app.run()

    assert app.subheader[0].value == r"How sure \*is\* it?"
    assert app.get("plotly_chart")[0].proto.alt == "Kafka: 72, between 70 and 75."


def test_what_the_numbers_are_stands_beside_the_heading():
    """One popover with every metric of the figure."""
    app = app_of(_page)

    app.run()

    told = [one.value for one in app.markdown]
    assert [one.proto.popover.label for one in app.get("popover")] == ["What are these numbers?"]
    assert "Band of a score" in told[0]


def test_the_numbers_stand_beside_the_figure():
    """Table and CSV hold the same rows; an empty cell is no zero."""
    app = app_of(_page)

    app.run()

    told = data_of(app, "scores-tools")
    assert told["rows"] == [["=Kafka", 72], ["�SQL", None]]
    assert told["csv"].splitlines()[1] == '"\'=Kafka",72'


def test_a_picture_is_prepared_only_when_it_is_asked_for():
    """The paper twin goes out in the run of the request and not again."""
    app = app_of(_page).run()
    assert data_of(app, "scores-tools")["figure"] is None

    send(app, "scores-tools", event="wanted", value={"format": "png", "number": 1})

    assert json.loads(data_of(app, "scores-tools")["figure"])["data"]
    assert data_of(app.run(), "scores-tools")["figure"] is None


def test_a_picture_has_no_placeholder_colour():
    """A file is drawn in the light palette on white, whatever the reader's theme is."""
    figure = go.Figure(
        {
            "data": [{"x": [1], "marker": {"color": theme.SCORE}}],
            "layout": {
                "height": 200,
                "margin": {"l": 8, "r": 8, "t": 0, "b": 8},
                "font": theme.font(),
            },
        }
    )

    paper = paper_json(figure, title="A < B")

    assert "#0000" not in paper
    assert json.loads(paper)["layout"]["paper_bgcolor"] == "#FFFFFF"
    assert "A &lt; B" in paper
    assert "Source Sans" not in paper


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How sure is it?", "how-sure-is-it"),
        ("../../etc/passwd", "etc-passwd"),
        ("Übersicht: Größe", "ubersicht-groe"),
        ("李", "figure"),
    ],
)
def test_a_file_name_is_plain(title, name):
    """Only letters, digits and hyphens reach the reader's disk."""
    heading = title

    slug = file_name(heading)

    assert slug == name


@pytest.mark.parametrize(
    ("customdata", "data"),
    [({"0": "kafka", "1": 95.5}, ("kafka", 95.5)), (["kafka"], ("kafka",)), (7, (7,)), (None, ())],
)
def test_a_click_on_a_point_is_told_with_its_data(customdata, data):
    """The page learns the point's own data, such as a second of the recording."""
    point = {"curve_number": 2, "x": 72, "y": "Kafka", "customdata": customdata}

    told = picked(point)

    assert told == Picked(curve=2, x=72, y="Kafka", data=data)
