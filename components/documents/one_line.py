"""Texts of one line stay in one line: a role, a name or a label has no lines of its own.

What people said, wrote or were asked keeps its lines.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from services.models.content import (
    Bars,
    Block,
    Chart,
    Content,
    Facts,
    Lines,
    Listing,
    NativeChart,
    Ranges,
    Remark,
    Section,
    Words,
)
from services.models.table import Cell, Table

_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FREE_COLUMNS = frozenset(
    {"Words", "Said", "Reason", "Question", "Remark", "Note", "Notes", "The vendor says", "In full"}
)
"""Columns of free text, where line breaks are meant."""
_NAMING_FACTS = frozenset(
    {"Candidate", "Role", "Interview type", "Assessment version", "Tags", "Top strength", "Top gap"}
)
"""Facts of one line; the others may be texts of several."""


def one_line(text: str) -> str:
    """Return a text with blanks in the place of its line breaks, and none in a row."""
    return " ".join(text.split()) if _BREAK.search(text) else text


def in_one_line(content: Content) -> Content:
    """Return the document with its names, labels, titles and sentences in one line each."""
    about = content.about
    return replace(
        content,
        title=one_line(content.title),
        subtitle=one_line(content.subtitle),
        about=replace(
            about,
            filters=one_line(about.filters),
            instruments=_lines(about.instruments),
            limits=_lines(about.limits),
        ),
        sections=tuple(
            Section(one_line(each.title), tuple(map(_block, each.blocks)), each.depth)
            for each in content.sections
        ),
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(one_line, texts))


def _block(block: Block) -> Block:
    match block:
        case Words():
            return block
        case Facts():
            return Facts(tuple(_fact(label, text) for label, text in block.rows))
        case Remark():
            return Remark(_lines(block.sentences), block.tone)
        case Chart() | Listing():
            told = replace(
                block,
                title=one_line(block.title),
                finding=one_line(block.finding),
                remarks=_lines(block.remarks),
                table=_table(block.table),
            )
            if isinstance(told, Chart):
                return replace(told, alt=one_line(told.alt), native=_native(told.native))
            return told


def _fact(label: str, text: str) -> tuple[str, str]:
    return one_line(label), one_line(text) if label in _NAMING_FACTS else text


def _table(table: Table) -> Table:
    free = [name in _FREE_COLUMNS for name in table.columns]
    rows = tuple(
        tuple(cell if is_free else _cell(cell) for cell, is_free in zip(row, free, strict=True))
        for row in table.rows
    )
    columns = _lines(table.columns)
    return (
        table
        if (columns, rows) == (table.columns, table.rows)
        else Table(columns=columns, rows=rows)
    )


def _cell(cell: Cell) -> Cell:
    return one_line(cell) if isinstance(cell, str) else cell


def _native(native: NativeChart | None) -> NativeChart | None:
    match native:
        case Ranges():
            rows = (
                replace(row, label=one_line(row.label), words=one_line(row.words))
                for row in native.rows
            )
            return replace(native, rows=tuple(rows))
        case Lines():
            named = tuple((one_line(name), ranges) for name, ranges in native.series)
            return replace(native, series=named)
        case Bars():
            series = tuple((one_line(name), values) for name, values in native.series)
            return replace(native, categories=_lines(native.categories), series=series)
        case _:
            return native
