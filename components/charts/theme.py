"""The look of every chart, as data: colours, fonts, sizes and the light twin for exports.

Colours are the placeholders that Streamlit's front end replaces by those of the active theme, so
that a change of the theme recolours a figure at once. They are written down here because charts
do not know Streamlit; a test holds them against the installed version.
"""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

TEXT = "#000037"
MUTED = "#000036"
GRID = "#000035"
BACKGROUND = "#000038"
FAINT = "#000039"
CATEGORY = tuple(f"#0000{index:02}" for index in range(1, 11))
SEQUENTIAL = tuple(f"#0000{index:02}" for index in range(11, 21))
CLEAR = "rgba(0,0,0,0)"

SCORE = CATEGORY[0]
DOUBT = CATEGORY[1]
"""What asks for a second look; always together with a shape or a word."""
GREY = CATEGORY[6]
"""Marks in the quiet voice. MUTED is for words: on a dark ground it is nearly white."""

HEAT = (
    *((token, TEXT) for token in SEQUENTIAL[:5]),
    *((token, BACKGROUND) for token in SEQUENTIAL[7:]),
)
"""Steps from low to high as (fill, text on it).

The two middle tones are left out: neither text colour reaches a contrast of 4.5 on them in both
themes.
"""

_LIGHT_CATEGORY = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#5D5D5D")
_LIGHT_SEQUENTIAL = (
    *("#F1F5FA", "#DCE8F3", "#C3D9EC", "#A6C8E2", "#7FB2D8"),
    *("#5598C9", "#2F7FB8", "#1C6AA4", "#0F5893", "#084B83"),
)
LIGHT: Mapping[str, str] = {
    TEXT: "#2F2D2B",
    MUTED: "#5F5B57",
    GRID: "#E4E2DD",
    BACKGROUND: "#FFFFFF",
    FAINT: "#F5F4F2",
    **{token: _LIGHT_CATEGORY[index % 7] for index, token in enumerate(CATEGORY)},
    **dict(zip(SEQUENTIAL, _LIGHT_SEQUENTIAL, strict=True)),
}
"""What each placeholder becomes on paper: exports look the same whatever the reader's theme."""

FONT_FAMILY = '"Source Sans", "Open Sans", "Liberation Sans", sans-serif'
SIZE = 13
SMALL = 11.5
TITLE_SIZE = 16
TITLE_HEIGHT = 24
PADDING = 16
"""White around a figure on paper; on the screen the card around it has its own."""

WIDE = 560
"""The narrowest figure in pixels that the wide layouts are made for."""
COMPACT = 264
"""The same for compact layouts: a card on a phone of 320 pixels."""

CONFIG: Mapping[str, object] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "doubleClick": False,
    "modeBarButtonsToRemove": [
        *("toImage", "zoom2d", "pan2d", "select2d", "lasso2d"),
        *("zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d"),
    ],
}
"""For `st.plotly_chart(config=...)` and for the HTML of a report; never an upload button."""

HATCHING = {
    "shape": "/",
    "size": 7,
    "solidity": 0.12,
    "fgcolor": MUTED,
    "bgcolor": CLEAR,
    "fgopacity": 0.6,
}
"""The ground of what was not collected."""

HOVER = {"align": "left", "font": {"family": FONT_FAMILY, "size": SIZE}, "namelength": -1}


def font(*, size: float = SIZE, color: str = TEXT) -> dict[str, object]:
    """Return a font of the house."""
    return {"family": FONT_FAMILY, "size": size, "color": color}


def realised(figure: go.Figure, *, title: str | None = None) -> go.Figure:
    """Return the twin of `figure` for paper: light palette, white ground, `title` on top.

    `title` is markup of Plotly: texts of a vendor go through `label.escaped` first.
    """
    drawn: dict[str, Any] = _painted(figure.to_plotly_json())
    layout = drawn["layout"]
    layout |= {"paper_bgcolor": LIGHT[BACKGROUND], "plot_bgcolor": LIGHT[BACKGROUND]}
    layout["template"] = {"layout": {"font": {"color": LIGHT[TEXT]}}}
    above = PADDING + (TITLE_HEIGHT if title else 0)
    layout["height"] += above + PADDING
    for side, more in {"l": PADDING, "r": PADDING, "t": above, "b": PADDING}.items():
        layout["margin"][side] += more
    if title:
        layout["title"] = _title(title)
    return go.Figure(drawn, _validate=False)


def _title(text: str) -> dict[str, object]:
    return {
        "text": f"<b>{text}</b>",
        "font": {"family": FONT_FAMILY, "size": TITLE_SIZE, "color": LIGHT[TEXT]},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": PADDING, "t": PADDING},
    }


def _painted(part: Any) -> Any:  # noqa: ANN401  (JSON of any depth)
    """Return a copy with every placeholder replaced, also inside texts."""
    if isinstance(part, str):
        for token, color in LIGHT.items():
            part = part.replace(token, color)
        return part
    if isinstance(part, Mapping):
        return {key: _painted(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_painted(value) for value in part]
    return part
