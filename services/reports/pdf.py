"""A document as PDF: its page, printed by a browser."""

from services.models.content import Content
from services.models.export import Paper
from services.reports.html.page import html_document
from services.reports.renderer import Renderer


def pdf_document(content: Content, *, paper: Paper, renderer: Renderer) -> bytes:
    """Return the document as PDF: selectable text, vector figures, bookmarks, embedded fonts.

    Raises:
        BrowserMissingError: there is no Chromium that starts.
        ExportError: it crashed or took too long.
    """
    return renderer.pdf(html_document(content, paper=paper), paper=paper)
