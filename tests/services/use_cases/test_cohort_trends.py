"""Trends of cohorts: periods in their order, breaks where another instrument took over."""

from datetime import UTC, datetime, timedelta

import pytest

from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition, InstrumentChoice, Pooling
from services.models.trend import Period
from services.use_cases.cohort_figures import Levels
from services.use_cases.cohorts import Cohorts
from tests.services.use_cases.cohort_data import keep, scored

TODAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
EVERYBODY = (CohortDefinition(name="All"),)
POOLED = InstrumentChoice(pooling=Pooling.VERSIONS)
FIVE = (60, 65, 70, 75, 80)


@pytest.fixture
def cohorts(store):
    return Cohorts(store, Levels(own=0.95, bands=0.95), lambda: TODAY)


def on(day: datetime, values=FIVE, **changed):
    """Return scored interviews of one day."""
    return scored(values, started_at=day, **changed)


def test_each_month_has_its_mean_and_the_last_is_not_over(store, cohorts):
    """January and March: February without a result is left out, March is still running."""
    january, march = TODAY.replace(month=1), TODAY.replace(day=1)
    keep(store, on(january) + on(march, [each + 10 for each in FIVE]))

    (trend,) = cohorts.trend(EVERYBODY).trends

    assert [point.label for point in trend.points] == ["2026-01", "2026-03"]
    assert [point.mean.estimate for point in trend.points] == pytest.approx([70, 80])
    assert [point.is_partial for point in trend.points] == [False, True]


def test_a_week_begins_on_monday_in_utc(store, cohorts):
    """Sunday evening and Monday morning are two weeks."""
    sunday = datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
    keep(store, on(sunday) + on(sunday + timedelta(minutes=2)))

    (trend,) = cohorts.trend(EVERYBODY, period=Period.WEEK).trends

    assert [point.label for point in trend.points] == ["2026-W09", "2026-W10"]
    assert [point.start_day for point in trend.points] == ["2026-02-23", "2026-03-02"]


def test_the_list_behind_a_point_is_its_period(store, cohorts):
    """A click opens exactly the days that were counted."""
    keep(store, on(TODAY.replace(month=2)))

    (point,) = cohorts.trend(EVERYBODY).trends[0].points

    assert point.wanted == InterviewFilter(
        since=datetime(2026, 2, 1, tzinfo=UTC).date(),
        until=datetime(2026, 2, 28, tzinfo=UTC).date(),
    )


def test_another_version_begins_a_new_stretch(store, cohorts):
    """Put together by choice, the versions still show where one took over from the other."""
    january = TODAY.replace(month=1)
    keep(store, on(january) + on(TODAY, assessment_version="v2"))

    (trend,) = cohorts.trend(EVERYBODY, choice=POOLED).trends

    assert [point.versions for point in trend.points] == [("toy v1",), ("toy v2",)]
    assert [point.begins_version for point in trend.points] == [False, True]


def test_versions_are_not_in_one_trend_unless_chosen(store, cohorts):
    """Without the choice the rarer version is left out, and the answer says so."""
    keep(store, on(TODAY.replace(month=1)) + on(TODAY, (50,), assessment_version="v2"))

    answer = cohorts.trend(EVERYBODY)

    assert [point.label for point in answer.trends[0].points] == ["2026-01"]
    assert any("left out" in warning for warning in answer.warnings)


def test_too_few_in_a_period_have_no_mean(store, cohorts):
    """Four scores are a sentence, with their number."""
    keep(store, on(TODAY, FIVE[:4]))

    (point,) = cohorts.trend(EVERYBODY).trends[0].points

    assert point.mean.estimate is None
    assert point.mean.n == 4


def test_what_has_no_date_is_counted_apart(store, cohorts):
    """An undated score is in no period, and not forgotten."""
    keep(store, on(TODAY) + scored(FIVE, started_at=None))

    (trend,) = cohorts.trend(EVERYBODY).trends

    assert trend.undated == 5
    assert [point.mean.n for point in trend.points] == [5]


def test_without_any_score_there_is_no_trend(store, cohorts):
    """Nothing to draw is None."""
    keep(store, scored([None, None]))

    answer = cohorts.trend(EVERYBODY)

    assert answer is None


def test_the_current_instrument_is_the_one_of_late(store, cohorts):
    """Last year's version has more results, and is not in use any more."""
    year_ago = TODAY.replace(year=2025)
    keep(store, on(year_ago, (70,) * 20) + on(TODAY, assessment_version="v2"))

    instrument = cohorts.current().instrument

    assert instrument.version == "v2"


@pytest.mark.parametrize("year", [1, 1969, 2005, 2028, 9999])
def test_a_date_that_cannot_be_meant_is_in_no_period(store, cohorts, year):
    """One mistyped year would push the real months onto one another."""
    keep(store, on(TODAY) + on(TODAY.replace(year=year), (50,)))

    (trend,) = cohorts.trend(EVERYBODY).trends

    assert [point.label for point in trend.points] == ["2026-03"]
    assert trend.undated == 1
