"""Alpha stands with its interval and n, and where there is none there is the reason."""

import pytest

from components.charts import agreement_figure, agreement_sentence, agreement_table, theme
from tests.components.charts.cohorts import (
    HOSTILE,
    all_texts,
    estimate,
    names,
    records,
    refusal,
    trace,
)
from tests.components.charts.gradings import group

USUAL = group("Nurse", estimate(0.71, 0.66, 0.75, n=1204), agents=4)
IDENTICAL = group("Cook", refusal(12, "The agents gave the same on every target."))


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("groups", [(), (USUAL,), (IDENTICAL,), (USUAL, IDENTICAL)])
def test_the_figure_is_valid(validated, groups, compact):
    """Who has an index has a mark; without any there is no mark at all."""
    figure = validated(agreement_figure(groups, compact=compact))

    expected = ["intervals", "estimates"] if USUAL in groups else []

    assert names(figure) == expected
    assert figure.layout.height > 0


@pytest.mark.parametrize("compact", [False, True])
def test_alpha_is_drawn_with_interval_and_n(words, compact):
    """The mark is where alpha is, and the words beside it hold its interval and n."""
    figure = agreement_figure([USUAL], compact=compact)

    point, band = trace(figure, "estimates"), trace(figure, "intervals")

    assert (point.x[0], band.base[0], band.x[0]) == pytest.approx((0.71, 0.66, 0.09))
    assert any("<b>0.71</b>" in text and "(0.66–0.75)" in text for text in words(figure))
    assert any("n = 1,204 targets, 4 agents" in text for text in words(figure))


@pytest.mark.parametrize("compact", [False, True])
def test_identical_agents_have_a_sentence_and_no_mark(words, compact):
    """What cannot be computed is neither 1 nor 0."""
    figure = agreement_figure([USUAL, IDENTICAL], compact=compact)

    drawn = trace(figure, "estimates").customdata

    assert [tuple(data) for data in drawn] == [("Nurse",)]
    assert any("The agents gave the same on every target" in text for text in words(figure))


def test_below_zero_is_an_arrow_beside_its_true_number(words):
    """The axis ends at 0; disagreement beyond chance is an arrow there."""
    worse = group("Cook", estimate(-0.12, -0.42, 0.18, n=12))

    figure = agreement_figure([worse])

    point = trace(figure, "estimates")
    assert (point.x[0], point.marker.symbol[0]) == (0, "triangle-left")
    assert trace(figure, "intervals").base[0] == 0
    assert any("<b>−0.12</b>" in text for text in words(figure))


def test_an_interval_below_zero_goes_on(validated):
    """A small triangle at the axis' end says that the interval is longer."""
    wide = group("Cook", estimate(0.1, -0.3, 0.5, n=22))

    figure = validated(agreement_figure([wide]))

    assert list(trace(figure, "intervals that go on").marker.symbol) == ["triangle-left"]


@pytest.mark.parametrize("compact", [False, True])
def test_the_conventional_marks_are_quiet_lines(words, compact):
    """Krippendorff's two marks are drawn, and named in the legend."""
    figure = agreement_figure([USUAL], compact=compact)

    lines = {shape.x0: shape.line.dash for shape in figure.layout.shapes}

    assert lines == {0.667: "dot", 0.8: "dash"}
    assert any("0.667" in text and "0.8" in text for text in words(figure))


def test_without_an_interval_the_point_is_open_and_said(words):
    """Too few interviews for an interval: the point does not look sure."""
    alone = group("Cook", estimate(0.6, n=6))

    figure = agreement_figure([alone])

    assert trace(figure, "estimates").marker.color[0] == theme.BACKGROUND
    assert any("no interval, n = 6 targets" in text for text in words(figure))


@pytest.mark.parametrize("compact", [False, True])
def test_under_five_targets_there_are_words_and_no_mark(words, compact):
    """Four targets have no index that may be drawn, and say how few they are."""
    few = group("Cook", estimate(0.6, 0.1, 0.9, n=4))

    figure = agreement_figure([USUAL, few], compact=compact)

    assert [tuple(data) for data in trace(figure, "estimates").customdata] == [("Nurse",)]
    assert any("n = 4: too few for a figure" in text for text in words(figure))
    assert records(agreement_table([few]))[0]["Alpha"] is None
    assert "Cook: n = 4: too few for a figure." in agreement_sentence([few])


def test_under_thirty_targets_results_are_few():
    """Twenty-nine targets are said to be few beside the figure, thirty are not."""
    groups = [group("Cook", estimate(0.6, 0.5, 0.7, n=n)) for n in (29, 30)]

    few, enough = (agreement_sentence([each]) for each in groups)

    assert "n = 29 targets, 3 agents, few results." in few
    assert "few results" not in enough


def test_many_groups_put_the_axis_on_top(words):
    """Thirty are drawn with the axis in sight, and the foot counts the rest."""
    groups = [group(f"2026-{each:02}", estimate(0.7, 0.6, 0.8)) for each in range(36)]

    figure = agreement_figure(groups)

    assert len(trace(figure, "estimates").x) == 30
    assert figure.layout.xaxis.side == "top"
    assert any("6 more in the table" in text for text in words(figure))


@pytest.mark.parametrize("compact", [False, True])
def test_names_are_shown_not_obeyed(validated, compact):
    """A role's name is text, however long; a right-to-left one is isolated."""
    groups = [group(HOSTILE * 9, estimate(0.7, 0.6, 0.8)), group("ممرضة", refusal())]

    texts = all_texts(validated(agreement_figure(groups, compact=compact)))

    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068ممرضة\u2069" in text for text in texts)


def test_the_table_leaves_a_refusal_empty():
    """An index that cannot be computed is an empty cell with its reason."""
    usual, identical = records(agreement_table([USUAL, IDENTICAL]))

    found = [usual[name] for name in ("Alpha", "Lower", "Upper", "Level %", "Targets", "Agents")]

    assert found == [0.71, 0.66, 0.75, 95, 1204, 4]
    assert identical["Alpha"] is None
    assert identical["In words"] == "The agents gave the same on every target"


def test_the_sentence_says_each_group():
    """Who cannot see the figure hears alpha, its interval and n, or the reason."""
    sentence = agreement_sentence([USUAL, IDENTICAL])

    expected = (
        "Krippendorff's alpha by group: Nurse 0.71 (0.66–0.75), n = 1,204 targets, 4 agents; "
        "Cook: The agents gave the same on every target. Conventional marks: 0.667 for tentative "
        "conclusions, 0.8 for firm ones."
    )

    assert sentence == expected


def test_no_group_is_a_sentence():
    """Without groups there is a sentence and an empty table."""
    groups = []

    sentence = agreement_sentence(groups)

    assert sentence == "No group to compare."
    assert agreement_table(groups).rows == ()
