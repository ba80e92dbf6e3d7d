"""Questions lie by difficulty and discrimination; of those with too few scores nothing is drawn."""

import pytest

from components.charts import questions_figure, questions_sentence, questions_table, theme
from tests.components.charts.cohorts import HOSTILE, all_texts, estimate, names, records, trace
from tests.components.charts.gradings import asked, question

TELLING = question(
    "q1", estimate(0.62, 0.58, 0.66), estimate(0.45, 0.2, 0.64), text="Design a retry queue."
)
WEAK = question(
    "q2",
    estimate(0.9, 0.86, 0.94, n=160),
    estimate(-0.1, -0.25, 0.06, n=160),
    scored=160,
    text="What is a queue?",
)
FEW = question("q3", text="Name a broker.")


def beside(figure):
    """Return the names that stand beside dots."""
    return [part.text for part in figure.layout.annotations if part.xref == "x"]


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("found", [(), (TELLING,), (FEW,), (TELLING, WEAK, FEW)])
def test_the_figure_is_valid(validated, found, compact):
    """Whatever is known, there is a figure; without any dot it has no axes."""
    figure = validated(questions_figure(asked(*found), compact=compact))

    drawn = [each for each in found if each is not FEW]

    assert names(figure) == (["intervals", "questions"] if drawn else [])
    assert figure.layout.xaxis.visible is (None if drawn else False)


@pytest.mark.parametrize("compact", [False, True])
def test_a_dot_lies_where_its_figures_are(compact):
    """Difficulty is in percent, discrimination a correlation; a click hands over the key."""
    figure = questions_figure(asked(TELLING), compact=compact)

    found = trace(figure, "questions")

    assert (found.x[0], found.y[0]) == pytest.approx((62, 0.45))
    assert list(found.customdata) == [["q1"]]


def test_a_refused_question_is_counted_not_drawn(words):
    """Too few scores are no dot at zero; figure, sentence and table say so."""
    given = asked(TELLING, FEW)

    figure = questions_figure(given)

    assert len(trace(figure, "questions").x) == 1
    assert any("1 question not drawn" in text for text in words(figure))
    assert questions_sentence(given).endswith("1 question not drawn: no figures.")
    assert records(questions_table(given))[1]["Mean share %"] is None


def test_the_area_grows_with_the_scores():
    """Four times the scores are twice the diameter, and small dots lie on top."""
    figure = questions_figure(asked(TELLING, WEAK))

    large, small = trace(figure, "questions").marker.size

    assert large == pytest.approx(2 * small)


def test_only_a_whole_interval_below_the_guide_is_marked():
    """A point below 0.2 that could be above it by chance keeps the usual mark."""
    unsure = question("q4", estimate(0.5, 0.4, 0.6), estimate(0.1, -0.2, 0.4))

    found = trace(questions_figure(asked(WEAK, unsure)), "questions").marker

    assert list(found.symbol) == ["diamond", "circle"]
    assert list(found.color) == [theme.DOUBT, theme.SCORE]


def test_the_guide_is_drawn_and_named(words):
    """The quiet line at 0.2 has its words in the legend."""
    figure = questions_figure(asked(TELLING))

    guides = [shape.y0 for shape in figure.layout.shapes]

    assert guides == [0.2]
    assert any("0.2: below it tells little" in text for text in words(figure))


def test_intervals_are_drawn_for_few_and_always_on_hover():
    """Up to forty questions have their lines; more would be a thicket."""
    many = asked(
        *(question(f"q{i}", estimate(i / 50, 0, 1), estimate(0.5, 0.4, 0.6)) for i in range(50))
    )

    few, thicket = questions_figure(asked(TELLING)), questions_figure(many)

    assert list(trace(few, "intervals").y) == [0.2, 0.64, None]
    assert list(trace(thicket, "intervals").y) == []
    assert all("(0.40–0.60), n = 40" in text for text in trace(thicket, "questions").hovertext)


@pytest.mark.parametrize("compact", [False, True])
def test_names_cover_neither_dots_nor_each_other(compact):
    """Of ten questions on one spot none can be named without covering another."""
    crowd = asked(
        *(
            question(f"q{i}", estimate(0.5 + i / 100, 0, 1), estimate(0.4, 0.3, 0.5), text="Queue")
            for i in range(-5, 5)
        )
    )

    apart = asked(TELLING, WEAK)

    assert len(beside(questions_figure(crowd, compact=compact))) <= 2
    assert beside(questions_figure(apart, compact=compact))


def test_the_axis_reaches_down_to_the_lowest_figure():
    """It ends at 1 above; below it goes as far as an interval does."""
    low = question("q5", estimate(0.5, 0.4, 0.6), estimate(-0.5, -0.72, -0.2))

    usual, deep = questions_figure(asked(TELLING)), questions_figure(asked(low))

    assert usual.layout.yaxis.range == pytest.approx((-0.22, 1.02))
    assert deep.layout.yaxis.range == pytest.approx((-0.82, 1.02))


@pytest.mark.parametrize("compact", [False, True])
def test_texts_are_shown_not_obeyed(validated, compact):
    """A question's words are text, however long; right-to-left ones are isolated."""
    given = asked(
        question("q6", estimate(0.3, 0.2, 0.4), estimate(0.5, 0.4, 0.6), text=HOSTILE * 9),
        question("q7", estimate(0.7, 0.6, 0.8), estimate(0.1, 0, 0.2), text="ما هي الطوابير؟"),
    )

    texts = all_texts(validated(questions_figure(given, compact=compact)))

    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068" in text for text in texts)


def test_the_table_has_every_number():
    """Shares are in percent, the correlation as it is, the time in seconds."""
    row = records(questions_table(asked(TELLING)))[0]

    found = [row[name] for name in ("Asked", "Scored", "Mean share %", "Spread (points)")]

    assert found == [44, 40, 62, 20]
    assert [row[name] for name in ("Discrimination", "Lower", "Upper")] == [0.45, 0.2, 0.64]
    assert (row["Skipped %"], row["Median time (s)"], row["Remark"]) == (10, 90.5, "")


def test_the_sentence_says_both_ranges():
    """Who cannot see the figure hears the ends of both axes, and what tells little."""
    sentence = questions_sentence(asked(TELLING, WEAK))

    expected = (
        "2 questions, difficulty against discrimination. Mean share from 62 % (58–66), n = 40 "
        "(Design a retry queue.) to 90 % (86–94), n = 160 (What is a queue?). Discrimination from "
        "−0.10 (−0.25 to 0.06), n = 160 (What is a queue?) to 0.45 (0.20–0.64), n = 40 (Design a "
        "retry queue.). 1 below 0.2, 1 of these with the whole interval."
    )

    assert sentence == expected


def test_no_question_is_a_sentence():
    """Without any figure the sentence says so."""
    given = asked()

    sentence = questions_sentence(given)

    assert sentence == "No question has both figures."
