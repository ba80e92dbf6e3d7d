"""The page on which figures become pictures: the drawing library and the font loaded once."""

import base64
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from services.errors import ExportError
from services.reports.deadline import Deadline
from services.reports.devtools import Devtools, RefusedError
from services.reports.html.assets import drawing_library, font
from services.reports.renderer import Picture
from services.reports.svg_lines import placed
from services.reports.tab import Tab

SCALE = 2
"""Pixels of a picture for one CSS pixel; fewer where it would not fit into the largest."""
_LARGEST = 16_000
"""The side of the largest picture that Chromium makes, in pixels."""
_VIEW = (1_200, 900)
"""Width and height of what is drawn without a detour, in CSS pixels."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
_PAGE = """<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<style>{font} html, body {{ margin: 0; background: #fff }}</style></head>
<body><div id="board"></div></body></html>"""
_LOAD_FONT = """() => Promise.all(["400", "700"].map(
  weight => document.fonts.load(`${weight} 13px "Source Sans"`))).then(() => true)"""


class DrawingBoard:
    """A warm page; errors as `Devtools.call`."""

    def __init__(self, devtools: Devtools, *, deadline: Deadline) -> None:
        self._tab = Tab(devtools, deadline=deadline)
        self._tab.size(width=_VIEW[0], height=_VIEW[1], scale=SCALE, deadline=deadline)
        self._tab.write(_PAGE.format(policy=_POLICY, font=font()), deadline=deadline)
        # Scripts that the browser is given from outside ask no policy of the page.
        for script in (drawing_library(), _own_script()):
            self._tab.call("Runtime.evaluate", expression=script, deadline=deadline)
        self._tab.run(_LOAD_FONT, deadline=deadline)

    def draw(self, figure: Mapping[str, Any], *, width: int, deadline: Deadline) -> Picture:
        """Return a figure drawn `width` CSS pixels wide.

        Raises:
            ExportError: the drawing library refuses it, or it is too large for a picture.
        """
        try:
            text = orjson.dumps(figure, option=orjson.OPT_SERIALIZE_NUMPY).decode()
            drawn = self._tab.run("drawn", text, width, deadline=deadline)
            height: int = drawn["height"]
            if max(width, height) > _LARGEST:
                msg = "A figure is too tall for a picture: choose fewer rows, or another format."
                raise ExportError(msg)
            png = self._photographed(width=width, height=height, deadline=deadline)
        except (RefusedError, orjson.JSONEncodeError) as error:
            msg = "A figure could not be drawn: choose fewer rows, or another format."
            raise ExportError(msg) from error
        return Picture(png=png, svg=placed(drawn["svg"]), width=width, height=height)

    def _photographed(self, *, width: int, height: int, deadline: Deadline) -> bytes:
        shrunk = min(1, _LARGEST / SCALE / max(width, height))
        shot = self._tab.call(
            "Page.captureScreenshot",
            format="png",
            clip={"x": 0, "y": 0, "width": width, "height": height, "scale": shrunk},
            captureBeyondViewport=width > _VIEW[0] or height > _VIEW[1],
            optimizeForSpeed=True,
            deadline=deadline,
        )
        return base64.b64decode(shot["data"])


@cache
def _own_script() -> str:
    return (files(__package__) / "static" / "drawing-board.js").read_text(encoding="utf-8")
