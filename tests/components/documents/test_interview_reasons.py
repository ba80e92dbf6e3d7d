"""What agents wrote stands once, beside what it is about."""

from components.documents.interview import interview_content
from services.models.agents import AgentAssessment, Criterion, Panel
from services.models.interview import GraderNote
from services.models.score import ScoreKind
from tests.components.documents.reports import (
    answered,
    block,
    edition,
    facts,
    interview,
    question,
    score,
)


def _agent(name, points, *, reason=None):
    points_of = score(8.0, name="Depth", kind=ScoreKind.CRITERION)
    criterion = Criterion(
        key="depth", label="Depth", score=points_of, weighted=points, maximum=10, rationale=reason
    )
    return AgentAssessment(question_index=0, agent_id=name, name=name, criteria=(criterion,))


def test_what_an_agent_wrote_twice_stands_once():
    """A note on a skill that repeats the reason for a criterion is named in its row."""
    panel = Panel(
        question_index=0, agents=(_agent("Ọlá", 8.0, reason="Named it."), _agent("Ísold", 5.0))
    )
    notes = (
        GraderNote(skill="Kafka", name="Ọlá", text="Named it."),
        GraderNote(skill="SQL", name="Ísold", text="No index."),
        GraderNote(skill="SQL", name="Somebody", text="Fine."),
    )
    asked = question(0, 72.0, 70.0, 75.0, grader_notes=notes)

    found = interview_content(answered(interview(questions=(asked,), panels=(panel,))), edition())

    assert block(found, "reasons-1").table.rows == (
        ("Ọlá", "Depth, on Kafka", "8 of 10", "Named it."),
        ("Ísold", "SQL", None, "No index."),
        ("Somebody", "SQL", None, "Fine."),
    )
    assert not {label for label in facts(found) if " on " in label}


def test_what_an_agent_concluded_is_the_first_of_its_rows():
    """With the total that it gave."""
    agent = _agent("Ọlá", 8.0, reason="Named it.").model_copy(
        update={"summary": "Good.", "total": 8.0, "maximum": 10.0}
    )
    panel = Panel(question_index=0, agents=(agent,))
    one = interview(questions=(question(0, 72.0, 70.0, 75.0),), panels=(panel,))

    found = interview_content(answered(one), edition())

    assert block(found, "reasons-1").table.rows == (
        ("Ọlá", "the whole answer", "8 of 10", "Good."),
        ("Ọlá", "Depth", "8 of 10", "Named it."),
    )
