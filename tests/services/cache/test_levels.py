"""What a language profile comes down to: dimensions without accent, a whole if there is one."""

import pytest

from services.cache.levels import level_facts, spoken_facts
from services.models.language import LanguageProfile
from services.models.score import PERCENT
from tests.services.cache.conftest import an_interview, overall
from tests.services.cache.spoken import a_speech_test, a_trade_interview, spoken_score


def values(interview):
    """Return dimension, issued level and value of each fact."""
    return [(name, cefr, cells[1]) for name, cefr, cells, _, _ in level_facts(interview)]


def test_a_speech_tests_dimensions_come_with_their_levels_and_without_accent():
    """The whole is first; a level without a number stays; accent is nowhere, however written."""
    interview = a_speech_test()

    found = values(interview)

    assert found == [
        ("Overall", "B2", 3.8),
        ("Fluency", "B1", 3.5),
        ("Vocabulary", None, None),
        ("Reading", "C2", None),
    ]


@pytest.mark.parametrize("name", ["Accent", "accent", "Accent score", "accentScore"])
def test_accent_is_left_out_however_a_vendor_writes_it(name):
    """Nobody can be sorted or counted by what is not in the table."""
    dimensions = (spoken_score(name, 2), spoken_score("Fluency", 3))

    found = values(a_speech_test(profile={"dimensions": dimensions, "levels": ()}))

    assert [each for each, _, _ in found] == ["Overall", "Fluency"]


def test_an_interview_on_a_trade_gives_no_overall_score_of_language():
    """Its 70 of 100 is about the trade, although language is scored from 0 to 100 too."""
    interview = a_trade_interview(score=70.0)

    found = values(interview)

    assert found == [("Fluency", None, 81.0), ("Grammar", None, 64.0)]


def test_an_overall_score_on_another_scale_is_not_the_languages():
    """A number from 0 to 100 does not stand for dimensions from 0 to 5; the level stays."""
    interview = a_speech_test(scores=(overall(70),))

    found = values(interview)

    assert found[0] == ("Overall", "B2", None)


def test_an_overall_score_beside_a_skill_is_not_the_languages():
    """Where something else was measured too, the overall score is about all of it."""
    skill = overall(60).model_copy(update={"kind": "skill", "name": "Welding"})
    dimensions = (spoken_score("Fluency", 60, scale=PERCENT),)
    profile = {"dimensions": dimensions, "cefr": None, "levels": ()}

    found = values(a_speech_test(scores=(overall(70), skill), profile=profile))

    assert found == [("Fluency", None, 60)]


def test_an_interview_without_a_profile_has_no_language_facts():
    """Nothing is made up."""
    interview = an_interview()

    found = (spoken_facts(interview), list(level_facts(interview)))

    assert found == (None, [])


def test_an_empty_profile_is_a_result_without_dimensions():
    """A test that is still running is listed, without levels."""
    interview = an_interview(language=LanguageProfile(language="de", target="B2"))

    found = (spoken_facts(interview), list(level_facts(interview)))

    assert found == (("de", None, "B2", (None, None, False)), [])
