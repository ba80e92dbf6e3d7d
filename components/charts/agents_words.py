"""The agents' heat map in words: the data table, and the sentence for who cannot see the figure."""

from components.charts import label
from components.charts._estimates import rounded
from components.charts._heat import widest_first
from services.models import notation
from services.models.agreement import AgentsAnswer, CriterionSpread
from services.models.table import Table

_COLUMNS = (
    *("Criterion", "Agent", "Mean share %", "n"),
    *("Criterion mean %", "Spread (points)", "Targets"),
)


def agents_table(answer: AgentsAnswer) -> Table:
    """Return one row for each criterion and agent that judged it, in the figure's order.

    Shares are percent of the maximum; the spread is in percentage points, empty where no target
    was judged by two.
    """
    cells = {(cell.criterion, cell.agent): cell for cell in answer.cells}
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                *(each.criterion, agent.id, rounded(100 * cell.share), cell.n),
                rounded(100 * each.mean),
                None if each.spread is None else rounded(100 * each.spread),
                each.n,
            )
            for each in answer.criteria
            for agent in answer.agents
            for cell in [cells.get((each.criterion, agent.id))]
            if cell
        ),
    )


def agents_sentence(answer: AgentsAnswer) -> str:
    """Say the range of the criteria's means, and where agents are most and least apart."""
    if not answer.criteria or not answer.agents:
        return "No agent judged anything here."
    parts = [
        f"{notation.count(len(answer.agents), 'agent')} on "
        f"{notation.count(len(answer.criteria), 'criterion', plural='criteria')} in "
        f"{answer.interviews:,} {'interview' if answer.interviews == 1 else 'interviews'}, "
        "mean share of the maximum.",
        _means(answer),
    ]
    if len(answer.agents) == 1:
        return " ".join([*parts, "One agent only: no spread."])
    if answer.agreement.identical:
        return " ".join([*parts, "Identical agents: no independent information."])
    return " ".join([*parts, _spreads(answer)])


def _means(answer: AgentsAnswer) -> str:
    ranked = sorted(answer.criteria, key=lambda each: each.mean)
    low, high = ranked[0], ranked[-1]
    if len(ranked) == 1:
        return f"{_mean(low)}."
    return f"From {_mean(low)} to {_mean(high)}."


def _mean(each: CriterionSpread) -> str:
    return f"{label.brief(each.criterion)}: {notation.percent(each.mean)} % (n = {each.n:,})"


def _spreads(answer: AgentsAnswer) -> str:
    if all(each.spread is None for each in answer.criteria):
        return "No target was judged by two agents."
    ranked = widest_first(answer)
    if not ranked:
        return "Too few results to say where agents are most apart."
    high, low = ranked[0], ranked[-1]
    if len(ranked) == 1:
        return f"Agents are {_points(high)} apart on {label.brief(high.criterion)}."
    return (
        f"Agents are most apart on {label.brief(high.criterion)} (± {_points(high)}), "
        f"least on {label.brief(low.criterion)} (± {_points(low)})."
    )


def _points(criterion: CriterionSpread) -> str:
    written = notation.percent(criterion.spread or 0)
    return f"{written} {'point' if written == '1' else 'points'}"
