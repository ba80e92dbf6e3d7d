"""One row of a sheet of scores: its words, its score and how loudly it is drawn."""

from dataclasses import dataclass
from enum import StrEnum

from components.charts import theme
from services.models.score import Score


class Emphasis(StrEnum):
    """How loudly a row is drawn."""

    HEAD = "head"
    LEAD = "lead"
    NORMAL = "normal"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a heading has no score. `details` stand under the name, `remark` by the number."""

    name: str
    score: Score | None = None
    emphasis: Emphasis = Emphasis.NORMAL
    depth: int = 0
    details: str = ""
    remark: str = ""
    in_doubt: bool = False
    is_grey: bool = False
    """Whether the whole result is doubtful: perhaps somebody else was scored."""
    middle: float = 0
    """Where the marks lie, in pixels from the top."""
    words_at: float = 0
    """Where the words lie; the same as the marks unless the layout is compact."""

    @property
    def tone(self) -> str:
        """The colour of its marks."""
        if self.is_grey:
            return theme.GREY
        return theme.DOUBT if self.in_doubt else theme.SCORE
