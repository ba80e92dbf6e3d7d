"""Texts of candidates and vendors on the screen: never read as HTML, markdown or LaTeX."""

import re

import streamlit as st

from services.models.drawable import drawable
from services.models.table import Cell

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:^=&@/])")
# Streamlit makes links of bare addresses, arrows of `->` and its own logo of a word, even where the
# signs are escaped; an invisible joiner keeps them text.
_REWRITTEN = re.compile(r"(@|://|\bwww(?=\.)|:(?=streamlit:)|-(?=[->])|<(?=-))", re.IGNORECASE)
_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")


def plain_text(text: str) -> None:
    """Show a foreign text as it was written, line breaks kept, nothing in it interpreted."""
    st.text(drawable(text))


def escaped(text: str) -> str:
    """Return a foreign text for a place where Streamlit reads markdown (labels, headings).

    Every sign that markdown, LaTeX, an emoji or a colour directive begins with is escaped; line
    breaks become spaces. Where no markdown is read, and for what people copy (an e-mail
    address), use `plain_text`: addresses get an invisible sign here.
    """
    one_line = _BREAKS.sub(" ", drawable(text)).strip()
    return _MARKS.sub(r"\\\1", _REWRITTEN.sub("\\1\u2060", one_line))


def drawable_cell(cell: Cell) -> Cell:
    """Return a table's cell ready to be drawn; numbers and what is missing stay as they are."""
    return drawable(cell) if isinstance(cell, str) else cell
