"""Fonts of slides: every text names those that readers of its script have."""

import dataclasses

from services.models.content import Lines, Range
from services.reports.slides.deck import slides
from tests.services.reports.sample_charts import funnel_chart
from tests.services.reports.slides.opened import document, parts


def test_a_text_names_the_fonts_of_its_script():
    """Slides, notes, tables and charts name fonts that readers of that script have."""
    name = "山野 さくら · 김민준 · สมชาย"
    native = Lines(
        (name,), ((name, (Range("", "", 50),)),), (0,), low=0, high=100, axis="", across=""
    )
    chart = dataclasses.replace(funnel_chart(0), native=native, finding=name, alt=name)

    found = parts(slides(document(chart, title=name), pictures={}))

    for part in ("slides/slide2", "notesSlides/notesSlide2", "charts/chart"):
        held = b"".join(data for path, data in found.items() if f"ppt/{part}" in path)
        assert b'<a:ea typeface="Yu Gothic"/><a:cs typeface="Leelawadee UI"/>' in held, part
    themes = [data for path, data in found.items() if path.startswith("ppt/theme/")]
    assert len(themes) == 2
    assert all(b'typeface=""' not in each for each in themes)
