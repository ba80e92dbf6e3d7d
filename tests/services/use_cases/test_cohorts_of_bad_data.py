"""Cohorts of scores that no parser lets through: each member is counted once, no number bare."""

import math
from datetime import UTC, datetime
from itertools import product

import numpy as np
import pytest

from services.analysis.agreement import judged
from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition, InstrumentChoice, Metric, Pooling
from services.models.interview import Status
from services.models.language import LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.score import FIVE_POINTS, PERCENT, Scale, Score, ScoreKind, ScoreState
from services.models.trend import Period
from services.use_cases.cohort_metrics import resolved
from tests.services.use_cases.cohort_data import keep, scored

ALL = (CohortDefinition(name="All"),)
UNUSABLE = (math.nan, math.inf, -math.inf, 1e308, 1e15)
TEN = (60, 62, 64, 66, 68, 70, 72, 74, 76, 78)


@pytest.fixture(scope="module")
def over_rows(tmp_path_factory):
    """Return a function that opens services on a database of the given interviews."""
    folder = tmp_path_factory.mktemp("bad-data")
    opened: list[Services] = []

    def over(rows):
        url = f"sqlite:///{folder / f'{len(opened)}.db'}"
        services = build_services(Settings(database_url=url))
        opened.append(services)
        keep(services.store, rows)
        return services

    yield over
    for services in opened:
        services.close()


def parts(census) -> int:
    """Return the sum of what became of the members."""
    return (
        census.scored + census.not_evaluated + census.missing + census.unscored
        + census.doubtful + census.pending
    )  # fmt: skip


def every_kind_of_member():
    """Return an interview of each state or value, in each status, spoken by whom or by another."""
    states = [{"state": each} for each in ScoreState if each is not ScoreState.SCORED]
    values = [{"state": ScoreState.SCORED, "value": each} for each in (0.0, 55.0, 180.0, *UNUSABLE)]
    matches = (SpeakerMatch.LOW, SpeakerMatch.HIGH)
    for number, (given, status, match) in enumerate(product(states + values, Status, matches)):
        yield {
            "status": status,
            "role": ("Nurse", "Welder", "Cook")[number % 3],
            "assessment_version": (None, "", "v1", "v2")[number % 4],
            "scores": (Score(kind=ScoreKind.OVERALL, name="Overall", **given),),
            "language": LanguageProfile(detection=SpeakerDetection(match=match)),
        }


def test_what_became_of_the_members_adds_up(over_rows):
    """Whatever states, values and statuses meet: each member is in one part of the census."""
    services = over_rows(every_kind_of_member())
    filters = [InterviewFilter(roles=(role,)) for role in ("Nurse", "Nobody")]
    filters += [InterviewFilter(statuses=(status,)) for status in Status]

    found = [
        cohort
        for pooling, wanted in product(Pooling, filters)
        for cohort in services.analyses.cohorts.compare(
            (*ALL, CohortDefinition(wanted=wanted)), choice=InstrumentChoice(pooling=pooling)
        ).cohorts
    ]

    for cohort in found:
        census = cohort.figures[0].census
        assert parts(census) == census.members == cohort.counted
        assert min(census.scored, census.missing, census.pending) >= 0
        assert len(cohort.figures[0].distribution.values) in {0, census.scored}


def test_where_nothing_was_evaluated_everybody_is_counted(over_rows):
    """Ten interviews without a score are ten not evaluated, and no empty cohort."""
    services = over_rows(scored([None] * 10))

    (found,) = services.analyses.cohorts.compare(ALL).cohorts[0].figures

    assert (found.census.members, found.census.not_evaluated) == (10, 10)
    assert found.mean.refusal == "Nothing was evaluated here: there is no score."


@pytest.mark.parametrize("value", UNUSABLE)
def test_what_is_no_number_is_missing_and_said(over_rows, value):
    """Ten scores and one that cannot be counted: the mean is that of the ten, and n says so."""
    services = over_rows(scored([*TEN, value], half=None))

    (found,) = services.analyses.cohorts.compare(ALL).cohorts[0].figures

    assert (found.mean.estimate, found.mean.n) == (69, 10)
    assert (found.census.scored, found.census.missing) == (10, 1)
    assert len(found.distribution.values) == 10


def test_a_score_too_large_is_told_to_the_reader(over_rows):
    """It is a number to the vendor and none to us: that needs a sentence."""
    services = over_rows(scored([*TEN, 1e15], half=None))

    (found,) = services.analyses.cohorts.compare(ALL).cohorts[0].figures

    assert "1 score is no usable number and counts as missing." in found.remarks


def test_a_scale_without_an_end_is_no_metric(over_rows):
    """Nothing can be compared on it: its scores are missing, and no figure holds a NaN."""
    services = over_rows(scored(TEN, scale=Scale(low=0, high=math.inf)))

    answer = services.analyses.cohorts.compare(ALL)

    assert answer.available == ()
    assert answer.metrics == (Metric(),)
    assert answer.cohorts[0].figures[0].census.missing == 10


def test_few_bands_give_no_mean_that_counts_them(over_rows):
    """Of ten scores four have a band: as few as of which nothing is computed elsewhere."""
    services = over_rows(scored(TEN[:4]) + scored(TEN[4:], half=None))

    (found,) = services.analyses.cohorts.compare(ALL).cohorts[0].figures

    assert found.mean.estimate == 69
    assert found.random_effects.mean.estimate is None
    assert "Only 4 scores have a usable band" in found.random_effects.mean.refusal


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("period", Period)
def test_the_first_and_the_last_year_are_in_no_period(over_rows, year, period):
    """A vendor's clock that is off by thousands of years breaks neither trend nor first look."""
    day = datetime(year, 12, 31, 23, tzinfo=UTC) if year > 1 else datetime(1, 1, 1, tzinfo=UTC)
    services = over_rows(scored(TEN, started_at=day))

    trend = services.analyses.cohorts.trend(ALL, period=period)

    assert trend.trends[0].points == ()
    assert trend.trends[0].undated == 10
    assert len(services.analyses.cohorts.latest()) == 2


def test_names_that_differ_in_case_are_two_metrics():
    """Each is meant by its own key; another spelling means the one with the most scores."""
    first, second = (Metric(kind=ScoreKind.SKILL, name=name) for name in ("Kafka", "kafka"))

    assert resolved(["skill:kafka"], [first, second]) == (second,)
    assert resolved(["skill:Kafka"], [first, second]) == (first,)
    assert resolved(["SKILL:KAFKA"], [first, second]) == (first,)


def test_no_two_metrics_have_one_key():
    """A name may look like another one's scale, and scales may differ in the eighth digit."""
    scales = (PERCENT, FIVE_POINTS, Scale(low=0, high=100.0000001), Scale(low=0, high=100.0000002))
    metrics = [
        Metric(kind=ScoreKind.SKILL, name=name, scale=scale)
        for name in ("Kafka", "Kafka@0-5", "Kafka@0-100", "", " ")
        for scale in scales
    ]

    keys = [each.key for each in metrics]

    assert len(set(keys)) == len(keys)
    assert [resolved([key], metrics) for key in keys] == [(each,) for each in metrics]


def test_a_long_name_does_not_fill_the_sentence():
    """A wrong key is told with the beginnings of those that there are."""
    long = Metric(kind=ScoreKind.SKILL, name="x" * 5_000)

    with pytest.raises(InputError) as told:
        resolved(["y" * 5_000], [long])

    assert len(str(told.value)) < 300


def test_one_judgement_far_off_does_not_make_the_others_equal():
    """Two agents a tenth apart stay apart beside a judgement of a million million."""
    sums = judged(np.array([0.5, 0.6, 1.0, 1e12]), np.array([0, 0, 1, 1]))

    assert sums.squares[0] == pytest.approx(0.005)
