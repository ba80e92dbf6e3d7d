"""The forest draws every score with its band and its state, and never a mark that is not one."""

import pytest

from components.charts import forest_figure, forest_sentence, forest_table, theme
from services.models.score import FIVE_POINTS, ScoreKind, ScoreState


@pytest.fixture
def usual(score):
    return [
        score("Caching"),
        score("Kafka", 83, 76, 88, parent="Backend", label="Stable"),
        score("Backend", 78.4, 71, 82, kind=ScoreKind.DOMAIN, observations=6),
        score("Overall", 72, 70, 75, kind=ScoreKind.OVERALL, label="Highly Reliable"),
    ]


def trace(figure, name):
    return next(part for part in figure.data if part.name == name)


@pytest.mark.parametrize("compact", [False, True])
def test_the_figure_is_valid(usual, validated, compact):
    """Plotly's own validation accepts what was built without it."""
    figure = forest_figure(usual, cut=70, compact=compact)

    checked = validated(figure)

    assert len(trace(checked, "scores").x) == 3


def test_overall_leads_and_skills_follow_their_domain(usual, words):
    """Whatever the order given, overall is first and a skill stands under its domain."""
    given = usual

    texts = " ".join(words(forest_figure(given)))

    assert texts.index("Overall") < texts.index("Backend") < texts.index("Kafka")


def test_a_skill_finds_its_domain_through_the_vendors_list(score):
    """Without a parent of its own, a skill goes to the domain that counts it."""
    scores = [
        score("Kafka", 83, 76, 88),
        score("Backend", 78, 71, 82, kind=ScoreKind.DOMAIN),
        score("Design", 66, 58, 75, kind=ScoreKind.DOMAIN),
    ]

    table = forest_table(scores, domain_skills={"Backend": ["Kafka"]})

    assert [row[1] for row in table.rows] == ["Backend", "Kafka", "Design"]


def test_not_evaluated_is_an_empty_row(score, words):
    """A skipped score has its words and no mark, above all none at zero."""
    figure = forest_figure([score("Kafka", 83, 76, 88), score("Caching")])

    marks = trace(figure, "scores")

    assert list(marks.x) == [83]
    assert any("not evaluated" in text for text in words(figure))


def test_a_missing_score_says_so(score, words):
    """A score that the vendor did not give differs in words from one not evaluated."""
    missing = score("Overall", kind=ScoreKind.OVERALL, state=ScoreState.MISSING)

    figure = forest_figure([missing])

    assert any("no score given" in text for text in words(figure))


def test_a_score_without_a_band_is_an_open_point(score, words):
    """An open point says that nothing is known of the error; no band is made up."""
    figure = forest_figure([score("Depth", 64, kind=ScoreKind.RUBRIC)])

    marks = trace(figure, "scores")

    assert list(marks.marker.color) == [theme.BACKGROUND]
    assert len(trace(figure, "bands").x) == 0
    assert any("no band given" in text for text in words(figure))


def test_bands_may_be_asymmetric(score):
    """A band reaches from the vendor's lower to the vendor's upper end."""
    figure = forest_figure([score("Kafka", 72, 70, 75)])

    bands = trace(figure, "bands")

    assert (list(bands.base), list(bands.x)) == ([70], [5])


def test_a_band_across_the_cut_is_too_close_to_call(score, words):
    """The cut is drawn, and said for each row as far as its band allows."""
    figure = forest_figure([score("Kafka", 72, 69, 75), score("SQL", 90, 85, 95)], cut=70)

    texts = words(figure)

    assert any("too close to call" in text and "<b>72</b>" in text for text in texts)
    assert any("above the cut" in text and "<b>90</b>" in text for text in texts)
    assert any(shape.x0 == 70 for shape in figure.layout.shapes)


def test_a_value_beyond_the_scale_is_an_arrow_with_its_true_number(score, words):
    """The point stays on the axis as an arrow; the number in words is not clamped."""
    figure = forest_figure([score("Kafka", 104, 98, 112)])

    marks = trace(figure, "scores")

    assert (list(marks.x), list(marks.marker.symbol)) == ([100], ["triangle-right"])
    assert any("<b>104</b>" in text and "beyond the scale" in text for text in words(figure))


def test_another_scale_never_lands_on_the_same_axis(score, words):
    """A score of 0 to 5 among scores of 0 to 100 keeps its words and gets no mark."""
    speech = score("Speech", 3.5, scale=FIVE_POINTS)

    figure = forest_figure([score("Kafka", 83, 76, 88), speech], cut=2)

    assert list(trace(figure, "scores").x) == [83]
    assert any("on a scale of 0–5" in text for text in words(figure))


def test_names_are_shown_not_obeyed(score, words):
    """A name with a link in it is text, in the figure and on hover."""
    figure = forest_figure([score("<a href='https://example.com'>x</a>", 50, 40, 60)])

    texts = [*words(figure), *trace(figure, "scores").hovertext]

    assert not any("<a" in text for text in texts)


def test_a_doubtful_result_is_grey_and_crossed(usual, words):
    """Perhaps somebody else was scored: every mark says so by colour and shape, and the words."""
    figure = forest_figure(usual, cut=71, grey=True)

    marker = trace(figure, "scores").marker

    assert set(marker.symbol) == {"circle-x"}
    assert set(marker.color) == set(trace(figure, "bands").marker.color) == {theme.GREY}
    assert any("speaker match low" in text for text in words(figure))


def test_height_grows_with_the_rows(score):
    """Sixty rows keep their height, and their axis stands on top."""
    few, many = ([score(f"Skill {index}", 50, 40, 60) for index in range(rows)] for rows in (2, 60))

    short, long = forest_figure(few), forest_figure(many)

    assert long.layout.height > 60 * 28
    assert (short.layout.xaxis.side, long.layout.xaxis.side) == ("bottom", "top")


def test_the_table_names_the_question_that_a_score_is_of(score):
    """As readers count, from 1; a question is a part of nothing, and a skill of its domain."""
    kinds = (ScoreKind.QUESTION, ScoreKind.QUESTION_SKILL)
    scores = [score(kind=kind, parent="question:0") for kind in kinds]

    table = forest_table([score("Kafka", parent="Backend"), *scores])

    assert [row[-1] for row in table.rows] == ["Backend", None, "Question 1"]


def test_the_table_keeps_the_vendors_numbers(score):
    """The data table has unrounded numbers, empty cells for no score, and the state in words."""
    table = forest_table([score("Kafka", 72.46, 70, 75.04), score("Caching")])

    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    assert (rows[0]["Score"], rows[0]["Upper"], rows[0]["State"]) == (72.46, 75.04, "scored")
    assert (rows[1]["Score"], rows[1]["State"]) == (None, "not evaluated")


def test_the_sentence_says_what_the_figure_shows(usual):
    """Who cannot see the figure hears the overall score, the ranges, and what the cut can tell."""
    given = usual

    sentence = forest_sentence(given, cut=71)

    assert sentence == (
        "Overall 72 (70–75), Highly Reliable. 1 domain: Backend 78.4 (71–82). "
        "2 skills: Kafka 83 (76–88); 1 without a score. "
        "Cut 71: 2 above the cut, 1 too close to call. "
        "Bands: vendor interval, level not stated."
    )


def test_nothing_to_draw_is_still_a_figure(validated):
    """Without scores there is an empty axis and a sentence, not an error."""
    figure = forest_figure([])

    checked = validated(figure)

    assert checked.layout.height > 0
    assert forest_sentence([]).startswith("No scores.")


def test_no_band_is_spoken_of_where_there_is_none(score):
    """The sentence does not say of what level bands are that nobody gave."""
    bare = score("Overall", 72, kind=ScoreKind.OVERALL)

    sentence = forest_sentence([bare])

    assert "Bands" not in sentence
