"""Agents and criteria as a grid of mean shares: which are shown, and what stands in each cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from components.charts import theme
from components.charts._counts import short_count
from components.charts._estimates import is_few
from services.models import notation
from services.models.agreement import Agent, AgentsAnswer, CriterionSpread, HeatCell
from services.models.cohort import FEWEST_FOR_A_SUMMARY

MOST_CRITERIA = 20
_MOST_AGENTS = 14
_MOST_AGENTS_COMPACT = 8
FEW = "*"
"""Stands at an n that is few."""


@dataclass(frozen=True, slots=True)
class Heat:
    """The part of an answer that is drawn: criteria are rows, agents columns."""

    agents: tuple[Agent, ...]
    criteria: tuple[CriterionSpread, ...]
    cells: dict[tuple[str, str], HeatCell]
    """All of them by (criterion, agent), also of agents that are not drawn."""
    more_agents: int
    more_criteria: int

    def cell(self, row: int, column: int) -> HeatCell | None:
        """Return what an agent gave in a criterion; None where it never judged it."""
        return self.cells.get((self.criteria[row].criterion, self.agents[column].id))

    def drawn(self) -> Iterator[HeatCell | None]:
        """Return all cells that are drawn, row by row."""
        rows, columns = range(len(self.criteria)), range(len(self.agents))
        return (self.cell(row, column) for row in rows for column in columns)

    def shares(self, criterion: str) -> list[HeatCell]:
        """Return what all agents gave in a criterion, also those that are not drawn."""
        return [cell for (name, _), cell in self.cells.items() if name == criterion]


def heat(answer: AgentsAnswer, *, compact: bool) -> Heat:
    """Choose what is drawn: those judged most, and the agents that judged most."""
    most = _MOST_AGENTS_COMPACT if compact else _MOST_AGENTS
    return Heat(
        agents=answer.agents[:most],
        criteria=answer.criteria[:MOST_CRITERIA],
        cells={(cell.criterion, cell.agent): cell for cell in answer.cells if isfinite(cell.share)},
        more_agents=max(0, len(answer.agents) - most),
        more_criteria=max(0, len(answer.criteria) - MOST_CRITERIA),
    )


def tone(cell: HeatCell | None) -> tuple[str, str]:
    """Return the colour of a cell and of the text on it."""
    if cell is None:
        return (theme.FAINT, theme.MUTED)
    steps = len(theme.HEAT)
    return theme.HEAT[min(max(int(cell.share * steps), 0), steps - 1)]


def spread_words(criterion: CriterionSpread) -> str:
    """Write how far agents are apart: "± 6"; a dash where no target was judged by two."""
    return "–" if criterion.spread is None else f"± {notation.percent(criterion.spread)}"


def size_words(n: int, *, is_named: bool) -> str:
    """Write how many targets a cell rests on: "n = 120", "n = 12*", or but the number."""
    return f"{'n = ' if is_named else ''}{short_count(n)}{FEW if is_few(n) else ''}"


def most_apart(answer: AgentsAnswer) -> CriterionSpread | None:
    """Return where agents are most apart; None where no criterion that is drawn rests on enough."""
    return next(iter(widest_first(answer)), None)


def widest_first(answer: AgentsAnswer) -> Sequence[CriterionSpread]:
    """Return the drawn criteria that rest on enough targets by their spread, the widest first.

    Those on few are taken only where there is no other, and never those without a figure: of
    many, the one on the fewest targets would be the widest by chance.
    """
    known = [
        (each.spread, each)
        for each in answer.criteria[:MOST_CRITERIA]
        if each.spread is not None and each.shared >= FEWEST_FOR_A_SUMMARY
    ]
    enough = [pair for pair in known if not is_few(pair[1].shared)] or known
    return [each for _, each in sorted(enough, key=lambda pair: -pair[0])]


def more_words(laid: Heat) -> str:
    """Say what is in the table only; empty where nothing is."""
    criteria = notation.count(laid.more_criteria, "more criterion", plural="more criteria")
    agents = notation.count(laid.more_agents, "more agent")
    pairs = ((criteria, laid.more_criteria), (agents, laid.more_agents))
    found = [words for words, count in pairs if count]
    return f"{' and '.join(found)} in the table" if found else ""


def is_alone(agents: Sequence[Agent]) -> bool:
    """Tell whether there is nobody to be apart from."""
    return len(agents) < 2
