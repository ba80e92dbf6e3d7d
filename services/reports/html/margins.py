"""What the margins of every printed page say, as a rule of CSS and as two lines."""

from dataclasses import dataclass

from services.models.content import Content
from services.models.drawable import drawable
from services.models.export import Paper
from services.reports import palette
from services.reports.html.text import escaped, shortened, width
from services.reports.stamp import stamp

_INCH = 96
_MM = _INCH / 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper with its margins, in CSS pixels."""

    size: str
    """As CSS names it."""
    width: float
    height: float
    side: float
    top: float = 21 * _MM
    bottom: float = 19 * _MM

    @property
    def inner_width(self) -> int:
        """Return the room between the margins."""
        return int(self.width - 2 * self.side)

    @property
    def inner_height(self) -> int:
        """Return the room between head and foot."""
        return int(self.height - self.top - self.bottom)


SHEETS = {
    Paper.A4: Sheet("210mm 297mm", 210 * _MM, 297 * _MM, 16 * _MM),
    Paper.LETTER: Sheet("8.5in 11in", 8.5 * _INCH, 11 * _INCH, 16 * _MM),
    Paper.WIDE: Sheet("13.333in 7.5in", 13.333 * _INCH, 7.5 * _INCH, 18 * _MM),
}
_LETTER_WIDTH = 4.7
"""Of the margins' font on average, in CSS pixels, with some to spare."""
_GAP = 4
"""Between the two texts of a margin, in letters."""


def page_rule(content: Content, *, paper: Paper) -> str:
    """Return the `@page` rule: title and filters on top, time, n and page below."""
    sheet, (title, filters, foot) = SHEETS[paper], _texts(content, paper=paper)
    return (
        f"@page{{size:{sheet.size};"
        f"margin:{sheet.top:.2f}px {sheet.side:.2f}px {sheet.bottom:.2f}px;"
        + _box("top-left", quoted(title))
        + _box("top-right", quoted(filters))
        + _box("bottom-left", quoted(foot))
        + _box("bottom-right", '"Page " counter(page) " of " counter(pages)')
        + "}"
    )


def lines(content: Content, *, paper: Paper) -> str:
    """Return the same as HTML, without the page: shown where the rule has no effect."""
    title, filters, foot = map(escaped, _texts(content, paper=paper))
    return (
        '<div class="page-line top" aria-hidden="true">'
        f'<p><span dir="auto">{title}</span><span dir="auto">{filters}</span></p></div>'
        f'<div class="page-line bottom" aria-hidden="true"><p><span>{foot}</span></p></div>'
    )


def _texts(content: Content, *, paper: Paper) -> tuple[str, str, str]:
    """Return title, filters and foot, as much of them as the lines hold."""
    sheet, about = SHEETS[paper], content.about
    room = int(sheet.inner_width / _LETTER_WIDTH)
    title = shortened(content.title, room=max(room // 2, room - _GAP - width(about.filters)))
    filters = shortened(about.filters, room=room - _GAP - width(title))
    marks = [
        *(["Masked"] if about.is_masked else []),
        *(["Synthetic data"] if about.is_synthetic else []),
    ]
    said = " · ".join([*marks, stamp(about.made_at), about.counted, *about.instruments])
    return title, filters, shortened(said, room=room - len("Page 1000 of 1000") - _GAP)


def quoted(text: str) -> str:
    """Return a text as a string of CSS in which no sign means anything."""
    safe = "".join(
        sign if sign.isascii() and (sign.isalnum() or sign == " ") else f"\\{ord(sign):x} "
        for sign in drawable(text)
    )
    return f'"{safe}"'


_RULE = palette.GRID
_LOOK = f'font:400 7.5pt "Source Sans",sans-serif;color:{palette.MUTED};white-space:nowrap;'


_PLACES = {
    "top": f"vertical-align:bottom;border-bottom:.5pt solid {_RULE};padding-bottom:4pt;"
    "margin-bottom:11pt;",
    "bottom": f"vertical-align:top;border-top:.5pt solid {_RULE};padding-top:4pt;margin-top:9pt;",
}


def _box(place: str, words: str) -> str:
    return f"@{place}{{content:{words};{_LOOK}{_PLACES[place.partition('-')[0]]}}}"
