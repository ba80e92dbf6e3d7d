"""A section on one slide: its first figure beside its words; what found no room is in the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pptx.slide import Slide

from services.models.content import Chart, Facts, Listing, Remark, Section, Words
from services.reports import palette
from services.reports.slides import figures, measure, page, remarks
from services.reports.slides.inert import compact, one_line
from services.reports.slides.page import Means, Page, Sheet
from services.reports.slides.paragraphs import Box, Run, Style, text_box
from services.reports.slides.prose import Entry, prose_pages

_BETWEEN = 28
_TEXT, _OF = 270, 872
"""The share of the width that words beside one figure have."""
_ABOVE = 112
"""So high at most, on a slide of 16:9, are words above two figures."""
_SHARE = 0.46
"""Of the width, for the first of two figures."""
_NARROWEST = 330
"""Of two figures beside each other: the letters of a picture can be read."""
_FIRST = Style(14, palette.TEXT, bold=True)
_LABEL = Style(12, palette.MUTED)
_PLAIN = Style(12)
_GAP = 6
_MOST_LINES = 7
"""Of one paragraph."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A paragraph, after what it is about."""

    text: str
    style: Style
    label: str = ""

    @property
    def whole(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text


def brief_pages(sections: Sequence[Section], kicker: str, means: Means) -> Iterator[Page]:
    """Return a slide for each section with a figure; those without one share theirs."""
    waiting: list[Section] = []
    for section in sections:
        drawn = [chart for chart in _charts(section) if figures.drawings(chart, means, ())]
        if not drawn:
            waiting.append(section)
            continue
        yield from _in_words(waiting, kicker, means.sheet)
        waiting = []
        yield _beside(section, drawn, kicker, means)
    yield from _in_words(waiting, kicker, means.sheet)


def _in_words(sections: Sequence[Section], kicker: str, sheet: Sheet) -> Iterator[Page]:
    """Return the sections one below the other, each under its own heading."""
    if not sections:
        return
    entries = [
        Entry(one_line(each.title), Facts(tuple((said.label, said.text) for said in _said(each))))
        for each in sections
    ]
    first, last = sections[0].title, sections[-1].title
    title = first if len(sections) == 1 else f"{first} – {last}"
    yield from prose_pages(entries, title=title, kicker=kicker, sheet=sheet)


def _beside(section: Section, drawn: Sequence[Chart], kicker: str, means: Means) -> Page:
    first = drawn[0]
    said = [each for each in _said(section) if one_line(each.text) != one_line(first.finding)]
    limits = dict.fromkeys(
        remark for chart in drawn for remark in (*figures.sentences(chart, means), *chart.remarks)
    )
    below, rest = remarks.fitting(tuple(limits), sheet=means.sheet)
    shown, cut = _fitting(said, _place(len(drawn), means.sheet, below))
    return Page(
        title=first.finding,
        kicker=" · ".join(map(one_line, (section.title, kicker))),
        draw=partial(_draw, said=shown, drawn=drawn, means=means, below=below),
        notes=(*cut, *rest, *(line for chart in drawn for line in figures.notes(chart))),
    )


def _draw(
    slide: Slide,
    *,
    said: Sequence[Sequence[Run]],
    drawn: Sequence[Chart],
    means: Means,
    below: tuple[str, ...],
) -> None:
    sheet = means.sheet
    place = _place(len(drawn), sheet, below)
    words = replace(place, height=_height(said, place.width))
    text_box(slide, words, said, gap=_GAP).name = "Text"
    bottom = sheet.body_bottom - remarks.room(below, sheet=sheet)
    boxes = [_right_of(words, bottom, sheet)] if len(drawn) == 1 else _below(words, bottom)
    for chart, box in zip(drawn, boxes, strict=False):
        figures.draw_whole(slide, chart, means, box)
    remarks.draw_remarks(slide, below, sheet=sheet)


def _place(count: int, sheet: Sheet, below: Sequence[str]) -> Box:
    """Return where words may stand: beside one figure, or above two."""
    if count == 1:
        high = sheet.body_height - remarks.room(below, sheet=sheet)
        return Box(page.LEFT, page.BODY_TOP, sheet.inner * _TEXT / _OF, high)
    return Box(page.LEFT, page.BODY_TOP, sheet.inner, sheet.taller(_ABOVE))


def _height(said: Sequence[Sequence[Run]], room: float) -> float:
    """Return how high the words are."""
    heights = [
        measure.height("".join(text for text, _ in runs), runs[0][1].size, room, bold=True)
        for runs in said
    ]
    return sum(heights) + _GAP * max(0, len(heights) - 1)


def _right_of(words: Box, bottom: float, sheet: Sheet) -> Box:
    """Return where one figure lies."""
    left = words.left + words.width + _BETWEEN
    return Box(left, words.top, page.LEFT + sheet.inner - left, bottom - words.top)


def _below(words: Box, bottom: float) -> list[Box]:
    """Return where two figures lie."""
    top = words.top + words.height + (2 * _GAP if words.height else _GAP)
    wide = max((words.width - _BETWEEN) * _SHARE, _NARROWEST)
    rest = words.width - _BETWEEN - wide
    return [
        Box(words.left, top, wide, bottom - top),
        Box(words.left + wide + _BETWEEN, top, rest, bottom - top),
    ]


def _charts(section: Section) -> list[Chart]:
    return [block for block in section.blocks if isinstance(block, Chart)]


def _said(section: Section) -> list[_Said]:
    """Return everything that a section says in words, and what its figures find."""
    found: list[_Said] = []
    for block in section.blocks:
        match block:
            case Words(text):
                style = _FIRST if not found else _PLAIN
                found.append(_Said(compact(text), style))
            case Facts(rows):
                found += [_Said(compact(value), _PLAIN, one_line(label)) for label, value in rows]
            case Remark(sentences):
                found += [_Said(one_line(sentence), _LABEL) for sentence in sentences]
            case Chart():
                found.append(_Said(one_line(block.finding), _PLAIN))
            case Listing():
                pass
    return [each for each in found if each.text]


def _fitting(said: Sequence[_Said], place: Box) -> tuple[list[list[Run]], list[str]]:
    """Return the paragraphs that have room beside the figure, and those cut, whole."""
    shown: list[list[Run]] = []
    cut: list[str] = []
    left = place.height
    for each in said:
        size = each.style.size
        lines = min(_MOST_LINES, int(left / (size * measure.LEADING)))
        text = measure.cut(each.whole, size, place.width, lines=lines, bold=True) if lines else ""
        if text != each.whole:
            cut.append(each.whole)
        if text:
            shown.append(_runs(text, each))
            left -= measure.height(text, size, place.width, bold=True) + _GAP
    return shown, cut


def _runs(text: str, said: _Said) -> list[Run]:
    head = f"{said.label}: "
    if not said.label or not text.startswith(head):
        return [(text, said.style)]
    return [(head, _LABEL), (text.removeprefix(head), said.style)]
