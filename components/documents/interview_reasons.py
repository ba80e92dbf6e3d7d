"""What the agents wrote on one question: each sentence once, beside what it is about."""

from collections.abc import Iterator

from components.documents.interview_words import agent_name
from services.models import notation
from services.models.agents import AgentAssessment, Panel
from services.models.content import Listing
from services.models.interview import GraderNote, Question
from services.models.table import Cell, Table

_COLUMNS = ("Agent", "About", "Points", "Reason")
_WHOLE = "the whole answer"


def reasons(panel: Panel, question: Question | None) -> Listing | None:
    """Return what each agent concluded and why; None where none wrote anything.

    A vendor may give one text twice, as the reason for a criterion and as a note on a skill: it
    stands in one row that names both.
    """
    notes = list(question.grader_notes) if question else []
    rows = [row for agent in panel.agents for row in _of_agent(agent, notes)]
    rows += [_row(note.name, note.skill, None, note.text) for note in notes]
    if not rows:
        return None
    number = panel.question_index + 1
    table = Table(columns=_COLUMNS, rows=tuple(rows))
    title = f"The agents' reasons in question {number}"
    return Listing(f"reasons-{number}", title, table, is_long=True)


def _of_agent(agent: AgentAssessment, notes: list[GraderNote]) -> Iterator[tuple[Cell, ...]]:
    """Yield the agent's rows; its notes are taken out of `notes`."""
    name = agent_name(agent)
    if agent.summary:
        yield _row(name, _WHOLE, notation.part_of(agent.total, agent.maximum), agent.summary)
    own = [note for note in notes if note.name == agent.name]
    for criterion in agent.criteria:
        if not criterion.rationale:
            continue
        same = [note for note in own if note.text == criterion.rationale and note in notes]
        for note in same[:1]:
            notes.remove(note)
        about = ", on ".join((criterion.label, *(note.skill for note in same[:1])))
        points = notation.part_of(criterion.weighted, criterion.maximum)
        yield _row(name, about, points, criterion.rationale)
    for note in own:
        if note in notes:
            notes.remove(note)
            yield _row(name, note.skill, None, note.text)


def _row(name: str, about: str, points: str | None, reason: str) -> tuple[Cell, ...]:
    return name, about, points, reason
