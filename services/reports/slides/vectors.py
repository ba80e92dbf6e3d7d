"""A figure as a picture: vectors for programs that draw them, pixels for those that do not."""

import io
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from services.reports.renderer import Picture
from services.reports.slides.paragraphs import NAMESPACE, Box

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension by which a picture names its vectors, read by PowerPoint since 2016."""


def draw_picture(
    slide: Slide,
    picture: Picture,
    box: Box,
    *,
    alt: str,
    rows: tuple[float, float] | None = None,
) -> None:
    """Add the picture in `box`, which has its proportions, or those of `rows` of its pixels."""
    frame = slide.shapes.add_picture(
        io.BytesIO(picture.png), Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
    )
    frame.name = "Figure"
    if rows:
        frame.crop_top = rows[0] / picture.height
        frame.crop_bottom = 1 - rows[1] / picture.height
    element: Any = frame.element
    element.xpath(".//p:cNvPr")[0].set("descr", alt)
    if picture.svg:
        _add_vectors(slide, element.xpath(".//a:blip")[0], picture.svg.encode())


def _add_vectors(slide: Slide, blip: Any, svg: bytes) -> None:  # noqa: ANN401  (lxml has no types)
    link = slide.part.relate_to(_part(slide, svg), _IMAGE)
    blip.append(
        parse_xml(
            f'<a:extLst {NAMESPACE}><a:ext uri="{_VECTOR}"><asvg:svgBlip '
            'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:embed="{link}"/></a:ext></a:extLst>'
        )
    )


def _part(slide: Slide, svg: bytes) -> Part:
    """Return the file's part with these vectors: one picture on several slides is kept once."""
    package = slide.part.package
    for part in package.iter_parts():
        if part.content_type == "image/svg+xml" and part.blob == svg:
            return part
    name = package.next_partname("/ppt/media/figure%d.svg")
    return Part(PackURI(name), "image/svg+xml", package, svg)
