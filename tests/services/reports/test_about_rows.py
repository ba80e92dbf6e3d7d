"""What a document says about itself, as labels with values."""

from services.reports.about_rows import MASKED, about_rows
from tests.services.reports.sample import about


def test_a_masked_document_says_so():
    """Whoever reads it must know that the names are none."""
    masked, open_ = about(is_masked=True), about()

    said = [dict(about_rows("Report", each)).get("Names") for each in (masked, open_)]

    assert said == [MASKED, None]


def test_a_subtitle_that_says_the_filters_is_not_said_twice():
    """Each line says something of its own."""
    made = about()

    labels = [label for label, _ in about_rows("Report", made, subtitle=made.filters)]

    assert "Subtitle" not in labels
