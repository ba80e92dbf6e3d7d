"""Limits on the first page stand there once."""

import dataclasses

from services.models.content import Remark, Section, Tone, Words
from services.reports.html.limits import said_on_top, sections_below
from tests.services.reports.sample import about, sample_content


def document(*blocks, limits):
    """Return a document whose first section holds these blocks."""
    sections = (Section("First", blocks), Section("Second", (Words("More."),)))
    return dataclasses.replace(sample_content(), about=about(limits=limits), sections=sections)


def test_a_warning_that_is_a_limit_too_is_said_on_top_only():
    """As a warning; what the section says besides stays there."""
    warning = Remark(("Two roles differ.", "Look closer."), Tone.WARNING)
    content = document(warning, Words("Who."), limits=("At 95 %.", "Two roles differ."))

    top, first = said_on_top(content), sections_below(content)[0]

    assert top == (Remark(("Two roles differ.",), Tone.WARNING), Remark(("At 95 %.",)))
    assert first.blocks == (Remark(("Look closer.",), Tone.WARNING), Words("Who."))


def test_the_longer_sentence_is_the_one_that_is_said():
    """A limit in short is not repeated beside the same in full."""
    full = "1 notice about the data: two clocks disagree."
    content = document(Remark((full,), Tone.WARNING), limits=("1 notice about the data.",))

    top = said_on_top(content)

    assert top == (Remark((full,), Tone.WARNING),)


def test_a_section_is_never_left_empty():
    """A heading without anything below it would look like a mistake."""
    content = document(Remark(("Nobody.",), Tone.WARNING), limits=("Nobody.",))

    first = sections_below(content)[0]

    assert first.blocks == (Remark(("Nobody.",), Tone.WARNING),)


def test_a_document_without_sections_still_has_limits():
    """They are notes then."""
    content = dataclasses.replace(document(limits=("At 95 %.",)), sections=())

    assert said_on_top(content) == (Remark(("At 95 %.",)),)
    assert sections_below(content) == ()
