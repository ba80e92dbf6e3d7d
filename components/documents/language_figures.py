"""What the Language page and its document draw: levels by role, and people on the ladder."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from components.charts import (
    ladder_figure,
    ladder_sentence,
    ladder_table,
    levels_figure,
    levels_sentence,
    levels_table,
)
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from components.documents.vendor_titles import with_vendor_titles
from services.models import notation
from services.models.cefr import LEVELS
from services.models.content import Bars
from services.models.ladder import LanguageAnswer, LanguageRow
from services.models.table import Cell, Table

_NO_RUNG = len(LEVELS)


def levels_drawing(
    answer: LanguageAnswer, *, requirement: str | None, compact: bool = False
) -> Drawing:
    """Return how many people of each role stand on each rung."""
    return Drawing(
        key="levels",
        title=f"{answer.dimension} level by role",
        figure=levels_figure(answer.counts, requirement=requirement, compact=compact),
        alt=levels_sentence(answer.counts, dimension=answer.dimension),
        table=levels_table(answer.counts),
        explained=(Explained.CEFR_LEVEL, Explained.DERIVED_LEVEL),
    )


def levels_bars(answer: LanguageAnswer) -> Bars:
    """Return the levels of each role as stacked bars; issued and derived ones are apart."""
    rows = _of_single_roles(levels_table(answer.counts))
    roles = tuple(dict.fromkeys(str(role) for role, *_ in rows))
    counted: dict[str, dict[str, float]] = {}
    for role, level, by, people, _ in sorted(rows, key=_height):
        of_level = counted.setdefault(f"{level}, {by}" if by else str(level), {})
        of_level[str(role)] = of_level.get(str(role), 0.0) + float(people or 0)
    return Bars(
        categories=roles,
        series=tuple(
            (level, tuple(people.get(role, 0.0) for role in roles))
            for level, people in counted.items()
        ),
        axis="Language results",
        stacked=True,
    )


def ladder_drawing(
    answer: LanguageAnswer,
    rows: Sequence[LanguageRow],
    *,
    requirement: str | None,
    titles: Mapping[str, str],
    compact: bool = False,
) -> Drawing:
    """Return `rows`, which are some of the answer's or all, each on its rung."""
    dimension = answer.dimension
    return Drawing(
        key="ladder",
        title=f"{dimension} level of each candidate",
        figure=ladder_figure(rows, dimension=dimension, requirement=requirement, compact=compact),
        alt=ladder_sentence(rows, dimension=dimension, total=answer.total, requirement=requirement),
        table=with_vendor_titles(ladder_table(rows, dimension=dimension), titles),
        explained=(Explained.CEFR_LEVEL, Explained.DERIVED_LEVEL, Explained.SPEAKER_MATCH),
    )


def people_table(
    rows: Sequence[LanguageRow], *, dimension: str, titles: Mapping[str, str]
) -> Table:
    """Return everybody with level and score, in so few columns that a page holds them.

    A score is in words with its scale and its band; the figure's own table has the numbers.
    """
    whole = with_vendor_titles(ladder_table(rows, dimension=dimension), titles)
    kept = ("Candidate", "Role", "Vendor", "Language", "Level", "By")
    last = ("Speaker match", "Date")
    return Table(
        columns=(*kept, "Score", *last),
        rows=tuple(
            (
                *(cells[whole.columns.index(name)] for name in kept),
                _score_words(row, dimension),
                *(cells[whole.columns.index(name)] for name in last),
            )
            for row, cells in zip(rows, whole.rows, strict=True)
        ),
    )


def _score_words(row: LanguageRow, dimension: str) -> str | None:
    reading = row.readings.get(dimension)
    return notation.on_its_scale(reading.score) if reading and reading.score else None


def _of_single_roles(table: Table) -> list[tuple[Cell, ...]]:
    """Return the rows behind those of all roles, which come first and are as many people."""
    running = list(accumulate(float(row[3] or 0) for row in table.rows))
    whole = running[-1] / 2 if running else 0
    return [row for row, reached in zip(table.rows, running, strict=True) if reached > whole]


def _height(row: tuple[Cell, ...]) -> tuple[int, str]:
    """Return where a level stands on the ladder, from the lowest; no level comes last."""
    level = str(row[1])
    below = -1 if row[2] else _NO_RUNG
    return (LEVELS.index(level) if level in LEVELS else below, "" if row[2] == "issued" else "x")
