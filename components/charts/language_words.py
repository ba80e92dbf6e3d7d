"""The language profile in words: the data table, and the sentence for who cannot see it."""

from collections.abc import Sequence

from components.charts import label
from components.charts.language import arranged, is_doubtful, level_words, percent_words
from services.models import notation
from services.models.language import OVERALL, LanguageProfile, may_rank
from services.models.score import Score
from services.models.table import Cell, Table

_COLUMNS = ("Dimension", "Score", "Lower", "Upper", "State", "Scale")
_MORE = ("Percent", "CEFR issued")


def language_table(profile: LanguageProfile, *, by_value: bool = False) -> Table:
    """Return one row for each dimension in the figure's order, and one for what is of the whole.

    The vendor's percents and levels have columns of their own, if it gives any.
    """
    scores = arranged(profile.dimensions, by_value=by_value)
    if not (profile.percents or profile.levels):
        return Table(columns=_COLUMNS, rows=tuple(map(_row, scores)))
    percents = {one.name: one.value for one in profile.percents}
    levels = {one.name: one.cefr for one in profile.levels}
    levels |= {OVERALL: profile.cefr} if profile.cefr else {}
    lines = [(score.name, _row(score)) for score in scores]
    others = [name for name in {**percents, **levels} if name not in dict(lines)]
    lines += [(name, _no_score(name)) for name in others]
    return Table(
        columns=(*_COLUMNS, *_MORE),
        rows=tuple((*row, percents.get(name), levels.get(name)) for name, row in lines),
    )


def language_sentence(profile: LanguageProfile) -> str:
    """Say the range of the dimensions, what was not evaluated, and whether a level was issued."""
    scored = [
        score for score in arranged(profile.dimensions, by_value=True) if score.value is not None
    ]
    empty = [score for score in profile.dimensions if score.value is None]
    spoken = f" ({label.brief(profile.language)})" if profile.language else ""
    parts = [
        f"Language{spoken}: {len(scored)} of "
        f"{notation.count(len(profile.dimensions), 'dimension')} scored."
    ]
    ranked = [score for score in scored if may_rank(score.name)]
    if ranked:
        parts.append(_reach(ranked))
    if scored and not any(score.has_band for score in scored):
        parts.append("The vendor gives no bands.")
    if is_doubtful(profile):
        parts.append("Speaker match low: perhaps somebody else was scored.")
    if empty:
        names = ", ".join(f"{label.brief(score.name)} ({notation.value(score)})" for score in empty)
        parts.append(f"Without a score: {names}.")
    whole = percent_words(profile, OVERALL)
    level = level_words(profile) + (f"; overall {whole}" if whole else "")
    return " ".join([*parts, f"{level[0].upper()}{level[1:]}."])


def _row(score: Score) -> tuple[Cell, ...]:
    return (
        *(score.name, score.value, score.lower, score.upper),
        "scored" if score.value is not None else notation.value(score),
        f"{notation.number(score.scale.low)}–{notation.number(score.scale.high)}",
    )


def _no_score(name: str) -> tuple[Cell, ...]:
    """Return the row of what has a percent or a level, but no score among the dimensions."""
    return (name, None, None, None, "not among the dimensions", None)


def _reach(ranked: Sequence[Score]) -> str:
    """Say the ends of dimensions from the highest down; of two scales there are none."""
    if len(ranked) == 1 or len({score.scale for score in ranked}) > 1:
        return f"{', '.join(map(_named, ranked))}."
    return f"Highest {_named(ranked[0])}, lowest {_named(ranked[-1])}."


def _named(score: Score) -> str:
    band = notation.band(score)
    return f"{label.brief(score.name)} {notation.value(score)}" + (f" ({band})" if band else "")
