"""The ladder shows by whose word somebody is at a level, and makes no level of nothing."""

import pytest

from components.charts import ladder_figure, ladder_sentence, ladder_table, theme
from services.models.cefr import LevelSource
from services.models.language import OVERALL, SpeakerMatch
from services.models.score import FIVE_POINTS, ScoreKind
from tests.components.charts.results import reading, row

HOSTILE = "<a href='https://example.com'>x</a> $x^2$ %{y}"


def draw(rows, **more):
    return ladder_figure(rows, dimension=OVERALL, **more)


def trace(figure, name):
    return next(part for part in figure.data if part.name == name)


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("people", [0, 1, 25])
def test_the_figure_is_valid(validated, people, compact):
    """From nobody to a full page, every person with a level has one large mark."""
    rows = [row(name=f"Person {index}", Overall=reading("B2")) for index in range(people)]

    checked = validated(draw(rows, requirement="B1", compact=compact))

    assert len(trace(checked, "levels").x or ()) == people


def test_issued_is_filled_and_derived_is_open():
    """A mark tells by its fill who says so: the vendor, or a table that the reader chose."""
    rows = [row(Overall=reading("B2")), row(Overall=reading("B2", LevelSource.DERIVED))]

    marks = trace(draw(rows), "levels")

    assert list(marks.marker.color) == [theme.SCORE, theme.BACKGROUND]
    assert list(marks.x) == [4, 4]


def test_no_level_is_a_labelled_empty_row(score, words):
    """Who has no level has words and no mark, above all none at A1."""
    nobody = row(Overall=reading(score=score("Overall", 74, 72, 76)))

    figure = draw([nobody, row(Overall=reading("C1"))])

    assert list(trace(figure, "levels").x) == [5]
    assert any("no CEFR issued" in text and "74 (72–76)" in text for text in words(figure))


def test_an_empty_row_can_be_chosen_as_well():
    """A click on a row hands over the result's id, whether there is a mark or not."""
    rows = [row(name="Abebe Bikila", Overall=reading()), row(Overall=reading("C1"))]

    bars = trace(draw(rows), "rows")

    assert list(bars.customdata) == [["result-Abebe Bikila"], ["result-Wanjiru Ngugi"]]


def test_not_evaluated_says_so(score, words):
    """A dimension that the vendor skipped is no missing level."""
    skipped = row(Overall=reading(score=score("Overall")))

    texts = words(draw([skipped]))

    assert any("not evaluated" in text for text in texts)


def test_a_derived_level_shows_its_number_with_the_band(score, words):
    """What a level was derived from stands beside it, never without its band."""
    found = reading("B1", LevelSource.DERIVED, to="B2", score=score("Overall", 74, 72, 76))

    texts = words(draw([row(Overall=found)]))

    assert any("B1–B2" in text and "derived · 74 (72–76)" in text for text in texts)


def test_another_scale_is_said(score, words):
    """A number of 0 to 5 says so, and that no band was given."""
    speech = score("Overall", 3.4, scale=FIVE_POINTS, kind=ScoreKind.OVERALL)

    texts = words(draw([row(Overall=reading(score=speech))]))

    assert any("3.4 of 5, no band given" in text for text in texts)


def test_a_borderline_bar_spans_its_rungs():
    """A level between B1 and C1 is a bar over all three, with its mark in the middle."""
    figure = draw([row(Overall=reading("B1", LevelSource.DERIVED, to="C1"))])

    bars, marks = trace(figure, "borderline"), trace(figure, "levels")

    assert bars.base[0] < 3
    assert bars.base[0] + bars.x[0] > 5
    assert list(marks.x) == [4]


def test_below_a1_has_a_place_of_its_own():
    """A level under the ladder stands before A1, not on it."""
    rows = [row(Overall=reading("below A1", text="Pre-A1")), row(Overall=reading("A1"))]

    marks = trace(draw(rows), "levels")

    assert list(marks.x) == [0, 1]


def test_a_word_that_is_no_level_stands_in_words_only(words):
    """What a vendor issued and CEFR does not know gets no mark."""
    strange = row(Overall=reading(text="string"))

    figure = draw([strange])

    assert not trace(figure, "levels").x
    assert any("string" in text and "not a CEFR level" in text for text in words(figure))


@pytest.mark.parametrize(
    ("source", "fill"),
    [(LevelSource.ISSUED, theme.GREY), (LevelSource.DERIVED, theme.BACKGROUND)],
)
def test_a_doubtful_result_is_grey_and_crossed(words, source, fill):
    """A low speaker match has another colour, another shape and words; issued stays filled."""
    doubtful = row(match=SpeakerMatch.LOW, Overall=reading("B2", source))

    figure = draw([doubtful])

    marker = trace(figure, "levels").marker
    assert (marker.symbol[0], marker.color[0]) == ("circle-x", fill)
    assert theme.GREY in (marker.color[0], marker.line.color[0])
    assert any("speaker match low" in text and "B2" in text for text in words(figure))


def test_the_requirement_line_stands_before_its_rung(words):
    """Who stands on the required rung is past the line; what is no rung draws none."""
    rows = [row(Overall=reading("B2"))]

    figure, none = draw(rows, requirement="B2"), draw(rows, requirement="fluent")

    assert [shape.x0 for shape in figure.layout.shapes if shape.line.dash == "dot"] == [3.5]
    assert "required: B2" in words(figure)
    assert not any("required" in text for text in words(none))


def test_accent_is_never_among_the_marks():
    """Accent is not drawn beside other people's, not as a small mark and not when asked for."""
    rows = [row(Overall=reading("B2"), Accent=reading("C2"), Fluency=reading("B1"))]

    figure, asked = draw(rows), ladder_figure(rows, dimension="Accent")

    assert list(trace(figure, "other dimensions").x) == [3]
    assert not trace(asked, "levels").x
    assert "C2" not in str(ladder_table(rows, dimension="Accent").rows)


def test_dimensions_on_one_rung_stand_side_by_side():
    """Two small marks never hide each other."""
    rows = [row(Overall=reading("B2"), Fluency=reading("B1"), Vocabulary=reading("B1"))]

    marks = trace(draw(rows), "other dimensions")

    assert len(set(marks.x)) == 2
    assert all(2.5 < at < 3.5 for at in marks.x)


@pytest.mark.parametrize("compact", [False, True])
def test_texts_from_outside_are_shown_not_obeyed(validated, words, compact):
    """Names, roles, levels and dimensions are text, in the figure and on hover."""
    strange = row(
        name=HOSTILE, role=HOSTILE * 8, Overall=reading(text=HOSTILE), **{HOSTILE: reading("B1")}
    )

    figure = validated(
        draw([strange, row(name="سلمى الحسن", Overall=reading("A2"))], compact=compact)
    )

    texts = [*words(figure), *(text for part in figure.data for text in part.hovertext)]
    assert not any("<a" in text or "$" in text or "%{" in text for text in texts)
    assert any("\u2068سلمى الحسن\u2069" in text for text in texts)


def test_a_number_that_is_none_is_no_level(score, validated, words):
    """NaN among the scores draws nothing and breaks nothing."""
    strange = row(Overall=reading(score=score("Overall", float("nan"))))

    figure = validated(draw([strange]))

    assert not trace(figure, "levels").x
    assert any("not a number" in text for text in words(figure))


def test_the_same_people_give_the_same_figure():
    """Nothing in a figure depends on when it is drawn."""
    rows = [row(Overall=reading("B2"), Fluency=reading("B1"))]

    first, second = draw(rows), draw(rows)

    assert first.to_json() == second.to_json()


def test_the_table_has_the_vendors_numbers(score):
    """Each person has the level, by whose word, and the number with band, state and scale."""
    found = reading("B2", LevelSource.DERIVED, score=score("Overall", 74.25, 72, 76))

    table = ladder_table([row(Overall=found, Fluency=reading("C1")), row()], dimension=OVERALL)

    first, second = (dict(zip(table.columns, cells, strict=True)) for cells in table.rows)
    assert (first["Level"], first["By"], first["Score"]) == ("B2", "derived", 74.25)
    assert (first["State"], first["Scale"], first["Audio"]) == ("scored", "0–100", "5:45")
    assert first["Other dimensions"] == "Fluency C1, issued"
    assert (second["Level"], second["By"], second["Score"]) == (None, "no CEFR issued", None)


def test_the_sentence_counts_issued_apart_from_derived():
    """Who cannot see the figure hears every level, who is across the line, and what is doubted."""
    rows = [
        row(Overall=reading("C1")),
        row(Overall=reading("B1")),
        row(Overall=reading("B1", LevelSource.DERIVED, to="B2"), match=SpeakerMatch.LOW),
        row(Overall=reading(text="string")),
        row(),
    ]

    sentence = ladder_sentence(rows, dimension=OVERALL, total=1_280, requirement="B2")

    assert sentence == (
        "Overall level of 5 people of 1,280. Issued: B1 1, C1 1, 1 that are no CEFR level. "
        "Derived: B1–B2 1. 1 without a level. Required B2: 1 at or above, 1 below, "
        "1 borderline across it. Speaker match low: 1, perhaps somebody else was scored."
    )
