"""What every slide has: title, where it stands, source line, "Slide x of y", marks, notes."""

from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide

from services.models.content import About
from services.reports import palette
from services.reports.slides import measure, page
from services.reports.slides.inert import clean, one_line
from services.reports.slides.page import Page, Sheet
from services.reports.slides.paragraphs import (
    NAMESPACE,
    Box,
    Run,
    Style,
    fill,
    text_box,
    write_notes,
)
from services.reports.slides.source_line import SIZE as SOURCE_SIZE
from services.reports.slides.source_line import source_line
from services.reports.slides.template import cover_layout, cover_title, finding_layout

_TITLE_SIZES = ((page.TITLE_SIZE, 2), (20, 2), (16, 3))
"""(size, lines) that fit into the box of a title, the largest first."""
_COVER_SIZES = ((36, 3), (28, 3), (20, 5))
_KICKER = Style(11, palette.SCORE, bold=True)
_MARK = Style(10, palette.DOUBT, bold=True)
_MARK_GAP = 18
_SOURCE = Style(SOURCE_SIZE, palette.MUTED)
_NOTES_LENGTH = 12_000


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on every slide of a deck."""

    sheet: Sheet
    about: About
    total: int
    """So many slides it has."""


def add_slide(made: Presentation, planned: Page, *, frame: Frame, number: int) -> None:
    """Add a planned slide at the end."""
    sheet, about = frame.sheet, frame.about
    layout = cover_layout(made) if planned.is_cover else finding_layout(made)
    slide = made.slides.add_slide(layout)
    # A number and its sign are not parted.
    title = one_line(planned.title) or "Untitled"
    title = title.replace(" %", "\u00a0%").replace("n = ", "n\u00a0=\u00a0")
    shown = _set_title(slide, title, sheet, is_cover=planned.is_cover)
    room = sheet.inner - _marks(slide, about, sheet)
    kicker = measure.cut(one_line(planned.kicker), _KICKER.size, room, bold=True)
    if kicker:
        box = Box(page.LEFT, page.KICKER_TOP, room, page.KICKER_HEIGHT)
        text_box(slide, box, [[(kicker, _KICKER)]]).name = "Where this stands"
    planned.draw(slide)
    _placeholder(slide, "ftr", 11, [(source_line(about, sheet=sheet), _SOURCE)])
    _placeholder(slide, "sldNum", 12, [(f"Slide {number} of {frame.total}", _SOURCE)])
    whole = () if shown == title else (title,)
    _set_notes(slide, (*whole, *planned.notes))


def _set_title(slide: Slide, title: str, sheet: Sheet, *, is_cover: bool) -> str:
    room = cover_title(sheet).width if is_cover else sheet.inner
    sizes = _COVER_SIZES if is_cover else _TITLE_SIZES
    cuts = ((size, measure.cut(title, size, room, lines=n, bold=True)) for size, n in sizes)
    smallest = (sizes[-1][0], measure.cut(title, sizes[-1][0], room, lines=sizes[-1][1], bold=True))
    size, shown = next((each for each in cuts if each[1] == title), smallest)
    shown = _with_number(shown, title, size, room, lines=sizes[-1][1])
    shape: Any = slide.shapes.title
    fill(shape, [[(shown, Style(size, bold=True))]], anchor="b" if is_cover else "t")
    return shown


def _with_number(shown: str, title: str, size: float, room: float, *, lines: int) -> str:
    """Return a title that was cut with the number at its end: slides are told apart by it."""
    number = page.NUMBERED.search(title)
    if shown == title or number is None:
        return shown
    while shown:
        shown = shown[:-1].rstrip()
        shown = measure.unbroken(shown, title[len(shown) :])
        said = f"{shown}{measure.ELLIPSIS}{number.group()}"
        if len(measure.wrapped(said, size, room, bold=True)) <= lines:
            return said
    return number.group().strip()


def _marks(slide: Slide, about: About, sheet: Sheet) -> float:
    """Write what the reader must not forget into the corner; return the room that it takes."""
    marks = [
        *(["Synthetic data"] if about.is_synthetic else []),
        *(["Masked"] if about.is_masked else []),
    ]
    if not marks:
        return 0
    text = "   ".join(f"◆ {mark}" for mark in marks)
    wide = measure.width(text, _MARK.size, bold=True) + 8
    left = page.LEFT + sheet.inner - wide
    box = Box(left, page.KICKER_TOP, wide, page.KICKER_HEIGHT)
    text_box(slide, box, [[(text, _MARK)]], align="r").name = "Marks"
    return wide + _MARK_GAP


def _placeholder(slide: Slide, kind: str, index: int, runs: list[Run]) -> None:
    """Fill the foot: python-pptx leaves these placeholders out of new slides."""
    name = {"ftr": "Source", "sldNum": "Slide number"}[kind]
    tree: Any = slide.shapes.element
    number = max(int(each) for each in tree.xpath(".//p:cNvPr/@id")) + 1
    tree.append(
        parse_xml(
            f"<p:sp {NAMESPACE} "
            'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:nvSpPr>'
            f'<p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
            "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        )
    )
    shape: Any = slide.shapes[-1]
    fill(shape, [runs], align="r" if kind == "sldNum" else "l")


def _set_notes(slide: Slide, notes: tuple[str, ...]) -> None:
    said = "\n".join(clean(note) for note in notes if note)
    place = slide.notes_slide.notes_placeholder if said else None
    if place is not None:
        kept = said[:_NOTES_LENGTH]
        write_notes(place, kept if kept == said else f"{kept}{measure.ELLIPSIS}")
