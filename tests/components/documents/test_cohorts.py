"""The cohort report says what the page says: never a naked mean, never two scales in one figure."""

import plotly.graph_objects as go
import pytest

from components.documents.cohorts import cohorts_content
from services.models.browse import InterviewFilter
from services.models.cohort import Metric, Overlap
from services.models.score import ScoreKind
from tests.components.charts.cohorts import (
    FLUENCY,
    HOSTILE,
    KAFKA,
    answer,
    cohort,
    difference,
    estimate,
    figures,
    point,
    trend,
)
from tests.components.documents.editions import chart, edition, listing, words_of
from tests.components.documents.groups import (
    QODE,
    SPOKEN,
    cohorts_answered,
    counted,
    kinds,
    titles,
)

NURSES = cohort(figures(estimate(70, 65, 75), median=estimate(71, 64, 78)), label="Nurse")
BAKERS = cohort(figures(estimate(60, 55, 65)), label="Baker")
NOBODY = cohort(figures(n=0), label="Nobody")
CLEAR = difference(estimate(-10, -15, -5), (-16, -4), a="Nurse", b="Baker", sentence="Lower.")


def content(*cohorts, **given):
    return cohorts_content(cohorts_answered(*cohorts, **given), edition())


def test_two_cohorts_are_named_and_counted():
    """Title, filters, n, instruments and the level stand on every page."""
    wanted = InterviewFilter(roles=("Nurse",))

    found = content(NURSES.model_copy(update={"wanted": wanted}), BAKERS)

    assert found.title == "Cohorts: Nurse and Baker"
    assert found.about.filters == "Role: Nurse; Baker (All interviews)"
    assert found.about.counted == "n = 80 interviews in 2 cohorts"
    assert found.about.instruments == ("Qode, v3",)
    assert found.about.limits[0].startswith("Intervals are at 95 %")
    assert found.stem == "cohorts-2026-11-23-1504"


@pytest.mark.parametrize(
    ("labels", "title"),
    [
        (["A", "B", "C"], "Cohorts: A, B and C"),
        (["A", "B", "C", "D", "E"], "Cohorts: A, B, C and 2 more"),
        (["x" * 200, "B"], "2 cohorts side by side"),
    ],
)
def test_a_title_stays_short(labels, title):
    """However many cohorts there are, and however long their names."""
    cohorts = [NURSES.model_copy(update={"label": label}) for label in labels]

    assert content(*cohorts).title == title


def test_every_cohort_has_its_filter_and_its_numbers():
    """With why there is no rate, cohorts of one reason together."""
    rated = NURSES.model_copy(update={"pass_rate": estimate(0.5, 0.4, 0.6)})

    found = content(rated, BAKERS)

    table = listing(found, "cohort-summary")
    assert [row[0] for row in table.rows] == ["Nurse", "Baker"]
    assert [row[7] for row in table.rows] == ["50.0 % (40.0 to 60.0)", "—"]
    assert "Pass rate of Baker: too few scores for a figure." in words_of(found)
    assert "Rate of notices of Nurse and Baker:" in words_of(found)


def test_what_is_left_out_is_said_and_listed():
    """Warnings come first; a table says whose results count."""
    measured = (counted(QODE, 30), counted(SPOKEN, 10, is_counted=False))
    given = NURSES.model_copy(update={"instruments": measured})
    warning = "Nurse: results of Qode v3 only; 10 of other instruments are left out."

    found = content(given, more={"instruments": measured, "warnings": (warning,)})

    assert warning in found.about.limits
    assert found.sections[0].blocks[0].sentences == (warning,)
    assert listing(found, "cohort-instruments").rows == (
        ("Nurse", "Qode", "v3", 30, "yes"),
        ("Nurse", "ZenHire", "none named", 10, "no, left out"),
    )
    assert found.about.instruments == ("Qode, v3",)


def test_interviews_in_two_cohorts_are_told():
    """The n counts them twice, and says so."""
    found = content(NURSES, BAKERS, more={"overlaps": (Overlap(a="Nurse", b="Baker", shared=3),)})

    assert "Nurse and Baker share 3 interviews, counted in both." in words_of(found)
    assert found.about.counted.endswith("those in two cohorts counted in both")


def test_means_have_intervals_and_a_chart_of_their_own():
    """The finding says both with n; the medians are the next one's."""
    found = content(NURSES, BAKERS)

    means = chart(found, "cohort-means-0-100")
    assert means.title == "Overall: means"
    assert means.finding == (
        "Overall, mean: Nurse 70.0 (65.0–75.0), n = 40; Baker 60.0 (55.0–65.0), n = 40"
    )
    assert [row.label for row in means.native.rows] == ["Nurse", "Baker"]
    assert chart(found, "distribution").finding.startswith(
        "Overall, median: Nurse 71.0 (64.0–78.0)"
    )
    assert chart(found, "distribution").native is None


def test_four_scores_have_no_mean():
    """Only dots, and a sentence in every place where a number would stand."""
    few = cohort(figures(n=4, values=(10, 20, 30, 95)), label="Nurse")

    found = content(few, NOBODY)

    assert "cohort-means-0-100" not in kinds(found)
    assert "2 of 2 means are not given: fewer than 5 scores." in found.about.limits
    assert chart(found, "distribution").finding == (
        "Overall, median: Nurse n = 4: too few for a figure; Nobody no scores"
    )


def test_a_small_cohort_is_told_in_the_limits():
    """Fewer than thirty scores are a warning on every page."""
    found = content(cohort(figures(estimate(70, 50, 90, n=12), n=12)))

    assert any("rest on fewer than 30 scores" in limit for limit in found.about.limits)


def test_one_cohort_is_drawn_and_nothing_is_compared():
    """Its mean stands under its scores."""
    found = content(NURSES)

    assert kinds(found) == ["cohort-summary", "distribution"]
    assert "What differs" not in titles(found)
    assert chart(found, "distribution").finding.startswith("Overall, mean: Nurse 70.0")


def test_two_scales_never_share_a_figure():
    """Neither means nor differences, nor their keys."""
    spoken = figures(estimate(4, 3, 5), metric=FLUENCY)
    both = [cohort(figures(estimate(70, 65, 75)), spoken, label=name) for name in ("A", "B")]
    pairs = (
        difference(estimate(0, -5, 5), (-5, 5)),
        difference(estimate(0.5, 0.1, 0.9), (0.1, 0.9), metric=FLUENCY),
    )

    found = content(*both, differences=pairs)

    assert kinds(found)[1:] == [
        *("cohort-means-0-100", "cohort-means-0-5", "distribution"),
        *("differences", "differences--0-5"),
    ]
    assert chart(found, "differences--0-5").title == "Differences of means, 0–5"


def test_the_asked_metric_is_looked_at_closer():
    """By its key; one that nobody knows is the first."""
    given = cohort(figures(estimate(70, 65, 75)), figures(estimate(60, 55, 65), metric=KAFKA))

    closer, unknown = (content(given, metric=key) for key in (KAFKA.key, "skill:Gone"))

    assert chart(closer, "distribution").title == "How the scores lie: Kafka"
    assert chart(unknown, "distribution").title == "How the scores lie: Overall"


def test_many_metrics_are_drawn_in_parts_with_keys_of_their_own():
    """No figure is longer than a page; each of its tables holds its own rows."""
    metrics = [Metric(kind=ScoreKind.SKILL, name=f"Skill {number}") for number in range(24)]
    measured = [figures(estimate(70, 65, 75), metric=each) for each in metrics]
    both = [cohort(*measured, label=name) for name in ("A", "B")]

    found = content(*both)

    parts = [each for each in found.charts() if each.key.startswith("cohort-means")]
    assert [part.key for part in parts] == ["cohort-means-0-100", "cohort-means-0-100--2"]
    assert [len(part.table.rows) for part in parts] == [24, 24]
    assert all(part.native for part in parts)


def test_nobody_is_a_sentence():
    """An empty report says so and draws nothing."""
    found = content(NOBODY, NOBODY)

    assert "No interview matches any of these cohorts." in words_of(found)
    assert list(found.charts()) == []


def test_figures_are_light_valid_and_wide():
    """Whatever the names are: Plotly accepts them, and no key is there twice."""
    named = NURSES.model_copy(update={"label": HOSTILE})

    found = content(
        named,
        BAKERS,
        differences=(CLEAR,),
        trend=answer(trend(point("2026-01-01", estimate(70, 65, 75)), label=HOSTILE)),
    )

    for each in found.charts():
        go.Figure(dict(each.figure))
        assert each.figure["layout"]["paper_bgcolor"] == "#FFFFFF"
        assert each.finding
        assert each.alt
    assert len(set(kinds(found))) == len(kinds(found))


def test_a_masked_report_says_so():
    """In its name too."""
    found = cohorts_content(cohorts_answered(NURSES), edition(is_masked=True))

    assert found.about.is_masked
    assert found.stem == "cohorts-masked-2026-11-23-1504"
    assert found.meanings[0].parts


def test_the_metric_of_the_means_is_in_the_title_of_a_figure_of_one():
    """Its rows name cohorts only."""
    skill = figures(estimate(70, 65, 75), metric=KAFKA)

    found = content(cohort(skill, label="A"), cohort(skill, label="B"))

    assert chart(found, "cohort-means-0-100").title == "Skills: means of Kafka"
