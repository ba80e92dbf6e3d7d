"""A deck read back with python-pptx, for the tests of slides."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from pptx import Presentation
from pptx.chart.chart import Chart as NativeChart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from services.models.content import Block, Content, Section
from services.models.export import Paper
from services.reports.renderer import Picture
from services.reports.slides.deck import slides
from tests.services.reports.sample import about


def deck(
    content: Content, pictures: Mapping[str, Picture] | None = None, *, paper: Paper = Paper.WIDE
) -> Deck:
    """Return the document's slides, written and read again."""
    return Presentation(io.BytesIO(slides(content, pictures=pictures or {}, paper=paper)))


def document(*blocks: Block, title: str = "Nurses", **said: Any) -> Content:
    """Return a document of one section."""
    return Content(
        title=title,
        subtitle="What is to be seen",
        about=said.get("about") or about(),
        sections=(Section("Findings", blocks),),
        stem="nurses",
    )


def texts(slide: Slide) -> str:
    """Return everything that can be read on a slide, in the order of its shapes."""
    return "\n".join(_texts(slide))


def _texts(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            for row in shape.table.rows:
                yield " | ".join(cell.text for cell in row.cells)


def charts(made: Deck) -> list[NativeChart]:
    """Return all native charts."""
    return [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]


def titles(made: Deck) -> list[str]:
    """Return the titles that an outline shows, with plain blanks."""
    return [slide.shapes.title.text_frame.text.replace("\u00a0", " ") for slide in made.slides]


def parts(data: bytes) -> Mapping[str, bytes]:
    """Return every file of the package, those inside embedded workbooks too."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            found[name] = package.read(name)
            if name.endswith(".xlsx"):
                inner = parts(found[name])
                found |= {f"{name}/{each}": held for each, held in inner.items()}
    return found
