"""Words, facts and remarks as text slides: they flow from one to the next and never run over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from pptx.slide import Slide

from services.models.content import Facts, Remark, Words
from services.reports import palette
from services.reports.slides import grid, measure, page
from services.reports.slides.grid import Column, Grid
from services.reports.slides.inert import compact, one_line
from services.reports.slides.page import Page, Sheet
from services.reports.slides.paragraphs import Box, Style, text_box
from services.reports.slides.passage import Passage, passage


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
_BETWEEN = 28
"""Two columns of facts."""
_FACT_LINES = 6
"""Of one fact; a longer one is cut, and whole in the notes."""
_BESIDE = 6
"""From so many short facts on, they stand in two columns."""


@dataclass(frozen=True, slots=True)
class FactRows:
    """Labels with what stands beside them; two columns of them where they are short."""

    rows: tuple[tuple[str, str], ...]
    beside: bool
    sheet: Sheet
    head: str = ""
    """What stands above them, again where they go on on another slide; small type below it."""

    @property
    def _columns(self) -> tuple[Column, ...]:
        wide = _half(self.sheet) if self.beside else self.sheet.inner
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
        if self.head and room < self.height <= self.sheet.body_height:
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
            box = Box(page.LEFT, top, self.sheet.inner, self._head_height)
            text_box(slide, box, [[(self.head, _HEAD)]]).name = "Heading"
        top += self._head_height
        for index, half in enumerate(self._halves()):
            left = page.LEFT + index * (_half(self.sheet) + _BETWEEN)
            said = "; ".join(f"{label}: {value}" for label, value in half)
            grid.draw_grid(slide, Grid(self._columns, half), left=left, top=top, alt=said[:1_000])


Piece = Passage | FactRows


def prose_pages(
    blocks: Sequence[Prose], *, title: str, kicker: str, sheet: Sheet
) -> Iterator[Page]:
    """Return the slides that blocks fill, one after the other."""
    notes = tuple(_cut_facts(blocks, sheet))
    pieces = [piece for block in blocks for piece in _pieces(block, sheet)]
    filled = list(_filled(pieces, sheet.body_height))
    for number, held in enumerate(filled, start=1):
        yield Page(
            title=page.numbered(title, number, len(filled)),
            kicker=kicker,
            draw=partial(_draw, pieces=held),
            notes=notes if number == 1 else (),
        )


def _draw(slide: Slide, *, pieces: Sequence[Piece]) -> None:
    top: float = page.BODY_TOP
    for piece in pieces:
        piece.draw(slide, top)
        top += piece.height + _GAP


def _filled(pieces: Sequence[Piece], room: float) -> Iterator[list[Piece]]:
    on_slide: list[Piece] = []
    left = room
    for piece in pieces:
        rest: Piece | None = piece
        while rest is not None:
            head, rest = rest.split(left)
            if head is not None:
                on_slide.append(head)
                left -= head.height + _GAP
            if rest is not None:
                yield on_slide
                on_slide, left = [], room
    if on_slide:
        yield on_slide


def _pieces(block: Prose, sheet: Sheet) -> list[Piece]:
    if isinstance(block, Entry):
        head = measure.cut(one_line(block.head), _HEAD.size, sheet.inner, bold=True)
        return [replace(_facts(block.facts, sheet), head=head)] if block.facts.rows else []
    if isinstance(block, Facts):
        return [_facts(block, sheet)] if block.rows else []
    if isinstance(block, Words):
        return [passage([block.text], Style(15), sheet)] if block.text.strip() else []
    said = tuple(map(one_line, block.sentences))
    return [passage(said, Style(13), sheet, block.tone)] if said else []


def _half(sheet: Sheet) -> float:
    return (sheet.inner - _BETWEEN) / 2


def _facts(block: Facts, sheet: Sheet) -> FactRows:
    said = [(compact(label), compact(value)) for label, value in block.rows]
    narrow = _half(sheet) - _LABEL_WIDTH - 2 * grid.PAD
    beside = len(said) >= _BESIDE and all(
        measure.height(value[:400], _VALUE.size, narrow) <= 2.1 * _VALUE.size * measure.LEADING
        for _, value in said
    )
    wide = narrow if beside else sheet.inner - _LABEL_WIDTH - 30 - 2 * grid.PAD
    rows = tuple(
        (
            measure.cut(label, _LABEL.size, _LABEL_WIDTH - 2 * grid.PAD, lines=3),
            measure.cut(value, _VALUE.size, wide, lines=_FACT_LINES),
        )
        for label, value in said
    )
    return FactRows(rows, beside, sheet)


def _cut_facts(blocks: Sequence[Prose], sheet: Sheet) -> Iterator[str]:
    """Return the facts that a slide cannot hold, whole, for its notes."""
    for block in blocks:
        facts = block.facts if isinstance(block, Entry) else block
        if isinstance(facts, Facts):
            for (label, value), shown in zip(facts.rows, _facts(facts, sheet).rows, strict=True):
                if (compact(label), compact(value)) != shown:
                    yield f"{label}: {value}"
