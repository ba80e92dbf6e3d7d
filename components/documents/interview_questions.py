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
from components.documents.interview_words import agent_name, question_facts, written_about
from components.documents.ranges import axis_of, ranges, score_range
from services.models import notation
from services.models.agents import AgentAssessment, Panel
from services.models.content import Block, Chart, Facts, Listing, Words
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
        blocks = (unasked, *_panel(panel))
        title = f"Question {index + 1}"
        yield from part(title, *blocks, explained=(Explained.SHARE_OF_MAXIMUM,))


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
    written = tuple((name, text or "") for name, text in written_about(question))
    found = (
        Words(question.summary) if question.summary else None,
        None if _is_unscored(question) else _scores(question),
        Facts(written) if written else None,
        *(_panel(panel) if panel else ()),
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
    )


def _is_unscored(question: Question) -> bool:
    return question.score.state is ScoreState.UNSCORED


def _scores(question: Question) -> Chart | Words:
    """Return the figure, or a sentence where there is hardly anything to draw."""
    scores = (question.score, *question.skills)
    finding = question_finding(question)
    if len(scores) == 1 or all(score.value is None for score in scores):
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


def _panel(panel: Panel) -> Iterator[Block]:
    """Yield the agents' figure, what each concluded, and the reasons for each criterion."""
    yield chart(agent_criteria(panel), finding=criteria_finding(panel))
    concluded = tuple((agent_name(agent), agent.summary) for agent in panel.agents if agent.summary)
    if concluded:
        yield Facts(concluded)
    reasons = tuple(row for agent in panel.agents for row in _reasons(agent))
    if reasons:
        number = panel.question_index + 1
        yield Listing(
            f"reasons-{number}",
            f"The agents' reasons in question {number}",
            Table(columns=("Agent", "Criterion", "Points", "Reason"), rows=reasons),
            is_long=True,
        )


def _reasons(agent: AgentAssessment) -> Iterator[tuple[str, str, str, str]]:
    for criterion in agent.criteria:
        if criterion.rationale:
            points = notation.part_of(criterion.weighted, criterion.maximum)
            yield agent_name(agent), criterion.label, points, criterion.rationale
