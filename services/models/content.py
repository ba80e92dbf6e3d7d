"""What a document holds, whatever its format: sections of words, figures and tables.

Every text is plain: texts of vendors and candidates stand in it as they were given, and each
format escapes them its own way. Built by components/documents, printed by services/reports.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from services.models.table import Table


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; line breaks in it are meant."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Short labels with what stands beside them, such as "Role" and "Nurse"."""

    rows: tuple[tuple[str, str], ...]


class Tone(StrEnum):
    """How a remark is meant."""

    NOTE = "note"
    """What a reader should know: how something was counted."""
    WARNING = "warning"
    """What forbids a conclusion: small n, notices, other instruments."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Sentences that stand out: limits, notices, warnings."""

    sentences: tuple[str, ...]
    tone: Tone = Tone.NOTE


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts as bars, for formats with charts of their own; None is a missing bar, never a 0."""

    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    """(name, one value for each category)."""
    axis: str
    """What is counted, such as "Interviews"."""
    stacked: bool = False
    across: str = ""
    """What the categories are where they follow each other, such as bins of a scale or turns: the
    bars then stand upright, and series that are not stacked lie below each other."""


@dataclass(frozen=True, slots=True)
class Range:
    """A value on its band or interval; a row without a value says in `words` why."""

    label: str
    words: str
    """What stands beside the row, such as "72 (70–75)" or "not evaluated"."""
    value: float | None = None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Ranges:
    """Values on their bands, one row each from the top, all on one axis."""

    rows: tuple[Range, ...]
    low: float
    high: float
    """The ends of the axis: the whole scale for scores."""
    axis: str
    cut: float | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Values on their intervals over periods, linked where nothing lies between them."""

    categories: tuple[str, ...]
    """The periods, with the n of each cohort below; line breaks are meant."""
    series: tuple[tuple[str, tuple[Range | None, ...]], ...]
    """(name, one range for each category); none where there is no result."""
    colors: tuple[int, ...]
    """Of each series: two with the same one are one cohort, measured in two ways."""
    low: float
    high: float
    """The ends of the axis."""
    axis: str
    across: str
    """What stands at the other axis: the periods, and whose n is below them."""
    cut: float | None = None


NativeChart = Bars | Ranges | Lines


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with everything that may never be missing beside it."""

    key: str
    """The same on the page, in a pin and in a file's name: plain letters, digits, hyphens."""
    title: str
    finding: str
    """One sentence that says what is to be seen: the title of a slide."""
    alt: str
    """For who cannot see it."""
    figure: Mapping[str, Any]
    """Plotly's JSON in the light colours, without a title, as wide as the page."""
    table: Table
    """Its numbers."""
    native: NativeChart | None = None
    """The same for formats that draw charts themselves; None where their kinds cannot say it."""
    remarks: tuple[str, ...] = ()
    """The limits that the screen shows beside it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table with its heading."""

    key: str
    title: str
    table: Table
    finding: str = ""
    """One sentence for a slide; empty: the title does."""
    remarks: tuple[str, ...] = ()
    is_long: bool = False
    """Whether slides leave it to the other formats (transcripts, lists of hundreds)."""


Block = Words | Facts | Remark | Chart | Listing


class Depth(StrEnum):
    """How much of a section slides show; pages show all of it."""

    WHOLE = "whole"
    BRIEF = "brief"
    """One slide at most: its first figure beside its words; the rest in the notes."""
    NONE = "none"
    """None: it is named among what the other formats hold."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one heading, a bookmark of the PDF."""

    title: str
    blocks: tuple[Block, ...]
    depth: Depth = Depth.WHOLE


@dataclass(frozen=True, slots=True)
class About:
    """What every page, slide and workbook says about the whole document."""

    filters: str
    """What was counted, in words: "Role: Nurse · since 2026-01-01"."""
    made_at: datetime
    """Aware, in the reader's zone."""
    counted: str
    """The n in words: "n = 120 interviews"."""
    instruments: tuple[str, ...]
    """Vendor and assessment version, one each: "Qode, pf_domain_3p_v4"."""
    limits: tuple[str, ...] = ()
    """What holds for the whole document: level of intervals, small n, what was left out."""
    is_masked: bool = False
    is_synthetic: bool = False
    program: str = "Scoreband"
    """Name and version."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one number means: its title, then (heading, text) pairs."""

    title: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document."""

    title: str
    subtitle: str
    about: About
    sections: tuple[Section, ...]
    stem: str
    """The file's name without extension: never a person's name, nor a vendor's id."""
    meanings: tuple[Meaning, ...] = ()
    """The appendix."""

    def charts(self) -> Iterator[Chart]:
        """Return all figures in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Chart):
                    yield block

    def tables(self) -> Iterator[tuple[str, str, Table]]:
        """Return (key, title, table) of every figure and table in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Chart | Listing):
                    yield block.key, block.title, block.table
