"""A distribution in words has every number of the figure, and none that it refuses."""

from components.charts import distribution_sentence, distribution_table, spread_table
from tests.components.charts.cohorts import cohort, estimate, figures, records


def test_the_sentence_says_the_figures(few):
    """Who cannot see the figure hears every number of it."""
    sentence = distribution_sentence([few], index=0, cut=60)

    assert sentence == (
        "Overall on a scale of 0–100. Backend: mean 70.0 (65.0–75.0), n = 6, coverage 60 %, "
        "median 70.0 (60.0–80.0), middle half 65.0–75.0, few results, 3 not evaluated, 1 missing. "
        "The cut of 60 is drawn. In brackets: 95 % interval."
    )


def test_the_sentence_of_four_scores_is_the_scores():
    """Where there are dots only, the dots are said."""
    given = cohort(figures(n=4, values=(60, 65.5, 75, 80)))

    sentence = distribution_sentence([given], index=0)

    assert "Backend: n = 4: too few for a figure; scores 60, 65.5, 75, 80." in sentence
    assert "interval" not in sentence


def test_the_tables_hold_every_number(few, many):
    """One table has the figures of each cohort, the other each dot and each bin."""
    summary = records(distribution_table([few, many], index=0))

    spread = spread_table([few, many], index=0).rows

    assert (summary[0]["Mean"], summary[0]["Mean, lower"], summary[0]["Median"]) == (70, 65, 70)
    assert (summary[0]["Not evaluated"], summary[0]["Coverage, percent"]) == (3, 60)
    assert spread[0] == ("Backend", 60, 60, 1)
    assert spread[-1] == ("Data", 50, 100, 40)


def test_a_table_has_no_mean_of_four():
    """The table is no back door to a mean that the figure refuses."""
    given = cohort(figures(estimate(70, 60, 80, n=4), n=4, values=(60, 65, 75, 80)))

    row = records(distribution_table([given], index=0))[0]

    assert row["Mean"] is None
    assert row["Remark"] == "n = 4: too few for a figure"
