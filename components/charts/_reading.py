"""How a person's level is said: the level, by whose word it is, and the number behind it."""

from math import isfinite

from components.charts import label
from services.models import notation
from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageRow
from services.models.language import may_rank
from services.models.score import PERCENT, Score, ScoreState

_NONE = LevelReading(source=LevelSource.NONE)
DOUBT = "speaker match low"


def person_name(row: LanguageRow) -> str:
    """Return what a person is called, also where the vendor gives no name."""
    return label.clean(row.entry.candidate_name or "") or "No name given"


def reading_of(row: LanguageRow, dimension: str) -> LevelReading:
    """Return the reading in `dimension`; none in one that may rank nobody."""
    return row.readings.get(dimension, _NONE) if may_rank(dimension) else _NONE


def other_readings(row: LanguageRow, dimension: str) -> list[tuple[str, LevelReading]]:
    """Return the readings in all other dimensions that may stand beside other people's."""
    return [
        (name, reading)
        for name, reading in row.readings.items()
        if name != dimension and may_rank(name)
    ]


def level_text(reading: LevelReading) -> str:
    """Return the level as it is shown, in one line; empty where there is none."""
    return label.clean(reading.text or "")


def source_words(reading: LevelReading) -> str:
    """Say by whose word somebody is at a level, or why there is none."""
    if reading.source is LevelSource.DERIVED:
        return "derived"
    if reading.source is LevelSource.ISSUED:
        return "issued" if reading.lowest else "issued, not a CEFR level"
    if reading.score and reading.score.state is ScoreState.NOT_EVALUATED:
        return "not evaluated"
    return "no CEFR issued"


def number_words(score: Score | None) -> str:
    """Write the vendor's number with its scale and its band; empty where there is no number."""
    if score is None or score.value is None:
        return ""
    if not isfinite(score.value):
        return notation.value(score)
    of = "" if score.scale == PERCENT else f" of {notation.number(score.scale.high)}"
    ends = notation.band(score)
    return f"{notation.value(score)}{of}" + (f" ({ends})" if ends else ", no band given")


def spoken(reading: LevelReading) -> str:
    """Say all of a reading in one line: "B1–B2, derived, 74 (72–76)"."""
    parts = (level_text(reading), source_words(reading), number_words(reading.score))
    return ", ".join(part for part in parts if part)
