"""The comparison in words: its data table, and the sentence for who cannot see it."""

from collections.abc import Mapping

from components.charts import label
from components.charts.forest import HEADINGS
from services.models import notation
from services.models.comparison import ComparedRow, Comparison
from services.models.score import Score, ScoreKind
from services.models.table import Cell, Table


def comparison_table(comparison: Comparison, *, names: Mapping[str, str]) -> Table:
    """Return one row for each score name: each interview's number and band, then each pair."""
    pairs = comparison.rows[0].separations if comparison.rows else ()
    columns = ["Group", "Name"]
    for row in comparison.interviews:
        columns += [f"{names[row.id]}: {part}" for part in ("score", "lower", "upper", "state")]
    columns += [f"{names[pair.a]} and {names[pair.b]}" for pair in pairs]
    return Table(columns=tuple(columns), rows=tuple(map(_row, comparison.rows)))


def comparison_sentence(comparison: Comparison, *, names: Mapping[str, str]) -> str:
    """Say the overall scores and what their bands can tell apart, at which level."""
    people = ", ".join(label.brief(names[row.id]) for row in comparison.interviews)
    parts = [f"{people} side by side."]
    for row in comparison.rows:
        if row.kind is ScoreKind.OVERALL:
            parts += [
                f"{label.brief(names[each.a])} and {label.brief(names[each.b])}: "
                f"{each.verdict}. {each.reason}"
                for each in row.separations
            ]
    level = notation.percent(comparison.level)
    parts.append(f"Bands are taken to be at {level} %; no vendor states their level.")
    return " ".join(parts)


def _row(row: ComparedRow) -> tuple[Cell, ...]:
    cells: list[Cell] = [
        "Overall" if row.kind is ScoreKind.OVERALL else HEADINGS[row.kind],
        row.name,
    ]
    for score in row.scores:
        cells += _cells(score)
    return (*cells, *(str(each.verdict) for each in row.separations))


def _cells(score: Score | None) -> list[Cell]:
    if score is None:
        return [None, None, None, "not asked"]
    if score.value is None:
        return [None, None, None, notation.value(score)]
    return [score.value, score.lower, score.upper, "scored"]
