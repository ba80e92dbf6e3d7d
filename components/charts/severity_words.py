"""Severity in words: the data table, and the sentence for who cannot see the figure."""

from components.charts import _estimates, label
from components.charts.severity import severity_words
from services.models import notation
from services.models.agreement import AgentsAnswer
from services.models.table import Table

_NAMED = 6
_COLUMNS = (
    *("Agent", "Role", "Deviation (points)", "Lower", "Upper", "Level %"),
    *("n", "Judgements", "In words", "Remark"),
)


def severity_table(answer: AgentsAnswer) -> Table:
    """Return one row for each agent; the deviation is in percentage points of the maximum."""
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                *(agent.id, agent.role),
                *_estimates.leveled_cells(agent.severity, factor=100),
                *(agent.assessments, severity_words(agent), agent.severity.remark),
            )
            for agent in answer.agents
        ),
    )


def severity_sentence(answer: AgentsAnswer) -> str:
    """Say of each agent how far it is from the others, the farthest first."""
    if not answer.agents:
        return "No agent judged anything here."
    ranked = sorted(answer.agents, key=lambda agent: -abs(agent.severity.estimate or 0))
    said = [f"{label.brief(agent.id)}: {label.plain(severity_words(agent))}" for agent in ranked]
    more = f"; and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
    return (
        f"{notation.count(len(said), 'agent')}, mean deviation from the other agents on the same "
        f"targets in percentage points of the maximum. {'; '.join(said[:_NAMED])}{more}."
    )
