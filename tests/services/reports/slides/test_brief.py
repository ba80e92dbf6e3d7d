"""Sections that slides give one slide, or none, or no slide of their own."""

import dataclasses

from services.models.content import (
    Bars,
    Block,
    Content,
    Depth,
    Facts,
    Listing,
    Range,
    Ranges,
    Remark,
    Section,
    Tone,
    Words,
)
from services.models.table import Table
from services.reports.pictures import drawn_for_slides
from tests.services.reports.sample import about, people_listing
from tests.services.reports.sample_charts import forest_chart, funnel_chart
from tests.services.reports.slides.opened import charts, deck, texts, titles
from tests.services.reports.standin import StandInRenderer


def document(*sections: Section) -> Content:
    """Return a document without limits, of these sections."""
    said = about(limits=())
    return Content("Nurses", "What is to be seen", said, sections, stem="nurses")


def brief(*blocks: Block, title: str = "Question 1") -> Section:
    """Return a section of one slide."""
    return Section(title, blocks, Depth.BRIEF)


def notes(slide) -> str:
    """Return what stands in a slide's notes."""
    return slide.notes_slide.notes_text_frame.text


def test_a_brief_section_is_one_slide():
    """Its words stand beside its figure, whose finding is the title."""
    chart = forest_chart(0)
    section = brief(Words("How do you hand over?"), chart, Facts((("Reason", "A good plan."),)))

    made = deck(document(section))

    assert titles(made)[1:] == [chart.finding]
    assert "How do you hand over?" in texts(made.slides[1])
    assert "Reason: A good plan." in texts(made.slides[1])
    assert len(charts(made)) == 1


def test_two_figures_of_a_brief_section_share_the_slide():
    """The second one is drawn beside the first, and its finding is said in words."""
    first = forest_chart(0)
    second = dataclasses.replace(funnel_chart(1), native=None)
    content = document(brief(Words("How do you hand over?"), first, second))

    made = deck(content, drawn_for_slides(content, StandInRenderer()))

    slide = made.slides[1]
    assert len(made.slides) == 2
    assert len(charts(made)) == 1
    assert any(shape.name == "Figure" for shape in slide.shapes)
    assert second.finding in texts(slide)


def test_what_has_no_room_beside_a_figure_is_in_the_notes():
    """An endless answer is cut on the slide and whole in what the speaker reads."""
    endless = "She planned the shift and told everybody. " * 60
    section = brief(Words("How do you hand over?"), Words(endless), forest_chart(0))

    slide = deck(document(section)).slides[1]

    assert endless.strip() not in texts(slide)
    assert endless.strip() in notes(slide)


def test_brief_sections_without_figures_share_slides():
    """Five questions in a sentence each are no five slides."""
    sections = [brief(Words(f"Said {n}."), title=f"Question {n}") for n in range(1, 6)]

    made = deck(document(*sections))

    assert titles(made)[1:] == ["Question 1 – Question 5"]
    assert all(f"Said {n}." in texts(made.slides[1]) for n in range(1, 6))


def test_a_table_of_a_brief_section_is_named():
    """Nobody believes that the slide is all there is."""
    made = deck(document(brief(Words("Well said."), people_listing())))

    assert "Shortlist: " in texts(made.slides[-1])
    assert "the workbook hold what slides leave out" in texts(made.slides[-1])


def test_a_section_for_pages_alone_is_named_too():
    """Slides leave it out and say so."""
    section = Section("Source", (Facts((("Vendor", "Qode"),)),), Depth.NONE)

    made = deck(document(Section("First", (Words("Hello."),)), section))

    assert "Source" not in titles(made)
    assert "• Source" in texts(made.slides[-1])


def test_a_section_that_only_says_why_it_is_empty_is_no_slide():
    """Its sentence is kept with what else there is to keep in mind, once."""
    aside = Section("Over time", (Remark(("No month has five results.",)),))
    warned = Section("Levels", (Remark(("Two vendors.",), Tone.WARNING),))

    made = deck(document(aside, warned))

    assert titles(made)[1:] == ["What to keep in mind"]
    assert "Over time: No month has five results." in texts(made.slides[1])
    assert texts(made.slides[1]).count("Two vendors.") == 1


def test_a_line_of_facts_goes_under_the_figure_that_follows():
    """A slide with three words on it says too little."""
    facts = Section("How levels were read", (Facts((("Skill", "Overall"), ("Level", "B2"))),))
    chart = forest_chart(0)

    made = deck(document(facts, Section("Levels", (chart,))))

    assert titles(made)[1:] == [chart.finding]
    assert "Skill: Overall · Level: B2" in texts(made.slides[1])


def test_a_line_of_facts_before_words_keeps_its_slide():
    """Nothing is lost where no figure takes it up."""
    facts = Section("How levels were read", (Facts((("Skill", "Overall"),)),))

    made = deck(document(facts, Section("Levels", (Words("None."),))))

    assert titles(made)[1:] == ["How levels were read", "Levels"]


def test_words_that_repeat_a_title_are_left_out():
    """The finding stands once on the slide of its figure."""
    chart = forest_chart(0)

    made = deck(document(Section("Scores", (Words(chart.finding), chart))))

    assert titles(made)[1:] == [chart.finding]
    assert texts(made.slides[1]).count(chart.finding) == 1


def test_slides_of_one_title_are_told_apart():
    """Two figures with one finding are numbered."""
    first, second = forest_chart(0), forest_chart(2)

    made = deck(document(Section("Scores", (first, second))))

    assert titles(made)[1:] == [f"{first.finding} (1 of 2)", f"{first.finding} (2 of 2)"]


def test_a_figure_without_rows_asks_for_no_browser():
    """It says what it found, and nothing of how it would have been drawn."""
    for native in (Ranges((), 0, 100, "Score"), Bars((), (), "Interviews")):
        empty = dataclasses.replace(
            forest_chart(0),
            native=native,
            table=Table(columns=("Name",), rows=()),
            finding="Nobody was scored.",
        )

        said = "\n".join(texts(each) for each in deck(document(Section("All", (empty,)))).slides)

        assert "Nobody was scored." in said
        assert "browser" not in said


def test_an_empty_table_says_so():
    """Without rows there is no table to draw, only a sentence."""
    listing = Listing("none", "Calls", Table(columns=("When",), rows=()))

    made = deck(document(Section("All", (listing,))))

    assert "Calls: no rows." in texts(made.slides[1])


def test_colours_of_bars_beside_each_other_are_named_in_the_order_of_the_series():
    """Programs read a chart's own legend from different ends, so it is written above."""
    bars = Bars(("Invited", "Ended"), (("Got this far", (9, None)), ("Ended here", (None, 4))), "n")
    chart = dataclasses.replace(funnel_chart(0), native=bars)

    made = deck(document(Section("All", (chart,))))

    legend = next(shape for shape in made.slides[1].shapes if shape.name == "Legend")
    said = legend.text_frame.text
    assert said.index("Got this far") < said.index("Ended here")
    assert not charts(made)[0].has_legend


def test_a_figure_beside_words_says_what_lies_beyond_its_axis():
    """What a reader must know of a figure stands on a shared slide too."""
    native = Ranges((Range("Odd", "120", 120),), low=0, high=100, axis="Score")
    chart = dataclasses.replace(forest_chart(0), native=native)

    made = deck(document(brief(Words("Said."), chart)))

    assert "1 value beyond the axis" in texts(made.slides[1])
