"""Cohorts: who is counted, what is computed, and where the program refuses."""

import math

import pytest

from services.errors import InputError
from services.models.browse import InterviewFilter
from services.models.cohort import (
    CohortDefinition,
    CohortSplit,
    Instrument,
    InstrumentChoice,
    Pooling,
)
from services.models.interview import Outcome, Status
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState
from services.use_cases.cohort_figures import Levels
from services.use_cases.cohorts import Cohorts
from tests.services.use_cases.cohort_data import keep, overall, scored, spoken_by_another
from tests.services.use_cases.conftest import NOON

NURSES = CohortDefinition(name="Nurses", wanted=InterviewFilter(roles=("Nurse",)))
WELDERS = CohortDefinition(name="Welders", wanted=InterviewFilter(roles=("Welder",)))
TEN = (60, 62, 64, 66, 68, 70, 72, 74, 76, 78)
POOLED = InstrumentChoice(pooling=Pooling.VERSIONS)


@pytest.fixture
def cohorts(store):
    return Cohorts(store, Levels(own=0.95, bands=0.95), lambda: NOON)


def only(answer):
    """Return the one cohort's figures in the one metric."""
    ((figures,),) = (cohort.figures for cohort in answer.cohorts)
    return figures


def test_mean_median_and_quartiles_are_those_of_the_scores(store, cohorts):
    """Ten scores from 60 to 78 have the mean and the median 69, and quartiles 64.5 and 73.5."""
    keep(store, scored(TEN))

    figures = only(cohorts.compare([NURSES]))

    assert figures.mean.estimate == pytest.approx(69)
    assert figures.median.estimate == 69
    assert (figures.lower_quartile, figures.upper_quartile) == (64.5, 73.5)
    # t(9) at 95 % is 2.262, and s is sqrt(330 / 9).
    reach = 2.2621571 * math.sqrt(330 / 9 / 10)
    assert figures.mean.lower == pytest.approx(69 - reach)


def test_what_was_not_evaluated_is_counted_apart_and_never_averaged(store, cohorts):
    """A skipped result, a missing score and a no-show lower no mean."""
    rows = scored(TEN)
    rows += scored([None])
    rows += [scored([1])[0] | {"scores": (overall(None, state=ScoreState.MISSING),)}]
    rows += [{"role": "Nurse", "status": Status.NO_SHOW, "assessment_version": "v1"}]
    keep(store, rows)

    figures = only(cohorts.compare([NURSES]))

    census = figures.census
    assert figures.mean.estimate == pytest.approx(69)
    assert (census.members, census.scored) == (13, 10)
    assert (census.not_evaluated, census.missing, census.pending) == (1, 1, 1)
    assert census.coverage == pytest.approx(10 / 12)


def test_a_low_speaker_match_is_in_no_figure(store, cohorts):
    """Perhaps somebody else was scored: counted apart, and said."""
    keep(store, [*scored(TEN), spoken_by_another(5)])

    figures = only(cohorts.compare([NURSES]))

    assert figures.mean.estimate == pytest.approx(69)
    assert figures.census.doubtful == 1
    assert any("low speaker match" in remark for remark in figures.remarks)


def test_two_versions_are_not_pooled_unless_chosen(store, cohorts):
    """By default the version with the most results counts, and the rest is said to be left out."""
    keep(store, [*scored(TEN), *scored([20] * 6, assessment_version="v2")])

    alone, pooled = cohorts.compare([NURSES]), cohorts.compare([NURSES], choice=POOLED)

    assert only(alone).mean.estimate == pytest.approx(69)
    assert alone.chosen == (Instrument(vendor="toy", version="v1"),)
    assert any("6 of other instruments are left out" in each for each in alone.warnings)
    assert only(pooled).census.scored == 16
    assert any("put together, as you chose" in each for each in pooled.warnings)


def test_all_versions_are_those_of_the_vendor_with_the_most_results(store, cohorts):
    """Two versions of six are more than one of ten, although that one is the largest by itself."""
    rows = scored(TEN, vendor="ear", assessment_version=None)
    rows += scored([20, 22, 24, 26, 28, 30]) + scored([40] * 6, assessment_version="v2")
    keep(store, rows)

    alone, pooled = cohorts.compare([NURSES]), cohorts.compare([NURSES], choice=POOLED)

    assert only(alone).mean.estimate == pytest.approx(69)
    assert {each.vendor for each in pooled.chosen} == {"toy"}
    assert only(pooled).census.scored == 12


def test_one_instrument_can_be_chosen(store, cohorts):
    """A reader may look at the rarer version as well."""
    keep(store, [*scored(TEN), *scored([20, 21, 22, 23, 24], assessment_version="v2")])
    second = Instrument(vendor="toy", version="v2")

    answer = cohorts.compare([NURSES], choice=InstrumentChoice(instrument=second))

    assert only(answer).mean.estimate == pytest.approx(22)


def test_cohorts_of_two_versions_have_figures_and_no_difference(store, cohorts):
    """A difference could be the instruments' own: it is refused until they are put together."""
    versions = [
        CohortDefinition(name=name, wanted=InterviewFilter(versions=(name,)))
        for name in ("v1", "v2")
    ]
    keep(store, [*scored(TEN), *scored([20, 21, 22, 23, 24], assessment_version="v2")])

    refused = cohorts.compare(versions)
    chosen = cohorts.compare(versions, choice=POOLED)

    means = [cohort.figures[0].mean.estimate for cohort in refused.cohorts]
    assert means == pytest.approx([69, 22])
    (difference,) = refused.differences
    assert difference.mean.estimate is None
    assert "Different instruments" in difference.mean.refusal
    assert chosen.differences[0].mean.estimate == pytest.approx(22 - 69)


def test_two_scales_are_two_metrics_whatever_is_pooled(store, cohorts):
    """Scores of 0 to 5 and of 0 to 100 never enter one mean."""
    rows = scored(TEN) + scored([3, 4, 4, 5, 4], scale=FIVE_POINTS, vendor="ear", half=0.2)
    keep(store, rows)

    answer = cohorts.compare([NURSES], choice=InstrumentChoice(pooling=Pooling.VENDORS))

    found = {each.metric.key: each.mean.estimate for each in answer.cohorts[0].figures}
    assert found == {"overall": pytest.approx(69), "overall@0-5": pytest.approx(4)}


def test_a_difference_is_said_in_words_with_its_interval(store, cohorts):
    """The sentence names direction, size, level, interval, and whether chance could do it."""
    keep(store, [*scored(TEN), *scored([each + 15 for each in TEN], role="Welder")])

    (difference,) = cohorts.compare([NURSES, WELDERS]).differences

    assert difference.mean.estimate == pytest.approx(15)
    assert difference.could_be_chance is False
    assert difference.sentence.startswith("Welders scores 15.0 points higher than Nurses, 95 %")
    assert difference.sentence.endswith("unlikely to be chance alone.")


def test_holm_corrects_over_all_that_is_shown(store, cohorts):
    """Three pairs are tested three times, two times, once; the interval follows the decision."""
    others = CohortDefinition(name="Cooks", wanted=InterviewFilter(roles=("Cook",)))
    rows = scored(TEN) + scored([each + 6 for each in TEN], role="Welder")
    keep(store, rows + scored([each + 11 for each in TEN], role="Cook"))

    found = cohorts.compare([NURSES, WELDERS, others]).differences

    tested = sorted(found, key=lambda each: each.p_value)
    raw = [each.p_value for each in tested]
    by_hand = [min(1, 3 * raw[0])]
    by_hand.append(max(by_hand[0], min(1, 2 * raw[1])))
    by_hand.append(max(by_hand[1], raw[2]))
    assert [each.p_holm for each in tested] == pytest.approx(by_hand)
    assert [each.could_be_chance for each in tested] == [p >= 0.05 for p in by_hand]


def test_an_interview_in_two_cohorts_is_counted_in_both_and_said(store, cohorts):
    """Overlap is shown with its size, and a warning says what it does to the intervals."""
    keep(store, scored(TEN))
    everybody = CohortDefinition(name="All")

    answer = cohorts.compare([everybody, NURSES])

    assert [cohort.figures[0].census.scored for cohort in answer.cohorts] == [10, 10]
    assert [(each.a, each.b, each.shared) for each in answer.overlaps] == [("All", "Nurses", 10)]
    assert any("counted in both" in each for each in answer.warnings)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((), "No interview is in this cohort."),
        ((70,), "Too few scores"),
        ((70, 71, 72, 73), "Too few scores"),
        ((None,) * 6, "Nothing was evaluated here"),
    ],
)
def test_too_little_is_a_sentence_in_the_place_of_a_figure(store, cohorts, values, words):
    """Nobody, one, four, or nothing evaluated: never a number, never an error."""
    keep(store, [*scored(TEN, role="Welder"), *scored(values)])

    answer = cohorts.compare([NURSES, WELDERS])

    figures = answer.cohorts[0].figures[0]
    assert figures.mean.estimate is None
    assert words in figures.mean.refusal
    assert answer.differences[0].mean.estimate is None
    assert list(figures.distribution.values) == [each for each in values if each is not None]


def test_scores_that_are_all_equal_have_no_interval(store, cohorts):
    """A width of zero would be a certainty that nobody has."""
    keep(store, [*scored([70] * 8), *scored([80] * 8, role="Welder")])

    answer = cohorts.compare([NURSES, WELDERS])

    figures = answer.cohorts[0].figures[0]
    assert figures.mean.estimate == 70
    assert not figures.mean.has_interval
    assert answer.differences[0].mean.estimate is None


def test_pass_rates_leave_out_the_undetermined(store, cohorts):
    """Six passed, two failed, two undetermined: 6 of 8."""
    verdicts = [Outcome.PASS] * 6 + [Outcome.FAIL] * 2 + [Outcome.UNDETERMINED] * 2
    keep(store, scored(TEN, outcomes=verdicts))

    (cohort,) = cohorts.compare([NURSES]).cohorts

    assert (cohort.passed, cohort.failed, cohort.undetermined) == (6, 2, 2)
    assert cohort.pass_rate.estimate == pytest.approx(0.75)
    assert cohort.pass_rate.n == 8


def test_bands_are_counted_on_request_and_bad_ones_left_out(store, cohorts):
    """The random-effects mean rests on bands; one of zero width and a reversed one are left out."""
    rows = scored(TEN) + scored([70], half=0) + scored([70], half=-2)
    keep(store, rows)

    found = only(cohorts.compare([NURSES])).random_effects

    assert found.left_out == 2
    assert found.mean.estimate == pytest.approx(69, abs=0.01)


def test_skills_are_metrics_with_names(store, cohorts):
    """A skill is asked for by its key, in any case of letters."""
    skill = Score(kind=ScoreKind.SKILL, name="Kafka", state=ScoreState.SCORED, value=50)
    rows = scored(TEN)
    for row in rows:
        row["scores"] = (*row["scores"], skill)
    keep(store, rows)

    answer = cohorts.compare([NURSES], metrics=("skill:kafka",))

    assert [metric.key for metric in answer.metrics] == ["skill:Kafka"]
    assert only(answer).mean.estimate == 50


def test_an_unknown_metric_names_those_there_are(store, cohorts):
    """The sentence says what can be asked for."""
    keep(store, scored(TEN))

    with pytest.raises(InputError, match=r"“skill:Juggling”.*overall"):
        cohorts.compare([NURSES], metrics=("skill:Juggling",))


@pytest.mark.parametrize("count", [0, 9])
def test_there_are_one_to_eight_cohorts(store, cohorts, count):
    """More than eight nobody can read."""
    keep(store, scored(TEN))

    with pytest.raises(InputError, match="1 to 8 cohorts"):
        cohorts.compare([NURSES] * count)


def test_equal_names_are_told_apart(store, cohorts):
    """Two cohorts of one name are numbered, and one without a name is lettered."""
    keep(store, scored(TEN))

    answer = cohorts.compare([NURSES, NURSES, CohortDefinition()])

    assert [each.label for each in answer.cohorts] == ["Nurses", "Nurses (2)", "Cohort C"]


def test_everything_is_split_into_its_largest_parts(store, cohorts):
    """Roles come with the most scored first, and one without a role has words of its own."""
    keep(store, [*scored(TEN), *scored([70] * 12, role="Welder"), *scored([50], role=None)])

    parts = cohorts.largest(CohortSplit.ROLE)

    assert [each.name for each in parts] == ["Welder", "Nurse", "No role given"]
    assert parts[2].wanted.roles == ("",)
