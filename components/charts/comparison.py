"""Comparison: two to five interviews' scores with their bands, aligned row by row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import plotly.graph_objects as go

from components.charts import _columns, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph, muted, rows_axis, words
from components.charts._touch import touch
from components.charts.forest import HEADINGS
from services.models import notation
from services.models.comparison import ComparedRow, Comparison, Verdict
from services.models.score import PERCENT, Scale, Score, ScoreKind

_NAME_ROOM = 200
_WORDS = 130
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "star")
GLYPHS = ("●", "◆", "■", "▲", "★")
TONES = (
    theme.CATEGORY[0],
    theme.CATEGORY[1],
    theme.CATEGORY[2],
    theme.CATEGORY[3],
    theme.CATEGORY[6],
)
_KIND_WORDS = HEADINGS | {ScoreKind.OVERALL: "Overall"}


@dataclass(frozen=True, slots=True)
class Lane:
    """One interview's score within one row."""

    row: ComparedRow
    index: int
    """Which of the interviews."""
    score: Score | None
    middle: float


@dataclass(frozen=True, slots=True)
class Block:
    """One row with its lanes; a heading has none."""

    text: str
    row: ComparedRow | None
    top: float
    lanes: tuple[Lane, ...] = ()


def comparison_figure(
    comparison: Comparison, *, names: Mapping[str, str], compact: bool = False
) -> go.Figure:
    """Draw each score of each interview in a lane of its own; a row holds what has one name.

    Only scores on one scale share the axis: those on another stand in words. Every interview has
    its own shape and colour; `names` says by id what each is called. Beside each row stands what
    the bands can tell apart, never an order of the points alone.
    """
    scale = axis_scale(comparison)
    blocks, height = placed(comparison, compact=compact)
    lanes = [lane for block in blocks for lane in block.lanes]
    frame = Canvas(
        rows_height=height,
        margins=Margins(
            left=12 if compact else _NAME_ROOM + 16,
            right=12 if compact else _WORDS + 66,
            top=8,
            bottom=26,
        ),
        xaxis=_axis(scale, compact=compact),
        yaxis=rows_axis(height),
        legend=_legend(comparison, names),
        compact=compact,
        annotations=_words(blocks, scale=scale, compact=compact),
        shapes=[across(y=block.top, color=theme.GRID) for block in blocks if block.row],
    )
    drawn = [lane for lane in lanes if is_drawn(lane.score, scale)]
    return frame.figure([_bands(drawn), _points(drawn)])


def axis_scale(comparison: Comparison) -> Scale:
    """Return the scale that most of the scored values are on."""
    scales = Counter(
        score.scale
        for row in comparison.rows
        for score in row.scores
        if score and score.value is not None
    )
    return scales.most_common(1)[0][0] if scales else PERCENT


def is_drawn(score: Score | None, scale: Scale) -> bool:
    """Tell whether a score can stand on the axis."""
    if score is None or score.value is None:
        return False
    return isfinite(score.value) and score.scale == scale


def placed(comparison: Comparison, *, compact: bool) -> tuple[list[Block], int]:
    """Return headings and rows with their places, and the height of all."""
    blocks: list[Block] = []
    top, kind = 4.0, None
    for row in comparison.rows:
        if row.kind is not kind and row.kind is not ScoreKind.OVERALL:
            blocks.append(Block(_KIND_WORDS[row.kind], None, top + 18))
            top += 32
        kind = row.kind
        said = 17 * len(label.wrapped(row.name, room=_NAME_ROOM, lines=2)) + 20
        head, lane = (said + 6, 38) if compact else (8, 20)
        lanes = tuple(
            Lane(row, index, score, top + head + lane * (index + (0.7 if compact else 0.5)))
            for index, score in enumerate(row.scores)
        )
        blocks.append(Block(row.name, row, top, lanes))
        top += max(head + lane * len(lanes) + 8, said + 8)
    return blocks, round(top + 4)


def verdict_words(row: ComparedRow) -> str:
    """Say how many pairs the bands tell apart: "cannot separate", "1 clear, 2 leaning"."""
    found = Counter(each.verdict for each in row.separations)
    if len(found) == 1:
        return str(next(iter(found)))
    return ", ".join(f"{found[verdict]} {verdict}" for verdict in Verdict if found[verdict])


def _axis(scale: Scale, *, compact: bool) -> Part:
    span = scale.high - scale.low
    return {
        "range": [scale.low - span * 0.012, scale.high + span * 0.012],
        "fixedrange": True,
        "tick0": scale.low,
        "dtick": span / (2 if compact else 5),
        "showgrid": True,
        "gridcolor": theme.GRID,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        "tickfont": theme.font(size=theme.SMALL, color=theme.MUTED),
        "ticklabelstandoff": 4,
    }


def _bands(lanes: Sequence[Lane]) -> Part:
    found = [(lane, *ends) for lane in lanes if (ends := _ends(lane.score))]
    return {
        "type": "bar",
        "name": "bands",
        "orientation": "h",
        "base": [lower for _, lower, _ in found],
        "x": [upper - lower for _, lower, upper in found],
        "y": [lane.middle for lane, _, _ in found],
        "width": 13,
        "marker": {
            "color": [TONES[lane.index] for lane, _, _ in found],
            "opacity": 0.32,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **touch(_hover(lane) for lane, _, _ in found),
    }


def _ends(score: Score | None) -> tuple[float, float] | None:
    if score is None or score.lower is None or score.upper is None:
        return None
    return min(score.lower, score.upper), max(score.lower, score.upper)


def _points(lanes: Sequence[Lane]) -> Part:
    full = [bool(lane.score and lane.score.has_band) for lane in lanes]
    tones = [TONES[lane.index] for lane in lanes]
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "cliponaxis": False,
        "x": [lane.score.value for lane in lanes if lane.score],
        "y": [lane.middle for lane in lanes],
        "marker": {
            "symbol": [SYMBOLS[lane.index] for lane in lanes],
            "size": 10,
            "color": [
                tone if is_full else theme.BACKGROUND
                for is_full, tone in zip(full, tones, strict=True)
            ],
            "opacity": 1,
            "line": {"width": 1.5, "color": tones},
        },
        **touch(map(_hover, lanes)),
    }


def _words(blocks: Sequence[Block], *, scale: Scale, compact: bool) -> list[Part]:
    parts = []
    left = -12 if compact else -_NAME_ROOM - 16
    for block in blocks:
        shown = label.block(block.text, room=_NAME_ROOM, lines=2)
        if block.row is None:
            heading = muted(f"<b>{shown}</b>", size=theme.SMALL + 0.5)
            parts.append(words(heading, x=0, y=block.top, anchor="left", shift=left))
            continue
        strong = f"<b>{shown}</b>" if block.row.kind is ScoreKind.OVERALL else shown
        said = muted(label.escaped(verdict_words(block.row)))
        name = words(
            f"{strong}<br>{said}", x=0, y=block.top + 6, anchor="left", shift=left, hang=True
        )
        parts.append(name)
        parts += [_number(lane, scale=scale, compact=compact) for lane in block.lanes]
    return parts


def _number(lane: Lane, *, scale: Scale, compact: bool) -> Part:
    sign = glyph(GLYPHS[lane.index], color=TONES[lane.index])
    if lane.score is None:
        said = muted("not asked", size=theme.SIZE)
    else:
        said = _columns.number_words(lane.score)
        if lane.score.value is not None and lane.score.scale != scale:
            high = notation.number(lane.score.scale.high)
            said = f"{said} {muted(f'of {high}')}"
    text = f"{sign} {said}"
    if compact:
        return words(text, x=0, y=lane.middle - 18, anchor="left", shift=-12)
    return words(text, x=1, y=lane.middle, anchor="left", shift=12)


def _hover(lane: Lane) -> str:
    score = lane.score
    lines = [f"<b>{GLYPHS[lane.index]} {label.block(lane.row.name, room=300, lines=3)}</b>"]
    if score:
        lines.append(notation.with_band(score))
        lines += [label.escaped(score.label)] if score.label else []
    return "<br>".join(lines)


def _legend(comparison: Comparison, names: Mapping[str, str]) -> list[str]:
    items = [
        f"{glyph(GLYPHS[index], color=TONES[index])} "
        f"{label.escaped(label.shortened(label.clean(names[row.id]), room=160))}"
        for index, row in enumerate(comparison.interviews)
    ]
    return [*items, f"{glyph('━', color=theme.MUTED)} vendor interval, level not stated"]
