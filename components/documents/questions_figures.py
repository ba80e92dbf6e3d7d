"""How hard and how telling questions are, and what changed: figures, tables and sentences."""

from components.charts import (
    drift_figure,
    drift_sentence,
    drift_table,
    questions_figure,
    questions_sentence,
    questions_table,
)
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from services.models import notation
from services.models.estimate import Estimate
from services.models.question_health import FEWEST_ANSWERS, QuestionHealth, QuestionsAnswer
from services.models.table import Cell, Table

NOTHING_SCORED = "No question of these interviews was scored. Qode scores questions one by one."
NOTHING_TO_DRAW = f"No question has {FEWEST_ANSWERS} scores yet: there is nothing to draw."
NO_DRIFT = "One assessment version asked it, or too few answers of the others: no drift."
TABLE_KEY = "question-table"
TABLE_TITLE = "Questions"
TABLE_EXPLAINED = (Explained.SPREAD, Explained.SKIP_RATE, Explained.QUESTION_TIME)


def asked_words(answer: QuestionsAnswer) -> str:
    """Say how many questions there are, and of how many of them nothing is said."""
    return (
        f"{notation.count(answer.total, 'question')}, {answer.too_few:,} with fewer than "
        f"{FEWEST_ANSWERS} scores: of these nothing is said."
    )


def has_nothing_to_draw(answer: QuestionsAnswer) -> bool:
    """Tell whether every question has too few scores for a figure."""
    return all(each.refusal for each in answer.questions)


def map_drawing(answer: QuestionsAnswer, *, compact: bool) -> Drawing:
    """Return difficulty against discrimination."""
    return Drawing(
        key="questions",
        title="How hard and how telling each question is",
        figure=questions_figure(answer, compact=compact),
        alt=questions_sentence(answer),
        table=questions_table(answer),
        explained=(Explained.DIFFICULTY, Explained.DISCRIMINATION),
    )


def drift_drawing(question: QuestionHealth, *, compact: bool) -> Drawing:
    """Return what changed in one question between assessment versions."""
    return Drawing(
        key=f"drift-{question.key}",
        title="Change of the mean share between assessment versions",
        figure=drift_figure(question, compact=compact),
        alt=drift_sentence(question),
        table=drift_table(question),
        explained=(Explained.DRIFT, Explained.CONFIDENCE_INTERVAL),
    )


def health_table(answer: QuestionsAnswer) -> Table:
    """Return one row for each question: what was computed of it, or dashes."""
    return Table(
        columns=(
            *("Question", "Asked", "Scored", "Mean share", "Spread", "Discrimination"),
            *("Skipped", "Median time"),
        ),
        rows=tuple(map(_row, answer.questions)),
    )


def _row(question: QuestionHealth) -> tuple[Cell, ...]:
    if question.refusal:
        return (question.text, question.asked, question.scored, *("—",) * 5)
    time = question.median_time_s
    return (
        question.text,
        question.asked,
        question.scored,
        notation.rate(question.difficulty),
        "—" if question.spread is None else f"{notation.percent(question.spread)} %",
        _correlation(question.discrimination),
        notation.rate(question.skip_rate),
        "—" if time is None else notation.clock(time),
    )


def _correlation(found: Estimate) -> str:
    """Write a correlation with its interval: "0.61 (0.21 to 0.84)"; a refusal is a dash."""
    if found.estimate is None:
        return "—"
    value = notation.number(found.estimate, places=2)
    if found.lower is None or found.upper is None:
        return f"{value}, no interval"
    ends = (notation.number(end, places=2) for end in (found.lower, found.upper))
    return f"{value} ({' to '.join(ends)})"
