"""What a document says about itself, as labels with values."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services.reports.about_rows import MASKED, about_rows, made_at_words
from tests.services.reports.sample import about


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("UTC", "4 Mar 2026, 09:05 UTC"),
        ("Europe/Berlin", "4 Mar 2026, 09:05 CET (UTC+01:00)"),
        ("Asia/Ho_Chi_Minh", "4 Mar 2026, 09:05 (UTC+07:00)"),
        ("Asia/Kolkata", "4 Mar 2026, 09:05 IST (UTC+05:30)"),
        ("America/St_Johns", "4 Mar 2026, 09:05 NST (UTC-03:30)"),
    ],
)
def test_a_time_says_its_zone(zone, words):
    """By letters where the zone has some, and by its distance."""
    made = replace(about(), made_at=datetime(2026, 3, 4, 9, 5, tzinfo=ZoneInfo(zone)))

    said = made_at_words(made)

    assert said == words


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
