"""Exports: in which format, on which paper, and how far a running one has come."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from services.models.value import Value


class Format(StrEnum):
    """What a document or an extract can be written as."""

    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"
    PARQUET = "parquet"
    JSON = "json"
    PNG = "png"
    SVG = "svg"


EXTRACTED = frozenset({Format.XLSX, Format.CSV, Format.PARQUET, Format.JSON})
"""Formats that a list of interviews streams into, however long it is."""


class Paper(StrEnum):
    """What pages and slides are cut to."""

    A4 = "a4"
    LETTER = "letter"
    WIDE = "16:9"


USUAL_PAPERS = {Format.PPTX: Paper.WIDE}
"""What a format is cut to where nobody chose; every other one is on A4."""


class ExportOptions(Value):
    """How a document is written."""

    format: Format
    paper: Paper | None = None
    """What the reader chose; without a choice the format's usual one."""
    masked: bool = False
    zone: str = "UTC"
    """The IANA name of the reader's time zone, for the time that every page prints."""
    bom: bool = True
    """Whether CSV begins with the mark that tells spreadsheets that it is UTF-8."""

    @property
    def cut_to(self) -> Paper:
        """Return the paper that is used: what is read is on A4, what is shown is 16:9."""
        return self.paper or USUAL_PAPERS.get(self.format, Paper.A4)


class Stage(StrEnum):
    """Where an export stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ExportState(Value):
    """One export as its owner sees it."""

    id: str
    title: str
    stage: Stage
    words: str = ""
    """What happens just now, or the sentence that says why it failed."""
    share: float | None = None
    """0 to 1; None where nobody can know."""
    file_name: str = ""
    mime: str = ""
    size: int = 0
    """In bytes, once it is done."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage not in (Stage.WAITING, Stage.RUNNING)


Told = Callable[[str, float | None], None]
"""Is told what happens and the share that is done (0 to 1, or None); raises
`ExportCancelledError` when nobody wants the file any more: writers call it often."""


def untold(_words: str, _share: float | None) -> None:
    """Tell nobody."""


class Written(Value):
    """A finished file in memory."""

    data: bytes
    suffix: str
    """With the dot: ".pdf"; ".zip" where several files make one document."""


@dataclass(frozen=True, slots=True)
class FinishedExport:
    """A file that was written."""

    path: Path
    title: str
    size: int
    """In bytes."""
    counted: str
    """The n in words."""
