"""Figures in parts: none longer than a page, none without its items."""

import plotly.graph_objects as go
import pytest

from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from components.documents.parts import is_of, numbered, part_key, parts
from services.models.table import Table


@pytest.mark.parametrize(
    ("amount", "sizes"), [(0, []), (3, [3]), (4, [4]), (5, [2, 3]), (9, [3, 3, 3])]
)
def test_parts_are_even_and_hold_everything_once(amount, sizes):
    """A last part of one row would be a page of white."""
    items = list(range(amount))

    found = list(parts(items, most=4))

    assert [len(part) for part in found] == sizes
    assert [item for part in found for item in part] == items


def test_the_first_part_keeps_the_key():
    """What is pinned on a page is found in the document."""
    drawing = Drawing(
        key="severity",
        title="Stricter",
        figure=go.Figure(),
        alt="",
        table=Table(columns=("Agent",)),
        explained=(Explained.SEVERITY,),
    )

    whole = numbered(drawing, 0, of=1)
    first, second = (numbered(drawing, part, of=2) for part in (0, 1))

    assert whole == drawing
    assert (first.key, first.title) == ("severity", "Stricter (1 of 2)")
    assert (second.key, second.title) == ("severity--2", "Stricter (2 of 2)")


def test_a_part_is_known_by_its_key():
    """What only sounds alike is a figure of its own: another scale, another question."""
    keys = ("means-0-5", part_key("means-0-5", 2), "means-0-5-2", "means-0", "my-means-0-5")

    found = [key for key in keys if is_of(key, "means-0-5")]

    assert found == ["means-0-5", "means-0-5--2"]
