"""The marks of a sheet of scores: a band, and a point that says whether there is one."""

from components.charts import label, theme
from components.charts._canvas import Part
from components.charts._row import Emphasis, Row
from components.charts._rows import Sheet
from components.charts._touch import touch
from services.models import notation

_BAND_WIDTH = {Emphasis.LEAD: 18, Emphasis.NORMAL: 14, Emphasis.SMALL: 11}
_POINT_SIZE = {Emphasis.LEAD: 11, Emphasis.NORMAL: 9, Emphasis.SMALL: 8}
_ARROW_SIZE = 12
"""In pixels. A band is thicker than its point, so that the narrowest one still shows."""


def bands(rows: Sheet) -> Part:
    """Return all bands as one trace; an axis' end cuts what reaches beyond it."""
    drawn = _ends(rows)
    return {
        "type": "bar",
        "name": "bands",
        "orientation": "h",
        "base": [lower for _, lower, _ in drawn],
        "x": [upper - lower for _, lower, upper in drawn],
        "y": [row.middle for row, _, _ in drawn],
        "width": [_BAND_WIDTH[row.emphasis] for row, _, _ in drawn],
        "marker": {
            "color": [row.tone for row, _, _ in drawn],
            "opacity": 0.32,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **touch(hover(row) for row, _, _ in drawn),
    }


def _ends(rows: Sheet) -> list[tuple[Row, float, float]]:
    """Return each row's band as far as it lies on the axis."""
    found = []
    for row, score, _ in rows.scored:
        if score.lower is None or score.upper is None:
            continue
        lower, upper = sorted((score.lower, score.upper))
        lower, upper = max(lower, rows.scale.low), min(upper, rows.scale.high)
        if lower <= upper:
            found.append((row, lower, upper))
    return found


def points(rows: Sheet) -> Part:
    """Return all points as one trace: filled with a band, open without, an arrow at the end."""
    low, high = rows.scale.low, rows.scale.high
    scored = rows.scored
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "cliponaxis": False,
        "x": [min(max(value, low), high) for _, _, value in scored],
        "y": [row.middle for row, _, _ in scored],
        "marker": _markers(rows),
        **touch(
            (hover(row) for row, _, _ in scored),
            ([str(score.kind), score.name] for _, score, _ in scored),
        ),
    }


def _markers(rows: Sheet) -> Part:
    low, high = rows.scale.low, rows.scale.high
    scored = rows.scored
    full = [score.has_band for _, score, _ in scored]
    tones = [row.tone for row, _, _ in scored]
    pairs = list(zip(full, tones, strict=True))
    return {
        "symbol": [_symbol(row, value, low=low, high=high) for row, _, value in scored],
        "size": [
            _POINT_SIZE[row.emphasis] + 4 * row.is_grey if low <= value <= high else _ARROW_SIZE
            for row, _, value in scored
        ],
        "color": [tone if is_full else theme.BACKGROUND for is_full, tone in pairs],
        "opacity": 1,
        "line": {
            "width": [1.5 if is_full else 2 for is_full in full],
            "color": [theme.BACKGROUND if is_full else tone for is_full, tone in pairs],
        },
    }


def hover(row: Row) -> str:
    """Return all that is known of a row, as markup."""
    lines = [f"<b>{label.block(row.name, room=300, lines=6)}</b>"]
    if row.score:
        lines.append(notation.with_band(row.score))
    lines += [label.escaped(text) for text in (row.details, row.remark) if text]
    return "<br>".join(lines)


def _symbol(row: Row, value: float, *, low: float, high: float) -> str:
    """Return the shape: a doubtful result is crossed, so that grey is not its only sign."""
    if value > high:
        return "triangle-right"
    if value < low:
        return "triangle-left"
    return "circle-x" if row.is_grey else "circle"
