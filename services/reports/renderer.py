"""What the formats need of a browser; `browser` has the one that starts a Chromium."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from services.models.export import Paper
from services.reports.deadline import StillWanted, always_wanted


@dataclass(frozen=True, slots=True)
class Picture:
    """One figure drawn: `png` at twice its size on a solid ground, `svg` as vectors."""

    png: bytes
    svg: str
    width: int
    """In CSS pixels, as `height`."""
    height: int


class Renderer(Protocol):
    """Draws figures and prints pages; safe to be used by several threads at once."""

    def pictures(
        self,
        figures: Sequence[Mapping[str, Any]],
        *,
        width: int,
        still_wanted: StillWanted = always_wanted,
    ) -> Sequence[Picture]:
        """Return each figure (Plotly's JSON) drawn `width` CSS pixels wide, at its own height.

        Raises:
            BrowserMissingError: there is no Chromium that starts.
            ExportError: it crashed or took too long.
            ExportCancelledError: by `still_wanted`, well within a second.
        """

    def pdf(self, html: str, *, paper: Paper, still_wanted: StillWanted = always_wanted) -> bytes:
        """Return a self-contained page as PDF; waits until `document.body.dataset.ready` is "yes".

        Raises: as `pictures`.
        """
