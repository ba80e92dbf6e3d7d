"""Analysis: when its rating is a score, and what is in no list."""

import pytest

from services.models.score import ScoreState


def general(**fields):
    """Make an analysis with these general fields."""
    return {"general": fields, "specific": None}


@pytest.mark.parametrize("rating", [0, 74, 100])
@pytest.mark.parametrize("status", [3, "COMPLETED", "completed", "3"])
def test_a_finished_analysis_has_a_score(read, rating, status):
    """Without a band; a 0 that was given is a 0."""
    analysis = general(overallRating=rating, status=status)

    score = read(status="COMPLETED", analysis=analysis).overall

    assert (score.state, score.value) == (ScoreState.SCORED, rating)
    assert not score.has_band


@pytest.mark.parametrize("status", [1, 2, 4, "PENDING", "processing", "failed"])
def test_a_zero_beside_an_unfinished_analysis_is_no_score(read, codes, status):
    """It is a place that nothing was put into."""
    analysis = general(overallRating=0, status=status)

    interview = read(status="COMPLETED", analysis=analysis)

    assert interview.overall.state is ScoreState.NOT_EVALUATED
    assert interview.overall.value is None
    assert codes(interview) == []


def test_a_rating_beside_an_unfinished_analysis_is_noted(read, codes):
    """Not shown as a score, and not passed over in silence."""
    analysis = general(overallRating=55, status=2)

    interview = read(status="COMPLETED", analysis=analysis)

    assert interview.overall.state is ScoreState.NOT_EVALUATED
    assert codes(interview) == ["unknown_value"]


@pytest.mark.parametrize(
    ("rating", "state"), [(61, ScoreState.SCORED), (0, ScoreState.NOT_EVALUATED)]
)
def test_without_a_word_about_the_analysis_only_a_zero_is_none(read, rating, state):
    """An assumption; the documented answers always have a status."""
    analysis = general(overallRating=rating)

    score = read(status="COMPLETED", analysis=analysis).overall

    assert score.state is state


@pytest.mark.parametrize("status", [9, "LATER", True, {"a": 1}, 3.5])
def test_an_unknown_status_is_read_as_not_finished(read, codes, status):
    """A score is never made from what nobody has explained."""
    analysis = general(overallRating=0, status=status)

    interview = read(status="COMPLETED", analysis=analysis)

    assert interview.overall.state is ScoreState.NOT_EVALUATED
    assert codes(interview) == ["unknown_value"]


@pytest.mark.parametrize("analysis", [None, general(), general(overallRating=None, status=3)])
def test_no_rating_is_missing(read, analysis):
    """Nothing stands in for it."""
    given = analysis

    score = read(status="COMPLETED", analysis=given).overall

    assert score.state is ScoreState.MISSING


@pytest.mark.parametrize("rating", [104, -3])
def test_a_rating_beyond_the_scale_is_kept_and_noted(read, codes, rating):
    """Nothing is clamped."""
    analysis = general(overallRating=rating, status=3)

    interview = read(status="COMPLETED", analysis=analysis)

    assert interview.overall.value == rating
    assert codes(interview) == ["scale_exceeded"]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("MASTER_LEVEL", "Master level"),
        ("master_level", "Master level"),
        ("UNDEFINED", None),
        ("", None),
        (None, None),
        ("Two years of evening school", "Two years of evening school"),
        ("GUILD_MASTER", "GUILD_MASTER"),
    ],
)
def test_education_is_a_word_of_a_list_or_free_text(read, codes, told, shown):
    """Both are documented: what is in no list is kept as it came, and no doubt."""
    analysis = general(education=told, status=3)

    interview = read(analysis=analysis)

    assert interview.candidate.education == shown
    assert codes(interview) == []


def test_experience_is_readable(read):
    """As the education is."""
    analysis = general(experience="MORE_THAN_15_YEARS", status=3)

    interview = read(analysis=analysis)

    assert interview.candidate.experience == "More than 15 years"


@pytest.mark.parametrize(
    ("told", "shown", "noted"),
    [
        ("HIGH", "HIGH", []),
        ("low", "LOW", []),
        ("UNDEFINED", None, []),
        (None, None, []),
        ("SPLENDID", "SPLENDID", ["unknown_value"]),
    ],
)
def test_the_company_fit_is_the_vendors_word(read, codes, told, shown, noted):
    """It is no score; an unknown word is kept and noted."""
    analysis = general(companyFitRating=told, status=3)

    interview = read(analysis=analysis)

    assert interview.company_fit == shown
    assert codes(interview) == noted


def test_empty_points_are_no_remarks(read):
    """Blank sentences say nothing."""
    analysis = general(strongPoints=["", "  ", " Listens. "], weakPoints=[], status=3)

    interview = read(analysis=analysis)

    assert [remark.name for remark in interview.remarks] == ["Listens."]
