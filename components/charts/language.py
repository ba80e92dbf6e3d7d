"""Language profile: the vendor's dimensions on one axis, and a level only if one was issued."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _rows, _score_marks, label, theme
from components.charts._canvas import glyph
from components.charts._row import Row
from services.models.language import LanguageProfile
from services.models.score import Scale, Score


def language_figure(
    profile: LanguageProfile, *, by_value: bool = False, compact: bool = False
) -> go.Figure:
    """Draw each dimension as a point; one not evaluated is a labelled empty row, never a zero.

    Rows keep the vendor's order, or go from the highest down with `by_value`. No level is derived
    from the numbers: the line above says which one the vendor issued, or that it issued none.
    """
    dimensions = arranged(profile.dimensions, by_value=by_value)
    scale = _rows.common_scale(dimensions)
    sheet = _rows.sheet([_row(score, scale=scale) for score in dimensions], compact=compact)
    frame = _rows.canvas(sheet, legend=_legend(profile, dimensions))
    return frame.figure([_score_marks.bands(sheet), _score_marks.points(sheet)])


def arranged(dimensions: Sequence[Score], *, by_value: bool) -> list[Score]:
    """Return the dimensions in the order of the rows; by value, what has none comes last."""
    if not by_value:
        return list(dimensions)
    return sorted(
        dimensions, key=lambda score: (score.value is None, -(score.value or 0), score.name)
    )


def level_words(profile: LanguageProfile) -> str:
    """Say which CEFR level the vendor issued, if any."""
    if profile.cefr:
        return f"CEFR {label.plain(profile.cefr)}, issued by the vendor"
    return "no CEFR issued"


def _row(score: Score, *, scale: Scale) -> Row:
    return Row(
        name=score.name,
        score=score,
        details=label.clean(score.label or ""),
        remark=_rows.strangeness(score, scale=scale),
    )


def _legend(profile: LanguageProfile, dimensions: Sequence[Score]) -> list[str]:
    items = []
    if any(score.has_band for score in dimensions):
        items.append(f"{glyph('●', color=theme.SCORE)} score")
        items.append(f"{glyph('━', color=theme.SCORE)} vendor interval, level not stated")
    if any(score.value is not None and not score.has_band for score in dimensions):
        items.append(f"{glyph('○', color=theme.SCORE)} score, no band given")
    return [*items, label.escaped(level_words(profile))]
