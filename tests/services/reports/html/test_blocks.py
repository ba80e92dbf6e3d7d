"""The blocks of a section as HTML."""

import dataclasses

from services.models.content import Chart, Facts, Listing, Remark, Tone, Words
from services.models.table import Table
from services.reports.html.blocks import block
from tests.services.reports.sample_charts import forest_chart


def test_a_paragraph_keeps_its_line_breaks():
    """The look of words shows breaks; none is lost on the way."""
    words = Words("One.\r\nTwo.")

    page = block(words, id="s1-1", under="Summary")

    assert page == '<p class="words" dir="auto">One.\nTwo.</p>'


def test_a_warning_says_that_it_is_one():
    """Colour alone tells nobody anything."""
    warning = Remark(("Only 3 interviews.",), Tone.WARNING)

    page = block(warning, id="s1-1", under="Summary")

    assert "Caution" in page
    assert "Caution" not in block(Remark(("As counted.",)), id="s1-1", under="Summary")


def test_a_heading_is_not_shown_twice():
    """A table that is called like its section has its heading there already."""
    listing = Listing("transcript", "Transcript", Table(columns=("Text",), rows=(("Hi",),)))

    repeated = block(listing, id="s1-1", under="Transcript")
    own = block(listing, id="s1-1", under="Evidence")

    assert '<h3 id="s1-1" dir="auto" hidden>' in repeated
    assert "hidden" not in own


def test_a_finding_that_is_the_title_is_told_once():
    """A figure without a finding of its own has its title only."""
    chart: Chart = dataclasses.replace(forest_chart(0), finding="Scores with their bands")

    page = block(chart, id="s1-1", under="Figures")

    assert 'class="finding"' not in page
    assert 'class="finding"' in block(forest_chart(0), id="s1-1", under="Figures")


def test_a_table_too_wide_for_paper_is_split():
    """Its columns stand below each other, the first ones repeated."""
    names = tuple(f"Measure number {number}" for number in range(40))
    listing = Listing("wide", "Wide", Table(columns=names, rows=(tuple(map(str, range(40))),)))

    page = block(listing, id="s1-1", under="Figures")

    assert page.count("<table") > 1
    assert page.count("Measure number 0<") == page.count("<table")
    assert page.count("Measure number 39<") == 1


def test_short_facts_stand_two_in_a_row():
    """A long text among them needs the whole width."""
    short = tuple((f"Fact {number}", "told") for number in range(4))
    long = (*short, ("Summary", "word " * 30))

    beside, below = (block(Facts(rows), id="s1-1", under="") for rows in (short, long))

    assert '<dl class="facts short">' in beside
    assert '<dl class="facts">' in below
