"""Section: the score forest, each score with its band on one axis."""

from components.charts import forest_figure, forest_sentence, forest_table, is_doubtful
from components.widgets import figures
from services.models.interview import Interview
from services.models.score import ScoreState

_NONE = (ScoreState.MISSING, ScoreState.UNSCORED)


def scores_section(interview: Interview, *, cut: float | None, compact: bool) -> None:
    """Draw overall, domains, skills, rubric and coding scores; nothing without any."""
    if all(score.state in _NONE for score in interview.scores):
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
        alt=forest_sentence(interview.scores, cut=cut),
        table=forest_table(interview.scores, cut=cut, domain_skills=interview.domain_skills),
    )
