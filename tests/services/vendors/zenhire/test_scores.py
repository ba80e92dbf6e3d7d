"""Three scales side by side, none turned into another, and no 0 that passes for a grade."""

import json

import pytest

from services.models.language import OVERALL, IssuedLevel
from services.models.score import FIVE_POINTS, PERCENT, ScoreKind, ScoreState
from services.vendors.zenhire.parsing import parse

GIVEN = {
    "vocabulary": 3.0,
    "vocabularyCefr": "B1",
    "vocabularyPercent": 60,
    "fluency": 2.0,
    "fluencyCefr": "A2",
    "fluencyPercent": 40,
    "accent": 4.0,
    "accentCefr": "C1",
    "accentPercent": 80,
    "overall": 3.0,
    "cefrLevel": "B1",
    "overallPercent": 60,
}
BLANK = {key: "string" if "efr" in key else 0 for key in GIVEN}


def values(scores):
    """List names and values."""
    return [(score.name, score.value) for score in scores]


def states(interview):
    """Give the states of the three dimensions and of the whole."""
    return [score.state for score in (*interview.language.dimensions, interview.overall)]


def test_points_percent_and_levels_are_kept_apart(read):
    """The same names on each scale; the whole has no band, because none is given."""
    interview = read(scores=GIVEN)

    language = interview.language

    assert values(language.dimensions) == [("Vocabulary", 3), ("Fluency", 2), ("Accent", 4)]
    assert values(language.percents) == [
        ("Vocabulary", 60),
        ("Fluency", 40),
        ("Accent", 80),
        (OVERALL, 60),
    ]
    assert {score.scale for score in language.dimensions} == {FIVE_POINTS}
    assert {score.scale for score in language.percents} == {PERCENT}
    assert language.cefr == "B1"
    assert language.levels == tuple(
        IssuedLevel(name=name, cefr=level)
        for name, level in (("Vocabulary", "B1"), ("Fluency", "A2"), ("Accent", "C1"))
    )


def test_the_overall_score_is_on_five_points_without_a_band(read):
    """It can't land on an axis of 0 to 100."""
    overall = read(scores=GIVEN).overall

    told = (overall.kind, overall.value, overall.scale, overall.has_band)

    assert told == (ScoreKind.OVERALL, 3, FIVE_POINTS, False)


@pytest.mark.parametrize("status", ["queued", "processing", "failed"])
def test_an_unfinished_runs_zeros_are_no_scores(read, status):
    """Zeros stand there as placeholders."""
    interview = read(status=status, scores=BLANK)

    language = interview.language

    assert states(interview) == [ScoreState.NOT_EVALUATED] * 4
    assert {score.state for score in language.percents} == {ScoreState.NOT_EVALUATED}
    assert (language.cefr, language.levels) == (None, ())


@pytest.mark.parametrize("status", ["queued", "processing", "failed"])
def test_an_unfinished_runs_numbers_are_no_results_and_noted(read, codes, status):
    """Whatever they are, they may still change; they stay in the raw payload."""
    interview = read(status=status, scores=GIVEN)

    language = interview.language

    assert states(interview) == [ScoreState.NOT_EVALUATED] * 4
    assert (language.cefr, language.levels) == (None, ())
    assert codes(interview) == ["unknown_value"]


def test_an_unfinished_run_has_an_overall_that_is_not_evaluated(document):
    """Even without a word about scores."""
    interview = parse(document("queued"))

    overall = interview.overall

    assert overall.state is ScoreState.NOT_EVALUATED
    assert interview.language is None


def test_null_is_missing(read):
    """Each of the twelve may be null."""
    interview = read(status="partial", scores={"vocabulary": 2.5, "vocabularyCefr": "B1"})

    found = states(interview)

    assert found == [ScoreState.SCORED, *[ScoreState.MISSING] * 3]
    assert interview.language.cefr is None


def test_a_partial_result_names_what_is_missing(document):
    """One notice, and the mark on the profile."""
    interview = parse(document("partial"))

    notices = [notice for notice in interview.notices if notice.code == "partial_result"]

    assert interview.language.is_partial
    assert [notice.text for notice in notices] == [
        "A partial result: ZenHire gives no score for Fluency, Accent and Overall."
    ]


def test_a_success_that_lacks_a_score_is_partial_too(read, codes):
    """Whatever it is called."""
    interview = read(scores={**GIVEN, "accent": None, "accentCefr": None, "accentPercent": None})

    language = interview.language

    assert language.is_partial
    assert codes(interview) == ["partial_result"]


def test_a_partial_result_with_every_score_is_noted(read, codes):
    """ZenHire's word stays."""
    interview = read(status="partial", scores=GIVEN)

    language = interview.language

    assert language.is_partial
    assert codes(interview) == ["partial_result"]


def test_a_success_without_any_score_is_noted(read, codes):
    """Nothing is scored, and nothing is 0."""
    interview = read(scores=dict.fromkeys(GIVEN))

    found = states(interview)

    assert found == [ScoreState.MISSING] * 4
    assert codes(interview) == ["unknown_value"]


def test_nothing_but_zeros_without_a_level_is_no_result(read, codes):
    """A person who spoke for minutes has at least a level."""
    interview = read(scores={key: None if "efr" in key else 0 for key in GIVEN})

    found = states(interview)

    assert found == [ScoreState.NOT_EVALUATED] * 4
    assert "unknown_value" in codes(interview)


@pytest.mark.parametrize("status", ["partial", "aborted"])
def test_a_zero_without_a_level_is_no_grade_where_not_all_was_scored(read, status):
    """Null should stand there; a 0 must not pass for a grade."""
    blank = {"fluency": 0, "fluencyPercent": 0, "fluencyCefr": None}

    interview = read(status=status, scores={**GIVEN, **blank})

    assert states(interview)[1] is ScoreState.NOT_EVALUATED
    assert interview.overall.value == 3


def test_a_zero_in_a_full_result_is_a_grade(read, codes):
    """Beside other scores of a success, a 0 is a 0."""
    low = {"fluency": 0, "fluencyPercent": 0, "fluencyCefr": "A1"}

    interview = read(scores={**GIVEN, **low})

    assert interview.language.dimensions[1].value == 0
    assert codes(interview) == []


@pytest.mark.parametrize("level", ["Pre-A1", "A0", "B1+", "b2", " C2 "])
def test_levels_are_kept_in_zenhires_spelling(read, codes, level):
    """Plus levels and levels below A1 are let through, though nobody announced them."""
    interview = read(scores={**GIVEN, "cefrLevel": level})

    found = interview.language.cefr

    assert found == level.strip()
    assert codes(interview) == []


@pytest.mark.parametrize("level", ["string", "fluent", "B3", "B1-B2"])
def test_what_is_no_level_is_not_issued(read, codes, level):
    """It is noted, and no level is made up in its place."""
    interview = read(scores={**GIVEN, "fluencyCefr": level})

    found = [each.name for each in interview.language.levels]

    assert found == ["Vocabulary", "Accent"]
    assert codes(interview) == ["unknown_value"]


@pytest.mark.parametrize(
    ("percent", "is_noted"), [(40, False), (41, False), (42, True), (92, True)]
)
def test_a_percentage_that_contradicts_the_score_is_noted(read, codes, percent, is_noted):
    """A point is rounding; more is not. Both numbers stay."""
    interview = read(scores={**GIVEN, "fluencyPercent": percent})

    language = interview.language

    assert language.percents[1].value == percent
    assert language.dimensions[1].value == 2
    assert codes(interview) == ["unknown_value"] * is_noted


def test_a_zero_beside_a_level_is_noted(read, codes):
    """0 of 5 and C1 cannot both be."""
    interview = read(scores={**GIVEN, "accent": 0, "accentPercent": None})

    [notice] = interview.notices

    assert "0 of 5 and the level C1" in notice.text
    assert codes(interview) == ["unknown_value"]


def test_a_score_beyond_its_scale_is_kept_and_noted(read, codes):
    """5.6 of 5 is shown as it is."""
    interview = read(scores={**GIVEN, "accent": 5.6, "accentPercent": 112})

    language = interview.language

    assert language.dimensions[2].value == 5.6
    assert codes(interview) == ["scale_exceeded"] * 2


def test_wrong_types_are_missing_and_noted():
    """One wrong field costs the field."""
    payload = json.dumps({"id": "a", "status": "success", "scores": {**GIVEN, "overall": "3"}})

    interview = parse(payload.encode())

    assert interview.overall.state is ScoreState.MISSING
    assert interview.language.dimensions[0].value == 3
    assert {notice.code for notice in interview.notices} == {"unknown_value", "partial_result"}
