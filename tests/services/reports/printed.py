"""A document as LibreOffice printed it: what each page says, and where on it."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in one place; the place is where it begins, in points from the lower left."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page; lengths are in points."""

    width: float
    height: float
    text: str
    pieces: tuple[Piece, ...]


def printed(path: Path) -> list[PrintedPage]:
    """Return the pages of a PDF."""
    return [_read(page) for page in PdfReader(path).pages]


def letters(text: str) -> Counter[str]:
    """Return how often each sign is in a text, without blanks and signs that are not drawn.

    A PDF holds them in the order of drawing: what is read from the right, or comes from another
    font than the rest, stands elsewhere in it.
    """
    plain = unicodedata.normalize("NFKC", text)
    return Counter(
        sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Cf"
    )


def _read(page: PageObject) -> PrintedPage:
    pieces: list[Piece] = []

    def hear(text: str, page_at: list[float], text_at: list[float], *_font: object) -> None:
        x, y = text_at[4:]
        if text.strip():
            across = x * page_at[0] + y * page_at[2] + page_at[4]
            up = x * page_at[1] + y * page_at[3] + page_at[5]
            pieces.append(Piece(text, across, up))

    text = page.extract_text(visitor_text=hear)
    return PrintedPage(float(page.mediabox.width), float(page.mediabox.height), text, tuple(pieces))
