"""Everything that a finished file says, read with real readers: also what no page shows."""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import PurePath

import pyarrow.parquet
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as Slides
from pypdf import PdfReader

_ARCHIVES = {".zip", ".pptx", ".xlsx"}
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
_LONGEST_SCRIPT = 500_000
"""Longer is the charts' library, which says nothing of anybody."""
_FONT = re.compile(r"data:font/[\w+.-]+;base64,[A-Za-z0-9+/=]+")
_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)")


def said(data: bytes, name: str) -> str:
    """Return all texts in a file: content, properties, notes, alt texts, embedded files, names."""
    return "\n".join(_texts(data, PurePath(name)))


def _texts(data: bytes, path: PurePath) -> Iterator[str]:
    yield path.name
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        yield from _of_pdf(data)
    elif suffix == ".parquet":
        yield from _of_parquet(data)
    elif suffix == ".png":
        with Image.open(io.BytesIO(data)) as picture:
            yield str(picture.info)
    elif suffix in _ARCHIVES:
        yield from _of_archive(data, suffix)
    else:
        yield from _of_text(data)


def _of_pdf(data: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(data))
    yield str(reader.metadata)
    yield str(reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml())
    yield str(reader.outline)
    yield str(list(reader.attachments))
    for page in reader.pages:
        yield page.extract_text()
        yield str([each.get_object() for each in page.get("/Annots") or ()])
    # Alt texts and titles of the structure tree are in no page's text.
    for number in {*reader.xref_objStm, *reader.xref.get(0, {})}:
        yield str(reader.get_object(number))


def _of_parquet(data: bytes) -> Iterator[str]:
    table = pyarrow.parquet.read_table(io.BytesIO(data))
    yield str(table.schema.metadata)
    yield str(table.to_pydict())


def _of_archive(data: bytes, suffix: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        yield archive.comment.decode()
        for entry in archive.infolist():
            yield entry.filename
            yield from _texts(archive.read(entry), PurePath(entry.filename))
    if suffix == ".xlsx":
        yield from _of_cells(data)
    elif suffix == ".pptx":
        yield from _of_slides(Presentation(io.BytesIO(data)))


def _of_cells(data: bytes) -> Iterator[str]:
    book = load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield " ".join(str(cell) for cell in row if cell is not None)
    book.close()


def _of_slides(slides: Slides) -> Iterator[str]:
    """Return the texts run by run, which in the parts may be cut into several."""
    yield str(slides.core_properties.title)
    for slide in slides.slides:
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame:
            yield slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            yield shape.name
            if shape.has_text_frame:
                yield shape.text_frame.text


def _of_text(data: bytes) -> Iterator[str]:
    text = _FONT.sub("", _SCRIPT.sub(_unless_library, data.decode("utf-8", "replace")))
    for found in _EMBEDDED.findall(text):
        yield base64.b64decode(found).decode("utf-8", "ignore")
    plain = unescape(_EMBEDDED.sub("", text))
    yield plain
    # Scripts hold texts as JSON does.
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda sign: chr(int(sign.group(1), 16)), plain)


def _unless_library(script: re.Match[str]) -> str:
    return "" if len(script.group(1)) > _LONGEST_SCRIPT else script.group()
