"""Answers that are remembered."""

from services.cache.remembered import Remembered


def test_a_question_is_asked_once():
    """The second time the answer is at hand, even if it is nothing."""
    remembered, asked = Remembered(), []

    answers = [remembered.get("who", lambda: asked.append("who")) for _ in range(2)]

    assert (answers, asked) == ([None, None], ["who"])


def test_the_oldest_of_many_answers_are_forgotten():
    """Memory does not grow with every filter that was ever set."""
    remembered, asked = Remembered(), []
    for number in range(300):
        remembered.get(number, lambda: None)

    remembered.get(299, lambda: asked.append("new"))
    remembered.get(0, lambda: asked.append("old"))

    assert asked == ["old"]


def test_what_is_large_is_kept_for_one_question_only():
    """A new question takes the old answer's place."""
    remembered, asked = Remembered(most=1), []
    for number in range(2):
        remembered.get(number, lambda: None)

    remembered.get(0, lambda: asked.append("old"))

    assert asked == ["old"]
