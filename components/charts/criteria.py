"""Agent criteria: what each agent gave for one question, so that agreement is seen at once."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _roles, label, theme
from components.charts._canvas import Canvas, Part, glyph, muted, rows_axis
from components.charts._grid import Cell, Grid, adds_up, grid
from components.charts._plan import Plan, agent_name
from components.charts._touch import steady, touch
from services.models import notation
from services.models.agents import Panel

_SIGNS = {1: " ▲", -1: " ▼", 0: ""}
_NOT_SCORED = (theme.FAINT, theme.MUTED)


def criteria_figure(
    panel: Panel, *, selected: tuple[str, str] | None = None, compact: bool = False
) -> go.Figure:
    """Draw agents x criteria as shares of the maximum (0 to 100 %), totals and roles set apart.

    A cell more than 20 points from the panel's median has a frame and an arrow; a dash is a
    criterion that an agent did not score. `selected` is (agent id, criterion key), and the same
    pair is each cell's custom data; the key of a total is empty.
    """
    laid = grid(panel)
    plan = Plan(grid=laid, role_count=len(panel.role_shares), compact=compact)
    traces = [*_cells(plan, selected=selected), *_roles.marks(panel.role_shares, plan=plan)]
    if len(panel.agents) > 1:
        traces += [_strips(plan), _dots(plan)]
    canvas = Canvas(
        rows_height=plan.height,
        margins=plan.margins,
        xaxis=plan.xaxis,
        yaxis=rows_axis(plan.height),
        legend=_legend(laid, compact=compact),
        compact=compact,
        annotations=[*_words(plan), *_roles.names(panel.role_shares, plan=plan)],
    )
    return canvas.figure(traces)


def notes(laid: Grid) -> list[str]:
    """Return what has to be said about the panel as a whole."""
    if len(laid.agents) == 1:
        return ["one agent: agreement cannot be computed"]
    if laid.are_identical:
        return ["identical agents: no independent information"]
    return []


def _cells(plan: Plan, *, selected: tuple[str, str] | None) -> list[Part]:
    """Return the cells, one trace for each colour of text: a click must not change it."""
    placed = [
        (cell, *plan.cell(agent, criterion))
        for criterion in range(len(plan.grid.keys) + 1)
        for agent, cell in enumerate(plan.grid.column(criterion))
    ]
    groups = (("low", theme.TEXT), ("high", theme.BACKGROUND), ("not scored", theme.MUTED))
    return [
        _bars(
            name,
            [item for item in placed if _tone(item[0].share)[1] == ink],
            plan=plan,
            ink=ink,
            selected=selected,
        )
        for name, ink in groups
    ]


def _bars(
    name: str,
    cells: Sequence[tuple[Cell, float, float]],
    *,
    plan: Plan,
    ink: str,
    selected: tuple[str, str] | None,
) -> Part:
    height = plan.row - 4
    return {
        "type": "bar",
        "name": name,
        "x": [x for _, x, _ in cells],
        "base": [y - height / 2 for _, _, y in cells],
        "y": [height for _ in cells],
        "width": 0.94,
        "marker": _fills([cell for cell, _, _ in cells], selected=selected),
        "text": [_text(cell, compact=plan.compact) for cell, _, _ in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": theme.font(size=theme.SMALL if plan.compact else theme.SIZE, color=ink),
        **steady(opacity=1, ink=ink, has_text=True),
        **_answers([cell for cell, _, _ in cells], plan.grid),
    }


def _fills(cells: Sequence[Cell], *, selected: tuple[str, str] | None) -> Part:
    frames = [_frame(cell, selected=selected) for cell in cells]
    return {
        "color": [_tone(cell.share)[0] for cell in cells],
        "line": {"color": [color for color, _ in frames], "width": [width for _, width in frames]},
        "cornerradius": 4,
    }


def _answers(cells: Sequence[Cell], laid: Grid) -> Part:
    return touch(
        (_hover(cell, laid) for cell in cells), ([cell.agent.agent_id, cell.key] for cell in cells)
    )


def _tone(share: float | None) -> tuple[str, str]:
    if share is None:
        return _NOT_SCORED
    steps = len(theme.HEAT)
    return theme.HEAT[min(max(int(share * steps), 0), steps - 1)]


def _frame(cell: Cell, *, selected: tuple[str, str] | None) -> tuple[str, float]:
    if selected == (cell.agent.agent_id, cell.key):
        return (theme.TEXT, 3)
    return (theme.DOUBT, 2.5) if cell.apart else (theme.CLEAR, 0)


def _text(cell: Cell, *, compact: bool) -> str:
    if cell.share is None:
        return "–"
    if compact:
        return notation.percent(cell.share)
    odd = "" if cell.key or adds_up(cell.agent) else " ≠"
    return f"{notation.percent(cell.share)}{_SIGNS[cell.apart]}{odd}"


def _hover(cell: Cell, laid: Grid) -> str:
    agent, found = cell.agent, cell.criterion
    who = label.block(agent.name or agent.agent_id, room=260, lines=3)
    what = found.label if found else "Total"
    if cell.key and not found:
        what = dict(zip(laid.keys, laid.labels, strict=True))[cell.key]
    lines = [f"<b>{who}</b>", label.block(what, room=300, lines=4)]
    if cell.share is None:
        return "<br>".join([*lines, "not scored"])
    lines.append(f"{notation.percent(cell.share)} % of the maximum")
    part, whole = (found.weighted, found.maximum) if found else (agent.total, agent.maximum)
    if part is not None and whole is not None:
        lines.append(f"{notation.number(part)} of {notation.number(whole)}")
    if cell.apart:
        lines.append("more than 20 points from the panel's median")
    return "<br>".join(lines)


def _strips(plan: Plan) -> Part:
    """Return the 0 to 100 lines that the dots of the spread lie on."""
    ends = [plan.strip(index) for index in range(len(plan.grid.keys) + 1)]
    return {
        "type": "scatter",
        "name": "0 to 100",
        "mode": "lines",
        "x": [x for left, right, _ in ends for x in (left, right, None)],
        "y": [y for _, _, height in ends for y in (height, height, None)],
        "line": {"color": theme.GRID, "width": 2},
        "hoverinfo": "skip",
    }


def _dots(plan: Plan) -> Part:
    """Return one dot for each agent and criterion, on the line of that criterion."""
    dots = [
        (cell, cell.share, plan.strip(index))
        for index in range(len(plan.grid.keys) + 1)
        for cell in plan.grid.column(index)
        if cell.share is not None
    ]
    return {
        "type": "scatter",
        "name": "spread",
        "mode": "markers",
        "x": [left + (right - left) * _within(share) for _, share, (left, right, _) in dots],
        "y": [y for _, _, (_, _, y) in dots],
        "marker": {
            "size": 8,
            "opacity": 0.75,
            "symbol": ["diamond" if cell.apart else "circle" for cell, _, _ in dots],
            "color": [theme.DOUBT if cell.apart else theme.SCORE for cell, _, _ in dots],
            "line": {"width": 1, "color": theme.BACKGROUND},
        },
        **steady(opacity=0.75),
        **_answers([cell for cell, _, _ in dots], plan.grid),
    }


def _within(share: float) -> float:
    return min(max(share, 0), 1)


def _words(plan: Plan) -> list[Part]:
    """Return the names of rows and columns, agents and criteria each where the plan puts them."""
    laid, room = plan.grid, plan.margins.left - 12
    agents = [agent_name(laid, index) for index in range(len(laid.agents))]
    columns, rows = (agents, laid.labels) if plan.compact else (laid.labels, agents)
    names = [label.block(text, room=room, lines=2 if plan.compact else 1) for text in rows]
    if not plan.compact:
        names = [
            f"{name}<br>{_role(agent.role, room=room)}" if agent.role else name
            for name, agent in zip(names, laid.agents, strict=True)
        ]
    places = [(index + 0.5) * plan.row for index in range(len(names))]
    parts = [plan.name(name, y=y) for name, y in zip(names, places, strict=True)]
    parts += [plan.heading(text, x=index) for index, text in enumerate(columns)]
    if plan.compact:
        parts.append(plan.name("<b>Total</b>", y=plan.below))
        apart = ["Spread"] if len(agents) > 1 else []
    else:
        parts += [plan.name(muted("Spread"), y=plan.below)] if len(agents) > 1 else []
        apart = ["Total"]
    return [*parts, *(plan.heading(text, x=plan.beside, strong=True) for text in apart)]


def _role(role: str, *, room: float) -> str:
    return muted(label.block(role, room=room, lines=1, size=theme.SMALL))


def _legend(laid: Grid, *, compact: bool) -> list[str]:
    items = ["weighted share of the maximum, in %"]
    cells = [cell for row in (*laid.cells, laid.totals) for cell in row]
    if len(laid.agents) > 1:
        items.append(f"{glyph('●', color=theme.SCORE)} one agent, from 0 to 100")
    if any(cell.apart for cell in cells):
        signs = f"{glyph('◆', color=theme.DOUBT)}{'' if compact else ' ▲▼'}"
        items.append(f"{signs} over 20 points from the panel's median")
    if any(cell.share is None for cell in cells):
        items.append("– not scored")
    if not all(map(adds_up, laid.agents)):
        sign = "" if compact else "≠ "
        items.append(f"{sign}the criteria shown do not add up to the total")
    return [*items, *notes(laid)]
