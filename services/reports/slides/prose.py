"""Words, facts and remarks as text slides: they flow from one to the next and never run over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from pptx.slide import Slide

from services.models.content import Facts, Remark, Tone, Words
from services.reports import palette
from services.reports.slides import grid, measure, page
from services.reports.slides.block import draw_block
from services.reports.slides.grid import Column, Grid
from services.reports.slides.inert import clean, compact, one_line
from services.reports.slides.page import Page
from services.reports.slides.paragraphs import Box, Run, Style, text_box


@dataclass(frozen=True, slots=True)
class Entry:
    """Facts under a heading of their own."""

    head: str
    facts: Facts


Prose = Words | Facts | Remark | Entry
_GAP = 14
_LABEL = Style(13, palette.MUTED)
_VALUE = Style(13)
_HEAD = Style(14, palette.TEXT, bold=True)
_SMALL_LABEL, _SMALL_VALUE = Style(11, palette.MUTED), Style(11)
_SMALL_WIDTH = 110.0
_LABEL_WIDTH = 170.0
_FACT_LINES = 6
"""Of one fact; a longer one is cut, and whole in the notes."""
_BESIDE = 6
"""From so many short facts on, they stand in two columns."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that can be broken anywhere between two lines."""

    lines: tuple[tuple[str, bool], ...]
    """(text, whether a paragraph begins with it)."""
    style: Style
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
        box = Box(page.LEFT, top, page.INNER, self.height)
        if self.tone is None:
            text_box(slide, box, self.paragraphs(), gap=5).name = "Text"
        else:
            _draw_remark(slide, box, self.paragraphs(), tone=self.tone)


@dataclass(frozen=True, slots=True)
class FactRows:
    """Labels with what stands beside them; two columns of them where they are short."""

    rows: tuple[tuple[str, str], ...]
    beside: bool
    head: str = ""
    """What stands above them, again where they go on on another slide; small type below it."""

    @property
    def _columns(self) -> tuple[Column, ...]:
        wide = (page.INNER - 28) / 2 if self.beside else page.INNER
        if self.head:
            return Column(_SMALL_WIDTH, _SMALL_LABEL), Column(wide - _SMALL_WIDTH, _SMALL_VALUE)
        label = _LABEL_WIDTH if self.beside else _LABEL_WIDTH + 30
        return Column(label, _LABEL), Column(wide - label, _VALUE)

    @property
    def _head_height(self) -> float:
        return 24 if self.head else 0

    def _halves(self) -> list[tuple[tuple[str, str], ...]]:
        middle = (len(self.rows) + 1) // 2 if self.beside else len(self.rows)
        return [half for half in (self.rows[:middle], self.rows[middle:]) if half]

    @property
    def height(self) -> float:
        """Return its height in points."""
        return self._head_height + max(
            sum(grid.row_height(row, self._columns) for row in half) for half in self._halves()
        )

    def split(self, room: float) -> tuple[Self | None, Self | None]:
        """Return the rows that fit into so many points, and the rest."""
        # What stands under a heading stays together where a slide can hold it.
        if self.head and room < self.height <= page.BODY_HEIGHT:
            return None, self
        if self.height <= room:
            return self, None
        fits = 0
        while replace(self, rows=self.rows[: fits + 1]).height <= room:
            fits += 1
        head = replace(self, rows=self.rows[:fits]) if fits else None
        return head, replace(self, rows=self.rows[fits:])

    def draw(self, slide: Slide, top: float) -> None:
        """Write them at `top`."""
        if self.head:
            box = Box(page.LEFT, top, page.INNER, self._head_height)
            text_box(slide, box, [[(self.head, _HEAD)]]).name = "Heading"
        top += self._head_height
        for index, half in enumerate(self._halves()):
            left = page.LEFT + index * (page.INNER + 28) / 2
            said = "; ".join(f"{label}: {value}" for label, value in half)
            grid.draw_grid(slide, Grid(self._columns, half), left=left, top=top, alt=said[:1_000])


Piece = Passage | FactRows


def prose_pages(blocks: Sequence[Prose], *, title: str, kicker: str) -> Iterator[Page]:
    """Return the slides that blocks fill, one after the other."""
    notes = tuple(_cut_facts(blocks))
    filled = list(_filled([piece for block in blocks for piece in _pieces(block)]))
    for number, pieces in enumerate(filled, start=1):
        yield Page(
            title=page.numbered(title, number, len(filled)),
            kicker=kicker,
            draw=partial(_draw, pieces=pieces),
            notes=notes if number == 1 else (),
        )


def _draw(slide: Slide, *, pieces: Sequence[Piece]) -> None:
    top: float = page.BODY_TOP
    for piece in pieces:
        piece.draw(slide, top)
        top += piece.height + _GAP


def _filled(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    on_slide: list[Piece] = []
    left: float = page.BODY_HEIGHT
    for piece in pieces:
        rest: Piece | None = piece
        while rest is not None:
            head, rest = rest.split(left)
            if head is not None:
                on_slide.append(head)
                left -= head.height + _GAP
            if rest is not None:
                yield on_slide
                on_slide, left = [], page.BODY_HEIGHT
    if on_slide:
        yield on_slide


def _pieces(block: Prose) -> list[Piece]:
    if isinstance(block, Entry):
        head = measure.cut(one_line(block.head), _HEAD.size, page.INNER, bold=True)
        return [replace(_facts(block.facts), head=head)] if block.facts.rows else []
    if isinstance(block, Facts):
        return [_facts(block)] if block.rows else []
    if isinstance(block, Words):
        return [_passage([block.text], Style(15))] if block.text.strip() else []
    said = tuple(map(one_line, block.sentences))
    return [_passage(said, Style(13), block.tone)] if said else []


def _passage(texts: Sequence[str], style: Style, tone: Tone | None = None) -> Passage:
    room = page.INNER - (40 if tone else 60)
    lines = tuple(
        (line, index == 0)
        for text in texts
        for paragraph in clean(text).strip().split("\n")
        for index, line in enumerate(measure.wrapped(paragraph, style.size, room))
    )
    return Passage(lines, style, tone)


def _facts(block: Facts) -> FactRows:
    said = [(compact(label), compact(value)) for label, value in block.rows]
    narrow = (page.INNER - 28) / 2 - _LABEL_WIDTH - 2 * grid.PAD
    beside = len(said) >= _BESIDE and all(
        measure.height(value[:400], _VALUE.size, narrow) <= 2.1 * _VALUE.size * measure.LEADING
        for _, value in said
    )
    wide = narrow if beside else page.INNER - _LABEL_WIDTH - 30 - 2 * grid.PAD
    rows = tuple(
        (
            measure.cut(label, _LABEL.size, _LABEL_WIDTH - 2 * grid.PAD, lines=3),
            measure.cut(value, _VALUE.size, wide, lines=_FACT_LINES),
        )
        for label, value in said
    )
    return FactRows(rows, beside)


def _cut_facts(blocks: Sequence[Prose]) -> Iterator[str]:
    """Return the facts that a slide cannot hold, whole, for its notes."""
    for block in blocks:
        facts = block.facts if isinstance(block, Entry) else block
        if isinstance(facts, Facts):
            for (label, value), shown in zip(facts.rows, _facts(facts).rows, strict=True):
                if (compact(label), compact(value)) != shown:
                    yield f"{label}: {value}"


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
