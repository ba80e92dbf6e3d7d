"""The report's questions: an overview, then each with its scores, its agents and their reasons."""

from collections.abc import Iterator, Sequence

from components.documents.drawing import chart
from components.documents.explanations import Explained
from components.documents.interview_drawings import agent_criteria, question_scores
from components.documents.interview_findings import (
    LEVEL_NOT_STATED,
    criteria_finding,
    question_finding,
)
from components.documents.interview_part import Part, part, without_empty_columns
from components.documents.interview_reasons import reasons
from components.documents.interview_words import question_facts, written_about
from components.documents.ranges import axis_of, ranges, score_range
from services.models import notation
from services.models.agents import Panel
from services.models.content import Block, Chart, Depth, Facts, Listing, Words
from services.models.interview import Interview, Question
from services.models.score import ScoreState
from services.models.table import Table

_COLUMNS = ("No.", "Question", "Kind", "Asked at", "Answer took", "Score", "The vendor says")
_MANY = 15


def questions(interview: Interview) -> Iterator[Part]:
    """Yield the overview and a section for each question that something was found in."""
    if interview.questions:
        yield from part("Questions", _overview(interview.questions))
    panels = {panel.question_index: panel for panel in interview.panels if panel.agents}
    for question in interview.questions:
        yield from _question(question, panels.pop(question.index, None))
    for index, panel in sorted(panels.items()):
        unasked = Words("The vendor's answer has agents' assessments, but no such question.")
        blocks = (unasked, *_panel(panel, None))
        title = f"Question {index + 1}"
        explained = (Explained.SHARE_OF_MAXIMUM,)
        yield from part(title, *blocks, explained=explained, depth=Depth.BRIEF)


def _overview(asked: Sequence[Question]) -> Listing:
    rows = tuple(
        (
            question.index + 1,
            question.text,
            question.kind,
            None if question.start_s is None else notation.clock(question.start_s),
            None if question.duration_s is None else notation.clock(question.duration_s),
            None if _is_unscored(question) else notation.on_its_scale(question.score),
            question.verdict,
        )
        for question in asked
    )
    table = without_empty_columns(Table(columns=_COLUMNS, rows=rows))
    return Listing("questions", "All questions", table, is_long=len(rows) > _MANY)


def _question(question: Question, panel: Panel | None) -> Iterator[Part]:
    # With a panel, the graders' notes stand in the table of its reasons.
    about = written_about(question.model_copy(update={"grader_notes": ()}) if panel else question)
    written = tuple((name, text or "") for name, text in about)
    found = (
        Words(question.summary) if question.summary else None,
        None if _is_unscored(question) else _scores(question),
        Facts(written) if written else None,
        *(_panel(panel, question) if panel else ()),
    )
    if not any(found):
        return
    facts = question_facts(question)
    explained = () if _is_unscored(question) else (Explained.SCORE, Explained.BAND)
    yield from part(
        f"Question {question.index + 1}",
        Words(question.text) if question.text else None,
        Words(facts) if facts else None,
        *found,
        explained=(*explained, *((Explained.SHARE_OF_MAXIMUM,) if panel else ())),
        depth=Depth.BRIEF,
    )


def is_drawn(question: Question) -> bool:
    """Whether the report draws its scores: one alone, or none at all, is said in words."""
    scores = (question.score, *question.skills)
    return len(scores) > 1 and any(score.value is not None for score in scores)


def _is_unscored(question: Question) -> bool:
    return question.score.state is ScoreState.UNSCORED


def _scores(question: Question) -> Chart | Words:
    """Return the figure, or a sentence where there is hardly anything to draw."""
    scores = (question.score, *question.skills)
    finding = question_finding(question)
    if not is_drawn(question):
        return Words(finding)
    scale = axis_of(scores)
    rows = (score_range(score.name, score, scale=scale) for score in scores)
    has_band = any(score.has_band for score in scores)
    return chart(
        question_scores(question),
        finding=finding,
        native=ranges(rows, scale=scale),
        remarks=(LEVEL_NOT_STATED,) if has_band else (),
    )


def _panel(panel: Panel, question: Question | None) -> Iterator[Block]:
    """Yield the agents' figure, and what each wrote."""
    yield chart(agent_criteria(panel), finding=criteria_finding(panel))
    written = reasons(panel, question)
    if written:
        yield written
