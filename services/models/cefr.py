"""CEFR: the levels, the published tables that map scores to them, and where a level comes from."""

from enum import StrEnum

from services.models.score import Scale, Score
from services.models.value import Value

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
"""The six levels of the ladder. Plus levels (B1+) stand on their level's rung; below A1 stands
what some scales call A0 or Pre-A1."""


class LevelSource(StrEnum):
    """Who says that somebody is at a level."""

    ISSUED = "issued"
    """The vendor itself."""
    DERIVED = "derived"
    """A published table that the reader chose, applied to the vendor's number."""
    NONE = "none"
    """Nobody: there is no level, and no number that a table could be applied to."""


class CefrRow(Value):
    """The scores from `lower` to `upper`, both included, stand for `level`."""

    lower: float
    upper: float
    level: str


class CefrTable(Value):
    """A published mapping from scores to levels; made for another test than the vendors'."""

    id: str
    title: str
    source: str
    """Where it was published, as an address."""
    scale: Scale
    rows: tuple[CefrRow, ...]
    note: str | None = None


class LevelReading(Value):
    """Where one person stands in one dimension.

    `lowest` and `highest` are the ends of a borderline reading and equal for a plain one; both are
    one of LEVELS, or "below A1". None where there is no level.
    """

    source: LevelSource
    text: str | None = None
    """As it is shown: "B1", "B1+", "B1–B2"."""
    lowest: str | None = None
    highest: str | None = None
    table_id: str | None = None
    """The table that a derived level was read from."""
    score: Score | None = None
    """The vendor's number in this dimension, with its own scale."""

    @property
    def is_borderline(self) -> bool:
        """Whether the band of the score reaches over two levels or more."""
        return self.lowest != self.highest
