"""The language profile in words: the data table, and the sentence for who cannot see it."""

from components.charts import label
from components.charts.language import arranged, level_words
from services.models import notation
from services.models.language import LanguageProfile
from services.models.score import Score
from services.models.table import Cell, Table

_COLUMNS = ("Dimension", "Score", "Lower", "Upper", "State", "Scale")


def language_table(profile: LanguageProfile, *, by_value: bool = False) -> Table:
    """Return one row for each dimension in the figure's order."""
    rows = (_row(score) for score in arranged(profile.dimensions, by_value=by_value))
    return Table(columns=_COLUMNS, rows=tuple(rows))


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
    if scored:
        parts.append(f"Highest {_named(scored[0])}, lowest {_named(scored[-1])}.")
    if scored and not any(score.has_band for score in scored):
        parts.append("The vendor gives no bands.")
    if empty:
        names = ", ".join(f"{label.brief(score.name)} ({notation.value(score)})" for score in empty)
        parts.append(f"Without a score: {names}.")
    level = level_words(profile)
    return " ".join([*parts, f"{level[0].upper()}{level[1:]}."])


def _row(score: Score) -> tuple[Cell, ...]:
    return (
        *(score.name, score.value, score.lower, score.upper),
        "scored" if score.value is not None else notation.value(score),
        f"{notation.number(score.scale.low)}–{notation.number(score.scale.high)}",
    )


def _named(score: Score) -> str:
    band = notation.band(score)
    return f"{label.brief(score.name)} {notation.value(score)}" + (f" ({band})" if band else "")
