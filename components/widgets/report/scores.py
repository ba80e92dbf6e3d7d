"""Section: the score forest, each score with its band on one axis."""

from components.documents.interview_drawings import score_forest
from components.widgets import figures
from services.models.interview import Interview


def scores_section(interview: Interview, *, cut: float | None, compact: bool) -> None:
    """Draw overall, domains, skills, rubric and coding scores; nothing where none has a value."""
    drawing = score_forest(interview, cut=cut, compact=compact)
    if drawing:
        figures.show(drawing)
