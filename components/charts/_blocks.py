"""Rows of a comparison: placed from the top, with a lane for each interview."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from components.charts import label, theme
from components.charts.forest import HEADINGS
from services.models.comparison import ComparedRow, Comparison, Verdict
from services.models.score import PERCENT, Scale, Score, ScoreKind

GLYPHS = ("●", "◆", "■", "▲", "★")
"""The shape of each interview, as a sign in words."""
NAME_ROOM = 190
_LINE = 17


@dataclass(frozen=True, slots=True)
class Lane:
    """One interview's score within one row."""

    name: str
    """What was scored."""
    index: int
    """Which of the interviews."""
    score: Score | None
    middle: float
    is_drawn: bool
    """Whether it stands on the axis: a number, on the axis' scale."""


@dataclass(frozen=True, slots=True)
class Block:
    """One row with its lanes; a heading has none."""

    name: tuple[str, ...]
    """In lines that fit their room."""
    verdict: tuple[str, ...]
    top: float
    lanes: tuple[Lane, ...] = ()
    is_whole: bool = False
    """Whether it is an overall score."""


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
    """Tell whether a score can stand on an axis of `scale`."""
    if score is None or score.value is None:
        return False
    return isfinite(score.value) and score.scale == scale


def placed(comparison: Comparison, *, scale: Scale, compact: bool) -> tuple[list[Block], int]:
    """Return headings and rows with their places, and the height of all, in pixels."""
    ids = [interview.id for interview in comparison.interviews]
    blocks: list[Block] = []
    top, kind = 4.0, None
    for row in comparison.rows:
        if row.kind is not kind and row.kind is not ScoreKind.OVERALL:
            blocks.append(Block((HEADINGS[row.kind],), (), top + 18))
            top += 32
        kind = row.kind
        block, top = _block(row, ids, scale=scale, top=top, compact=compact)
        blocks.append(block)
    return blocks, round(top + 4)


def verdict_words(row: ComparedRow, ids: Sequence[str]) -> str:
    """Say what the bands tell apart, never an order of the points alone.

    Up to three pairs are named by their interviews' signs ("clear ●■ ◆■, cannot separate ●◆"),
    more are counted ("4 clear, 6 cannot separate"). `ids` are the interviews' in order.
    """
    found = Counter(each.verdict for each in row.separations)
    if len(found) < 2:
        every = ", all pairs" if len(row.separations) > 1 else ""
        return "".join(f"{verdict}{every}" for verdict in found)
    if len(row.separations) > 3:
        return ", ".join(f"{found[each]} {each}" for each in Verdict if found[each])
    signs = dict(zip(ids, GLYPHS, strict=False))
    pairs = {
        verdict: " ".join(
            f"{signs[each.a]}{signs[each.b]}" for each in row.separations if each.verdict is verdict
        )
        for verdict in Verdict
    }
    return ", ".join(f"{verdict} {text}" for verdict, text in pairs.items() if text)


def _block(
    row: ComparedRow, ids: Sequence[str], *, scale: Scale, top: float, compact: bool
) -> tuple[Block, float]:
    """Return the row and where the next one begins."""
    room = theme.COMPACT - 24 if compact else NAME_ROOM
    name = label.wrapped(row.name, room=room, lines=2) or ("",)
    said = verdict_words(row, ids)
    verdict = label.wrapped(said, room=room, lines=2, size=theme.SMALL) if said else ()
    height = _LINE * (len(name) + len(verdict)) + 6
    lanes, bottom = [], top + (height + 4 if compact else 8)
    for index, score in enumerate(row.scores):
        drawn = is_drawn(score, scale)
        step = (40 if drawn else 24) if compact else 21
        middle = bottom + (28 if compact and drawn else step / 2)
        lanes.append(Lane(row.name, index, score, middle, drawn))
        bottom += step
    block = Block(name, verdict, top, tuple(lanes), is_whole=row.kind is ScoreKind.OVERALL)
    return block, max(bottom, top + height) + 8
