"""A document's figures as pictures: each with its title and its source line, on solid white."""

import io
import textwrap
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from services.errors import InputError
from services.models.content import Chart, Content, Depth
from services.models.drawable import drawable
from services.models.export import Format, Written
from services.reports import palette
from services.reports.deadline import StillWanted, always_wanted
from services.reports.renderer import Picture, Renderer
from services.reports.stamp import stamp

WIDTH = 1_000
"""In CSS pixels; PNG has twice as many."""
_NARROW = 660
_SOURCE_HEIGHT = 34
_LINE = 180
"""So many signs of the source line stand beside each other."""
_TITLE_SIGNS = 110
_NAME_SIGNS = 90


def pictures_document(
    content: Content,
    *,
    kind: Format,
    renderer: Renderer,
    still_wanted: StillWanted = always_wanted,
) -> Written:
    """Return the figures as PNG or SVG, as `kind` says: one file, or a zip of several.

    Raises:
        InputError: there is no figure in the document.
        BrowserMissingError, ExportError, ExportCancelledError: as `Renderer.pictures`.
    """
    charts = list(content.charts())
    if not charts:
        msg = "There is no figure in this document. Choose another format for its words and tables."
        raise InputError(msg)
    source = _source_line(content)
    signed = [_signed(each, source) for each in charts]
    drawn = renderer.pictures(signed, width=WIDTH, still_wanted=still_wanted)
    files = {
        f"{number:02}-{chart.key}.{kind}": _data(picture, kind)
        for number, (chart, picture) in enumerate(zip(charts, drawn, strict=True), start=1)
    }
    if len(files) == 1:
        return Written(data=next(iter(files.values())), suffix=f".{kind}")
    return Written(data=_zipped(files), suffix=".zip")


def drawn_for_slides(
    content: Content, renderer: Renderer, *, still_wanted: StillWanted = always_wanted
) -> Mapping[str, Picture]:
    """Return a picture of each figure that slides cannot draw themselves, by its key.

    Those that share their slide with words are narrower: their letters can still be read there.
    """
    found: dict[str, Picture] = {}
    for depth, width in ((Depth.WHOLE, WIDTH), (Depth.BRIEF, _NARROW)):
        needed = [
            block
            for section in content.sections
            for block in section.blocks
            if section.depth is depth and isinstance(block, Chart) and block.native is None
        ]
        if needed:
            figures = [each.figure for each in needed]
            drawn = renderer.pictures(figures, width=width, still_wanted=still_wanted)
            found |= {chart.key: picture for chart, picture in zip(needed, drawn, strict=True)}
    return found


def _data(picture: Picture, kind: Format) -> bytes:
    return picture.svg.encode() if kind is Format.SVG else picture.png


def _source_line(content: Content) -> str:
    """Return what the picture is a part of and rests on: alone, it would not say whose it is."""
    about = content.about
    marks = [
        *(["Synthetic data"] if about.is_synthetic else []),
        *(["Masked"] if about.is_masked else []),
    ]
    # What dates and counts a picture comes before what may be cut.
    said = (*marks, stamp(about.made_at), about.counted, about.filters, *about.instruments)
    named = _cut(_one_line(content.title), longest=_NAME_SIGNS, most=1)
    return " · ".join(part for part in (*named, *map(_one_line, said)) if part)


def _signed(chart: Chart, source: str) -> dict[str, Any]:
    """Return the figure with its title above and its source below."""
    layout = dict(chart.figure["layout"])
    titles = _cut(_one_line(chart.title), longest=_TITLE_SIGNS, most=2)
    sources = _cut(source, longest=_LINE, most=3)
    old = layout.get("margin") or {}
    above = 10 + 20 * len(titles)
    below = _SOURCE_HEIGHT + 14 * (len(sources) - 1)
    margin = {**old, "t": old.get("t", 0) + above, "b": old.get("b", 0) + below}
    layout |= {
        "margin": margin,
        "title": _title(titles),
        "annotations": [*layout.get("annotations", ()), _source(sources, margin)],
        "paper_bgcolor": palette.GROUND,
    }
    if "height" in layout:
        layout["height"] += above + below
    return {**chart.figure, "layout": layout}


def _title(lines: Sequence[str]) -> dict[str, Any]:
    return {
        "text": f"<b>{'<br>'.join(map(_escaped, lines))}</b>",
        "font": {"size": 16, "color": palette.TEXT},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": 16, "t": 16},
    }


def _source(lines: Sequence[str], margin: Mapping[str, float]) -> dict[str, Any]:
    return {
        "text": "<br>".join(map(_escaped, lines)),
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": 16 - margin.get("l", 0),
        "yref": "paper",
        "y": 0,
        "yanchor": "bottom",
        "yshift": 10 - margin["b"],
        "font": {"size": 10.5, "color": palette.MUTED},
    }


def _cut(text: str, *, longest: int, most: int) -> list[str]:
    """Return at most so many lines, broken between words, or within one that fills a line."""
    lines = textwrap.wrap(text, longest, break_on_hyphens=False)
    if len(lines) <= most:
        return lines or [""]
    return [*lines[: most - 1], f"{lines[most - 1][: longest - 1].rstrip()}…"]


def _one_line(text: str) -> str:
    return " ".join(drawable(text).split())


def _escaped(text: str) -> str:
    """Return text that Plotly does not read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
