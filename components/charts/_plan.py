"""Where the parts of a criteria figure lie: agents as rows, or as columns on narrow screens."""

from dataclasses import dataclass

from components.charts import label
from components.charts._canvas import Margins, Part, words
from components.charts._grid import Grid
from components.charts._headings import heading_lines, is_cut, turned_heading, upright_heading

_TURNED_ROOM = 100
_LINE = 14


@dataclass(frozen=True, slots=True)
class Plan:
    """The places of one grid. x counts columns, y counts pixels from the top."""

    grid: Grid
    role_count: int
    compact: bool

    @property
    def row(self) -> int:
        """The height of a row of cells."""
        return 34 if self.compact else 40

    @property
    def lines(self) -> int:
        """How many rows of cells there are above what is set apart."""
        return len(self.grid.keys) if self.compact else len(self.grid.agents)

    @property
    def columns(self) -> int:
        """How many columns of cells there are before what is set apart."""
        return len(self.grid.agents) if self.compact else len(self.grid.keys)

    @property
    def height(self) -> int:
        """The height of the plot."""
        last = self.role(self.role_count - 1) if self.role_count else self.below
        return round(last + self.row / 2)

    @property
    def below(self) -> float:
        """The middle of the row set apart: the spread, or the totals when compact."""
        alone = len(self.grid.agents) == 1 and not self.compact
        return self.lines * self.row + (-self.row / 2 if alone else 8 + self.row / 2)

    @property
    def beside(self) -> float:
        """The middle of the column set apart: the totals, or the spread when compact."""
        return self.columns + min(0.4, 0.08 * self.columns) + (0.6 if self.compact else 0)

    @property
    def reach(self) -> tuple[float, float]:
        """The range of the x axis."""
        return (-0.5, self.beside + (1.1 if self.compact else 0.5))

    @property
    def xaxis(self) -> Part:
        """The columns; headings are words, not ticks."""
        return {
            "range": list(self.reach),
            "fixedrange": True,
            "visible": False,
            "showgrid": False,
            "zeroline": False,
        }

    def cell(self, agent: int, criterion: int) -> tuple[float, float]:
        """Return the middle of a cell; the criterion after the last stands for the total."""
        is_total = criterion == len(self.grid.keys)
        if self.compact:
            return (agent, self.below if is_total else self._line(criterion))
        return (self.beside if is_total else criterion, self._line(agent))

    def strip(self, criterion: int) -> tuple[float, float, float]:
        """Return (left end, right end, y) of the 0 to 100 line that shows a criterion's spread."""
        is_total = criterion == len(self.grid.keys)
        if self.compact:
            y = self.below if is_total else self._line(criterion)
            return (self.beside - 0.9, self.beside + 0.9, y)
        center = self.beside if is_total else criterion
        return (center - 0.38, center + 0.38, self.below)

    def role(self, index: int) -> float:
        """Return the y of one role's mean; the index -1 is the heading above them."""
        return self.below + self.row / 2 + 32 + (index + 0.5) * (34 if self.compact else 26)

    def _line(self, index: int) -> float:
        return (index + 0.5) * self.row

    @property
    def is_steep(self) -> bool:
        """Whether the headings are turned, because they cannot stand side by side."""
        return self.compact or self.columns > 6 or self._is_cut

    @property
    def _is_cut(self) -> bool:
        return any(is_cut(text, columns=self.columns) for text in self.grid.labels)

    @property
    def margins(self) -> Margins:
        """Room for the names at the left and the headings on top."""
        return Margins(
            left=112 if self.compact else self._left,
            right=8 if self.compact or not self.is_steep else 56,
            top=self._top,
            bottom=6,
        )

    @property
    def _left(self) -> int:
        texts = [
            name for agent in self.grid.agents for name in (agent.name or "", agent.role or "")
        ]
        return round(min(max(map(label.width, texts), default=80), 200)) + 28

    @property
    def _top(self) -> int:
        texts = [agent_name(self.grid, index) for index in range(len(self.grid.agents))]
        headings = texts if self.compact else list(self.grid.labels)
        if self.is_steep:
            widest = max(map(label.width, headings), default=0)
            return round(min(widest, _TURNED_ROOM) * (0.95 if self.compact else 0.72)) + 22
        lines = (len(heading_lines(text, columns=self.columns)) for text in headings)
        return _LINE * max(lines, default=1) + 10

    def heading(self, text: str, *, x: float, strong: bool = False) -> Part:
        """Return the heading of a column, turned when there is little room."""
        part = upright_heading(text, x=x, columns=self.columns)
        if self.is_steep:
            part = turned_heading(text, x=x, room=_TURNED_ROOM, compact=self.compact)
        return part | {"text": f"<b>{part['text']}</b>"} if strong else part

    def name(self, markup: str, *, y: float) -> Part:
        """Return the name of a row, at the figure's left edge."""
        return words(markup, x=0, y=y, anchor="left", shift=-self.margins.left)


def agent_name(grid: Grid, index: int) -> str:
    """Return what an agent is called: the persona's name, or the id without one."""
    agent = grid.agents[index]
    return agent.name or agent.agent_id
