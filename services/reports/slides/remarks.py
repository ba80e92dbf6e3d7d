"""Small text under a chart or a table: the limits that the screen shows beside it."""

from collections.abc import Sequence

from pptx.slide import Slide

from services.reports import palette
from services.reports.slides import measure, page
from services.reports.slides.inert import one_line
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import Box, Style, text_box

_STYLE = Style(11, palette.MUTED)
BELOW_CHARTS = 4
BELOW_TABLES = 7
"""A table gives way to so many lines: it goes on on another slide, a chart cannot."""
_SPARED = 1
"""A line more, where no slide of their own is needed then."""
_GAP = 10
_LINE = _STYLE.size * measure.LEADING


def fitting(
    remarks: Sequence[str], *, sheet: Sheet, most: int = BELOW_CHARTS
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return those that stand under a chart in `most` lines; the others need their own slide."""
    said = tuple(text for text in map(one_line, remarks) if text)
    needed = [len(measure.wrapped(text[:2_000], _STYLE.size, sheet.inner)) for text in said]
    if sum(needed) <= most + _SPARED:
        return said, ()
    used = 0
    for index, lines in enumerate(needed):
        used += lines
        if used > most:
            return said[:index], said[index:]
    return said, ()


def room(remarks: Sequence[str], *, sheet: Sheet) -> float:
    """Return the height that remarks take, with the gap above them."""
    if not remarks:
        return 0
    lines = sum(len(measure.wrapped(text, _STYLE.size, sheet.inner)) for text in remarks)
    return lines * _LINE + _GAP


def draw_remarks(slide: Slide, remarks: Sequence[str], *, sheet: Sheet) -> None:
    """Write remarks above the source line."""
    if remarks:
        high = room(remarks, sheet=sheet) - _GAP
        box = Box(page.LEFT, sheet.body_bottom - high, sheet.inner, high)
        text_box(slide, box, [[(text, _STYLE)] for text in remarks], anchor="b").name = "Remarks"
