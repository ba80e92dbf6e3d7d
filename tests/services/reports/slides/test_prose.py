"""Words, facts and remarks: they flow over slides, and what is cut is whole in the notes."""

from services.models.content import Facts, Remark, Tone, Words
from tests.services.reports.sample_charts import forest_chart
from tests.services.reports.slides.opened import deck, document, texts, titles


def test_long_words_flow_over_slides():
    """Every word of a long text is on some slide, in order."""
    words = [f"word{n}" for n in range(2_000)]

    made = deck(document(Words(" ".join(words))))

    said = " ".join(
        shape.text_frame.text
        for slide in made.slides
        for shape in slide.shapes
        if shape.name == "Text"
    )
    assert said.split() == words
    assert titles(made)[1].startswith("Findings (1 of ")


def test_line_breaks_are_kept():
    """A break in a text is a new paragraph on the slide."""
    made = deck(document(Words("First.\nSecond.")))

    assert "First.\nSecond." in texts(made.slides[1])


def test_many_short_facts_stand_in_two_columns():
    """Eight short facts are two tables of four beside each other, read one after the other."""
    facts = Facts(tuple((f"Label {n}", f"Value {n}") for n in range(8)))

    slide = deck(document(facts)).slides[1]

    left, right = [shape for shape in slide.shapes if shape.has_table]
    assert len(left.table.rows) == len(right.table.rows) == 4
    assert left.top == right.top
    assert left.left + left.width <= right.left


def test_a_long_fact_is_cut_and_whole_in_the_notes():
    """The slide keeps six lines of it; who presents has all."""
    value = "sentence " * 500

    slide = deck(document(Facts((("Summary", value),)))).slides[1]

    assert texts(slide).count("sentence") < 200
    assert slide.notes_slide.notes_text_frame.text.count("sentence") == 500


def test_a_warning_is_not_told_by_its_colour_alone():
    """Notes and cautions carry a sign and a word."""
    made = deck(document(Words("."), Remark(("Few.",), Tone.WARNING), Remark(("So it is.",))))

    said = texts(made.slides[1])

    assert "▲ Caution\nFew." in said
    assert "● Note\nSo it is." in said


def test_short_words_around_a_figure_stand_on_one_slide():
    """Three slides with a sentence each say less than one."""
    made = deck(document(Words("Before."), forest_chart(0), Words("After.")))

    assert "Before." in texts(made.slides[1])
    assert "After." in texts(made.slides[1])
    assert titles(made)[2] == forest_chart(0).finding


def test_arabic_words_are_set_from_the_right():
    """A paragraph in Arabic begins at the right."""
    made = deck(document(Words("نظرت أولاً في السجلات")))

    (text,) = [shape for shape in made.slides[1].shapes if shape.name == "Text"]
    (setting,) = text.element.xpath(".//a:pPr")
    assert (setting.get("rtl"), setting.get("algn")) == ("1", "r")


def test_a_sentence_that_stands_out_is_one_line_whatever_a_name_in_it_holds():
    """A role with empty lines in its name does not tear its warning apart."""
    remark = Remark(("# Nurse\n\nof nights: 12 are left out.",), Tone.WARNING)

    made = deck(document(remark, Words("Said.")))

    assert "# Nurse of nights: 12 are left out." in texts(made.slides[1])
