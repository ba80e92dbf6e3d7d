"""The ladder in words: its data table, and the sentence for who cannot see it."""

from collections import Counter
from collections.abc import Sequence

from components.charts import label
from components.charts._reading import (
    other_readings,
    person_name,
    reading_of,
    source_words,
    spoken,
)
from components.charts._rungs import place
from services.models import notation
from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageRow
from services.models.score import Score
from services.models.table import Cell, Table

_COLUMNS = (
    *("Candidate", "Role", "Vendor", "Language", "Level", "By"),
    *("Score", "Lower", "Upper", "State", "Scale", "Other dimensions"),
    *("Speaker match", "Audio", "Date"),
)
_NO_SCORE: tuple[Cell, ...] = (None, None, None, None, None)


def ladder_table(rows: Sequence[LanguageRow], *, dimension: str) -> Table:
    """Return one row for each person, in the figure's order."""
    return Table(columns=_COLUMNS, rows=tuple(_row(row, dimension=dimension) for row in rows))


def ladder_sentence(
    rows: Sequence[LanguageRow], *, dimension: str, total: int, requirement: str | None = None
) -> str:
    """Say how many people stand at each level of `dimension`, by whose word, and what is doubted.

    Issued and derived levels are counted apart.
    """
    readings = [reading_of(row, dimension) for row in rows]
    people = notation.count(len(rows), "person", plural="people")
    parts = [f"{label.brief(dimension)} level of {people} of {total:,}."]
    for source, word in ((LevelSource.ISSUED, "Issued"), (LevelSource.DERIVED, "Derived")):
        found = [reading for reading in readings if reading.source is source]
        parts += [f"{word}: {_counted(found)}."] if found else []
    parts.append(f"{sum(not reading.text for reading in readings)} without a level.")
    if requirement:
        parts.append(f"Required {requirement}: {_against(readings, requirement)}.")
    doubtful = sum(row.is_doubtful for row in rows)
    if doubtful:
        parts.append(f"Speaker match low: {doubtful}, perhaps somebody else was scored.")
    return " ".join(parts)


def _counted(readings: Sequence[LevelReading]) -> str:
    found = Counter(_ends(reading) for reading in readings)
    ranked = sorted(found.items(), key=lambda item: tuple(map(_rank, item[0])))
    parts = [f"{'–'.join(dict.fromkeys(ends))} {count}" for ends, count in ranked if all(ends)]
    strange = sum(count for ends, count in ranked if not all(ends))
    return ", ".join([*parts, *([f"{strange} that are no CEFR level"] if strange else [])])


def _rank(rung: str) -> float:
    return place(rung) or 0


def _ends(reading: LevelReading) -> tuple[str, str]:
    return (reading.lowest or "", reading.highest or "")


def _against(readings: Sequence[LevelReading], requirement: str) -> str:
    """Say how many stand on either side of the line; a borderline level may stand across it."""
    line = place(requirement)
    placed = [
        (low, high)
        for reading in readings
        if (low := place(reading.lowest)) is not None
        and (high := place(reading.highest)) is not None
    ]
    if line is None:
        return "no CEFR level"
    reach = sum(low >= line for low, _ in placed)
    below = sum(high < line for _, high in placed)
    parts = [f"{reach} at or above", f"{below} below"]
    between = len(placed) - reach - below
    return ", ".join([*parts, *([f"{between} borderline across it"] if between else [])])


def _row(row: LanguageRow, *, dimension: str) -> tuple[Cell, ...]:
    entry, reading = row.entry, reading_of(row, dimension)
    others = "; ".join(f"{name} {spoken(other)}" for name, other in other_readings(row, dimension))
    return (
        *(person_name(row), entry.role, entry.vendor, entry.language),
        *(reading.text or None, source_words(reading)),
        *(_cells(reading.score) if reading.score else _NO_SCORE),
        others or None,
        str(entry.match) if entry.match else None,
        notation.clock(entry.audio_s) if entry.audio_s is not None else None,
        entry.happened_at.date().isoformat() if entry.happened_at else None,
    )


def _cells(score: Score) -> tuple[Cell, ...]:
    return (
        *(score.value, score.lower, score.upper),
        "scored" if score.value is not None else notation.value(score),
        f"{notation.number(score.scale.low)}–{notation.number(score.scale.high)}",
    )
