"""Scores: three scales side by side, none ever turned into another, and no 0 that is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.models.language import OVERALL, IssuedLevel
from services.models.score import FIVE_POINTS, PERCENT, Scale, Score, ScoreKind, ScoreState
from services.vendors._doubts import Doubts, shortened
from services.vendors._reading import MISSING, NOT_EVALUATED, Reading, checked
from services.vendors.zenhire.status import Standing
from services.vendors.zenhire.wire import Scores

_NOTHING = Scores()
_FIELDS = (
    ("Vocabulary", "vocabulary", "vocabulary_cefr"),
    ("Fluency", "fluency", "fluency_cefr"),
    ("Accent", "accent", "accent_cefr"),
    (OVERALL, "overall", "cefr_level"),
)
_NAMES = frozenset(name for name, _, _ in _FIELDS)
_LOWEST = frozenset({"PR", "A0", "A1"})
_LEVEL = re.compile(r"Pre-A1|A0|[ABC][12]\+?", re.IGNORECASE)


@dataclass(frozen=True)
class _Row:
    """One line of `scores`: a name and what is given for it on each scale."""

    name: str
    field: str
    points: float | None
    percent: float | None
    level: str | None

    @property
    def numbers(self) -> tuple[float, ...]:
        return tuple(number for number in (self.points, self.percent) if number is not None)

    @property
    def is_blank(self) -> bool:
        """Whether there are zeros and nothing else."""
        return bool(self.numbers) and not any(self.numbers) and not self.level


@dataclass(frozen=True)
class SpeechScores:
    """What `scores` comes down to; the names of all four are equal."""

    overall: Score
    dimensions: tuple[Score, ...]
    percents: tuple[Score, ...]
    levels: tuple[IssuedLevel, ...]
    cefr: str | None

    @property
    def without_score(self) -> tuple[str, ...]:
        """The dimensions that have no score, the whole included."""
        scores = (*self.dimensions, self.overall)
        return tuple(score.name for score in scores if score.value is None)


def scores_of(given: Scores | None, standing: Standing, doubts: Doubts) -> SpeechScores:
    """Return the scores; those of a run without a result are not evaluated, never 0."""
    rows = _rows(given or _NOTHING, doubts)
    evaluated = _evaluated(rows, standing, doubts)
    for row in rows:
        if row.name in evaluated:
            _note_contradiction(row, doubts)
    points = {row.name: _points(row, doubts, evaluated=row.name in evaluated) for row in rows}
    levels = {row.name: row.level for row in rows if row.name in evaluated}
    return SpeechScores(
        overall=points.pop(OVERALL),
        dimensions=tuple(points.values()),
        percents=tuple(_percent(row, doubts, evaluated=row.name in evaluated) for row in rows),
        levels=tuple(
            IssuedLevel.model_construct(name=name, cefr=level)
            for name, level in levels.items()
            if level and name != OVERALL
        ),
        cefr=levels.get(OVERALL),
    )


def _rows(given: Scores, doubts: Doubts) -> tuple[_Row, ...]:
    return tuple(
        _Row(
            name=name,
            field=f"scores.{field}",
            points=getattr(given, field),
            percent=getattr(given, f"{field}_percent"),
            level=_level(name, getattr(given, level_field), doubts),
        )
        for name, field, level_field in _FIELDS
    )


def _level(name: str, given: str | None, doubts: Doubts) -> str | None:
    """Return the level in ZenHire's spelling; what is no level is noted and not issued."""
    word = (given or "").strip()
    if not word or _LEVEL.fullmatch(word):
        return word or None
    text = f"{name}: “{shortened(word)}” is no CEFR level: none is shown."
    where = "scores.cefrLevel" if name == OVERALL else f"scores.{name.lower()}Cefr"
    doubts.unknown(text, where)
    return None


def _evaluated(rows: tuple[_Row, ...], standing: Standing, doubts: Doubts) -> frozenset[str]:
    """Return the names whose numbers are results, and not placeholders of an unfinished run.

    Zeros without a level are placeholders too where the run is partial, or where there is nothing
    else: null is there for what is not scored, but a 0 must not pass for a grade (assumption).
    """
    if not standing.has_results:
        if any(row.level or any(row.numbers) for row in rows):
            text = f"Scores beside the status “{standing.word}” are no result: not shown."
            doubts.unknown(text, "scores")
        return frozenset()
    blank = [row.name for row in rows if row.is_blank]
    told = [row.name for row in rows if row.numbers or row.level]
    if not blank or (standing.is_success and blank != told):
        return _NAMES
    text = f"{in_words(blank)}: 0 without a level is read as not evaluated."
    doubts.unknown(text, "scores")
    return _NAMES - set(blank)


def _points(row: _Row, doubts: Doubts, *, evaluated: bool) -> Score:
    is_whole = row.name == OVERALL
    kind = ScoreKind.OVERALL if is_whole else ScoreKind.LANGUAGE
    score = _score(row.name, kind, _reading(row.points, evaluated=evaluated), FIVE_POINTS)
    return checked(score, doubts, row.field)


def _percent(row: _Row, doubts: Doubts, *, evaluated: bool) -> Score:
    found = _reading(row.percent, evaluated=evaluated)
    score = _score(row.name, ScoreKind.LANGUAGE, found, PERCENT)
    return checked(score, doubts, f"{row.field}Percent")


def _score(name: str, kind: ScoreKind, found: Reading, scale: Scale) -> Score:
    return Score.model_construct(
        kind=kind, name=name, state=found.state, value=found.value, scale=scale
    )


def _reading(value: float | None, *, evaluated: bool) -> Reading:
    if not evaluated:
        return NOT_EVALUATED
    return MISSING if value is None else Reading(ScoreState.SCORED, value)


def _note_contradiction(row: _Row, doubts: Doubts) -> None:
    """Note what does not go together: percent is a fifth of 100 for each point (assumption)."""
    if row.points is None:
        return
    if row.percent is not None and abs(row.percent - 20 * row.points) > 1 + 1e-9:
        other = f"{row.percent:g} %"
    elif not row.points and row.level and row.level[:2].upper() not in _LOWEST:
        other = f"the level {row.level}"
    else:
        return
    text = f"{row.name}: {row.points:g} of 5 and {other} do not go together; both kept as given."
    doubts.unknown(text, row.field)


def in_words(names: Sequence[str]) -> str:
    """Write "Vocabulary, Fluency and Accent"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
