"""The marks of a difference forest: corrected interval, plain interval and point, around zero."""

from collections.abc import Sequence

from components.charts import label, theme
from components.charts._canvas import Part
from components.charts._gap_rows import GapRow
from components.charts._gaps import Gap
from components.charts._touch import steady, touch
from services.models import notation

Found = tuple[float, Gap, float, float]
"""The middle of a row, its gap, and both ends of an interval."""


def marks(rows: Sequence[GapRow]) -> list[Part]:
    """Return the traces of all rows that are drawn, none where there is none."""
    drawn = [(row.middle, row.gap) for row in rows if row.gap and row.is_drawn]
    if not drawn:
        return []
    corrected = [(middle, gap, *gap.corrected) for middle, gap in drawn if gap.corrected]
    plain = [(middle, gap, *gap.ends) for middle, gap in drawn if gap.ends]
    return [
        _intervals(corrected, name="corrected intervals", width=14, opacity=0.2),
        _intervals(plain, name="intervals", width=14, opacity=0.36),
        _points(drawn),
    ]


def tone(gap: Gap) -> str:
    """Return the colour: quiet for what could be chance, whose point is open too."""
    return theme.GREY if gap.could_be_chance is not False else theme.SCORE


def _intervals(found: Sequence[Found], *, name: str, width: int, opacity: float) -> Part:
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [lower for _, _, lower, _ in found],
        "x": [upper - lower for _, _, lower, upper in found],
        "y": [middle for middle, _, _, _ in found],
        "width": width,
        "marker": {
            "color": [tone(gap) for _, gap, _, _ in found],
            "opacity": opacity,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **steady(opacity=opacity),
        **_touched([gap for _, gap, _, _ in found]),
    }


def _points(drawn: Sequence[tuple[float, Gap]]) -> Part:
    clear = [gap.could_be_chance is False for _, gap in drawn]
    pairs = list(zip(clear, (tone(gap) for _, gap in drawn), strict=True))
    return {
        "type": "scatter",
        "name": "differences",
        "mode": "markers",
        "cliponaxis": False,
        "x": [gap.value for _, gap in drawn],
        "y": [middle for middle, _ in drawn],
        "marker": {
            "symbol": "circle",
            "size": 9,
            "color": [color if is_full else theme.BACKGROUND for is_full, color in pairs],
            "opacity": 1,
            "line": {
                "width": [1.5 if is_full else 2 for is_full in clear],
                "color": [theme.BACKGROUND if is_full else color for is_full, color in pairs],
            },
        },
        **steady(opacity=1),
        **_touched([gap for _, gap in drawn]),
    }


def _touched(gaps: Sequence[Gap]) -> Part:
    return touch(map(_hover, gaps), ([gap.key, gap.a, gap.b] for gap in gaps))


def _hover(gap: Gap) -> str:
    lines = [
        f"<b>{label.block(gap.metric, room=300, lines=3)}</b>",
        label.block(gap.b, room=300, lines=3),
        f"minus {label.block(gap.a, room=300, lines=3)}",
        label.escaped(gap.number),
    ]
    if gap.corrected:
        lower, upper = (notation.number(end, places=gap.places) for end in gap.corrected)
        lines.append(f"corrected for all comparisons: {lower} to {upper}")
    return "<br>".join([*lines, *([label.escaped(gap.verdict)] if gap.verdict else [])])
