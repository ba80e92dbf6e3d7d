"""A document as JSON: everything it says, its words as well as its numbers, without drawings."""

import math
from collections.abc import Mapping
from typing import Any, assert_never

import orjson

from services.models.content import Block, Chart, Content, Facts, Listing, Remark, Words
from services.models.export import Written
from services.models.table import Cell, Table
from services.reports.about_rows import about_mapping, labelled, meanings_mapping
from services.reports.json_text import json_text


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
        "meanings": meanings_mapping(content.meanings),
    }
    data = json_text(made, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return Written(data=data, suffix=".json")


def _block(block: Block) -> Mapping[str, Any]:
    match block:
        case Words():
            return {"kind": "words", "text": block.text}
        case Facts():
            return {"kind": "facts", "facts": [labelled(*row) for row in block.rows]}
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
