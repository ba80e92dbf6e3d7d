"""What an interview's questions come down to: whose words they have, and what was scored."""

from collections.abc import Iterator

from services.cache.cells import Real, integer, state_and_value
from services.cache.question_key import question_key
from services.models.interview import Interview

QuestionFacts = tuple[int, int | None, int, int, Real, float, float, Real]
"""Position, number, key of the words, state; value, both ends of the scale, seconds it took."""


def question_facts(interview: Interview) -> Iterator[QuestionFacts]:
    """Yield each question that has words, in the order of the interview."""
    for position, question in enumerate(interview.questions):
        key = question_key(question.text)
        if key is not None:
            state, value = state_and_value(question.score)
            scale = question.score.scale
            number = integer(question.index)
            yield position, number, key, state, value, scale.low, scale.high, question.duration_s
