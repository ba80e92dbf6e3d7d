"""A document's figures as pictures: each with its title and its source line, on solid white."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from services.errors import InputError
from services.models.content import About, Chart, Content
from services.models.export import Format, Written
from services.reports.renderer import Picture, Renderer

WIDTH = 1_000
"""In CSS pixels; PNG has twice as many."""
_SOURCE_HEIGHT = 34
_LINE = 190
"""So many signs of the source line stand beside each other."""
_MUTED = "#5F5B57"


def pictures_document(
    content: Content,
    *,
    kind: Format,
    renderer: Renderer,
) -> Written:
    """Return the figures as PNG or SVG, as `kind` says: one file, or a zip of several.

    Raises:
        InputError: there is no figure in the document.
        BrowserMissingError, ExportError: as `Renderer.pictures`.
    """
    charts = list(content.charts())
    if not charts:
        msg = "There is no figure in this document. Choose another format for its words and tables."
        raise InputError(msg)
    source = _source_line(content.about)
    drawn = renderer.pictures([_signed(each, source) for each in charts], width=WIDTH)
    files = {
        f"{number:02}-{chart.key}.{kind}": _data(picture, kind)
        for number, (chart, picture) in enumerate(zip(charts, drawn, strict=True), start=1)
    }
    if len(files) == 1:
        return Written(data=next(iter(files.values())), suffix=f".{kind}")
    return Written(data=_zipped(files), suffix=".zip")


def drawn_for_slides(charts: Sequence[Chart], renderer: Renderer) -> Mapping[str, Picture]:
    """Return a picture of each figure that slides cannot draw themselves, by its key."""
    needed = [each for each in charts if each.native is None]
    if not needed:
        return {}
    drawn = renderer.pictures([each.figure for each in needed], width=WIDTH)
    return {chart.key: picture for chart, picture in zip(needed, drawn, strict=True)}


def _data(picture: Picture, kind: Format) -> bytes:
    return picture.svg.encode() if kind is Format.SVG else picture.png


def _source_line(about: About) -> str:
    marks = [*(["Synthetic data"] if about.is_synthetic else []), about.filters]
    said = (*marks, f"{about.made_at:%-d %b %Y, %H:%M %Z}", about.counted, *about.instruments)
    return " · ".join(part for part in said if part)


def _signed(chart: Chart, source: str) -> dict[str, Any]:
    """Return the figure with its title above and its source below."""
    layout = dict(chart.figure["layout"])
    margin = dict(layout["margin"])
    lines = _cut(source)
    below = _SOURCE_HEIGHT + 14 * (len(lines) - 1)
    above = 30
    margin["t"] += above
    margin["b"] += below
    layout |= {
        "margin": margin,
        "height": layout["height"] + above + below,
        "title": {
            "text": f"<b>{_escaped(chart.title)}</b>",
            "font": {"size": 16},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 16, "t": 16},
        },
        "annotations": [
            *layout.get("annotations", ()),
            {
                "text": "<br>".join(map(_escaped, lines)),
                "showarrow": False,
                "align": "left",
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "xshift": 16 - margin["l"],
                "yref": "paper",
                "y": 0,
                "yanchor": "bottom",
                "yshift": 10 - margin["b"],
                "font": {"size": 10.5, "color": _MUTED},
            },
        ],
    }
    return {"data": chart.figure["data"], "layout": layout}


def _cut(text: str) -> list[str]:
    lines = [""]
    for part in text.split(" "):
        if len(lines[-1]) + len(part) > _LINE:
            lines.append("")
        lines[-1] += f"{part} "
    kept = [line.strip()[:_LINE] for line in lines[:3]]
    return kept if len(lines) <= 3 else [*kept[:2], f"{kept[2]} …"]


def _escaped(text: str) -> str:
    """Return text that Plotly does not read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
