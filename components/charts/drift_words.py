"""Drift of one question in words: its data table, and the sentence for who cannot see it."""

from components.charts import _estimates, label
from components.charts._offsets import uncorrected
from services.models import notation
from services.models.question_health import QuestionDrift, QuestionHealth
from services.models.table import Cell, Table

_COLUMNS = (
    *("From", "To", "Change (to minus from), percentage points", "Lower", "Upper"),
    *("Level, percent", "n", "Chance"),
)


def drift_table(question: QuestionHealth) -> Table:
    """Return one row for each change, in percentage points of the question's scale."""
    return Table(columns=_COLUMNS, rows=tuple(map(_row, question.drift)))


def drift_sentence(question: QuestionHealth) -> str:
    """Say each change with its interval, and whether that holds 0."""
    if not question.drift:
        return "No change of the mean share is known: one assessment version asked this question."
    changes = notation.count(len(question.drift), "change")
    parts = [f"Mean share of the scale, {changes} between assessment versions."]
    parts += map(_said, question.drift)
    found = [uncorrected(change.difference) for change in question.drift]
    levels = [_estimates.level(each.estimate) for each in found if each.ends]
    if levels:
        parts.append(f"In brackets: {levels[0]}, not corrected for the number of changes.")
    return " ".join(parts)


def _said(change: QuestionDrift) -> str:
    pair = f"From {label.brief(change.before)} to {label.brief(change.after)}"
    found = uncorrected(change.difference)
    if found.value is None:
        return f"{pair}: {label.plain(found.absence)}."
    points = f"{found.number} percentage points"
    ends = f" ({found.interval})" if found.interval else ", no interval"
    chance = f", {found.chance}" if found.chance else ""
    return f"{pair}: {points}{ends}{chance}, {_estimates.size_words(change.difference.n)}."


def _row(change: QuestionDrift) -> tuple[Cell, ...]:
    found = uncorrected(change.difference)
    cells = _estimates.leveled_cells(change.difference, factor=found.factor)
    return (change.before, change.after, *cells, found.chance)
