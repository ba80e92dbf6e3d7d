"""Rows of a figure of means: a block for each metric, in it a lane for each cohort."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts import _census_words as census_words
from components.charts import _estimates, label, theme
from services.models.cohort import CohortFigures, CohortSummary, Metric
from services.models.estimate import Estimate
from services.models.score import PERCENT, Scale

NAME_ROOM = 190
_LINE = 17
_PLAIN = 22
_SECOND = 17
"""Pixels that the mean that counts the bands takes under the plain one."""


@dataclass(frozen=True, slots=True)
class MeanLane:
    """One cohort's mean in one metric, with its place in pixels from the top."""

    index: int
    cohort: CohortSummary
    figures: CohortFigures
    middle: float
    is_drawn: bool
    """Whether it stands on the axis: a figure, on the axis' scale."""
    has_second: bool
    """Whether the mean that counts the bands stands under it."""

    @property
    def second_middle(self) -> float:
        """Where the second mean lies."""
        return self.middle + _SECOND

    @property
    def span(self) -> tuple[float, float]:
        """From where to where its marks reach."""
        below = self.second_middle + 6 if self.has_second else self.middle + 10
        return (self.middle - 10, below)


@dataclass(frozen=True, slots=True)
class MeanBlock:
    """One name with its lanes: a metric with its cohorts, or a cohort of the only metric."""

    name: tuple[str, ...]
    """In lines that fit their room."""
    sign: int | None
    """The cohort whose sign stands before the name."""
    top: float
    lanes: tuple[MeanLane, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lanes are laid out."""

    scale: Scale
    with_bands: bool
    compact: bool


Pick = tuple[int, CohortSummary, CohortFigures]


def axis_scale(metrics: Sequence[Metric]) -> Scale:
    """Return the scale of the axis, the first metric's; others never land on the same axis."""
    return metrics[0].scale if metrics else PERCENT


def mean_blocks(
    cohorts: Sequence[CohortSummary], *, indices: Sequence[int], layout: Layout
) -> tuple[list[MeanBlock], int]:
    """Return the blocks with their places, and the height of all, in pixels."""
    picks = [
        [(position, cohort, cohort.figures[index]) for position, cohort in enumerate(cohorts)]
        for index in indices
    ]
    by_cohort = len(indices) == 1
    groups = [[pick] for pick in picks[0]] if by_cohort else picks
    blocks: list[MeanBlock] = []
    top = 4.0
    for group in groups:
        if group:
            block, top = _placed(group, top=top, by_cohort=by_cohort, layout=layout)
            blocks.append(block)
    return blocks, round(top + 4)


def _placed(
    group: Sequence[Pick], *, top: float, by_cohort: bool, layout: Layout
) -> tuple[MeanBlock, float]:
    """Return the block and where the next one begins."""
    position, cohort, figures = group[0]
    text = cohort.label if by_cohort else figures.metric.name
    room = (theme.COMPACT - 24 if layout.compact else NAME_ROOM) - 18 * by_cohort
    name = label.wrapped(text, room=room, lines=2) or ("",)
    height = _LINE * len(name) + 6
    lanes: list[MeanLane] = []
    bottom = top + (height if layout.compact else 6)
    for pick in group:
        lane, bottom = _lane(pick, top=bottom, layout=layout)
        lanes.append(lane)
    end = max(bottom, top + height) + 6
    if not layout.compact and len(lanes) == 1 and len(name) == 1:
        end = bottom + 4
    return MeanBlock(name, position if by_cohort else None, top, tuple(lanes)), end


def _lane(pick: Pick, *, top: float, layout: Layout) -> tuple[MeanLane, float]:
    position, cohort, figures = pick
    drawn = is_drawn(figures, layout.scale)
    second = drawn and layout.with_bands and second_mean(figures) is not None
    above = (18 if drawn else 0) * layout.compact + (17 if second and layout.compact else 0)
    middle = top + above + _PLAIN / 2
    bottom = top + above + _PLAIN + (_SECOND if second else 0)
    return MeanLane(position, cohort, figures, middle, drawn, second), bottom


def is_drawn(figures: CohortFigures, scale: Scale) -> bool:
    """Tell whether the mean can stand on an axis of `scale`."""
    return figures.metric.scale == scale and _estimates.drawn_value(figures.mean) is not None


def second_mean(figures: CohortFigures) -> Estimate | None:
    """Return the mean that counts the interviews' own bands, where there is one."""
    mean = figures.random_effects.mean
    return None if _estimates.drawn_value(mean) is None else mean


def number_words(figures: CohortFigures) -> str:
    """Write the mean with its interval and n, or why there is none."""
    mean = figures.mean
    if _estimates.drawn_value(mean) is None:
        return census_words.mean_words(figures)
    scale = figures.metric.scale
    said = _estimates.in_words(mean, places=_estimates.places(scale))
    size = _estimates.size_words(figures.census.scored)
    return f"{said}{_estimates.of_scale(scale)}, {size}"


def second_words(figures: CohortFigures) -> str:
    """Write the mean that counts the bands, or why there is none."""
    mean = figures.random_effects.mean
    left_out = figures.random_effects.left_out
    said = _estimates.in_words(mean, places=_estimates.places(figures.metric.scale))
    return f"{said} with bands" + (f", {left_out:,} without a band" if left_out else "")
