"""A document in the format that was chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from services.errors import BrowserMissingError
from services.models.content import Content
from services.models.export import ExportOptions, Format, Told, Written, untold
from services.reports.columnar import parquet_document
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
    desk.told("Printing the pages", None)
    made = pdf_document(content, paper=desk.options.paper, renderer=desk.renderer)
    return Written(data=made, suffix=".pdf")


def _html(content: Content, desk: _Desk) -> Written:
    page = html_document(content, paper=desk.options.paper)
    return Written(data=page.encode(), suffix=".html")


def _slides(content: Content, desk: _Desk) -> Written:
    desk.told("Drawing the figures", None)
    drawn = _drawn(content, desk.renderer)
    desk.told("Setting the slides", None)
    return Written(data=slides(content, pictures=drawn), suffix=".pptx")


def _pictures(content: Content, desk: _Desk) -> Written:
    desk.told("Drawing the figures", None)
    return pictures_document(content, kind=desk.options.format, renderer=desk.renderer)


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


def _drawn(content: Content, renderer: Renderer) -> Mapping[str, Picture]:
    """Return the pictures that slides need; without a browser they hold tables in their place."""
    try:
        return drawn_for_slides(content, renderer)
    except BrowserMissingError:
        return {}
