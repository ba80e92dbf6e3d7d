"""How a figure meets the screen: heading, chart, its numbers as a table, and downloads."""

import re
import unicodedata
from collections.abc import Callable, Mapping

import plotly.graph_objects as go
import streamlit as st

from components.charts import label, theme
from components.documents.drawing import Drawing
from components.widgets import pinning
from components.widgets._component import declare
from components.widgets.explain import explain
from components.widgets.text import drawable_cell, escaped
from services.models.comma_separated import csv_text
from services.models.content import Chart
from services.models.value import Value

_TOOLS = declare("figure_tools")
PLOTLY_URL = "/assets/plotly-cartesian-4.1.1.min.js"
"""The drawing library for files, kept by browsers for good: a new version is a new URL.

Only scoreband/asgi.py serves it; under plain `streamlit run` the tools say so.
"""


class Picked(Value):
    """The point of a figure that the reader chose; `data` is the point's `customdata`."""

    curve: int
    x: object = None
    y: object = None
    data: tuple[object, ...] = ()


def show(
    drawing: Drawing,
    *,
    on_select: Callable[[Picked], None] | None = None,
    in_document: bool = True,
) -> None:
    """Draw a figure with its heading, its explanations, its numbers and its downloads.

    `on_select` is called before the rerun that a click on a point causes; `in_document` tells
    whether the page's document has this figure too, so that it can be pinned.
    """
    key, title = drawing.key, drawing.title
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-title"):
        st.subheader(escaped(title), anchor=False, width="content")
        explain(*drawing.explained, key=key)
    # A chart keeps the colours that it was first drawn with: in another theme it is another chart.
    chart = f"{key}-{st.context.theme.type}"
    with st.container(key=key):
        st.plotly_chart(
            drawing.figure,
            key=chart,
            theme="streamlit",
            config=dict(theme.CONFIG),
            alt=drawing.alt,
            on_select=_listener(chart, on_select) if on_select else "ignore",
            selection_mode="points",
        )
    _tools(drawing, in_document=in_document)


def printed(chart: Chart, *, key: str) -> None:
    """Draw a document's figure as it will be printed, light in every theme."""
    st.plotly_chart(
        go.Figure(chart.figure, _validate=False),
        key=key,
        theme=None,
        config=dict(theme.CONFIG),
        alt=chart.alt,
    )


def _tools(drawing: Drawing, *, in_document: bool) -> None:
    key, title, table = drawing.key, drawing.title, drawing.table
    wanted = st.session_state.pop(f"{key}-wanted", None)
    _TOOLS(
        key=f"{key}-tools",
        data={
            # Only a picture that was asked for is prepared: this costs more than the chart.
            "wanted": wanted,
            "figure": paper_json(drawing.figure, title=title) if wanted else None,
            "plotly": PLOTLY_URL,
            "columns": table.columns,
            "rows": [[drawable_cell(cell) for cell in row] for row in table.rows],
            "csv": csv_text(table),
            "title": title,
            "name": file_name(title),
            "pin": pinning.state(key) if in_document else None,
        },
        on_wanted_change=_remember(key),
        on_pinned_change=lambda: pinning.pin(key),
    )


def paper_json(figure: go.Figure, *, title: str) -> str:
    """Return the figure's JSON for a file: light colours, white ground, title, system fonts.

    A picture file cannot load the page's font; measured in one font and drawn in another, labels
    would be cut.
    """
    text: str = theme.realised(figure, title=label.escaped(title)).to_json(validate=False)
    return text.replace(r"\"Source Sans\", ", "")


def file_name(title: str) -> str:
    """Return a name for a file: plain letters, digits and hyphens, without an extension."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "figure"


def _remember(key: str) -> Callable[[], None]:
    def remember() -> None:
        st.session_state[f"{key}-wanted"] = st.session_state[f"{key}-tools"]["wanted"]

    return remember


def _listener(key: str, on_select: Callable[[Picked], None]) -> Callable[[], None]:
    def tell() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points:
            on_select(picked(points[0]))

    return tell


def picked(point: Mapping[str, object]) -> Picked:
    """Return a point of Streamlit's selection as a value; the browser sends lists as mappings."""
    data = point.get("customdata")
    if isinstance(data, Mapping):
        values = tuple(data.values())
    elif isinstance(data, list | tuple):
        values = tuple(data)
    else:
        values = () if data is None else (data,)
    curve = point.get("curve_number")
    return Picked(
        curve=curve if isinstance(curve, int) else 0,
        x=point.get("x"),
        y=point.get("y"),
        data=values,
    )
