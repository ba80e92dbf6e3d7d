"""A figure as HTML: its drawing as data, with everything that may never be missing beside it."""

import json
from collections.abc import Mapping
from typing import Any

import orjson

from services.models.content import Chart
from services.reports.html.tables import table_element
from services.reports.html.text import attribute, breakable

_MOST_ROWS = 1_000
"""A figure of a hundred thousand points does not carry a table of as many rows with it."""
# In a script element only these could end it, or begin what hides its end.
_SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPES = str.maketrans(_SAFE)


def figure_block(chart: Chart, *, id: str, heading: str, remarks: str) -> str:  # noqa: A002  (HTML's name)
    """Return `heading` (HTML), finding, drawing, `remarks` (HTML) and the numbers behind it."""
    finding = f'<p class="finding" dir="auto">{breakable(chart.finding)}</p>'
    return (
        f'<section class="figure">{heading}'
        f"{finding if chart.finding != chart.title else ''}"
        f'<div class="stage"><div class="plot" role="img" aria-label="{attribute(chart.alt)}" '
        f'data-figure="{id}-figure"></div></div>'
        f'<script type="application/json" id="{id}-figure">{figure_json(chart.figure)}</script>'
        f'{remarks}<details class="numbers"><summary>Numbers</summary>'
        f"{table_element(chart.table, most=_MOST_ROWS)}</details></section>"
    )


def figure_json(figure: Mapping[str, Any]) -> str:
    """Return a figure as JSON that may stand in a script element; missing numbers are null."""
    try:
        options = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
        text = orjson.dumps(figure, option=options).decode()
    except TypeError:
        # Halves of a pair are no UTF-8, but JSON can hold them.
        text = json.dumps(figure)
    return text.translate(_ESCAPES)
