"""Text on slides: runs of our sizes and colours, and paragraphs in the direction of their script.

Fonts are the theme's, but for texts whose script needs another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from services.reports import palette
from services.reports.slides.fonts import named
from services.reports.slides.inert import is_right_to_left

NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a run looks; `size` is in points."""

    size: float
    color: str = palette.TEXT
    bold: bool = False


Run = tuple[str, Style]
"""A text that is clean already, and its look."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


def rgb(color: str) -> RGBColor:
    """Return a colour of the palette as python-pptx wants it."""
    made: Any = RGBColor
    found: RGBColor = made.from_string(color.removeprefix("#"))
    return found


def text_box(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[Sequence[Run]],
    *,
    anchor: Anchor = "t",
    align: Align = "l",
    gap: float = 0,
) -> Shape:
    """Add a box of text without a frame; `gap` is between paragraphs, in points."""
    shape = slide.shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    fill(shape, paragraphs, anchor=anchor, align=align, gap=gap)
    return shape


def fill(
    shape: Shape,
    paragraphs: Sequence[Sequence[Run]],
    *,
    anchor: Anchor = "t",
    align: Align = "l",
    gap: float = 0,
) -> None:
    """Write paragraphs into a shape without inner margins; it keeps its size."""
    (body,) = shape.element.xpath("./p:txBody")
    for old in body.xpath("./a:bodyPr | ./a:p"):
        body.remove(old)
    body.insert(0, _element(_body(anchor)))
    for index, runs in enumerate(paragraphs):
        body.append(_element(paragraph(runs, align=align, gap=gap if index else 0)))


def paragraph(runs: Sequence[Run], *, align: Align = "l", gap: float = 0) -> str:
    """Return a paragraph as XML, without its namespace; line breaks in runs are kept.

    A text whose script is read from the right is set from the right.
    """
    turned = is_right_to_left("".join(text for text, _ in runs))
    side = {"l": "r", "r": "l"}.get(align, align) if turned else align
    before = f'<a:spcBef><a:spcPts val="{round(gap * 100)}"/></a:spcBef>' if gap else ""
    set_from = ' rtl="1"' if turned else ""
    said = "".join(_run(text, style) for text, style in runs)
    return f'<a:p><a:pPr algn="{side}"{set_from}>{before}<a:buNone/></a:pPr>{said}</a:p>'


def write_notes(shape: Any, text: str) -> None:  # noqa: ANN401  (a placeholder has no one type)
    """Write lines into the placeholder of the notes, each in the direction of its script."""
    (body,) = shape.element.xpath("./p:txBody")
    for old in body.xpath("./a:p"):
        body.remove(old)
    for line in text.split("\n"):
        turned = ' algn="r" rtl="1"' if is_right_to_left(line) else ""
        look = f'<a:rPr lang="en-GB" dirty="0">{named(line)}</a:rPr>'
        run = f"<a:r>{look}<a:t>{escape(line)}</a:t></a:r>"
        body.append(_element(f"<a:p><a:pPr{turned}/>{run}</a:p>"))


def elements(xml: str) -> list[Any]:
    """Return the elements of a piece of XML."""
    return list(parse_xml(f"<a:rPr {NAMESPACE}>{xml}</a:rPr>"))


def _run(text: str, style: Style) -> str:
    look = (
        f'sz="{round(style.size * 100)}" b="{int(style.bold)}" dirty="0">'
        f'<a:solidFill><a:srgbClr val="{style.color[1:]}"/></a:solidFill>'
    )
    parts = (
        f'<a:r><a:rPr lang="en-GB" {look}{named(part)}</a:rPr><a:t>{escape(part)}</a:t></a:r>'
        for part in text.split("\n")
    )
    return "<a:br/>".join(parts)


def _body(anchor: Anchor) -> str:
    return (
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )


def _element(xml: str) -> Any:  # noqa: ANN401  (lxml has no types)
    """Return what a piece of XML says; its first tag has no namespace yet."""
    start = len(xml) - len(xml.lstrip("<abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:"))
    return parse_xml(f"{xml[:start]} {NAMESPACE}{xml[start:]}")
