"""Where the parts of a timeline lie: chapters on top, then questions, then one lane per signal."""

from dataclasses import dataclass

from components.charts import label
from components.charts._canvas import Part
from components.charts._lanes import LANES
from components.charts._scale_axis import quiet_axis
from services.models import notation
from services.models.recording import SignalKind

_STEPS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200)
_PLOT = 430
_PLOT_COMPACT = 236
"""The width in pixels that texts and smallest marks are measured for."""


@dataclass(frozen=True, slots=True)
class Track:
    """The places of one timeline. x counts seconds, y counts pixels from the top."""

    end: float
    has_chapters: bool
    has_questions: bool
    has_timeless: bool
    compact: bool

    @property
    def lane_height(self) -> int:
        """How tall a lane is; a compact one has its name above the marks."""
        return 44 if self.compact else 34

    @property
    def head(self) -> int:
        """The height of the chapters' titles."""
        return 36 if self.has_chapters else 4

    @property
    def first_lane(self) -> int:
        """Where the lanes begin, under titles and questions."""
        return self.head + (26 if self.has_questions else 0)

    @property
    def height(self) -> int:
        """The height of the plot."""
        return self.first_lane + len(LANES) * self.lane_height + 4

    @property
    def gutter(self) -> float:
        """The seconds at the left that hold what has no time."""
        return self.end * (0.24 if self.compact else 0.1) if self.has_timeless else 0.0

    @property
    def reach(self) -> tuple[float, float]:
        """The range of the x axis."""
        edge = self.end * (0.035 if self.compact else 0.015)
        return (-self.gutter - edge, self.end + edge)

    def lane(self, kind: SignalKind) -> float:
        """Return the middle of a lane's marks."""
        index = list(LANES).index(kind)
        return self.first_lane + index * self.lane_height + (32 if self.compact else 17)

    def pixels(self, amount: float) -> float:
        """Return the seconds that `amount` pixels are worth at the layout's nominal width."""
        low, high = self.reach
        return (high - low) * amount / (_PLOT_COMPACT if self.compact else _PLOT)

    def room(self, seconds: float) -> float:
        """Return the pixels that `seconds` are worth at the layout's nominal width."""
        return seconds / self.pixels(1)

    @property
    def left(self) -> int:
        """Room for the names of the lanes."""
        return 12 if self.compact else round(max(map(label.width, LANES.values()))) + 22

    @property
    def xaxis(self) -> Part:
        """The clock: m:ss at round steps."""
        step = next((step for step in _STEPS if self.end / step <= self._ticks), _STEPS[-1])
        seconds = [step * index for index in range(int(self.end // step) + 1)]
        return quiet_axis() | {
            "range": list(self.reach),
            "tickvals": seconds,
            "ticktext": [notation.clock(second) for second in seconds],
            "tickangle": 0,
        }

    @property
    def _ticks(self) -> int:
        return 4 if self.compact else 8
