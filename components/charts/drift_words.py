"""Drift of one question in words: its data table, and the sentence for who cannot see it."""

from components.charts import _estimates, label
from components.charts._drift_gaps import drift_gaps
from components.charts._gaps import Gap
from services.models import notation
from services.models.question_health import QuestionHealth
from services.models.table import Cell, Table

_COLUMNS = (
    *("From", "To", "Change (to minus from), percentage points", "Lower", "Upper"),
    *("Level, percent", "n", "Chance"),
)


def drift_table(question: QuestionHealth) -> Table:
    """Return one row for each change, in percentage points of the question's scale."""
    return Table(columns=_COLUMNS, rows=tuple(map(_row, drift_gaps(question))))


def drift_sentence(question: QuestionHealth) -> str:
    """Say each change with its interval, and whether chance alone can make it."""
    gaps = drift_gaps(question)
    if not gaps:
        return "No change of the mean share is known: one assessment version asked this question."
    changes = notation.count(len(gaps), "change")
    parts = [f"Mean share of the scale, {changes} between assessment versions."]
    parts += map(_said, gaps)
    if any(gap.value is not None for gap in gaps):
        parts.append(
            f"In brackets: {_estimates.level(gaps[0].difference)}, "
            "not corrected for the number of changes."
        )
    return " ".join(parts)


def _said(gap: Gap) -> str:
    pair = f"From {label.brief(gap.a)} to {label.brief(gap.b)}"
    if gap.value is None:
        return f"{pair}: {gap.number}."
    points = gap.number.replace(" (", " percentage points (", 1)
    return f"{pair}: {points}{', ' if gap.verdict else ''}{gap.verdict}."


def _row(gap: Gap) -> tuple[Cell, ...]:
    return (
        *(gap.a, gap.b),
        *_estimates.cells(gap.difference, factor=gap.factor),
        *(_estimates.rounded(100 * gap.difference.level), gap.difference.n),
        gap.verdict or _estimates.refusal(gap.difference),
    )
