"""Native charts: what their rows say, on which axis, and when there is none."""

import pytest

from components.charts import (
    agreement_ranges,
    differences_ranges,
    drift_ranges,
    has_drifted,
    means_ranges,
    median_number,
    pass_differences_ranges,
    severity_finding,
    severity_ranges,
    telling_sentence,
)
from services.models.content import Range
from tests.components.charts.cohorts import (
    FLUENCY,
    KAFKA,
    cohort,
    difference,
    estimate,
    figures,
    pass_difference,
    refusal,
)
from tests.components.charts.gradings import agent, asked, change, group, judged_by, question


def test_a_mean_stands_on_the_whole_scale_with_its_interval_and_n():
    """A slide's bars begin at the scale's own ends."""
    found = cohort(figures(estimate(4, 3.5, 4.5), metric=FLUENCY), label="Köche")

    drawn = means_ranges([found], indices=[0])

    assert (drawn.low, drawn.high, drawn.axis) == (0, 5, "Mean, 0–5")
    assert drawn.rows == (Range("Köche", "4.00 (3.50–4.50) of 5, n = 40", 4, 3.5, 4.5),)


def test_with_several_metrics_each_row_names_its_own():
    """One row for each metric and cohort, cohorts of one metric together."""
    both = figures(estimate(70, 65, 75)), figures(estimate(60, 55, 65), metric=KAFKA)

    drawn = means_ranges([cohort(*both), cohort(*both, label="Data")], indices=[0, 1])

    assert [row.label for row in drawn.rows] == [
        "Overall: Backend",
        "Overall: Data",
        "Kafka: Backend",
        "Kafka: Data",
    ]


def test_too_few_scores_are_words_and_no_mark():
    """Four scores have no mean, not even where one was computed."""
    few = cohort(figures(estimate(70, 1, 99, n=4), n=4))
    enough = cohort(figures(estimate(70, 65, 75)), label="Data")

    drawn = means_ranges([few, enough], indices=[0])

    assert drawn.rows[0] == Range("Backend", "n = 4: too few for a figure")
    assert median_number(few.figures[0]) == "n = 4: too few for a figure"


def test_without_any_mean_there_is_no_chart():
    """An empty axis says nothing."""
    assert means_ranges([cohort(figures(n=0))], indices=[0]) is None
    assert means_ranges([], indices=[]) is None


def test_more_rows_than_a_slide_holds_are_no_chart():
    """They would not be read; the figure and the table have them."""
    many = [cohort(figures(estimate(70, 65, 75)), label=str(number)) for number in range(31)]

    assert means_ranges(many[:30], indices=[0]) is not None
    assert means_ranges(many, indices=[0]) is None


def test_a_figure_beyond_the_axis_has_no_mark():
    """It would stand where it is not; an interval keeps the end that lies beyond."""
    beyond = cohort(figures(estimate(104, 98, 110)))
    reaching = cohort(figures(estimate(97, 92, 102)), label="Data")

    drawn = means_ranges([beyond, reaching], indices=[0])

    assert drawn.rows[0] == Range("Backend", "104.0 (98.0–110.0), n = 40, beyond the axis")
    assert (drawn.rows[1].value, drawn.rows[1].upper) == (97, 102)


def test_a_difference_says_whether_it_could_be_chance():
    """Around zero, on round ends, b minus a."""
    found = [difference(estimate(3, 1, 5), (-1, 7)), difference(estimate(8, 6, 10), (5, 11))]

    drawn = differences_ranges(found)

    assert (drawn.low, drawn.high) == (-2, 10)
    assert drawn.rows[0].label == "Data minus Backend"
    assert drawn.rows[0].words == "+3.0 (1.0 to 5.0), could be chance once corrected"
    assert drawn.rows[1].words == "+8.0 (6.0 to 10.0), unlikely to be chance alone"


def test_a_difference_on_another_scale_is_in_words():
    """Points of 5 never lie on an axis of points of 100."""
    found = [
        difference(estimate(3, 1, 5), (1, 5)),
        difference(estimate(0.5, 0.2, 0.8), (0.2, 0.8), metric=FLUENCY),
    ]

    drawn = differences_ranges(found)

    assert drawn.rows[1].label == "Fluency: Data minus Backend"
    assert drawn.rows[1].value is None
    assert drawn.rows[1].words.startswith("+0.50 (0.20 to 0.80)")


def test_pass_rates_differ_in_percentage_points():
    """A share of 0.1 is ten of them; a refused one is its reason."""
    found = [
        pass_difference(estimate(0.1, -0.05, 0.25), (-0.05, 0.25)),
        pass_difference(refusal(why="Fewer than 5 verdicts on one side.")),
    ]

    drawn = pass_differences_ranges(found)

    assert drawn.axis == "Difference in percentage points"
    assert [row.value for row in drawn.rows] == [pytest.approx(10), None]
    assert drawn.rows[1].words == "Fewer than 5 verdicts on one side"


def test_refused_differences_alone_are_no_chart():
    """There is nothing to draw."""
    assert differences_ranges([difference(refusal())]) is None
    assert differences_ranges([]) is None


def test_severity_is_points_of_the_maximum():
    """An agent alone on its targets is a sentence."""
    answer = judged_by(
        agent("strict", estimate(-0.05, -0.08, -0.02)), agent("alone", refusal(why="Alone."))
    )

    drawn = severity_ranges(answer)

    assert [row.value for row in drawn.rows] == [pytest.approx(-5), None]
    assert drawn.rows[1].words == "Alone"


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ([refusal()], "No agent can be told apart from the others"),
        (
            [estimate(0.01, -0.02, 0.04)],
            "No agent is clearly stricter or more lenient than the others",
        ),
        (
            [estimate(0.01, -0.02, 0.04), estimate(0.05, 0.02, 0.08)],
            "1 of 2 agents is stricter or more lenient than the others",
        ),
    ],
)
def test_severities_are_counted_by_their_intervals(severities, said):
    """A deviation whose interval holds zero is none."""
    answer = judged_by(*(agent(str(number), each) for number, each in enumerate(severities)))

    assert severity_finding(answer) == said


def test_an_alpha_below_zero_is_drawn():
    """The axis reaches down to it, and never below −1, where its interval may go on."""
    groups = [group("Nurse", estimate(-0.08, -7.5, 0.3)), group("Cook", estimate(0.7, 0.6, 0.8))]

    drawn = agreement_ranges(groups)

    assert (drawn.low, drawn.high) == (-1, 1)
    assert (drawn.rows[0].value, drawn.rows[0].lower) == (-0.08, -7.5)
    assert "−7.50" in drawn.rows[0].words


def test_a_question_has_drifted_where_an_interval_is_clear_of_zero():
    """Each change is looked at by itself; a refused one is no change."""
    still = question("a", estimate(0.5), drift=(change("v1", "v2", estimate(0.1, -0.1, 0.3)),))
    moved = question("b", estimate(0.5), drift=(change("v1", "v2", estimate(0.2, 0.1, 0.3)),))
    unknown = question("c", estimate(0.5), drift=(change("v1", "v2", refusal(4)),))

    found = [has_drifted(each) for each in (still, moved, unknown)]

    assert found == [False, True, False]
    assert drift_ranges(moved).rows[0].label == "v2 minus v1"
    assert drift_ranges(unknown) is None


def test_telling_little_is_counted():
    """A discrimination below 0.2 is counted, whether its interval is or not."""
    weak = question("a", estimate(0.5, 0.4, 0.6), estimate(0.1, -0.2, 0.4))
    strong = question("b", estimate(0.5, 0.4, 0.6), estimate(0.5, 0.3, 0.7))

    assert telling_sentence(asked(weak, strong)).startswith("2 questions have both figures. 1 ")
    assert telling_sentence(asked(question("c"))) == "No question has both figures."
