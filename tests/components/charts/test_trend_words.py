"""A trend in words has every period, its breaks, and what is not over yet."""

from components.charts import trend_finding, trend_sentence, trend_table
from tests.components.charts.cohorts import answer, point, records, trend


def test_the_sentence_says_ends_extremes_and_breaks(months):
    """Who cannot see the figure hears where it began, went and ended, and what changed."""
    given = answer(months.model_copy(update={"undated": 2}))

    sentence = trend_sentence(given, cut=65)

    assert sentence == (
        "Mean of Overall by month. "
        "All: first Dec 2025 70.0 (68.0–72.0), n = 40, highest Jan 2026 72.0 (70.0–74.0), n = 40, "
        "lowest Feb 2026 60.0 (58.0–62.0), n = 40, "
        "last Mar 2026 (not over yet) 64.0 (62.0–66.0), n = 40; "
        "another version begins in Feb 2026: qode v4; 2 without a usable date are in no period. "
        "The cut of 65 is drawn. In brackets: 95 % interval."
    )


def test_a_rate_is_said_in_percent(months):
    """The unit stands behind the number, before its interval."""
    sentence = trend_sentence(answer(trend(months.points[0])), what="pass_rate")

    assert sentence == (
        "Pass rate by month. All: only Dec 2025 50 % (40–60), n = 40. In brackets: 95 % interval."
    )


def test_the_table_holds_every_period(months):
    """Periods without a figure are in it too, with the reason; nothing missing is a zero."""
    given = answer(trend(*months.points, point("2026-04-01", n=3)))

    rows = records(trend_table(given))

    assert (rows[0]["Mean"], rows[0]["Lower"], rows[0]["Upper"], rows[0]["n"]) == (70, 68, 72, 40)
    assert (rows[2]["Another version begins"], rows[3]["Not over yet"]) == ("yes", "yes")
    assert (rows[4]["Mean"], rows[4]["n"], rows[4]["Remark"]) == (
        *(None, 3),
        "Too few scores for a figure",
    )


def test_the_finding_says_both_ends_with_intervals_and_n(months):
    """In one sentence, that of a slide's title."""
    finding = trend_finding(answer(months))

    assert finding == (
        "Mean of Overall by month: All from 70.0 (68.0–72.0), n = 40, in Dec 2025, "
        "to 64.0 (62.0–66.0), n = 40, in Mar 2026 (not over yet)."
    )


def test_the_finding_counts_who_is_not_said(months):
    """Two cohorts are said, others counted, those without a figure too."""
    few = trend(point("2026-04-01", n=3))

    finding = trend_finding(answer(*[months] * 5, few))

    assert finding.endswith("; 3 more cohorts; 1 cohort without a figure.")
