"""Where shapes lie on slides, for the tests that nothing lies outside or on anything else."""

import dataclasses
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from services.models.content import Content, Depth

_ON_CHARTS = frozenset({"Cut", "Axis"})
"""What is written onto a chart on purpose."""


def of_depth(content: Content, depth: Depth) -> Content:
    """Return the document with all its sections as deep."""
    sections = tuple(dataclasses.replace(each, depth=depth) for each in content.sections)
    return dataclasses.replace(content, sections=sections)


def outside(slide: Slide, made: Deck) -> Iterator[str]:
    """Yield the names of shapes that begin or end outside of the slide."""
    for shape in slide.shapes:
        left, top, right, bottom = _ends(shape)
        if min(left, top) < 0 or right > made.slide_width or bottom > made.slide_height:
            yield shape.name


def overlapping(slide: Slide) -> Iterator[tuple[str, str]]:
    """Yield the names of each two texts, tables, charts and pictures that lie on each other."""
    held = [each for each in slide.shapes if _says_something(each)]
    for one, other in combinations(held, 2):
        names = {one.name, other.name}
        a, b = _ends(one), _ends(other)
        shared = [min(a[n + 2], b[n + 2]) - max(a[n], b[n]) for n in (0, 1)]
        if min(shared) > Pt(1) and not names & _ON_CHARTS:
            yield one.name, other.name


def _says_something(shape: Any) -> bool:
    if shape.has_text_frame:
        return bool(shape.text_frame.text)
    return shape.has_table or shape.has_chart or shape.name == "Figure"


def _ends(shape: Any) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height
