"""The agent criteria in words: the data table, and the sentence for who cannot see the figure."""

from components.charts import label
from components.charts._grid import Cell as GridCell
from components.charts._grid import Grid, adds_up, grid, middle
from components.charts.criteria import notes
from services.models import notation
from services.models.agents import Panel
from services.models.table import Cell, Table

_COLUMNS = (
    *("Agent", "Role", "Criterion", "Score", "Weight", "Weighted", "Maximum"),
    *("Share %", "Panel median %", "Apart from the panel"),
)
_APART = {1: "more than 20 points above", -1: "more than 20 points below", 0: ""}
_NAMED = 3


def criteria_table(panel: Panel) -> Table:
    """Return one row for each agent and criterion, then the totals, then the means of the roles."""
    laid = grid(panel)
    cells = [(laid.column(index), label_) for index, label_ in enumerate((*laid.labels, "Total"))]
    rows = [_row(cell, name, column=column) for column, name in cells for cell in column]
    roles: list[tuple[Cell, ...]] = [
        ("mean of the role", item.label, "Total", *(None,) * 4, _percent(item.share), None, "")
        for item in panel.role_shares
    ]
    return Table(columns=_COLUMNS, rows=(*rows, *roles))


def criteria_sentence(panel: Panel) -> str:
    """Say how far the agents agree: the range of totals, and who stands apart on what."""
    laid = grid(panel)
    if not laid.agents:
        return "No agent assessed this question."
    parts = [
        f"{notation.count(len(laid.agents), 'agent')} on "
        f"{notation.count(len(laid.keys), 'criterion', plural='criteria')}, "
        "as weighted share of the maximum.",
        *_totals(laid),
        *(f"{note[0].upper()}{note[1:]}." for note in notes(laid)),
    ]
    if len(laid.agents) > 1 and not laid.are_identical:
        parts.append(_apart(laid))
    if not all(map(adds_up, laid.agents)):
        parts.append("The criteria shown do not add up to the total.")
    return " ".join(parts)


def _row(cell: GridCell, name: str, *, column: list[GridCell]) -> tuple[Cell, ...]:
    found, agent, center = cell.criterion, cell.agent, middle(column)
    given: tuple[Cell, ...] = (None, None, agent.total, agent.maximum) if not cell.key else ()
    if cell.key:
        given = (
            (found.score.value, found.score.weight, found.weighted, found.maximum)
            if found
            else (None,) * 4
        )
    judged = _APART[cell.apart] if cell.share is not None else "not scored"
    return (
        *(agent.name or agent.agent_id, agent.role, name),
        *given,
        *(_percent(cell.share), _percent(center), judged),
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def _totals(laid: Grid) -> list[str]:
    ranked = sorted(
        (cell for cell in laid.totals if cell.share is not None), key=lambda cell: cell.share or 0
    )
    if not ranked:
        return ["No totals given."]
    low, high = ranked[0], ranked[-1]
    if low.share == high.share:
        return [f"Total {notation.percent(low.share or 0)} %."]
    return [f"Totals from {_named(low)} to {_named(high)}."]


def _named(cell: GridCell) -> str:
    who = label.brief(cell.agent.name or cell.agent.agent_id)
    return f"{notation.percent(cell.share or 0)} % ({who})"


def _apart(laid: Grid) -> str:
    found = [
        f"{label.brief(name)} {_named(cell)}, median {notation.percent(middle(column) or 0)} %"
        for index, name in enumerate(laid.labels)
        for column in [laid.column(index)]
        for cell in column
        if cell.apart
    ]
    if not found:
        return "No agent is more than 20 points from the panel's median on any criterion."
    more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"More than 20 points from the panel's median: {'; '.join(found[:_NAMED])}{more}."
