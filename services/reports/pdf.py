"""A document as PDF: its page, printed by a browser."""

from services.models.content import Content
from services.models.export import Paper
from services.reports.deadline import StillWanted, always_wanted
from services.reports.html.page import html_document
from services.reports.renderer import Renderer


def pdf_document(
    content: Content,
    *,
    paper: Paper,
    renderer: Renderer,
    still_wanted: StillWanted = always_wanted,
) -> bytes:
    """Return the document as PDF: selectable text, vector figures, bookmarks, embedded fonts.

    Raises: as `Renderer.pdf`.
    """
    page = html_document(content, paper=paper)
    return renderer.pdf(page, paper=paper, still_wanted=still_wanted)
