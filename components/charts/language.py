"""Language profile: the vendor's dimensions on one axis, and a level only if one was issued."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _rows, _score_marks, label, theme
from components.charts._canvas import glyph
from components.charts._row import Row
from services.models import notation
from services.models.language import OVERALL, LanguageProfile, SpeakerMatch
from services.models.score import Scale, Score


def language_figure(
    profile: LanguageProfile, *, by_value: bool = False, compact: bool = False
) -> go.Figure:
    """Draw each dimension as a point; one not evaluated is a labelled empty row, never a zero.

    Rows keep the vendor's order, or go from the highest down with `by_value`. No level is derived
    from the numbers: the line above says which one the vendor issued, or that it issued none. A
    doubtful result (low speaker match) is drawn grey and crossed.
    """
    dimensions = arranged(profile.dimensions, by_value=by_value)
    scale = _rows.common_scale(dimensions)
    rows = [_row(score, profile=profile, scale=scale) for score in dimensions]
    sheet = _rows.sheet(rows, compact=compact)
    tone = theme.GREY if is_doubtful(profile) else theme.SCORE
    frame = _rows.canvas(sheet, legend=_legend(profile, dimensions, tone=tone))
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
        level = label.plain(label.shortened(label.clean(profile.cefr), room=110))
        return f"CEFR {level}, issued by the vendor"
    return "no CEFR issued"


def is_doubtful(profile: LanguageProfile | None) -> bool:
    """Tell whether perhaps somebody else than the candidate was scored."""
    found = profile.detection if profile else None
    return found is not None and found.match is SpeakerMatch.LOW


def beside(profile: LanguageProfile, name: str) -> str:
    """Write what else the vendor says of a dimension: its percent and its issued level."""
    level = next((one.cefr for one in profile.levels if one.name == name), None)
    parts = (percent_words(profile, name), level and f"{label.clean(level)} issued")
    return " · ".join(part for part in parts if part)


def percent_words(profile: LanguageProfile, name: str) -> str:
    """Write the percent that the vendor gives for a dimension, with its band if it has one."""
    score = next((one for one in profile.percents if one.name == name), None)
    if score is None or score.value is None:
        return ""
    ends = notation.band(score)
    return f"{notation.value(score)} %" + (f" ({ends})" if ends else "")


def _row(score: Score, *, profile: LanguageProfile, scale: Scale) -> Row:
    details = (label.clean(score.label or ""), beside(profile, score.name))
    return Row(
        name=score.name,
        score=score,
        details=" · ".join(part for part in details if part),
        remark=_rows.strangeness(score, scale=scale),
        is_grey=is_doubtful(profile),
    )


def _legend(profile: LanguageProfile, dimensions: Sequence[Score], *, tone: str) -> list[str]:
    items = []
    if is_doubtful(profile):
        items.append(f"{glyph('⊗', color=tone)} grey: speaker match low")
    if any(score.has_band for score in dimensions):
        items.append(f"{glyph('●', color=tone)} score")
        items.append(f"{glyph('━', color=tone)} vendor interval, level not stated")
    if any(score.value is not None and not score.has_band for score in dimensions):
        items.append(f"{glyph('○', color=tone)} score, no band given")
    whole = percent_words(profile, OVERALL)
    items.append(label.escaped(level_words(profile)))
    return [*items, *([label.escaped(f"overall {whole}")] if whole else [])]
