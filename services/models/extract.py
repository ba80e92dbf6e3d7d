"""A list of interviews as data: typed columns, and rows that come in parts, however many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.models.value import Value

ExtractCell = str | int | float | bool | datetime | None


class ColumnKind(StrEnum):
    """What the cells of a column are; None is an empty cell in all of them, never a zero."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    MOMENT = "moment"
    """A time in UTC."""
    FLAG = "flag"


class ExtractColumn(Value):
    """One column; `name` is its heading in every format."""

    name: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class Extract:
    """An extract on its way out; `parts` can be walked once, a few thousand rows at a time."""

    columns: tuple[ExtractColumn, ...]
    total: int
    instruments: tuple[str, ...]
    """Vendor and assessment version, one each: "Qode, pf_domain_3p_v4"."""
    parts: Iterator[Sequence[tuple[ExtractCell, ...]]]
