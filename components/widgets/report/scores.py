"""Section: the score forest, each score with its band on one axis."""

from components.charts import forest_figure, forest_sentence, forest_table, is_doubtful
from components.documents.explanations import Explained
from components.widgets import figures
from services.models.interview import Interview


def scores_section(interview: Interview, *, cut: float | None, compact: bool) -> None:
    """Draw overall, domains, skills, rubric and coding scores; nothing where none has a value."""
    if all(score.value is None for score in interview.scores):
        return
    figures.draw(
        forest_figure(
            interview.scores,
            cut=cut,
            domain_skills=interview.domain_skills,
            grey=is_doubtful(interview.language),
            compact=compact,
        ),
        key="score-forest",
        title="Scores",
        alt=forest_sentence(interview.scores, cut=cut, grey=is_doubtful(interview.language)),
        table=forest_table(interview.scores, cut=cut, domain_skills=interview.domain_skills),
        explained=(Explained.SCORE, Explained.BAND, Explained.CUT),
    )
