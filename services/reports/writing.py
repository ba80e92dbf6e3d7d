"""A document in the format that was chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from services.errors import BrowserMissingError
from services.models.content import Content
from services.models.export import ExportOptions, Format, Told, Written, untold
from services.reports.columnar import parquet_document
from services.reports.deadline import StillWanted
from services.reports.delimited import csv_document
from services.reports.html.page import html_document
from services.reports.json_document import json_document
from services.reports.pdf import pdf_document
from services.reports.pictures import drawn_for_slides, pictures_document
from services.reports.renderer import Picture, Renderer
from services.reports.slides.deck import slides
from services.reports.workbook import workbook

MIMES = {
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".html": "text/html",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a writer has beside the document."""

    options: ExportOptions
    renderer: Renderer
    told: Told

    def still_wanted(self, words: str) -> StillWanted:
        """Say what begins; return what says it again, and raises when nobody wants the file."""
        self.told(words, None)
        return partial(self.told, words, None)


def written(
    content: Content, options: ExportOptions, *, renderer: Renderer, told: Told = untold
) -> Written:
    """Return the document as a file in memory.

    Raises:
        InputError: the document has nothing that this format can hold.
        BrowserMissingError: PDF and pictures without a Chromium.
        ExportError: the browser crashed or took too long.
        ExportCancelledError: by `told`.
    """
    return _WRITERS[options.format](content, _Desk(options, renderer, told))


def _pdf(content: Content, desk: _Desk) -> Written:
    made = pdf_document(
        content,
        paper=desk.options.cut_to,
        renderer=desk.renderer,
        still_wanted=desk.still_wanted("Printing the pages"),
    )
    return Written(data=made, suffix=".pdf")


def _html(content: Content, desk: _Desk) -> Written:
    page = html_document(content, paper=desk.options.cut_to)
    return Written(data=page.encode(), suffix=".html")


def _slides(content: Content, desk: _Desk) -> Written:
    drawn = _drawn(content, desk)
    made = slides(
        content,
        pictures=drawn,
        paper=desk.options.cut_to,
        still_wanted=desk.still_wanted("Setting the slides"),
    )
    return Written(data=made, suffix=".pptx")


def _pictures(content: Content, desk: _Desk) -> Written:
    return pictures_document(
        content,
        kind=desk.options.format,
        renderer=desk.renderer,
        still_wanted=desk.still_wanted("Drawing the figures"),
    )


def _workbook(content: Content, _desk: _Desk) -> Written:
    return Written(data=workbook(content), suffix=".xlsx")


_WRITERS: Mapping[Format, Callable[[Content, _Desk], Written]] = {
    Format.PDF: _pdf,
    Format.HTML: _html,
    Format.PPTX: _slides,
    Format.PNG: _pictures,
    Format.SVG: _pictures,
    Format.XLSX: _workbook,
    Format.CSV: lambda content, desk: csv_document(content, bom=desk.options.bom),
    Format.PARQUET: lambda content, _: parquet_document(content),
    Format.JSON: lambda content, _: json_document(content),
}


def _drawn(content: Content, desk: _Desk) -> Mapping[str, Picture]:
    """Return the pictures that slides need; without a browser they hold tables in their place."""
    try:
        wanted = desk.still_wanted("Drawing the figures")
        return drawn_for_slides(content, desk.renderer, still_wanted=wanted)
    except BrowserMissingError:
        return {}
