"""Severity: how much stricter or more lenient each agent is than the others on the same targets."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import glyph
from components.charts._estimate_rows import EstimateRow
from components.charts._offsets import Offset, uncorrected
from components.charts._zero_forest import zero_figure
from components.charts._zero_heads import Sides
from services.models.agreement import Agent, AgentsAnswer

MOST_AGENTS = 30
_SIDES = Sides(below="stricter", above="more lenient")


def severity_figure(answer: AgentsAnswer, *, compact: bool = False) -> go.Figure:
    """Draw each agent's mean deviation from the others around zero, in points of the maximum.

    Those that judged most come first; beyond thirty the table says the rest. An agent alone on
    its targets, or with fewer than five shared ones, is a sentence, never a zero. A click hands
    over the agent's id.
    """
    shown = answer.agents[:MOST_AGENTS]
    return zero_figure(
        [_row(agent) for agent in shown],
        sides=_SIDES,
        legend=_legend(shown),
        rest=len(answer.agents) - len(shown),
        compact=compact,
    )


def severity_words(agent: Agent) -> str:
    """Say it for one agent: "3.2 points stricter than the others (1.9 to 4.5), n = 1,204"."""
    found = uncorrected(agent.severity)
    if found.value is None:
        return found.absence
    size = _estimates.number(abs(found.value), places=found.places)
    said = f"{size} points {_side(found.value)} than" if size.strip("0.") else "0 points apart from"
    ends = f" ({found.interval})" if found.interval else ", no interval"
    chance = ", could be chance" if found.could_be_chance else ""
    return f"{said} the others{ends}{chance}, {_estimates.size_words(agent.severity.n)}"


def _side(value: float) -> str:
    return _SIDES.below if value < 0 else _SIDES.above


def _row(agent: Agent) -> EstimateRow:
    found = uncorrected(agent.severity)
    return EstimateRow(
        name=agent.id,
        details=agent.role or "",
        number=found.number,
        interval=found.interval,
        remark=_remark(found),
        sentence=found.absence,
        value=found.value,
        ends=found.ends,
        is_open=bool(found.could_be_chance),
        hover=(
            agent.role or "",
            severity_words(agent),
            agent.severity.remark,
            f"{agent.assessments:,} judgements in all",
        ),
        data=(agent.id,),
    )


def _remark(found: Offset) -> str:
    """Say the side of zero where the interval is clear of it, and what the figure rests on."""
    if found.value is None:
        return ""
    told = found.verdict or "no interval"
    if found.could_be_chance is False:
        told = _side(found.value)
    return f"{told}, {_estimates.size_words(found.estimate.n)}"


def _legend(agents: Sequence[Agent]) -> list[str]:
    found = [uncorrected(agent.severity) for agent in agents]
    levels = [_estimates.level(each.estimate) for each in found if each.ends]
    line = glyph("━", color=theme.GREY)
    told = [f"{line} {label.escaped(levels[0])}, each agent by itself"] if levels else []
    return ["percentage points from the others", *told]
