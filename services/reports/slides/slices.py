"""A picture too high for one slide: its rows go on on the next, below the same heading."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image

from services.reports.renderer import Picture
from services.reports.slides.chart_look import shares
from services.reports.slides.paragraphs import Box

SMALLEST = 0.5
"""Points for a pixel: below, labels of 13 pixels are no longer read from a chair."""
_CUT = 0.62
"""Points for a pixel where a picture is cut."""
_SEARCH = 24
"""So many pixels from where a cut would fall, the emptiest line is looked for."""
_WHITE = 250
"""Anything darker is ink: the soft edge of a cell too."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What stands on one slide: the heading's pixels, then those of some rows."""

    heading: float
    top: float
    bottom: float


def slices(picture: Picture, figure: Mapping[str, Any], *, place: Box) -> list[Slice]:
    """Return the parts that a picture is shown in; one, of the whole, where it can be read.

    `figure` says where its heading ends; `place` is the one on a slide.
    """
    whole = [Slice(0, 0, picture.height)]
    if min(place.width / picture.width, place.height / picture.height) >= SMALLEST:
        return whole
    heading = _margin(figure, "t")
    room = place.height / _CUT - heading
    body = picture.height - heading
    if body <= 0 or room < place.height / _CUT / 2:
        return whole
    parts = list(shares(round(body), most=int(room - _SEARCH)))
    ends = [heading + end for _, end in parts]
    cuts = [_emptiest(picture, end) for end in ends[:-1]]
    tops, bottoms = [heading, *cuts], [*cuts, picture.height]
    return [
        Slice(heading, top, bottom) if number else Slice(0, 0, bottom)
        for number, (top, bottom) in enumerate(zip(tops, bottoms, strict=True))
    ]


def placed(
    picture: Picture, part: Slice, box: Box
) -> Iterator[tuple[Box, tuple[float, float] | None]]:
    """Return where the heading and the rows of a part lie in `box`, and which pixels they show."""
    high = part.heading + part.bottom - part.top
    scale = min(box.width / picture.width, box.height / high)
    left = box.left + (box.width - picture.width * scale) / 2
    top = box.top
    if (part.top, part.bottom) == (0, picture.height):
        yield Box(left, top, picture.width * scale, high * scale), None
        return
    for start, end in ((0, part.heading), (part.top, part.bottom)):
        if end > start:
            place = Box(left, top, picture.width * scale, (end - start) * scale)
            yield place, (start, end)
            top += place.height


def _margin(figure: Mapping[str, Any], side: str) -> float:
    layout = figure.get("layout") or {}
    return float((layout.get("margin") or {}).get(side) or 0)


def _emptiest(picture: Picture, wanted: float) -> float:
    """Return the line near a cut that has the fewest dark pixels: cuts fall between rows."""
    with Image.open(io.BytesIO(picture.png)) as opened:
        scale = opened.height / picture.height
        first = max(0, round((wanted - _SEARCH) * scale))
        last = min(opened.height, round((wanted + _SEARCH) * scale))
        strip = opened.convert("L").crop((0, first, opened.width, last))
    wide = strip.width
    signs = strip.tobytes()
    lines = [signs[start : start + wide] for start in range(0, len(signs), wide)]
    ink = [sum(sign < _WHITE for sign in line) for line in lines]
    middle = len(ink) / 2
    best = min(range(len(ink)), key=lambda line: (ink[line], abs(line - middle)))
    # The middle of the gap: at its edge, a hair of the row before would show.
    gap = {line for line, held in enumerate(ink) if held == ink[best]}
    start = end = best
    while start - 1 in gap:
        start -= 1
    while end + 1 in gap:
        end += 1
    return (first + (start + end + 1) / 2) / scale
