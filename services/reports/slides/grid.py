"""A native table: written as XML at once, for python-pptx takes a second for a thousand cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from services.reports import palette
from services.reports.slides import measure
from services.reports.slides.inert import is_right_to_left
from services.reports.slides.paragraphs import NAMESPACE, Align, Style, paragraph

PAD = 8
"""Left and right of a cell's text, in points."""
_PAD_Y = 3.5
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of a column look; `width` is in points, with what is left free around them."""

    width: float
    style: Style
    align: Align = "l"


@dataclass(frozen=True, slots=True)
class Grid:
    """Texts that fit into their columns already, and are clean."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()


def row_height(cells: Sequence[str], columns: Sequence[Column]) -> float:
    """Return how high a row is: its cells break into lines."""
    lines = (
        (measure.height(text, column.style.size, column.width - 2 * PAD), column.style.size)
        for text, column in zip(cells, columns, strict=True)
    )
    return max(max(high, size * measure.LEADING) for high, size in lines) + 2 * _PAD_Y


def header_height(grid: Grid) -> float:
    """Return how high the row of headings is; 0 where there is none."""
    return row_height(grid.header, grid.columns) if grid.header else 0


def draw_grid(slide: Slide, grid: Grid, *, left: float, top: float, alt: str) -> None:
    """Add the table; its headings are marked as such, for who listens to the slide."""
    heads = [(grid.header, True)] if grid.header else []
    lines = [*heads, *((row, False) for row in grid.rows)]
    heights = [row_height(cells, grid.columns) for cells, _ in lines]
    wide = sum(column.width for column in grid.columns)
    frame = slide.shapes.add_table(1, 1, Pt(left), Pt(top), Pt(wide), Pt(sum(heights)))
    frame.name = "Table"
    element: Any = frame.element
    element.xpath(".//p:cNvPr")[0].set("descr", alt)
    (old,) = element.xpath(".//a:tbl")
    rows = "".join(
        _row(cells, grid.columns, height=height, is_header=is_header)
        for (cells, is_header), height in zip(lines, heights, strict=True)
    )
    widths = "".join(f'<a:gridCol w="{int(Pt(column.width))}"/>' for column in grid.columns)
    first = ' firstRow="1"' if grid.header else ""
    old.getparent().replace(
        old,
        parse_xml(
            f"<a:tbl {NAMESPACE}><a:tblPr{first}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId>"
            f"</a:tblPr><a:tblGrid>{widths}</a:tblGrid>{rows}</a:tbl>"
        ),
    )


def _row(cells: Sequence[str], columns: Sequence[Column], *, height: float, is_header: bool) -> str:
    said = "".join(
        _cell(text, column, is_header=is_header)
        for text, column in zip(cells, columns, strict=True)
    )
    return f'<a:tr h="{int(Pt(height))}">{said}</a:tr>'


def _cell(text: str, column: Column, *, is_header: bool) -> str:
    style = Style(column.style.size, palette.MUTED, bold=True) if is_header else column.style
    # A column keeps its side whatever the script of a cell, or names would stand left and right.
    align: Align = column.align
    if is_right_to_left(text):
        align = "r" if align == "l" else "l"
    said = paragraph([(text, style)], align=align)
    rule = palette.MUTED if is_header else palette.GRID
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    x, y = int(Pt(PAD)), int(Pt(_PAD_Y))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{said}</a:txBody>"
        f'<a:tcPr marL="{x}" marR="{x}" marT="{y}" marB="{y}" anchor="{"b" if is_header else "t"}">'
        f'{none}<a:lnB w="{9525 if is_header else 6350}"><a:solidFill>'
        f'<a:srgbClr val="{rule[1:]}"/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>'
    )
