"""The sheet that every figure is drawn on: px-exact rows, margins, a legend line, one assembly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from components.charts import label, theme

Part = dict[str, object]

_LEGEND_LINE = 18
_LEGEND_GAP = 10


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the plot; `top` is without the legend, which is added by its lines."""

    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Canvas:
    """What stands around the marks of one figure.

    `rows_height` is the height of the plot in pixels. `legend` holds markup, one item each; the
    items flow over as many lines as a figure of this layout's narrowest width needs.
    """

    rows_height: int
    margins: Margins
    xaxis: Part
    yaxis: Part
    legend: Sequence[str] = ()
    compact: bool = False
    annotations: Sequence[Part] = ()
    shapes: Sequence[Part] = ()
    meta: Mapping[str, object] = field(default_factory=dict)

    def figure(self, traces: Sequence[Part]) -> go.Figure:
        """Assemble the figure, unvalidated: validation costs more than all else together."""
        return go.Figure({"data": list(traces), "layout": self._layout()}, _validate=False)

    def _layout(self) -> Part:
        lines = _flowed(self.legend, room=theme.COMPACT if self.compact else theme.WIDE)
        margins = self.margins
        top = margins.top + (len(lines) * _LEGEND_LINE + _LEGEND_GAP if lines else 0)
        return {
            "height": self.rows_height + top + margins.bottom,
            "margin": {"l": margins.left, "r": margins.right, "t": top, "b": margins.bottom},
            "font": theme.font(),
            "paper_bgcolor": theme.CLEAR,
            "plot_bgcolor": theme.CLEAR,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": theme.HOVER,
            "showlegend": False,
            "barmode": "overlay",
            "bargap": 0,
            "xaxis": self.xaxis,
            "yaxis": self.yaxis,
            "annotations": [*self.annotations, *_legend(lines, margins=margins)],
            "shapes": list(self.shapes),
            "meta": dict(self.meta),
        }


def rows_axis(height: int) -> Part:
    """Return a y axis that counts pixels from the top, so that rows may differ in height."""
    return {
        "range": [height, 0],
        "fixedrange": True,
        "visible": False,
        "showgrid": False,
        "zeroline": False,
    }


def words(
    text: str, *, x: float, y: float, anchor: str, shift: float = 0, hang: bool = False
) -> Part:
    """Return a text at the paper's `x` (0 left, 1 right) and the row axis' `y`.

    `y` is the middle of the text, or its top when it hangs.
    """
    return {
        "text": text,
        "showarrow": False,
        "xref": "paper",
        "x": x,
        "xanchor": anchor,
        "xshift": shift,
        "yref": "y",
        "y": y,
        "yanchor": "top" if hang else "middle",
        "align": "right" if anchor == "right" else "left",
        "font": theme.font(),
    }


def head(text: str, *, x: float, y: int = 4, color: str = theme.MUTED) -> Part:
    """Return a small centred text above the plot, at the data's `x`, `y` pixels up."""
    return {
        "text": text,
        "showarrow": False,
        "xref": "x",
        "x": x,
        "xanchor": "center",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": y,
        "font": theme.font(size=theme.SMALL, color=color),
    }


def line(*, x: float, dash: str = "solid", color: str, thickness: float = 1.5) -> Part:
    """Return an upright line over all rows."""
    return {
        "type": "line",
        "xref": "x",
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": color, "width": thickness, "dash": dash},
    }


def across(*, y: float, dash: str = "solid", color: str, thickness: float = 1) -> Part:
    """Return a level line over the plot's whole width, under the marks."""
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "yref": "y",
        "y0": y,
        "y1": y,
        "line": {"color": color, "width": thickness, "dash": dash},
        "layer": "below",
    }


def muted(markup: str, *, size: float = theme.SMALL) -> str:
    """Return markup in the small, quiet voice."""
    return f"<span style='color:{theme.MUTED};font-size:{size}px'>{markup}</span>"


def glyph(sign: str, *, color: str) -> str:
    """Return one coloured sign for a legend."""
    return f"<span style='color:{color}'>{sign}</span>"


def _flowed(items: Sequence[str], *, room: float) -> list[str]:
    lines: list[list[str]] = []
    used = room
    for item in items:
        length = label.width(_without_tags(item), size=theme.SMALL) + 14
        if used + length > room:
            lines.append([])
            used = 0
        lines[-1].append(item)
        used += length
    return [" &#160;&#160; ".join(items_of_line) for items_of_line in lines]


def _legend(lines: Sequence[str], *, margins: Margins) -> list[Part]:
    if not lines:
        return []
    return [
        {
            "text": "<br>".join(lines),
            "showarrow": False,
            "align": "left",
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "xshift": -margins.left,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "yshift": margins.top,
            "font": theme.font(size=theme.SMALL + 0.5, color=theme.MUTED),
        }
    ]


def _without_tags(markup: str) -> str:
    text, inside = "", False
    for character in markup:
        inside = character == "<" or (inside and character != ">")
        text += "" if inside or character == ">" else character
    return text
