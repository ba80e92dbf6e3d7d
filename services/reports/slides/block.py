"""A plain rectangle: a ground for text, a bar beside it."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Pt

from services.reports.slides.paragraphs import Box, rgb


def draw_block(slide: Slide, box: Box, color: str) -> None:
    """Add a rectangle of one colour, without line or shadow; who listens is told nothing of it."""
    shape: Any = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
    )
    shape.name = "Ground"
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(color)
    shape.line.fill.background()
    # The style names a shadow of the theme.
    for style in shape.element.xpath("./p:style"):
        shape.element.remove(style)
