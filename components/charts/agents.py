"""Agents over many interviews: what each gave in each criterion, and how far they are apart."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import Canvas, Part, glyph, muted, rows_axis, words
from components.charts._heat import (
    FEW,
    Heat,
    heat,
    is_alone,
    more_words,
    size_words,
    spread_words,
    tone,
)
from components.charts._heat_plan import HeatPlan
from components.charts._touch import steady, touch
from services.models import notation
from services.models.agreement import Agent, AgentsAnswer, CriterionSpread, HeatCell
from services.models.cohort import FEWEST_WITHOUT_A_WARNING

Placed = tuple[CriterionSpread, Agent, HeatCell | None, float, float]
"""A criterion, an agent, what it gave, and where that is."""


def agents_figure(answer: AgentsAnswer, *, compact: bool = False) -> go.Figure:
    """Draw criteria x agents as mean shares of the maximum, in whole percent.

    Criteria judged most come first, twenty at most, and the agents that judged most, fourteen
    (eight when compact); the foot says what only the table has. Below each number stands its n,
    marked where that is few; a cell without a number was never judged. Each row ends in the
    spread between agents on the same target. A click hands over the agent's id and the criterion.
    """
    laid = heat(answer, compact=compact)
    plan = HeatPlan(heat=laid, compact=compact)
    traces = _cells(plan)
    if plan.has_strip and laid.criteria:
        traces += [_strips(plan), _dots(plan)]
    frame = Canvas(
        rows_height=plan.height,
        margins=plan.margins,
        xaxis={
            "range": list(plan.reach),
            "fixedrange": True,
            "visible": False,
            "showgrid": False,
            "zeroline": False,
        },
        yaxis=rows_axis(plan.height),
        legend=_legend(plan),
        compact=compact,
        annotations=_words(plan),
    )
    return frame.figure([trace for trace in traces if trace["y"]])


def _cells(plan: HeatPlan) -> list[Part]:
    """Return the cells, one trace for each colour of text: a click must not change it."""
    placed = [
        (criterion, agent, plan.heat.cell(row, column), float(column), plan.middle(row))
        for row, criterion in enumerate(plan.heat.criteria)
        for column, agent in enumerate(plan.heat.agents)
    ]
    groups = (("low", theme.TEXT), ("high", theme.BACKGROUND), ("never judged", theme.MUTED))
    return [
        _bars(name, [each for each in placed if tone(each[2])[1] == ink], plan=plan, ink=ink)
        for name, ink in groups
    ]


def _bars(name: str, cells: Sequence[Placed], *, plan: HeatPlan, ink: str) -> Part:
    height = plan.cell_height
    return {
        "type": "bar",
        "name": name,
        "x": [x for *_, x, _ in cells],
        "base": [y - height / 2 for *_, y in cells],
        "y": [height for _ in cells],
        "width": 0.94,
        "marker": {
            "color": [tone(cell)[0] for _, _, cell, _, _ in cells],
            "line": {"width": 0},
            "cornerradius": 3,
        },
        "text": [_text(cell, plan=plan) for _, _, cell, _, _ in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": theme.font(size=theme.SMALL, color=ink),
        **steady(opacity=1, ink=ink, has_text=True),
        **touch(
            (_hover(criterion, agent, cell) for criterion, agent, cell, _, _ in cells),
            ([agent.id, criterion.criterion] for criterion, agent, _, _, _ in cells),
        ),
    }


def _text(cell: HeatCell | None, *, plan: HeatPlan) -> str:
    if cell is None:
        return ""
    return f"{notation.percent(cell.share)}<br>{size_words(cell.n, is_named=plan.has_broad_cells)}"


def _hover(criterion: CriterionSpread, agent: Agent, cell: HeatCell | None) -> str:
    lines = [
        f"<b>{label.block(agent.id, room=300, lines=3)}</b>",
        label.block(criterion.criterion, room=300, lines=3),
        "never judged"
        if cell is None
        else f"mean {notation.percent(cell.share)} &#37; of the maximum, n = {cell.n:,}",
    ]
    return "<br>".join(lines)


def _strips(plan: HeatPlan) -> Part:
    """Return a quiet line from 0 to 100 at the end of each row."""
    low, high = plan.strip
    rows = range(len(plan.heat.criteria))
    return {
        "type": "scatter",
        "name": "from 0 to 100",
        "mode": "lines",
        "x": [x for _ in rows for x in (low, high, None)],
        "y": [y for row in rows for y in (plan.middle(row), plan.middle(row), None)],
        "cliponaxis": False,
        "line": {"color": theme.GRID, "width": 2},
        "hoverinfo": "skip",
    }


def _dots(plan: HeatPlan) -> Part:
    """Return a dot for each agent on each strip."""
    low, high = plan.strip
    dots = [
        (cell, low + (high - low) * min(max(cell.share, 0), 1), plan.middle(row))
        for row, criterion in enumerate(plan.heat.criteria)
        for cell in plan.heat.shares(criterion.criterion)
    ]
    return {
        "type": "scatter",
        "name": "one agent each",
        "mode": "markers",
        "x": [x for _, x, _ in dots],
        "y": [y for _, _, y in dots],
        "cliponaxis": False,
        "marker": {
            "symbol": "circle",
            "size": 8,
            "color": theme.SCORE,
            "opacity": 0.6,
            "line": {"width": 1, "color": theme.BACKGROUND},
        },
        **steady(opacity=0.6),
        **touch(
            (_dot_hover(cell) for cell, _, _ in dots),
            ([cell.agent, cell.criterion] for cell, _, _ in dots),
        ),
    }


def _dot_hover(cell: HeatCell) -> str:
    name = label.block(cell.agent, room=300, lines=3)
    return f"<b>{name}</b><br>{notation.percent(cell.share)} &#37;, n = {cell.n:,}"


def _words(plan: HeatPlan) -> list[Part]:
    laid = plan.heat
    parts = [plan.name(row) for row in range(len(laid.criteria))]
    parts += [plan.heading(agent.id, x=column) for column, agent in enumerate(laid.agents)]
    if not is_alone(laid.agents):
        parts += [
            plan.spread(row, muted(spread_words(criterion), size=theme.SIZE - 1))
            for row, criterion in enumerate(laid.criteria)
        ]
    if plan.has_strip and laid.criteria:
        parts.append(plan.heading("Spread", x=sum(plan.strip) / 2))
    more = more_words(laid)
    return [*parts, *([_foot(more, left=plan.margins.left)] if more else [])]


def _foot(text: str, *, left: int) -> Part:
    part = words(muted(text), x=0, y=0, anchor="left", shift=-left)
    return part | {"yref": "paper", "yanchor": "top", "yshift": -8}


def _legend(plan: HeatPlan) -> list[str]:
    laid = plan.heat
    if not laid.criteria:
        return []
    items = ["mean share of the maximum, in &#37;; below it n, the targets judged"]
    if _has_few(laid):
        items.append(f"{FEW} few results: n below {FEWEST_WITHOUT_A_WARNING}")
    if _has_gaps(laid):
        items.append(f"{glyph('■', color=theme.GRID)} empty: never judged")
    if plan.has_strip:
        items.append(f"{glyph('●', color=theme.SCORE)} one agent, from 0 to 100")
    if is_alone(laid.agents):
        return [*items, "one agent: no spread"]
    return [*items, "± spread between agents on one target, in points"]


def _has_gaps(laid: Heat) -> bool:
    return any(cell is None for cell in laid.drawn())


def _has_few(laid: Heat) -> bool:
    return any(cell is not None and _estimates.is_few(cell.n) for cell in laid.drawn())
