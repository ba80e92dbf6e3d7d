"""The marks of rows of estimates: intervals as bands, figures as points, hatching for no data."""

from collections.abc import Sequence

from components.charts import label, theme
from components.charts._canvas import Part, glyph, line
from components.charts._estimate_rows import Ends, EstimateRow, Sheet
from components.charts._marks import (
    Bar,
    arrow,
    clamped,
    filled_or_open,
    interval_bars,
    overlap,
)
from components.charts._touch import steady, touch

_BAND = 14
_POINT = 9
_ARROW = 12
_CUT = 8
"""In pixels. A band is thicker than its point, so that the narrowest one still shows."""


def marks(sheet: Sheet, *, span: Ends) -> list[Part]:
    """Return the traces on an axis from end to end of `span`.

    A figure beyond the axis is an arrow at its end; an interval beyond it is cut there, and a
    small triangle says so. The words beside hold the true numbers.
    """
    drawn = [row for row, _ in sheet.drawn]
    outer = [(row, row.outer) for row in drawn if row.outer]
    inner = [(row, row.ends) for row in drawn if row.ends]
    traces = [
        _hatching(sheet, span=span),
        _bands(outer, span=span, name="corrected intervals", opacity=0.2),
        _bands(inner, span=span, name="intervals", opacity=0.32),
        _cuts(sheet, span=span),
        _points(sheet, span=span),
    ]
    return [trace for trace in traces if trace["y"]]


def goes_on(sheet: Sheet, *, span: Ends) -> list[str]:
    """Return what a legend says of intervals that go on beyond the axis; nothing without any."""
    is_cut = bool(_cuts(sheet, span=span)["y"])
    return [f"{glyph('▸', color=theme.GREY)} the interval goes on"] if is_cut else []


def guides(sheet: Sheet, *, x: float, dash: str = "solid", color: str) -> list[Part]:
    """Return an upright line at `x` behind the marks, sparing the rows that hold words only."""
    upright = line(x=x, dash=dash, color=color, thickness=1) | {"layer": "below", "yref": "y"}
    return [upright | {"y0": top, "y1": bottom} for top, bottom in _joined(sheet.tracks())]


def _joined(tracks: Sequence[Ends]) -> list[Ends]:
    """Join stretches that touch, so that dashes run on."""
    found: list[Ends] = []
    for top, bottom in tracks:
        if found and top - found[-1][1] < 1:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    return found


def _tone(row: EstimateRow) -> str:
    """Return the colour: quiet for what its interval says could be chance."""
    return theme.GREY if row.is_open and row.ends else theme.SCORE


def _bands(
    rows: Sequence[tuple[EstimateRow, Ends]], *, span: Ends, name: str, opacity: float
) -> Part:
    found = [(row, within) for row, ends in rows if (within := overlap(ends, span))]
    bars = [Bar(within, row.middle, _tone(row)) for row, within in found]
    return {
        **interval_bars(bars, name=name, width=_BAND, opacity=opacity),
        **steady(opacity=opacity),
        **_touched([row for row, _ in found]),
    }


def _cuts(sheet: Sheet, *, span: Ends) -> Part:
    """Return small triangles where an interval goes on beyond the axis."""
    low, high = span
    found = [
        (row, end, symbol)
        for row, value in sheet.drawn
        if (reach := row.reach) and low <= value <= high
        for end, symbol in ((low, "triangle-left"), (high, "triangle-right"))
        if (reach[0] < low if end == low else reach[1] > high)
    ]
    return {
        "type": "scatter",
        "name": "intervals that go on",
        "mode": "markers",
        "cliponaxis": False,
        "x": [end for _, end, _ in found],
        "y": [row.middle for row, _, _ in found],
        "marker": {
            "symbol": [symbol for _, _, symbol in found],
            "size": _CUT,
            "color": [_tone(row) for row, _, _ in found],
            "opacity": 0.7,
            "line": {"width": 0},
        },
        **steady(opacity=0.7),
        **_touched([row for row, _, _ in found]),
    }


def _points(sheet: Sheet, *, span: Ends) -> Part:
    drawn = sheet.drawn
    arrows = [arrow(value, span) for _, value in drawn]
    full = [row.ends is not None and not row.is_open for row, _ in drawn]
    return {
        "type": "scatter",
        "name": "estimates",
        "mode": "markers",
        "cliponaxis": False,
        "x": [clamped(value, span) for _, value in drawn],
        "y": [row.middle for row, _ in drawn],
        "marker": {
            "symbol": [found or "circle" for found in arrows],
            "size": [_ARROW if found else _POINT for found in arrows],
            **filled_or_open(full, [_tone(row) for row, _ in drawn]),
        },
        **steady(opacity=1),
        **_touched([row for row, _ in drawn]),
    }


def _hatching(sheet: Sheet, *, span: Ends) -> Part:
    found = [row for row in sheet.rows if row.is_hatched]
    return {
        "type": "bar",
        "name": "not collected",
        "orientation": "h",
        "base": [span[0] for _ in found],
        "x": [span[1] - span[0] for _ in found],
        "y": [row.middle for row in found],
        "width": _BAND + 4,
        "marker": {
            "color": theme.CLEAR,
            "opacity": 1,
            "pattern": theme.HATCHING,
            "line": {"width": 0},
        },
        **steady(opacity=1),
        **_touched(found),
    }


def _touched(rows: Sequence[EstimateRow]) -> Part:
    return touch(map(_hover, rows), (list(row.data) for row in rows))


def _hover(row: EstimateRow) -> str:
    lines = [f"<b>{label.block(row.name, room=300, lines=4)}</b>"]
    lines += [label.block(text, room=300, lines=4) for text in row.hover if text]
    return "<br>".join(lines)
