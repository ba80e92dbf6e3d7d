"""What stands at the foot of every slide: filters, time with zone, n, instruments."""

from services.models.content import About
from services.reports.slides import measure
from services.reports.slides.inert import one_line
from services.reports.slides.page import Sheet
from services.reports.stamp import stamp

SIZE = 9
_LINES = 2


def source_line(about: About, *, sheet: Sheet) -> str:
    """Return the line; time and n are never cut, the filters and instruments where they must."""
    fixed = f"{stamp(about.made_at)} · {one_line(about.counted)}"
    # A line that breaks between words leaves a part of it empty.
    room = sheet.source_width * _LINES * 0.92 - measure.width(f"{fixed} ·  · ", SIZE)
    measured = measure.cut(instruments_words(about), SIZE, room * 0.45)
    filters = measure.cut(
        f"Source: {one_line(about.filters)}", SIZE, room - measure.width(measured, SIZE)
    )
    return " · ".join(part for part in (filters, fixed, measured) if part)


def instruments_words(about: About) -> str:
    """Return the instruments in one line."""
    return "; ".join(map(one_line, about.instruments))
