"""Levels by role: how many people stand on each rung, issued apart from derived."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import plotly.graph_objects as go

from components.charts import _rungs, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph, rows_axis, words
from components.charts._touch import touch
from services.models import notation
from services.models.cefr import LevelSource
from services.models.ladder import LevelCount

ALL_ROLES = "All roles"
NO_ROLE = "No role given"
_NOBODY = len(_rungs.RUNGS) + 0.4
"""Where people without a level stand: beside the ladder, not on it."""
_MOST_ROLES = 12
_NAME_ROOM = 190


@dataclass(frozen=True, slots=True)
class Cell:
    """The people of one role on one rung by one source."""

    role: str
    rung: str | None
    source: LevelSource
    count: int
    borderline: int


def levels_figure(
    counts: Sequence[LevelCount], *, requirement: str | None = None, compact: bool = False
) -> go.Figure:
    """Draw a circle for each role and rung, as large as the number in it; all roles on top.

    Filled circles were issued by the vendor, open ones derived; people without a level stand apart.
    """
    cells = grouped(counts)
    roles = list(dict.fromkeys(cell.role for cell in cells))
    step = 84 if compact else 40
    places = {role: 4 + step * (index + 0.5) + 9 * compact for index, role in enumerate(roles)}
    height = round(step * len(roles)) + 8
    shapes, cut = _rungs.requirement_line(requirement)
    left = 12 if compact else _NAME_ROOM + 24
    frame = Canvas(
        rows_height=height,
        margins=Margins(left=left, right=12, top=26, bottom=24 if cut else 8),
        xaxis=_axis(),
        yaxis=rows_axis(height),
        legend=_legend(cells),
        compact=compact,
        annotations=[*_names(places, compact=compact), *cut],
        shapes=[*_rungs.dividers(), *_rules(places, step=step, compact=compact), *shapes],
    )
    return frame.figure([_circles(cells, places, compact=compact)])


def grouped(counts: Sequence[LevelCount]) -> list[Cell]:
    """Return the cells row by row: all roles, then each role from the largest down.

    Beyond twelve roles the rest counts as one.
    """
    sizes: dict[str, int] = {}
    for each in counts:
        sizes[each.role or NO_ROLE] = sizes.get(each.role or NO_ROLE, 0) + each.count
    ranked = sorted(sizes, key=lambda role: (-sizes[role], role))
    kept = ranked[:_MOST_ROLES]
    rest = f"{len(ranked) - len(kept)} more roles"
    found: dict[tuple[str, str | None, LevelSource], list[int]] = {}
    for each in counts:
        role = each.role or NO_ROLE
        for shown in dict.fromkeys((ALL_ROLES, role if role in kept else rest)):
            cell = found.setdefault((shown, each.rung, each.source), [0, 0])
            cell[0] += each.count
            cell[1] += each.borderline
    order = (ALL_ROLES, *kept, rest)
    cells = [Cell(*key, *numbers) for key, numbers in found.items()]
    return sorted(cells, key=lambda cell: (order.index(cell.role), _at(cell), cell.source))


def _at(cell: Cell) -> float:
    at = _rungs.place(cell.rung)
    return _NOBODY if at is None else at


def _axis() -> Part:
    part = _rungs.axis(last=_NOBODY)
    part["tickvals"] = [*range(len(_rungs.RUNGS)), _NOBODY]
    part["ticktext"] = [
        *("<A1" if rung == _rungs.BELOW else rung for rung in _rungs.RUNGS),
        "none",
    ]
    return part


def _circles(cells: Sequence[Cell], places: dict[str, float], *, compact: bool) -> Part:
    tones = [theme.MUTED if cell.rung is None else theme.SCORE for cell in cells]
    filled = [cell.source is LevelSource.ISSUED for cell in cells]
    return {
        "type": "scatter",
        "name": "people",
        "mode": "markers+text",
        "x": [_at(cell) + (0 if compact else 0.5 * _beside(cell, cells)) for cell in cells],
        "y": [places[cell.role] + (28 * _beside(cell, cells) * compact) for cell in cells],
        "text": [f"{cell.count:,}" for cell in cells],
        "textposition": "middle center",
        "textfont": theme.font(size=theme.SMALL)
        | {"color": [theme.BACKGROUND if full else theme.TEXT for full in filled]},
        "marker": {
            "size": [20 + (8 if compact else 18) * sqrt(_share(cell, cells)) for cell in cells],
            "color": [
                tone if full else theme.BACKGROUND for full, tone in zip(filled, tones, strict=True)
            ],
            "opacity": 1,
            "line": {"width": 1.5, "color": tones},
        },
        **touch(map(_hover, cells)),
    }


def _share(cell: Cell, cells: Sequence[Cell]) -> float:
    """Return the count as a share of the largest one in sight: of all roles, or of single ones."""
    is_all = cell.role == ALL_ROLES
    return cell.count / max(each.count for each in cells if (each.role == ALL_ROLES) == is_all)


def _beside(cell: Cell, cells: Sequence[Cell]) -> float:
    """Return -0.5 or 0.5 for two circles that share a rung, 0 for one that has it alone."""
    mates = [each for each in cells if each.role == cell.role and each.rung == cell.rung]
    return 0 if len(mates) < 2 else mates.index(cell) - 0.5


def _names(places: dict[str, float], *, compact: bool) -> list[Part]:
    parts = []
    for role, y in places.items():
        shown = label.block(role, room=240 if compact else _NAME_ROOM, lines=1 if compact else 2)
        bold = f"<b>{shown}</b>" if role == ALL_ROLES else shown
        shift = -12 if compact else -_NAME_ROOM - 24
        parts.append(words(bold, x=0, y=y - 41 * compact, anchor="left", shift=shift))
    return parts


def _rules(places: dict[str, float], *, step: float, compact: bool) -> list[Part]:
    return [
        across(y=y + step / 2 - 9 * compact, color=theme.GRID)
        for index, y in enumerate(places.values())
        if index == 0 and len(places) > 1
    ]


def _hover(cell: Cell) -> str:
    people = notation.count(cell.count, "person", plural="people")
    where = "without a level" if cell.rung is None else f"at {cell.rung}"
    by = "" if cell.rung is None else f", {cell.source}"
    more = f"<br>{cell.borderline} of them borderline to the next" if cell.borderline else ""
    return f"<b>{label.block(cell.role, room=300, lines=3)}</b><br>{people} {where}{by}{more}"


def _legend(cells: Sequence[Cell]) -> list[str]:
    sources = {cell.source for cell in cells if cell.rung is not None}
    items = []
    if LevelSource.ISSUED in sources:
        items.append(f"{glyph('●', color=theme.SCORE)} issued by the vendor")
    if LevelSource.DERIVED in sources:
        items.append(f"{glyph('○', color=theme.SCORE)} derived through the chosen table")
    if any(cell.rung is None for cell in cells):
        items.append(f"{glyph('○', color=theme.MUTED)} no level")
    return items
