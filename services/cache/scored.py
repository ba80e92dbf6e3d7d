"""What an interview's scores come down to, the criteria of agents left out."""

from collections.abc import Iterator

from services.cache.cells import Real, Word, integer, state_and_value
from services.cache.codes import KIND_CODES
from services.models.interview import Interview
from services.models.score import ScoreKind

ScoreFacts = tuple[
    int,
    int,
    Word,
    Word,
    int | None,
    int,
    Real,
    Real,
    Real,
    float,
    float,
    Word,
    int | None,
    Real,
]
"""Position, kind, name, parent, question, state; value, band, scale, label, observations, weight.

Flat, as the row is: there are dozens an interview, and taking them apart costs as much as storing.
"""


def score_facts(interview: Interview) -> Iterator[ScoreFacts]:
    """Yield every score in the order of the report."""
    questions = {f"question:{question.index}": question.index for question in interview.questions}
    asked = iter(interview.questions)
    for position, score in enumerate(interview.all_scores):
        of_question = score.kind is ScoreKind.QUESTION
        question = next(asked).index if of_question else questions.get(score.parent or "")
        state, value = state_and_value(score)
        scale = score.scale
        yield (
            position,
            KIND_CODES[score.kind],
            None if of_question else score.name,
            score.parent,
            question,
            state,
            value,
            score.lower,
            score.upper,
            scale.low,
            scale.high,
            score.label,
            integer(score.observations),
            score.weight,
        )
