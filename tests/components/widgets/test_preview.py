"""The preview of a document: the same words, figures and tables, and what was cut is said."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, datetime

import pytest

from services.models.content import (
    About,
    Chart,
    Content,
    Facts,
    Listing,
    Remark,
    Section,
    Tone,
    Words,
)
from services.models.table import Table
from tests.components.widgets.events import app_of, data_of

ABOUT = About(
    filters="Role: *Nurse*",
    made_at=datetime(2026, 3, 4, 12, tzinfo=UTC),
    counted="n = 20",
    instruments=("Qode, v4",),
    limits=("Few *results*.",),
)
LONG = Table(columns=("Name",), rows=tuple((f"Person {number}",) for number in range(20)))


def _page(content):
    from components.widgets import preview

    preview.preview(content)


@pytest.fixture
def drawn():
    """Return a function that draws a document of these blocks."""

    def draw(*blocks):
        section = Section("First <b>part</b>", blocks)
        content = Content(
            title="A *report*", subtitle="", about=ABOUT, sections=(section,), stem="report"
        )
        return app_of(_page, content).run()

    return draw


def test_what_was_counted_stands_under_the_title(drawn):
    """Filters, moment, n and instruments, and the limits at the end, all as plain texts."""
    app = drawn(Words("Hello."))

    said = [each.value.replace("\\", "") for each in app.caption]
    assert app.header[0].value == r"A \*report\*"
    assert said[0] == "Role: *Nurse* · 4 Mar 2026, 12:00 UTC · n = 20 · Qode, v4"
    assert said[-1] == "Few *results*."
    assert "<b>" not in app.subheader[0].value


def test_a_long_table_is_cut_and_says_so(drawn):
    """The document has all of it."""
    app = drawn(Listing(key="people", title="People", table=LONG))

    assert len(data_of(app, "preview-0-0")["rows"]) == 15
    assert "And 5 more rows in the document." in [each.value for each in app.caption]


def test_a_figure_has_its_finding_and_its_limits(drawn):
    """With a sentence for those who cannot see it; it is drawn light in every theme."""
    figure = {"data": [{"type": "scatter", "x": [1], "y": [2]}], "layout": {"height": 200}}
    chart = Chart(
        key="scores",
        title="Scores",
        finding="Nobody is ahead",
        alt="One point.",
        figure=figure,
        table=LONG,
        remarks=("Small n.",),
    )

    app = drawn(chart)

    (plot,) = app.get("plotly_chart")
    assert (plot.proto.alt, plot.proto.theme) == ("One point.", "")
    assert "Nobody is ahead" in [each.value for each in app.text]
    assert r"Small n\." in [each.value for each in app.caption]


def test_facts_and_remarks_keep_their_tone(drawn):
    """A warning is no note."""
    app = drawn(
        Facts((("Role", "Nurse"),)),
        Remark(("Read *this*.",)),
        Remark(("Too few.",), Tone.WARNING),
    )

    assert data_of(app, "preview-0-0")["rows"] == [["Role", "Nurse"]]
    assert r"\*this\*" in app.info[0].value
    assert "Too few" in app.warning[0].value
