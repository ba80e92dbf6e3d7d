"""A figure with all that may never be missing beside it, for the page and for documents alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts import theme
from components.documents.explanations import Explained
from services.models.content import Chart, NativeChart
from services.models.table import Table


@dataclass(frozen=True, slots=True)
class Drawing:
    """One figure, made by a document's module and drawn by `figures.show`.

    `key` is the same on the page and in a document: what is pinned on the page is found in the
    document by it. `title` never names a person: file names are made from it.
    """

    key: str
    title: str
    figure: go.Figure
    alt: str
    """The sentence for those who cannot see it."""
    table: Table
    """Its numbers."""
    explained: tuple[Explained, ...]
    """What the numbers are; at least one."""


def chart(
    drawing: Drawing,
    *,
    finding: str = "",
    native: NativeChart | None = None,
    remarks: Sequence[str] = (),
) -> Chart:
    """Return the figure as it stands in a document: light colours, no title of its own.

    `finding` is one sentence that says what is to be seen; without one the title stands there.
    """
    return Chart(
        key=drawing.key,
        title=drawing.title,
        finding=finding or drawing.title,
        alt=drawing.alt,
        figure=_still(theme.realised(drawing.figure)),
        table=drawing.table,
        native=native,
        remarks=tuple(remarks),
    )


def _still(figure: go.Figure) -> Mapping[str, Any]:
    """Return the figure's JSON without what a click on the page hands over: ids of interviews."""
    drawn: dict[str, Any] = figure.to_plotly_json()
    marks = [
        {name: part for name, part in trace.items() if name != "customdata"}
        for trace in drawn["data"]
    ]
    return drawn | {"data": marks}
