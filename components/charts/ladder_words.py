"""The ladder in words: its data table, and the sentence for who cannot see it."""

from collections import Counter
from collections.abc import Sequence

from components.charts.ladder import person_name, placed, reading_words
from services.models import notation
from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageRow
from services.models.table import Cell, Table

_COLUMNS = (
    *("Candidate", "Role", "Vendor", "Language", "Level", "By", "Other dimensions"),
    *("Speaker match", "Audio", "Date"),
)


def ladder_table(rows: Sequence[LanguageRow], *, dimension: str) -> Table:
    """Return one row for each person, in the figure's order."""
    return Table(columns=_COLUMNS, rows=tuple(_row(row, dimension=dimension) for row in rows))


def ladder_sentence(
    rows: Sequence[LanguageRow], *, dimension: str, total: int, requirement: str | None = None
) -> str:
    """Say how many people stand at each level of `dimension`, and by whose word."""
    lines = placed(rows, dimension=dimension, compact=False)
    found = Counter(line.reading.text for line in lines if line.reading.text)
    sources = Counter(line.reading.source for line in lines)
    parts = [
        f"{dimension} level of {notation.count(len(rows), 'person', plural='people')} of {total}."
    ]
    if found:
        parts.append(", ".join(f"{level} {count}" for level, count in sorted(found.items())) + ".")
    parts.append(
        f"{sources[LevelSource.ISSUED]} issued by the vendor, {sources[LevelSource.DERIVED]} "
        f"derived, {sources[LevelSource.NONE]} without a level."
    )
    if requirement:
        parts.append(f"Required: {requirement}.")
    return " ".join(parts)


def _row(row: LanguageRow, *, dimension: str) -> tuple[Cell, ...]:
    entry, none = row.entry, LevelReading(source=LevelSource.NONE)
    level, by = reading_words(row, row.readings.get(dimension, none))
    others = ", ".join(
        f"{name} {reading.text}"
        for name, reading in row.readings.items()
        if name != dimension and reading.text
    )
    return (
        *(person_name(row), entry.role, entry.vendor, entry.language, level or None, by),
        others or None,
        str(entry.match) if entry.match else None,
        notation.clock(entry.audio_s) if entry.audio_s is not None else None,
        entry.happened_at.date().isoformat() if entry.happened_at else None,
    )
