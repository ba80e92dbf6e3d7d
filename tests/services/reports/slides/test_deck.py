"""The deck as a whole: titles, source lines, notes, properties, and nothing personal left over."""

import dataclasses
from datetime import UTC

import pytest

from services.errors import ExportCancelledError
from services.models.content import Bars, Facts, Listing, Remark, Tone, Words
from services.models.table import Table
from services.reports.slides.deck import slides
from tests.services.reports.sample import (
    MADE_AT,
    about,
    hostile_content,
    sample_content,
    transcript,
)
from tests.services.reports.sample_charts import forest_chart, funnel_chart
from tests.services.reports.sample_texts import NASTY, PEOPLE
from tests.services.reports.slides.opened import deck, document, parts, texts, titles


def test_a_figures_slide_is_called_by_its_finding():
    """The title of a slide is the sentence that says what is to be seen."""
    chart = forest_chart(0)

    made = deck(document(chart))

    assert titles(made)[1] == chart.finding


def test_every_slide_says_its_source_and_its_place():
    """Filters, time with zone, n, instruments and "Slide x of y" stand on each slide."""
    content = sample_content()

    made = deck(content)

    for number, slide in enumerate(made.slides, start=1):
        said = texts(slide)
        assert "Role: Nurse, Driver · since 2026-01-01" in said
        assert "23 Nov 2026, 15:04 CET (UTC+1)" in said
        assert "n = 120 interviews" in said
        assert "Qode, pf_domain_3p_v4" in said
        assert f"Slide {number} of {len(made.slides)}" in said


def test_endless_filters_never_push_out_time_and_n():
    """A source line gives up filters and instruments before what dates it and counts it."""
    said = about(filters="Role: Nurse, " * 400, instruments=tuple(f"Qode, v{n}" for n in range(90)))

    made = deck(document(Words("Nothing new."), about=said))

    for slide in made.slides:
        source = next(shape.text_frame.text for shape in slide.shapes if shape.name == "Source")
        assert "23 Nov 2026, 15:04 CET (UTC+1) · n = 120 interviews" in source
        assert len(source) < 500


def test_the_marks_stand_on_every_slide():
    """A reader of one slide alone learns that the data are synthetic, and masked."""
    said = about(is_masked=True)

    made = deck(document(Words("One"), about=said))

    assert all("◆ Synthetic data   ◆ Masked" in texts(slide) for slide in made.slides)


def test_a_title_of_5000_characters_is_cut_and_kept_in_the_notes():
    """The slide holds what fits, with an ellipsis; the notes hold all of it."""
    title = "Endless " * 625

    made = deck(document(title=title))

    assert len(titles(made)[0]) < 400
    assert titles(made)[0].endswith("…")
    assert title.strip() in made.slides[0].notes_slide.notes_text_frame.text


def test_hostile_texts_stay_texts():
    """Nothing of a foreign text becomes a link, a field, a formula or broken XML."""
    data = slides(hostile_content(), pictures={})

    held = parts(data)

    written = {name: held[name] for name in held if name.endswith((".xml", ".rels"))}
    shown = [written[name] for name in written if name.startswith("ppt/slides/")]
    sheets = [written[name] for name in written if "/worksheets/" in name]
    assert not [name for name in written if b"hlinkClick" in written[name]]
    assert not [name for name in written if b'TargetMode="External"' in written[name]]
    assert not [part for part in shown if b"<a:fld" in part]
    assert not [part for part in sheets if b"HYPERLINK" in part or b"<hyperlink" in part]


def test_hostile_texts_can_still_be_read():
    """What is drawn is the text itself, with a sign for what cannot be drawn."""
    made = deck(document(Facts(tuple(("Field", text) for text in NASTY))))

    said = "".join(texts(slide) for slide in made.slides)

    assert "<script>document.title = 'taken'</script>" in said
    assert "nul�bell�escape�[31m" in said
    assert "\u202e" not in said


def test_a_deck_that_nobody_wants_is_not_set():
    """It is asked before each slide, and stops where it is called off."""
    asked = []

    def wanted():
        asked.append(1)
        if len(asked) == 3:
            raise ExportCancelledError("Called off.")

    with pytest.raises(ExportCancelledError):
        slides(sample_content(charts=3), pictures={}, still_wanted=wanted)

    assert len(asked) == 3


def test_a_masked_document_names_nobody_in_any_part():
    """Pseudonyms reach shapes, notes, embedded workbooks and properties; no name is added."""
    content = sample_content()
    chart = forest_chart(0, people=tuple(f"Candidate {n}" for n in range(6)))
    masked = dataclasses.replace(
        document(chart, about=about(is_masked=True)), title="Comparison", subtitle="Two people"
    )

    held = parts(slides(masked, pictures={}))

    for name in PEOPLE:
        assert not [part for part in held if name.encode() in held[part]]
    assert not [part for part in held if b"@example.com" in held[part]]
    assert content.about.program.encode() in held["docProps/core.xml"]


def test_properties_say_what_and_when_but_not_who():
    """Title, subject and time are set; the author is the program."""
    content = sample_content()

    properties = deck(content).core_properties

    assert properties.title == content.title
    assert properties.subject == content.subtitle
    assert properties.author == properties.last_modified_by == "Scoreband 0.1.0"
    assert properties.created.replace(tzinfo=UTC) == MADE_AT
    assert not properties.keywords
    assert not properties.comments


def test_the_templates_own_preview_and_printer_are_gone():
    """Nothing of the file that python-pptx begins with is sent along."""
    held = parts(slides(sample_content(), pictures={}))

    assert not [name for name in held if "thumbnail" in name or "printer" in name]


def test_what_is_too_long_for_slides_is_named():
    """A transcript is left to the other formats, and a slide says so."""
    made = deck(document(transcript(rows=40)))

    said = texts(made.slides[-1])

    assert titles(made)[-1] == "What to keep in mind"
    assert "PDF, HTML and the workbook hold what slides leave out" in said
    assert "What was said: 40 rows" in said


def test_limits_and_warnings_stand_together_once():
    """Every caution of the document and every limit is on one slide, none of them twice."""
    limit = "All intervals are at the 95 % level."
    warned = Remark((limit, "Two vendors."), Tone.WARNING)
    content = document(Words("First."), warned, about=about(limits=(limit, "Few results.")))

    made = deck(content)

    said = texts(made.slides[-1])
    assert titles(made)[-1] == "What to keep in mind"
    assert [said.count(each) for each in (limit, "Two vendors.", "Few results.")] == [1, 1, 1]


def test_an_empty_document_is_a_cover_and_its_limits():
    """Without sections there is still something that says what was asked."""
    content = dataclasses.replace(document(), sections=())

    made = deck(content)

    assert titles(made) == ["Nurses", "What to keep in mind"]


def test_an_empty_table_is_a_sentence_not_a_slide():
    """A table without rows says so in the words of its section."""
    listing = Listing("reviews", "Reviews", Table(columns=("Interview", "Said")))

    made = deck(document(Words("First."), listing))

    assert "Reviews: no rows." in texts(made.slides[1])
    assert "First." in texts(made.slides[1])


def test_the_appendix_says_what_the_numbers_mean():
    """The last slides have what each number is and its limits, their notes all of its parts."""
    content = sample_content()

    last = deck(content).slides[-1]

    said, notes = texts(last), last.notes_slide.notes_text_frame.text

    for meaning in content.meanings:
        assert meaning.title in said
        assert f"{meaning.title} | {meaning.parts[0][1]} | {meaning.parts[-1][1]}" in said
        assert all(f"{heading}: {text}" in notes for heading, text in meaning.parts)


def test_a_title_that_is_cut_keeps_its_number():
    """Two slides of one figure whose finding is too long are still told apart."""
    native = Bars(tuple(map(str, range(20))), (("n", (1.0,) * 20),), "n")
    chart = dataclasses.replace(funnel_chart(0), native=native, finding="Too long " * 200)

    made = deck(document(chart))

    assert [each[-8:] for each in titles(made)[1:3]] == ["(1 of 2)", "(2 of 2)"]
    assert all("Too long" in each and "…" in each for each in titles(made)[1:3])


def test_two_figures_of_one_finding_are_counted_through():
    """A slide's title has one number, and no two slides have the same."""
    native = Bars(tuple(map(str, range(20))), (("n", (1.0,) * 20),), "n")
    chart = dataclasses.replace(funnel_chart(0), native=native, finding="All alike")

    made = deck(document(chart, dataclasses.replace(chart, key="other")))

    found = [each.replace("\u00a0", " ") for each in titles(made)[1:5]]
    assert found == [f"All alike ({number} of 4)" for number in range(1, 5)]
