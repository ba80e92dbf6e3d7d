"""Language: targets are no results, and what a test's own part says is read with care."""

import json

import pytest

from services.models.score import ScoreState
from services.vendors.instaview.parsing import reader_with

TEST = {"focus": "LANGUAGE_TEST", "language": "EN", "cefrLevel": "B2"}


def analysed(specific, status=3):
    """Make an analysis with this specific part."""
    return {"general": {"status": status, "overallRating": 60}, "specific": specific}


def test_the_agents_level_is_a_target(read, codes):
    """Nobody has reached it yet: there is no level and no score."""
    interview = read(agent=TEST)

    profile = interview.language

    assert (profile.target, profile.cefr, profile.levels) == ("B2", None, ())
    assert profile.language == "en"
    assert profile.dimensions == ()
    assert codes(interview) == []


def test_else_the_jobs_level_in_this_language_is(read):
    """Other languages of the job say nothing here."""
    agent = {**TEST, "cefrLevel": None}
    wanted = [{"language": "SK", "proficiency": "C1"}, {"language": "en", "proficiency": "B1"}]

    interview = read(agent=agent, job={"languageRequirements": wanted})

    assert interview.language.target == "B1"


@pytest.mark.parametrize("focus", ["SCREENING", "OUTREACH", "GENERIC", None])
def test_other_interviews_have_no_profile(read, focus):
    """A job's requirement alone makes none."""
    agent = {**TEST, "focus": focus}

    interview = read(agent=agent, analysis=analysed(None))

    assert interview.language is None


def test_scores_make_a_profile_whatever_the_agent_is(read):
    """They are not lost because the agent is not readable."""
    specific = {"pronunciationScores": {"fluency": 64}}

    profile = read(analysis=analysed(specific)).language

    assert [(one.name, one.value) for one in profile.dimensions] == [("Fluency", 64)]
    assert profile.target is None


def test_pronunciation_scores_are_dimensions(document, settings):
    """From 0 to 100 without a band; a negative one was not evaluated."""
    payload = document("language_test")

    profile = reader_with(settings())(payload).language

    assert [(one.name, one.state, one.value) for one in profile.dimensions] == [
        ("Pronunciation", ScoreState.SCORED, 71.5),
        ("Accuracy", ScoreState.SCORED, 69),
        ("Fluency", ScoreState.SCORED, 77),
        ("Completeness", ScoreState.SCORED, 94),
        ("Prosody", ScoreState.NOT_EVALUATED, None),
    ]
    assert profile.audio_s == 1032.5


def test_levels_that_were_issued_are_kept_apart_from_the_target(document, settings):
    """The level of the whole, and that of one dimension an object further in."""
    payload = document("language_test")

    profile = reader_with(settings())(payload).language

    assert (profile.cefr, profile.target) == ("B1+", "B2")
    assert [(level.name, level.cefr) for level in profile.levels] == [("Grammar", "B2")]


@pytest.mark.parametrize(
    ("specific", "whole", "levels"),
    [
        ({"cefr": "c1"}, "c1", []),
        ({"overallCefr": "B2"}, "B2", []),
        ({"overall": {"cefrLevel": "A2"}}, "A2", []),
        (
            {"fluencyCefr": "B1", "vocabularyCefrLevel": "B2+"},
            None,
            ["Fluency B1", "Vocabulary B2+"],
        ),
        ({"pronunciationScores": {"cefrLevel": "B1"}}, None, ["Pronunciation B1"]),
        ({"pronunciationScores": {"accentCefr": "A2"}}, None, ["Accent A2"]),
        ({"cefrLevel": "UNDEFINED"}, None, []),
        ({"targetCefrLevel": "C1", "required": {"level": "C1"}}, None, []),
        ({"deep": {"deeper": {"cefr": "C2"}}}, None, []),
    ],
)
def test_levels_are_found_by_the_ending_of_their_keys(read, specific, whole, levels):
    """There and one object further in; a target is none."""
    profile = read(agent=TEST, analysis=analysed(specific)).language

    named = [f"{level.name} {level.cefr}" for level in profile.levels]

    assert (profile.cefr, named) == (whole, levels)


@pytest.mark.parametrize("word", ["string", "excellent", "B3", "B2 or so"])
def test_what_is_no_level_is_noted(read, codes, word):
    """It is not shown as one."""
    specific = {"cefrLevel": word}

    interview = read(agent=TEST, analysis=analysed(specific))

    assert interview.language.cefr is None
    assert codes(interview) == ["unknown_value"]


@pytest.mark.parametrize("status", [1, 2, 4])
def test_an_unfinished_analysis_has_no_results(read, status):
    """Its numbers are not evaluated, its levels not issued."""
    specific = {"pronunciationScores": {"fluency": 0, "accuracy": 71}, "cefrLevel": "A1"}

    profile = read(agent=TEST, analysis=analysed(specific, status=status)).language

    assert {one.state for one in profile.dimensions} == {ScoreState.NOT_EVALUATED}
    assert profile.cefr is None


def test_other_things_among_the_scores_are_no_scores(read, codes):
    """Null is missing, a number in an object is read, a text is noted, a list of words left."""
    scores = {"fluency": None, "rhythm": {"score": 44}, "accuracy": "good", "words": {"a": 1}}

    interview = read(agent=TEST, analysis=analysed({"pronunciationScores": scores}))

    dimensions = {one.name: (one.state, one.value) for one in interview.language.dimensions}
    assert dimensions == {
        "Fluency": (ScoreState.MISSING, None),
        "Rhythm": (ScoreState.SCORED, 44),
        "Accuracy": (ScoreState.MISSING, None),
    }
    assert codes(interview) == ["unknown_value"]


def test_a_score_beyond_the_scale_is_noted(read, codes):
    """Kept as given."""
    specific = {"pronunciationScores": {"fluency": 180}}

    interview = read(agent=TEST, analysis=analysed(specific))

    assert interview.language.dimensions[0].value == 180
    assert codes(interview) == ["scale_exceeded"]


def test_two_keys_of_one_dimension_stay_two(read):
    """Neither hides the other."""
    specific = {"pronunciationScores": {"overall": 60, "pronunciationScore": 62}}

    profile = read(agent=TEST, analysis=analysed(specific)).language

    assert [(one.name, one.value) for one in profile.dimensions] == [
        ("Pronunciation", 60),
        ("Pronunciation (pronunciationScore)", 62),
    ]


@pytest.mark.parametrize("specific", [None, [], "text", 5, {}, {"pronunciationScores": []}])
def test_a_specific_part_of_another_shape_is_left_to_the_payload(read, codes, specific):
    """Nothing is known of it."""
    interview = read(agent=TEST, analysis=analysed(specific))

    profile = interview.language

    assert profile.dimensions == ()
    assert codes(interview) == []


def test_the_assumptions_can_be_set(settings):
    """The key, the scale and the ending of the levels' keys."""
    reader = reader_with(
        settings(pronunciation_keys="speech", pronunciation_maximum=5, level_keys="grade")
    )
    specific = {"speech": {"fluency": 4.5}, "speechGrade": "B2", "cefr": "A1"}
    payload = json.dumps({"id": "a", "analysis": analysed(specific)}).encode()

    profile = reader(payload).language

    assert profile.dimensions[0].scale.high == 5
    assert [(level.name, level.cefr) for level in profile.levels] == [("Speech", "B2")]
    assert profile.cefr is None
