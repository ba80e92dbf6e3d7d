"""Documents as JSON: all that is said, in order, without drawings."""

from dataclasses import replace

import orjson

from services.models.content import Listing, Section, Words
from services.models.table import Table
from services.reports.json_document import json_document
from tests.services.reports.sample import hostile_content, sample_content
from tests.services.reports.sample_texts import NASTY


def test_everything_that_is_said_is_there_in_order():
    """Sections with their blocks, what the numbers mean, and what the document is."""
    content = sample_content()

    made = json_document(content)

    document = orjson.loads(made.data)
    assert made.suffix == ".json"
    assert list(document) == ["title", "subtitle", "about", "sections", "meanings"]
    assert document["about"]["made_at"] == "2026-11-23T15:04:00+01:00"
    assert [section["title"] for section in document["sections"]] == [
        *("Summary", "Figures", "People", "Transcript"),
    ]
    assert [block["kind"] for block in document["sections"][0]["blocks"]] == [
        *("words", "facts", "remark", "remark"),
    ]
    assert document["meanings"][0]["parts"][0]["label"] == "What it is"


def test_a_figure_is_its_finding_and_its_numbers():
    """Not its drawing, which is for other formats."""
    content = sample_content()

    chart = orjson.loads(json_document(content).data)["sections"][1]["blocks"][0]

    assert list(chart) == ["kind", "key", "title", "finding", "remarks", "alt", "columns", "rows"]
    assert chart["rows"][-1][1:] == [None, None, None, "not evaluated"]
    assert chart["remarks"]


def test_what_no_file_can_hold_is_replaced():
    """Halves of characters, and numbers that are none."""
    table = Table(columns=("A",), rows=((float("nan"),), ("half \ud83d",)))
    section = Section("One", (Words("\udc00"), Listing("one", "One", table)))

    made = json_document(replace(sample_content(), sections=(section,)))

    words, listing = orjson.loads(made.data)["sections"][0]["blocks"]
    assert words["text"] == "?"
    assert listing["rows"] == [[None], ["half ?"]]


def test_hostile_texts_come_back_as_they_were():
    """JSON needs no taming."""
    document = orjson.loads(json_document(hostile_content()).data)

    facts = document["sections"][0]["blocks"][1]["facts"]

    assert [fact["text"] for fact in facts] == list(NASTY)
