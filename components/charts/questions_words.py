"""Questions in words: the data table, and the sentence for who cannot see the figure."""

from collections.abc import Callable, Sequence

from components.charts import _estimates, label
from components.charts._question_dots import GUIDE, Dot, dots
from components.charts.questions import difficulty_words, discrimination_words, undrawn_words
from services.models import notation
from services.models.question_health import QuestionHealth, QuestionsAnswer
from services.models.table import Cell, Table

_COLUMNS = (
    *("Question", "Asked", "Scored", "Mean share %", "Share lower", "Share upper"),
    *("Spread (points)", "Discrimination", "Lower", "Upper", "Level %"),
    *("n of discrimination", "Skipped %", "Skipped lower", "Skipped upper"),
    *("Median time (s)", "Remark"),
)


def questions_table(answer: QuestionsAnswer) -> Table:
    """Return one row for each question; what cannot be said of it is empty, and the remark why."""
    return Table(columns=_COLUMNS, rows=tuple(map(_row, answer.questions)))


def questions_sentence(answer: QuestionsAnswer) -> str:
    """Say the range of both figures, how many tell little, and how many are not drawn."""
    found = dots(answer.questions)
    undrawn = undrawn_words(answer)
    rest = f"{undrawn[0].upper()}{undrawn[1:]}." if undrawn else ""
    if not found:
        return " ".join(filter(None, ("No question has both figures.", rest)))
    parts = [
        f"{notation.count(len(found), 'question')}, difficulty against discrimination.",
        _range(sorted(found, key=lambda dot: dot.x), words=difficulty_words, what="Mean share"),
        _range(
            sorted(found, key=lambda dot: dot.y), words=discrimination_words, what="Discrimination"
        ),
        _weak(found),
        rest,
    ]
    return " ".join(filter(None, parts))


def telling_sentence(answer: QuestionsAnswer) -> str:
    """Say how many questions have both figures, and how many of them tell little."""
    found = dots(answer.questions)
    if not found:
        return "No question has both figures."
    has = "question has" if len(found) == 1 else "questions have"
    return f"{len(found)} {has} both figures. {_weak(found)}"


def _weak(found: Sequence[Dot]) -> str:
    below = sum(dot.y < GUIDE for dot in found)
    if not below:
        return f"No discrimination is below {GUIDE:g}."
    clear = sum(dot.is_weak for dot in found)
    return f"{below} below {GUIDE:g}, {clear} of these with the whole interval."


def _range(ranked: Sequence[Dot], *, words: Callable[[QuestionHealth], str], what: str) -> str:
    low, high = ranked[0].question, ranked[-1].question
    if len(ranked) == 1:
        return f"{what} {words(low)}."
    return f"{what} from {words(low)} ({_name(low)}) to {words(high)} ({_name(high)})."


def _name(question: QuestionHealth) -> str:
    return label.plain(label.shortened(label.clean(question.text), room=300))


def _row(question: QuestionHealth) -> tuple[Cell, ...]:
    difficulty = _estimates.cells(question.difficulty, factor=100)
    discrimination = _estimates.leveled_cells(question.discrimination)
    remarks = (
        question.refusal,
        *(each.refusal or each.remark for each in (question.difficulty, question.discrimination)),
    )
    return (
        *(question.text, question.asked, question.scored, *difficulty),
        None if question.spread is None else _estimates.rounded(100 * question.spread),
        *discrimination,
        *_estimates.cells(question.skip_rate, factor=100),
        _estimates.rounded(question.median_time_s),
        " ".join(dict.fromkeys(filter(None, remarks))),
    )
