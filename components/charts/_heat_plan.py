"""Where the parts of the agents' heat map lie: one row a criterion, with its spread at the end."""

from dataclasses import dataclass

from components.charts import label, theme
from components.charts._canvas import Margins, Part, words
from components.charts._headings import heading_lines, is_cut, turned_heading, upright_heading
from components.charts._heat import Heat, is_alone

_GUTTER = 12
_NAME_ROOM = 190
_TURNED_ROOM = 110
_MOST_UPRIGHT = 6
_FEWEST = 4
"""The columns that the axis has room for at least, so that one cell is still a cell."""
_LINE = 14
_SPREAD = 52
"""Pixels for the words of a spread."""


@dataclass(frozen=True, slots=True)
class HeatPlan:
    """The places of one heat map. x counts columns, y counts pixels from the top."""

    heat: Heat
    compact: bool

    @property
    def step(self) -> int:
        """The height of a row; a compact one has its name above the cells."""
        return 64 if self.compact else 42

    @property
    def cell_height(self) -> int:
        """The height of a cell, which holds two lines."""
        return 38

    @property
    def height(self) -> int:
        """The height of the plot."""
        return max(8, self.step * len(self.heat.criteria))

    def middle(self, row: int) -> float:
        """Return the middle of a row's cells."""
        return self.step * (row + 1) - self.cell_height / 2 - 2

    @property
    def columns(self) -> int:
        """How many agents are drawn."""
        return len(self.heat.agents)

    @property
    def has_broad_cells(self) -> bool:
        """Whether a cell has room for more than a number."""
        return not self.compact and self.columns <= _MOST_UPRIGHT

    @property
    def has_strip(self) -> bool:
        """Whether each row ends in a strip of dots: where there is room, and somebody to differ."""
        return not self.compact and not is_alone(self.heat.agents)

    @property
    def strip(self) -> tuple[float, float]:
        """Where the strip from 0 to 100 begins and ends."""
        start = self.columns - 0.5 + 0.035 * self.columns + 0.1
        return start, start + max(0.8, 0.24 * self.columns)

    @property
    def reach(self) -> tuple[float, float]:
        """The range of the x axis."""
        drawn = self.strip[1] if self.has_strip else self.columns - 0.5
        return -0.5, max(drawn, _FEWEST - 0.5)

    @property
    def is_steep(self) -> bool:
        """Whether the headings are turned, because they cannot stand side by side."""
        return self.compact or self.columns > _MOST_UPRIGHT or self._is_cut

    @property
    def _is_cut(self) -> bool:
        return any(is_cut(agent.id, columns=self.columns) for agent in self.heat.agents)

    @property
    def margins(self) -> Margins:
        """Room for the names, the headings on top, the spreads and the foot."""
        right = _SPREAD if self.has_strip else _GUTTER
        return Margins(
            left=_GUTTER if self.compact else self._left,
            right=right,
            top=self._top,
            bottom=30 if self.heat.more_criteria or self.heat.more_agents else 8,
        )

    @property
    def _left(self) -> int:
        widths = [
            label.width(line)
            for each in self.heat.criteria
            for line in label.wrapped(each.criterion, room=_NAME_ROOM, lines=2)
        ]
        return round(max(widths, default=80) * 1.03) + 2 * _GUTTER

    @property
    def _top(self) -> int:
        names = [label.clean(agent.id) for agent in self.heat.agents]
        if self.is_steep:
            widest = max((label.width(name, size=theme.SMALL) for name in names), default=0)
            return round(min(widest, _TURNED_ROOM) * (1 if self.compact else 0.72)) + 20
        return _LINE * self._lines(names) + 10

    def _lines(self, names: list[str]) -> int:
        return max((len(heading_lines(each, columns=self.columns)) for each in names), default=1)

    def heading(self, text: str, *, x: float) -> Part:
        """Return the heading of a column, turned where there is little room."""
        if self.is_steep:
            return turned_heading(text, x=x, room=_TURNED_ROOM, compact=self.compact)
        return upright_heading(text, x=x, columns=self.columns)

    def name(self, row: int) -> Part:
        """Return the name of a criterion: beside its cells, or above them when compact."""
        text, left = self.heat.criteria[row].criterion, self.margins.left
        if self.compact:
            shown = label.block(text, room=theme.COMPACT - 2 * _GUTTER - _SPREAD, lines=1)
            y = self.middle(row) - self.cell_height / 2 - 11
            return words(shown, x=0, y=y, anchor="left", shift=-left)
        shown = label.block(text, room=_NAME_ROOM, lines=2)
        return words(shown, x=0, y=self.middle(row), anchor="left", shift=-left)

    def spread(self, row: int, markup: str) -> Part:
        """Return the words of a spread: behind the strip, or above the cells when compact."""
        if self.compact:
            y = self.middle(row) - self.cell_height / 2 - 11
            return words(markup, x=1, y=y, anchor="right", shift=_GUTTER)
        place = words(markup, x=self.strip[1], y=self.middle(row), anchor="left", shift=_GUTTER)
        return place | {"xref": "x"}
