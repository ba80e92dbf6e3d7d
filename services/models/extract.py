"""A list of interviews as data: typed columns that come in parts, however many rows there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from services.models.value import Value

ExtractCell = str | int | float | bool | None

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class ColumnKind(StrEnum):
    """What the cells of a column are; None is an empty cell in all of them, never a zero."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    MOMENT = "moment"
    """A time, as the milliseconds since 1970 in UTC: files have numbers of their own for it."""
    FLAG = "flag"


def moment(cell: int) -> datetime:
    """Return the time that a cell of a column of times holds, in UTC."""
    return _EPOCH + timedelta(milliseconds=cell)


class ExtractColumn(Value):
    """One column; `name` is its heading in every format."""

    name: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class Extract:
    """An extract on its way out."""

    columns: tuple[ExtractColumn, ...]
    total: int
    instruments: tuple[str, ...]
    """Vendor and assessment version, one each: "Qode, pf_domain_3p_v4"."""
    parts: Iterator[Sequence[Sequence[ExtractCell]]]
    """The cells of each column, of a few thousand rows at a time; can be walked once."""
