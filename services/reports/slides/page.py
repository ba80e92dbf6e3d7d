"""One slide as a plan: its title, what is drawn on it, and what is said in its notes.

Lengths are in points; a slide is 960 by 540 of them (13.333 by 7.5 inches).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pptx.slide import Slide

WIDTH, HEIGHT = 960, 540
LEFT = 44
INNER = WIDTH - 2 * LEFT
KICKER_TOP, KICKER_HEIGHT = 26, 16
TITLE_TOP, TITLE_HEIGHT = 42, 60
TITLE_SIZE = 24
BODY_TOP, BODY_BOTTOM = 116, 486
BODY_HEIGHT = BODY_BOTTOM - BODY_TOP
FOOTER_TOP, FOOTER_HEIGHT = 499, 26
NUMBER_WIDTH = 100


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
