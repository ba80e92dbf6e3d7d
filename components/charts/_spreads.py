"""Rows of a distribution figure: placed from the top, with a ground for the scores of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts import _census_words as census_words
from components.charts import _estimates, label, theme
from services.models.cohort import MOST_DOTS, CohortFigures, CohortSummary

NAME_ROOM = 190
SIDE_ROOM = 176
ZONE = 52
"""Pixels above the ground that the scores may take."""
_LINE = 17
_STRIP = 30


@dataclass(frozen=True, slots=True)
class Spread:
    """One cohort's row with its place, in pixels from the top."""

    index: int
    cohort: CohortSummary
    figures: CohortFigures
    name: tuple[str, ...]
    """In lines that fit their room."""
    counts: tuple[str, ...]
    top: float
    ground: float
    """Where the scores stand on."""
    bottom: float

    @property
    def strip(self) -> float:
        """Where the summary lies, under the scores."""
        return self.ground + 15

    @property
    def n(self) -> int:
        """How many scores there are."""
        return self.figures.census.scored

    @property
    def has_summary(self) -> bool:
        """Whether mean, median or quartiles are drawn."""
        return _estimates.drawn_value(self.figures.mean) is not None

    @property
    def has_bins(self) -> bool:
        """Whether scores are counted in bins; if not, each is a dot."""
        drawn = self.figures.distribution
        return len(drawn.values) > MOST_DOTS or (not drawn.values and sum(drawn.counts) > 0)


def spreads(
    cohorts: Sequence[CohortSummary], *, index: int, compact: bool
) -> tuple[list[Spread], int]:
    """Return the rows of metric `index`, and the height of all, in pixels."""
    rows: list[Spread] = []
    top = 4.0
    for position, cohort in enumerate(cohorts):
        rows.append(_placed(position, cohort, index=index, top=top, compact=compact))
        top = rows[-1].bottom
    return rows, round(top + 2)


def _placed(
    position: int, cohort: CohortSummary, *, index: int, top: float, compact: bool
) -> Spread:
    figures = cohort.figures[index]
    room = theme.COMPACT - 24 if compact else NAME_ROOM
    name = label.wrapped(cohort.label, room=room - 18, lines=1 if compact else 2) or ("",)
    counts = _counts(figures, room=room)
    beside = 0 if compact else _LINE * (len(name) + len(counts))
    above = _LINE * (1 + len(counts) + len(side_lines(figures))) + 6 if compact else 0
    zone = ZONE if figures.census.scored else 4
    ground = top + above + 8 + zone
    below = _STRIP if _estimates.drawn_value(figures.mean) is not None else 12
    bottom = max(ground + below, top + beside + 20)
    if not compact and bottom > ground + below:
        ground += (bottom - ground - below) / 2
    return Spread(position, cohort, figures, name, counts, top, ground, bottom)


def _counts(figures: CohortFigures, *, room: float) -> tuple[str, ...]:
    census = figures.census
    first = census_words.coverage(census)
    left_out = census_words.left_out(census)
    wrapped = census_words.plain_lines(left_out, room=room, lines=3, size=theme.SMALL)
    return (first, *wrapped)


def side_lines(figures: CohortFigures) -> tuple[str, ...]:
    """Return what stands beside the scores, a line each: the mean first, in plain text."""
    said = census_words.mean_words(figures)
    lines = label.wrapped(said, room=SIDE_ROOM, lines=4)
    return (*lines, *census_words.median_words(figures), *census_words.warnings(figures))
