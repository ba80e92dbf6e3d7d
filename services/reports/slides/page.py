"""One slide as a plan: its title, what is drawn on it, and what is said in its notes.

Lengths are in points.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pptx.slide import Slide

from services.models.export import Paper
from services.reports.renderer import Picture

LEFT = 44
KICKER_TOP, KICKER_HEIGHT = 26, 16
TITLE_TOP, TITLE_HEIGHT = 42, 60
TITLE_SIZE = 24
BODY_TOP = 116
FOOTER_HEIGHT = 26
NUMBER_WIDTH = 100
_BELOW_BODY, _FOOTER = 54, 41
"""From the lower edge to the end of what is drawn, and to the top of the source line."""
_USUAL_BODY = 370
"""The height between title and source line of a slide of 16:9."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What slides are cut to; head, foot and letters are as large on each."""

    width: float
    height: float

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * LEFT

    @property
    def body_bottom(self) -> float:
        """Return where what is drawn ends."""
        return self.height - _BELOW_BODY

    @property
    def body_height(self) -> float:
        """Return the height between title and source line."""
        return self.body_bottom - BODY_TOP

    @property
    def footer_top(self) -> float:
        """Return where the source line begins."""
        return self.height - _FOOTER

    @property
    def source_width(self) -> float:
        """Return the width of the source line: the slide's number stands beside it."""
        return self.inner - NUMBER_WIDTH - 16

    def taller(self, amount: float) -> float:
        """Return a height, or a count of rows, of a slide of 16:9 as this one has room for it."""
        return amount * self.body_height / _USUAL_BODY


SHEETS = {
    Paper.WIDE: Sheet(960, 540),
    Paper.A4: Sheet(297 / 25.4 * 72, 210 / 25.4 * 72),
    Paper.LETTER: Sheet(792, 612),
}
"""13.333 by 7.5 inches, which a screen shows whole; papers lie on their longer side."""


@dataclass(frozen=True, slots=True)
class Means:
    """What slides are made with."""

    sheet: Sheet
    pictures: Mapping[str, Picture]
    """Those of figures, by their keys."""


@dataclass(frozen=True, slots=True)
class Page:
    """A slide to be drawn."""

    title: str
    """One finding, whole: it is cut to its box when it is drawn."""
    kicker: str
    """What stands small above: where in the document this is."""
    draw: Callable[[Slide], None]
    """Draws what is between title and source line."""
    notes: tuple[str, ...] = ()
    """What who presents should know, a paragraph each; whole where the slide was cut."""
    is_cover: bool = False


NUMBERED = re.compile(" \\(\\d+\u00a0of\u00a0\\d+\\)$")
"""The number at the end of a title."""


def numbered(title: str, number: int, total: int) -> str:
    """Return the title of one of several slides: "Shortlist (2 of 3)"."""
    # The blanks inside do not break.
    return title if total == 1 else f"{title} ({number}\u00a0of\u00a0{total})"
