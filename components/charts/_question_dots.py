"""Questions as dots: where each lies, how large it is, and which few are named at which side."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

from components.charts import _estimates, label, theme
from services.models.estimate import Estimate
from services.models.question_health import QuestionHealth

GUIDE = 0.2
"""Below this discrimination a question tells little: the convention of Ebel and Frisbie 1991,
Essentials of Educational Measurement, 5th ed."""
_LARGEST = 26
_SMALLEST = 8
"""Diameters in pixels."""
_PLOT = 640
_PLOT_COMPACT = 236
"""The width in pixels that names are fitted for."""
_LINE = 0.06
"""The height of a name, on the axis of discrimination."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One question with both figures: difficulty in percent, discrimination as a correlation."""

    question: QuestionHealth
    x: float
    y: float
    size: float

    @property
    def is_weak(self) -> bool:
        """Whether all of the interval lies below the guide: more than chance would make it."""
        found = _estimates.ends(self.question.discrimination)
        return found is not None and found[1] < GUIDE


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a dot, cut to its room, and where it lies on the axis of difficulty."""

    dot: Dot
    text: str
    """Plain and unescaped."""
    start: float
    end: float
    is_right: bool
    """Whether it stands at the right of the dot."""


def dots(questions: Sequence[QuestionHealth]) -> list[Dot]:
    """Return the questions that have both figures, the largest first, so that none is covered."""
    placed = [
        (each, 100 * x, y)
        for each in questions
        for x, y in [(_figure(each.difficulty), _figure(each.discrimination))]
        if x is not None and y is not None and not each.refusal
    ]
    most = max((each.scored for each, _, _ in placed), default=1) or 1
    found = [Dot(each, x, y, _size(each.scored / most)) for each, x, y in placed]
    return sorted(found, key=lambda dot: -dot.size)


def names(found: Sequence[Dot], *, compact: bool) -> list[Name]:
    """Return the few names worth their room: least telling, hardest, easiest, most telling.

    A name that would cover a dot or another name at both sides is left out.
    """
    kept: list[Name] = []
    for dot in _remarkable(found):
        sides = (dot.x < 50, dot.x >= 50)
        fitting = (_name(dot, is_right=side, compact=compact) for side in sides)
        free = [name for name in fitting if _is_free(name, found, kept)]
        kept += free[:1]
    return kept[: 3 if compact else 6]


def _remarkable(found: Sequence[Dot]) -> list[Dot]:
    by_y = sorted(found, key=lambda dot: dot.y)
    by_x = sorted(found, key=lambda dot: dot.x)
    weak = [dot for dot in by_y if dot.y < GUIDE]
    wanted = [*weak[:2], *by_x[:1], *by_x[-1:], *weak[2:], *by_y[-1:]]
    return list({id(dot): dot for dot in wanted}.values())


def _name(dot: Dot, *, is_right: bool, compact: bool) -> Name:
    pixel = 104 / (_PLOT_COMPACT if compact else _PLOT)
    text = label.clean(dot.question.text)
    shown = label.shortened(text, room=100 if compact else 180, size=theme.SMALL)
    near = (dot.size / 2 + 3) * pixel
    far = near + label.width(shown, size=theme.SMALL) * pixel
    start, end = (near, far) if is_right else (-far, -near)
    return Name(dot, shown, dot.x + start, dot.x + end, is_right)


def _is_free(name: Name, found: Sequence[Dot], others: Sequence[Name]) -> bool:
    """Tell whether a name lies on the axis, and over no dot and no other name."""
    if name.start < -2 or name.end > 102:
        return False
    covered = any(
        name.start - 1 < dot.x < name.end + 1 and abs(dot.y - name.dot.y) < _LINE
        for dot in found
        if dot is not name.dot
    )
    return not covered and not any(
        name.start < other.end and other.start < name.end and _is_level(name, other)
        for other in others
    )


def _is_level(name: Name, other: Name) -> bool:
    return abs(name.dot.y - other.dot.y) < _LINE


def _size(share: float) -> float:
    """Return the diameter for a share of the largest n: the area grows with it."""
    return max(_SMALLEST, _LARGEST * sqrt(share))


def _figure(estimate: Estimate) -> float | None:
    found = estimate.estimate
    return found if found is not None and isfinite(found) else None
