"""The marks of a sheet of scores: a band, and a point that says whether there is one."""

from components.charts import label
from components.charts._canvas import Part
from components.charts._marks import (
    Bar,
    Ends,
    arrow,
    clamped,
    filled_or_open,
    interval_bars,
    overlap,
)
from components.charts._row import Emphasis, Row
from components.charts._rows import Sheet
from components.charts._scale_axis import span_of
from components.charts._touch import touch
from services.models import notation

_BAND_WIDTH = {Emphasis.LEAD: 18, Emphasis.NORMAL: 14, Emphasis.SMALL: 11}
_POINT_SIZE = {Emphasis.LEAD: 11, Emphasis.NORMAL: 9, Emphasis.SMALL: 8}
_ARROW_SIZE = 12
"""In pixels. A band is thicker than its point, so that the narrowest one still shows."""


def bands(rows: Sheet) -> Part:
    """Return all bands as one trace; an axis' end cuts what reaches beyond it."""
    drawn = _ends(rows)
    bars = [Bar(ends, row.middle, row.tone) for row, ends in drawn]
    widths = [_BAND_WIDTH[row.emphasis] for row, _ in drawn]
    return {
        **interval_bars(bars, name="bands", width=widths, opacity=0.32),
        **touch(hover(row) for row, _ in drawn),
    }


def _ends(rows: Sheet) -> list[tuple[Row, Ends]]:
    """Return each row's band as far as it lies on the axis."""
    found = []
    for row, score, _ in rows.scored:
        if score.lower is None or score.upper is None:
            continue
        within = overlap((score.lower, score.upper), span_of(rows.scale))
        if within:
            found.append((row, within))
    return found


def points(rows: Sheet) -> Part:
    """Return all points as one trace: filled with a band, open without, an arrow at the end."""
    scored = rows.scored
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "cliponaxis": False,
        "x": [clamped(value, span_of(rows.scale)) for _, _, value in scored],
        "y": [row.middle for row, _, _ in scored],
        "marker": _markers(rows),
        **touch(
            (hover(row) for row, _, _ in scored),
            ([str(score.kind), score.name] for _, score, _ in scored),
        ),
    }


def _markers(rows: Sheet) -> Part:
    scored, span = rows.scored, span_of(rows.scale)
    arrows = [arrow(value, span) for _, _, value in scored]
    pairs = [(row, found) for (row, _, _), found in zip(scored, arrows, strict=True)]
    full = [score.has_band for _, score, _ in scored]
    return {
        "symbol": [found or _symbol(row) for row, found in pairs],
        "size": [
            _ARROW_SIZE if found else _POINT_SIZE[row.emphasis] + 4 * row.is_grey
            for row, found in pairs
        ],
        **filled_or_open(full, [row.tone for row, _, _ in scored]),
    }


def hover(row: Row) -> str:
    """Return all that is known of a row, as markup."""
    lines = [f"<b>{label.block(row.name, room=300, lines=6)}</b>"]
    if row.score:
        lines.append(notation.with_band(row.score))
    lines += [label.escaped(text) for text in (row.details, row.remark) if text]
    return "<br>".join(lines)


def _symbol(row: Row) -> str:
    """Return the shape: a doubtful result is crossed, so that grey is not its only sign."""
    return "circle-x" if row.is_grey else "circle"
