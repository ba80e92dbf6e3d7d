"""Severity: how much stricter or more lenient each agent is than the others on the same targets."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _estimates, label
from components.charts._estimate_rows import EstimateRow
from components.charts._zero_forest import (
    Sides,
    could_be_zero,
    interval_words,
    number_words,
    point_ends,
    points,
    side_words,
    zero_figure,
)
from services.models.agreement import Agent, AgentsAnswer

MOST_AGENTS = 30
SIDES = Sides(below="stricter", above="more lenient")


def severity_figure(answer: AgentsAnswer, *, compact: bool = False) -> go.Figure:
    """Draw each agent's mean deviation from the others around zero, in points of the maximum.

    Those that judged most come first; beyond thirty the table says the rest. An agent alone on
    its targets is a sentence, never a zero. A click hands over the agent's id.
    """
    shown = answer.agents[:MOST_AGENTS]
    return zero_figure(
        [_row(agent) for agent in shown],
        sides=SIDES,
        legend=_legend(shown),
        rest=len(answer.agents) - len(shown),
        compact=compact,
    )


def severity_words(agent: Agent) -> str:
    """Say it for one agent: "3.2 points stricter than the others (1.9–4.5), n = 1,204"."""
    value = points(agent.severity)
    if value is None:
        return agent.severity.refusal.rstrip(". ")
    side = SIDES.below if value < 0 else SIDES.above
    size = _estimates.number(abs(value), places=1)
    said = f"{size} points {side} than" if size.strip("0.") else "0 points apart from"
    interval = interval_words(agent.severity)
    ends = f" ({interval})" if interval else ", no interval"
    chance = ", could be chance" if could_be_zero(agent.severity) else ""
    return f"{said} the others{ends}{chance}, n = {agent.severity.n:,}"


def _row(agent: Agent) -> EstimateRow:
    found = agent.severity
    told = side_words(found, SIDES)
    return EstimateRow(
        name=agent.id,
        details=agent.role or "",
        number=number_words(found),
        interval=interval_words(found),
        remark=f"{told}, n = {found.n:,}" if told else "",
        sentence=found.refusal,
        value=points(found),
        ends=point_ends(found),
        is_open=bool(could_be_zero(found)),
        hover=(
            agent.role or "",
            severity_words(agent),
            found.remark,
            f"{agent.assessments:,} judgements in all",
        ),
        data=(agent.id,),
    )


def _legend(agents: Sequence[Agent]) -> list[str]:
    levels = [_estimates.level(agent.severity) for agent in agents if agent.severity.has_interval]
    told = [f"{label.escaped(levels[0])}, each agent by itself"] if levels else []
    return ["percentage points from the others", *told]
