"""A document as a PowerPoint file."""

import io
from collections.abc import Mapping
from datetime import UTC

from pptx.presentation import Presentation

from services.models.content import Content
from services.models.export import Paper
from services.reports.deadline import StillWanted, always_wanted
from services.reports.renderer import Picture
from services.reports.slides.embedding.embed import embed
from services.reports.slides.embedding.installed import Faces, installed
from services.reports.slides.frame import Frame, add_slide
from services.reports.slides.inert import one_line
from services.reports.slides.page import SHEETS, Means
from services.reports.slides.plan import planned
from services.reports.slides.template import empty_presentation

_LONGEST = 255
"""A property of a file holds no more."""


def slides(
    content: Content,
    *,
    pictures: Mapping[str, Picture],
    paper: Paper = Paper.WIDE,
    still_wanted: StillWanted = always_wanted,
    faces: Faces = installed,
) -> bytes:
    """Return the document as PPTX; `pictures` are those of figures by their keys.

    A figure is a native, editable chart where its kind allows, else its picture; without one its
    table stands in its place, with a sentence that says why. A paper lies on its longer side.
    Letters that Arial lacks are embedded, as far as `faces` has fonts for them.

    Raises:
        ExportCancelledError: by `still_wanted`, which is asked before each slide and each font.
    """
    sheet = SHEETS[paper]
    made = empty_presentation(sheet)
    pages = planned(content, means=Means(sheet, pictures))
    frame = Frame(sheet, content.about, len(pages))
    for number, page in enumerate(pages, start=1):
        still_wanted()
        add_slide(made, page, frame=frame, number=number)
    embed(made, faces=faces, still_wanted=still_wanted)
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
