"""Rows of a sheet as XML, written straight: XlsxWriter takes four times as long for its cells.

After ECMA-376, part 1, 18.3.1: `row`, `c`, `is`. What a cell looks like is a number that the
workbook's own styles give.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any, Final
from xml.sax.saxutils import escape

from services.models.extract import ColumnKind, ExtractCell, moment
from services.models.neutral import is_formula
from services.reports.sheet_text import cell_text

_NINETEEN_SEVENTY: Final = 25_569
"""The number of that year's first day."""
_EARLIEST: Final = 61
"""That of 1 March 1900: sheets know no day before that year, and count one too many until then."""
_DAY: Final = 86_400_000
# Readers take such a sequence for one sign; its underscore is written as a sequence of its own.
_SEQUENCE: Final = re.compile("_(?=x[0-9a-fA-F]{4}_)")
_REMEMBERED: Final = 20_000
QUOTED: Final = "quoted"
"""The name of the look that marks a text as text for ever."""
Looks = Mapping[str, int]
"""The numbers of the looks, by the kinds of columns, and that of `QUOTED`."""


def row_lines(
    rows: Iterable[Sequence[ExtractCell]], kinds: Sequence[ColumnKind], looks: Looks
) -> Iterator[str]:
    """Yield each row as XML, from the second row of a sheet on; nothing is no cell."""
    columns = [
        (f'<c r="{letters(number)}', writer_of(kind, looks)) for number, kind in enumerate(kinds)
    ]
    for number, row in enumerate(rows, start=2):
        cells = [
            f'{beginning}{number}" {write(cell)}</c>'
            for (beginning, write), cell in zip(columns, row, strict=True)
            if cell is not None
        ]
        yield f'<row r="{number}">{"".join(cells)}</row>'


def letters(column: int) -> str:
    """Return the name of a column, counted from 0: "A", "Z", "AA"."""
    name = ""
    while column >= 0:
        column, place = divmod(column, 26)
        name = chr(ord("A") + place) + name
        column -= 1
    return name


def writer_of(kind: ColumnKind, looks: Looks) -> Callable[[Any], str]:
    """Return what writes the inside of a cell of this kind, from its attributes on."""
    look = looks[kind]

    @lru_cache(maxsize=_REMEMBERED)
    def text(cell: str) -> str:
        shown = _SEQUENCE.sub("_x005F_", escape(cell_text(cell)))
        plain = looks[QUOTED if is_formula(cell) else ColumnKind.TEXT]
        return f's="{plain}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is>'

    def day(cell: int) -> str:
        number = _NINETEEN_SEVENTY + cell / _DAY
        if number < _EARLIEST:
            return text(moment(cell).isoformat(sep=" "))
        return f's="{look}"><v>{number!r}</v>'

    def number(cell: float) -> str:
        return f's="{look}"><v>{cell!r}</v>' if isfinite(cell) else f's="{look}">'

    writers: Mapping[ColumnKind, Callable[[Any], str]] = {
        ColumnKind.TEXT: text,
        ColumnKind.MOMENT: day,
        ColumnKind.FLAG: lambda cell: f's="{look}" t="b"><v>{int(cell)}</v>',
    }
    return writers.get(kind, number)
