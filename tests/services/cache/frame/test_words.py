"""Words by their numbers: who asks for an interview's waits for nobody's details."""

import pytest

from services.cache.frame.words import Words


def never():
    """Fail a test that waits without need."""
    pytest.fail("The details were waited for.")


def test_a_word_at_hand_is_answered_without_the_others():
    """A cohort by interview type needs no agent."""
    words = Words({3: "Technical"}, others=never)

    found = words[3]

    assert found == "Technical"


def test_other_words_are_waited_for():
    """And a number that there is not is none of them either."""
    words = Words({3: "Technical"}, others=lambda: {3: "Technical", 5: "ada"})

    found = words[5]

    assert (found, words.get(4)) == ("ada", None)
    assert dict(words) == {3: "Technical", 5: "ada"}
    assert len(words) == 2
