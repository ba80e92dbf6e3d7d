"""Scores come with their band and their state, and a 0 that means "skipped" is no score."""

import pytest

from services.models.score import ScoreKind, ScoreState
from services.vendors.qode.parsing import parse


def named(interview, kind):
    """Give the interview's scores of a kind by their names."""
    return {score.name: score for score in interview.scores if score.kind is kind}


def test_the_overall_score_has_its_band_and_its_word(document):
    """Value, band, stability word and the vendor's sentence about it."""
    interview = parse(document("complete"))

    overall = interview.overall

    assert (overall.value, overall.lower, overall.upper) == (71, 69, 74)
    assert overall.label == "Highly Reliable"
    assert interview.reliability == "The result would come out much the same again."


def test_domains_have_observations_weight_and_skills(document):
    """A domain says on how many answers it rests, and which skills belong to it."""
    interview = parse(document("complete"))

    domain = named(interview, ScoreKind.DOMAIN)["Data modelling"]

    assert (domain.value, domain.lower, domain.upper) == (73, 69, 77)
    assert (domain.observations, domain.weight) == (5, 0.6)
    assert interview.domain_skills["Data modelling"] == ("SQL", "Diagnosis")
    assert interview.domain_categories["Data modelling"] == "Core"


def test_a_skill_knows_its_domain(document):
    """A skill's parent is the domain that lists it."""
    interview = parse(document("complete"))

    skills = named(interview, ScoreKind.SKILL)

    assert skills["SQL"].parent == "Data modelling"
    assert skills["Judgement"].parent == "Working with others"


def test_the_oldest_version_has_no_bands(document):
    """Without intervals a score is still a score, only without a band."""
    interview = parse(document("no_ci"))

    overall = interview.overall

    assert overall.value == 58
    assert not overall.has_band


def test_a_domain_that_nothing_was_observed_in_is_not_evaluated(document):
    """A 0 out of 0 observations is no score."""
    interview = parse(document("no_ci"))

    domain = named(interview, ScoreKind.DOMAIN)["Statistics"]

    assert domain.state is ScoreState.NOT_EVALUATED
    assert domain.value is None


@pytest.mark.parametrize(
    ("stability", "state"),
    [
        pytest.param("", ScoreState.NOT_EVALUATED, id="silence"),
        pytest.param("not evaluated", ScoreState.NOT_EVALUATED, id="said"),
        pytest.param("Highly Reliable", ScoreState.SCORED, id="a zero that is meant"),
    ],
)
def test_a_pooled_zero_counts_only_when_something_is_said_of_it(read, stability, state):
    """A skill of 0 in a band of 0 to 0 is a score only with a word about its stability."""
    skill = {"skill_name": "Chess", "pooled_mean_score": 0, "ci_lower": 0, "ci_upper": 0}

    interview = read(scored_skills=[{**skill, "stability": stability}])

    assert named(interview, ScoreKind.SKILL)["Chess"].state is state


def test_a_score_that_is_null_is_missing(read):
    """No number is no number."""
    skills = [{"skill_name": "Chess", "pooled_mean_score": None}]

    interview = read(scored_skills=skills, overall_score=None)

    assert interview.overall.state is ScoreState.MISSING
    assert named(interview, ScoreKind.SKILL)["Chess"].state is ScoreState.MISSING


def test_an_overall_zero_beside_other_scores_is_a_score(read):
    """Where something was scored, a 0 is a 0."""
    skills = [{"skill_name": "Chess", "pooled_mean_score": 4}]

    interview = read(scored_skills=skills, overall_score=0)

    assert interview.overall.value == 0


def test_rubric_zeros_beside_a_good_overall_score_are_no_grades(read, codes):
    """Zeros cannot average to 70, so they are not plotted as zeros; the reader is told."""
    rubric = {"criteria": [{"name": "Code", "score": 0, "weight": 0.4}, {"name": "Talk"}]}

    interview = read(overall_score=70, grading_rubric_result=rubric)

    states = [score.state for score in named(interview, ScoreKind.RUBRIC).values()]
    assert states == [ScoreState.NOT_EVALUATED, ScoreState.MISSING]
    assert codes(interview) == ["unknown_value"]


def test_one_rubric_zero_among_grades_is_a_grade(read, codes):
    """A rubric that was used keeps its zeros."""
    criteria = [{"name": "Code", "score": 0}, {"name": "Talk", "score": 80, "weight": 0.6}]

    interview = read(overall_score=70, grading_rubric_result={"criteria": criteria})

    assert named(interview, ScoreKind.RUBRIC)["Code"].value == 0
    assert codes(interview) == []


def test_a_coding_score_of_zero_stays_a_zero(document):
    """Nothing is inferred from the tests that passed."""
    interview = parse(document("complete"))

    coding = named(interview, ScoreKind.CODING)["Coding"]

    assert (coding.state, coding.value) == (ScoreState.SCORED, 0)


def test_numbers_beyond_the_scale_are_kept_and_noted(read, codes):
    """A value of 180 on 0 to 100 is shown as it is."""
    band = {"ci_lower": 175, "ci_upper": 190}

    interview = read(overall_score=180, interview_level_bootstrap=band)

    assert interview.overall.value == 180
    assert codes(interview) == ["scale_exceeded"]


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        pytest.param(75, 70, "runs backwards", id="backwards"),
        pytest.param(73, 75, "outside its band", id="beside"),
    ],
)
def test_a_band_that_is_none_is_kept_and_noted(read, lower, upper, said):
    """The ends are never swapped and the value never moved."""
    band = {"ci_lower": lower, "ci_upper": upper}

    interview = read(overall_score=72, interview_level_bootstrap=band)

    assert (interview.overall.lower, interview.overall.upper) == (lower, upper)
    assert said in interview.notices[0].text


def test_half_a_band_is_kept(read, codes):
    """One end alone is kept, but it is no band."""
    band = {"ci_lower": 60}

    interview = read(overall_score=72, interview_level_bootstrap=band)

    assert interview.overall.lower == 60
    assert not interview.overall.has_band
    assert codes(interview) == []
