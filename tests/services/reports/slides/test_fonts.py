"""Fonts of slides: which script each letter is of, and what a theme names for all three slots."""

import pytest

from services.reports.slides.deck import slides
from services.reports.slides.fonts import scripts
from tests.services.reports.sample_charts import funnel_chart
from tests.services.reports.slides.opened import document, parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë Ελένη Оксана Đặng ليلى", {""}),
        ("山野", {"Hans"}),
        ("山野さくら、（１）", {"Jpan"}),
        ("김민준", {"Hang"}),
        ("अनन्या", {"Deva"}),
        ("Անի ნინო", {"Armn", "Geor"}),
        ("a \u0e2a\u0e21\u0e32", {"", "Thai"}),
        ("≥ 90 % – “ok” … ▲ ● → 👩", {""}),
    ],
)
def test_letters_that_arial_lacks_have_a_script(text, expected):
    """All others are Arial's, or the system's: signs, and emoji in their colours."""
    found = list(scripts(text))

    assert len(found) == len(text)
    assert set(found) == expected


def test_themes_name_a_font_for_every_slot():
    """Of slides and of notes: an empty name leaves the choice to the reader's program."""
    found = parts(slides(document(funnel_chart(0)), pictures={}))

    themes = [data for path, data in found.items() if path.startswith("ppt/theme/")]
    assert len(themes) == 2
    assert all(b'typeface=""' not in each for each in themes)
