"""The cohort report's second half: what differs, in words first, and how it went over time."""

from components.documents.cohorts import cohorts_content
from tests.components.charts.cohorts import (
    answer,
    cohort,
    difference,
    estimate,
    figures,
    pass_difference,
    point,
    refusal,
    trend,
)
from tests.components.documents.editions import chart, edition, listing, words_of
from tests.components.documents.groups import cohorts_answered, kinds

NURSES = cohort(figures(estimate(70, 65, 75)), label="Nurse")
BAKERS = cohort(figures(estimate(60, 55, 65)), label="Baker")
NOBODY = cohort(figures(n=0), label="Nobody")
CLEAR = difference(estimate(-10, -15, -5), (-16, -4), a="Nurse", b="Baker", sentence="Lower.")


def content(*cohorts, **given):
    return cohorts_content(cohorts_answered(*cohorts, **given), edition())


def test_differences_are_sentences_first():
    """What was computed is said as the services word it; refusals of one reason share a line."""
    refused = difference(refusal(why="Fewer than 5 scores on one side."), a="Nurse", b="Nobody")

    found = content(NURSES, BAKERS, NOBODY, differences=(CLEAR, refused, refused))

    said = words_of(found)
    assert "\nLower.\n" in said
    assert "2 comparisons are not made: Fewer than 5 scores on one side." in said
    drawn = chart(found, "differences")
    assert drawn.finding == "Lower."
    assert [row.label for row in drawn.native.rows] == ["Baker minus Nurse"]


def test_what_could_be_chance_is_counted():
    """With several pairs, the finding says how many are clear."""
    unsure = difference(estimate(1, -5, 7), (-6, 8), a="Nurse", b="Baker")

    both, neither = (
        chart(content(NURSES, BAKERS, differences=pairs), "differences").finding
        for pairs in ((CLEAR, unsure), (unsure, unsure))
    )

    assert both == "1 of 2 differences of means is unlikely to be chance alone"
    assert neither == "No difference of means is clear of chance, of 2 judged"


def test_hundreds_of_differences_end_in_a_table():
    """The largest number of figures is fixed; nothing is lost."""
    found = content(NURSES, BAKERS, differences=(CLEAR,) * 100)

    drawn = [each for each in found.charts() if each.key.startswith("differences")]
    assert [each.key for each in drawn] == [
        *("differences", "differences--2", "differences--3", "differences--4")
    ]
    rest = listing(found, "differences--more")
    assert sum(len(each.table.rows) for each in drawn) + len(rest.rows) == 100
    assert "88 more are in the figures and their tables." in words_of(found)


def test_pass_rates_are_compared():
    """In percentage points, around zero."""
    found = content(
        NURSES, BAKERS, passing=(pass_difference(estimate(0.1, -0.1, 0.3), (-0.1, 0.3)),)
    )

    drawn = chart(found, "pass-differences")
    assert drawn.finding == "Data passes more often."
    assert drawn.native.low < 0 < drawn.native.high


def test_counting_bands_adds_how_far_interviews_differ():
    """The second means, their differences, and the table of heterogeneity."""
    banded = figures(estimate(70, 65, 75), with_bands=estimate(69, 66, 72))
    given = [cohort(banded, label=name) for name in ("A", "B")]
    pair = CLEAR.model_copy(update={"with_bands": estimate(-9, -13, -5)})

    found = content(*given, differences=(pair,), with_bands=True)

    assert listing(found, "heterogeneity").rows[0][:2] == ("A", "69.0 (66.0 to 72.0)")
    assert "differences-with-bands" in kinds(found)
    assert "Tau squared" in [meaning.title for meaning in found.meanings]


def test_periods_are_drawn_or_told():
    """Means and pass rates by month; without five results a month there is a sentence."""
    good = answer(trend(point("2026-01-01", estimate(70, 65, 75)), undated=2))
    thin = answer(trend(point("2026-01-01", n=3)))

    drawn, told = (content(NURSES, trend=each) for each in (good, thin))

    assert kinds(drawn)[-2:] == ["trend-mean", "trend-pass-rate"]
    assert chart(drawn, "trend-mean").remarks == (
        "2 scored interviews without a usable date: in no period.",
    )
    assert "Overall: mean by month: no period has five results or more." in words_of(told)


def test_differences_that_count_bands_are_said_with_their_own_numbers():
    """Not those of the plain means: neither the sentence nor the test belongs to them."""
    banded = CLEAR.model_copy(update={"with_bands": estimate(-8, -14, -2, n=40), "p_value": 0.01})

    found = content(NURSES, BAKERS, differences=(banded,), with_bands=True)

    drawn = chart(found, "differences-with-bands")
    said = "Baker scores 8.0 points lower than Nurse, bands counted"
    assert drawn.finding == f"{said}, 95 % interval −14.0 to −2.0, n = 40."
    assert "Lower." not in drawn.alt
    row = dict(zip(drawn.table.columns, drawn.table.rows[0], strict=True))
    assert (row["p"], row["p after Holm"]) == (None, None)


def test_several_differences_that_count_bands_are_counted_first():
    """How many intervals are clear of zero, then the first ones."""
    clear, unsure = (
        CLEAR.model_copy(update={"with_bands": found})
        for found in (estimate(-8, -14, -2), estimate(1, -3, 5))
    )

    found = content(NURSES, BAKERS, differences=(clear, unsure), with_bands=True)

    finding = chart(found, "differences-with-bands").finding
    assert finding.startswith(
        "With bands counted, the intervals of 1 of 2 differences are clear of zero. Baker scores"
    )
