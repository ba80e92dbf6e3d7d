"""A document as a PowerPoint file."""

import io
from collections.abc import Mapping
from datetime import UTC

from pptx.presentation import Presentation

from services.models.content import Content
from services.reports.renderer import Picture
from services.reports.slides.frame import add_slide
from services.reports.slides.inert import one_line
from services.reports.slides.plan import planned
from services.reports.slides.template import empty_presentation

_LONGEST = 255
"""A property of a file holds no more."""


def slides(content: Content, *, pictures: Mapping[str, Picture]) -> bytes:
    """Return the document as PPTX; `pictures` are those of figures by their keys.

    A figure is a native, editable chart where its kind allows, else its picture; without one its
    table stands in its place, with a sentence that says why.
    """
    made = empty_presentation()
    pages = planned(content, pictures=pictures)
    for number, page in enumerate(pages, start=1):
        add_slide(made, page, about=content.about, number=number, total=len(pages))
    _describe(made, content)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _describe(made: Presentation, content: Content) -> None:
    """Set the document's properties: nobody is named in them."""
    about = content.about
    properties = made.core_properties
    properties.title = one_line(content.title)[:_LONGEST]
    properties.subject = one_line(content.subtitle)[:_LONGEST]
    properties.author = properties.last_modified_by = one_line(about.program)[:_LONGEST]
    properties.created = properties.modified = about.made_at.astimezone(UTC).replace(tzinfo=None)
    properties.comments = ""
    properties.revision = 1
