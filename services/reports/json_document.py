"""A document as JSON: everything it says, its words as well as its numbers, without drawings."""

import math
from collections.abc import Mapping
from typing import Any, assert_never

import orjson

from services.models.content import Block, Chart, Content, Facts, Listing, Remark, Words
from services.models.export import Written
from services.models.table import Cell, Table
from services.reports.about_rows import about_mapping


def json_document(content: Content) -> Written:
    """Return the document in the order of reading, keys always in the same order."""
    made = {
        "title": content.title,
        "subtitle": content.subtitle,
        "about": about_mapping(content.about),
        "sections": [
            {"title": section.title, "blocks": [_block(block) for block in section.blocks]}
            for section in content.sections
        ],
        "meanings": [
            {"title": each.title, "parts": [_labelled(*part) for part in each.parts]}
            for each in content.meanings
        ],
    }
    data = orjson.dumps(_encodable(made), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return Written(data=data, suffix=".json")


def _block(block: Block) -> Mapping[str, Any]:
    match block:
        case Words():
            return {"kind": "words", "text": block.text}
        case Facts():
            return {"kind": "facts", "facts": [_labelled(*row) for row in block.rows]}
        case Remark():
            return {"kind": "remark", "tone": block.tone, "sentences": block.sentences}
        case Chart():
            return {"kind": "chart", **_tabled(block), "alt": block.alt, **_table(block.table)}
        case Listing():
            return {"kind": "table", **_tabled(block), **_table(block.table)}
        case _:
            assert_never(block)


def _tabled(block: Chart | Listing) -> Mapping[str, Any]:
    return {
        "key": block.key,
        "title": block.title,
        "finding": block.finding,
        "remarks": block.remarks,
    }


def _table(table: Table) -> Mapping[str, Any]:
    return {"columns": table.columns, "rows": [[_cell(cell) for cell in row] for row in table.rows]}


def _cell(cell: Cell) -> Cell:
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell


def _labelled(label: str, text: str) -> Mapping[str, str]:
    return {"label": label, "text": text}


def _encodable(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Return the same without halves of characters, which no file can hold."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {key: _encodable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(each) for each in value]
    return value
