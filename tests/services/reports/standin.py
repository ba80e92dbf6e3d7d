"""A renderer without a browser: pictures of its own making, and a page that it keeps."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image

from services.models.export import Paper
from services.reports.deadline import StillWanted, always_wanted
from services.reports.renderer import Picture


class StandInRenderer:
    """Draws every figure as a solid white ground; remembers what it was asked."""

    def __init__(self, *, height: int = 400) -> None:
        self._height = height
        self.figures: list[Mapping[str, Any]] = []
        self.widths: list[int] = []

    def pictures(
        self,
        figures: Sequence[Mapping[str, Any]],
        *,
        width: int,
        still_wanted: StillWanted = always_wanted,
    ) -> Sequence[Picture]:
        """Return a picture for each figure, `width` wide."""
        still_wanted()
        self.figures += figures
        self.widths.append(width)
        return [self._picture(width) for _ in figures]

    def pdf(self, html: str, *, paper: Paper, still_wanted: StillWanted = always_wanted) -> bytes:
        """Return the page itself."""
        still_wanted()
        return f"{paper}\n{html}".encode()

    def _picture(self, width: int) -> Picture:
        held = io.BytesIO()
        Image.new("RGB", (width * 2, self._height * 2), "white").save(held, "PNG")
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{self._height}"/>'
        return Picture(png=held.getvalue(), svg=svg, width=width, height=self._height)
