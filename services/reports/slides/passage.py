"""Sentences on a slide: they can be broken anywhere between two lines, and go on on the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from pptx.slide import Slide

from services.models.content import Tone
from services.reports import palette
from services.reports.slides import measure, page
from services.reports.slides.block import draw_block
from services.reports.slides.inert import clean
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import Box, Run, Style, text_box


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that can be broken anywhere between two lines."""

    lines: tuple[tuple[str, bool], ...]
    """(text, whether a paragraph begins with it)."""
    style: Style
    sheet: Sheet
    tone: Tone | None = None

    @property
    def height(self) -> float:
        """Return its height in points, with the inside of its box."""
        starts = sum(begins for _, begins in self.lines[1:])
        return len(self.lines) * self.style.size * measure.LEADING + 5 * starts + self._frame

    @property
    def _frame(self) -> float:
        return 0 if self.tone is None else 34

    def split(self, room: float) -> tuple[Self | None, Self | None]:
        """Return what fits into so many points, and the rest."""
        fits, left = 0, room - self._frame
        for number, (_, begins) in enumerate(self.lines):
            left -= self.style.size * measure.LEADING + (5 if begins and number else 0)
            fits += left >= 0
        if fits == len(self.lines):
            return self, None
        head = replace(self, lines=self.lines[:fits]) if fits >= 2 else None
        return head, replace(self, lines=self.lines[fits:]) if head else self

    def paragraphs(self) -> list[list[Run]]:
        """Return its paragraphs, whole again."""
        joined: list[str] = []
        for text, begins in self.lines:
            if begins or not joined:
                joined.append(text)
            else:
                joined[-1] += text
        return [[(text, self.style)] for text in joined]

    def draw(self, slide: Slide, top: float) -> None:
        """Write it at `top`."""
        box = Box(page.LEFT, top, self.sheet.inner, self.height)
        if self.tone is None:
            text_box(slide, box, self.paragraphs(), gap=5).name = "Text"
        else:
            _draw_remark(slide, box, self.paragraphs(), tone=self.tone)


def passage(texts: Sequence[str], style: Style, sheet: Sheet, tone: Tone | None = None) -> Passage:
    """Return texts as a passage; each line break in one begins a paragraph."""
    room = sheet.inner - (40 if tone else 60)
    lines = tuple(
        (line, index == 0)
        for text in texts
        for paragraph in clean(text).strip().split("\n")
        for index, line in enumerate(measure.wrapped(paragraph, style.size, room))
    )
    return Passage(lines, style, sheet, tone)


def _draw_remark(slide: Slide, box: Box, paragraphs: list[list[Run]], *, tone: Tone) -> None:
    """Draw sentences that stand out: on a ground, with a bar and a word for their tone."""
    is_warning = tone is Tone.WARNING
    color = palette.DOUBT if is_warning else palette.SCORE
    for width, fill in ((box.width, palette.FAINT), (4.0, color)):
        draw_block(slide, replace(box, width=width), fill)
    word = "▲ Caution" if is_warning else "● Note"
    head = [(word, Style(11, color, bold=True))]
    inner = Box(box.left + 18, box.top + 8, box.width - 36, box.height - 14)
    text_box(slide, inner, [head, *paragraphs], gap=4).name = "Remark"
