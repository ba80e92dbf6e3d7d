"""One panel as a grid of shares: agents x criteria, with the median and who stands apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from services.models.agents import AgentAssessment, Criterion, Panel

APART = 0.2
"""A share this far from the panel's median is marked: one point of five."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Cell:
    """What one agent gave for one criterion (or in all, with the key empty)."""

    agent: AgentAssessment
    key: str
    criterion: Criterion | None
    share: float | None
    """The weighted share of the maximum, 0 to 1; None when not scored."""
    apart: int = 0
    """1 above the panel's median by more than `APART`, -1 below it, 0 otherwise."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells by agent (rows, in the panel's order) and by criterion (in order of appearance)."""

    agents: tuple[AgentAssessment, ...]
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...]

    def column(self, index: int) -> list[Cell]:
        """Return the cells of one criterion; the index after the last gives the totals."""
        if index == len(self.keys):
            return list(self.totals)
        return [row[index] for row in self.cells]

    @property
    def are_identical(self) -> bool:
        """Whether several agents gave the same shares throughout: no independent information."""
        rows = {tuple(cell.share for cell in row) for row in self.cells}
        some = any(cell.share is not None for row in self.cells for cell in row)
        return len(self.agents) > 1 and len(rows) == 1 and some


def grid(panel: Panel) -> Grid:
    """Lay out the panel; an agent's repeated criterion counts once, as last given."""
    labels = {item.key: item.label for agent in panel.agents for item in agent.criteria}
    columns = [_judged([_cell(agent, key) for agent in panel.agents]) for key in labels]
    return Grid(
        agents=panel.agents,
        keys=tuple(labels),
        labels=tuple(labels.values()),
        cells=tuple(
            tuple(column[index] for column in columns) for index in range(len(panel.agents))
        ),
        totals=tuple(_judged([_total(agent) for agent in panel.agents])),
    )


def middle(cells: Sequence[Cell]) -> float | None:
    """Return the median share of the scored cells, or None without any."""
    shares = [cell.share for cell in cells if cell.share is not None]
    return median(shares) if shares else None


def adds_up(agent: AgentAssessment) -> bool:
    """Whether the criteria shown sum to the agent's total, as far as both are given."""
    parts = [item.weighted for item in agent.criteria]
    known = [part for part in parts if part is not None]
    if agent.total is None or not known or len(known) < len(parts):
        return True
    return abs(sum(known) - agent.total) < 0.01


def _cell(agent: AgentAssessment, key: str) -> Cell:
    found = {item.key: item for item in agent.criteria}.get(key)
    return Cell(agent=agent, key=key, criterion=found, share=_share(found) if found else None)


def _share(criterion: Criterion) -> float | None:
    """Return the weighted share; without a weight, the score's own place on its scale."""
    score = criterion.score
    if score.value is None:
        return None
    if criterion.share is not None:
        return criterion.share
    return (score.value - score.scale.low) / (score.scale.high - score.scale.low)


def _total(agent: AgentAssessment) -> Cell:
    share = agent.share if agent.share is not None else agent.normalized
    return Cell(agent=agent, key="", criterion=None, share=share)


def _judged(cells: Sequence[Cell]) -> list[Cell]:
    center = middle(cells)
    return [
        Cell(
            agent=cell.agent,
            key=cell.key,
            criterion=cell.criterion,
            share=cell.share,
            apart=_side(cell.share, center=center),
        )
        for cell in cells
    ]


def _side(share: float | None, *, center: float | None) -> int:
    if share is None or center is None or abs(share - center) <= APART + _ROUNDING:
        return 0
    return 1 if share > center else -1
