"""The comparison in words: its data table, and the sentence for who cannot see it."""

from collections.abc import Mapping

from components.charts import label
from components.charts.forest import HEADINGS
from services.models import notation
from services.models.comparison import ComparedRow, Comparison
from services.models.score import PERCENT, Score, ScoreKind
from services.models.table import Cell, Table

_PARTS = ("score", "lower", "upper", "state", "scale")


def comparison_table(comparison: Comparison, *, names: Mapping[str, str]) -> Table:
    """Return one row for each score name: each interview's number and band, then each pair."""
    pairs = comparison.rows[0].separations if comparison.rows else ()
    columns = ["Group", "Name"]
    for row in comparison.interviews:
        columns += [f"{names[row.id]}: {part}" for part in _PARTS]
    columns += [f"{names[pair.a]} and {names[pair.b]}" for pair in pairs]
    return Table(columns=tuple(columns), rows=tuple(map(_row, comparison.rows)))


def comparison_sentence(comparison: Comparison, *, names: Mapping[str, str]) -> str:
    """Say the overall scores and what their bands can tell apart, at which level."""
    called = {row.id: label.brief(names[row.id]) for row in comparison.interviews}
    parts = [f"{', '.join(called.values())} side by side."]
    for row in comparison.rows:
        if row.kind is ScoreKind.OVERALL:
            scores = zip(called.values(), row.scores, strict=True)
            said = ", ".join(f"{name} {_in_words(score)}" for name, score in scores)
            parts.append(f"{label.brief(row.name)}: {said}.")
            parts += [
                f"{called[each.a]} and {called[each.b]}: {each.verdict}. {each.reason}"
                for each in row.separations
            ]
    rest = sum(row.kind is not ScoreKind.OVERALL for row in comparison.rows)
    if rest:
        parts.append(f"{notation.count(rest, 'more score')} in the table.")
    level = notation.number(round(100 * comparison.level, 1))
    parts.append(f"Bands are taken to be at {level} %; no vendor states their level.")
    return " ".join(parts)


def _row(row: ComparedRow) -> tuple[Cell, ...]:
    is_whole = row.kind is ScoreKind.OVERALL
    cells: list[Cell] = ["Overall" if is_whole else HEADINGS[row.kind], row.name]
    for score in row.scores:
        cells += _cells(score)
    return (*cells, *(str(each.verdict) for each in row.separations))


def _cells(score: Score | None) -> list[Cell]:
    if score is None:
        return [None, None, None, "not asked", None]
    scale = f"{notation.number(score.scale.low)}–{notation.number(score.scale.high)}"
    if score.value is None:
        return [None, None, None, notation.value(score), scale]
    return [score.value, score.lower, score.upper, "scored", scale]


def _in_words(score: Score | None) -> str:
    if score is None:
        return "not asked"
    if score.value is None or score.scale == PERCENT:
        return notation.with_band(score)
    return f"{notation.with_band(score)}, of {notation.number(score.scale.high)}"
