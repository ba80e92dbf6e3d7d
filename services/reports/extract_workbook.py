"""An extract as an Excel workbook, written row by row."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from services.models.export import Told, untold
from services.models.extract import ColumnKind, Extract, ExtractCell
from services.models.neutral import is_formula
from services.reports.about_rows import about_rows
from services.reports.extract_batches import Heading, parts
from services.reports.sheet_sizes import column_width
from services.reports.sheet_text import cell_text
from services.reports.sheets import OPTIONS, Sheets, write_headings, write_lines

MOST_ROWS: Final = 1_048_575
"""So many rows a sheet holds below its heading."""
_MEASURED: Final = 1_000
_A3: Final = 8
_MOMENT: Final = "yyyy-mm-dd hh:mm:ss"
_FIRST_DAY: Final = datetime(1899, 12, 30, tzinfo=UTC)
_DAY: Final = 86_400
_EARLIEST: Final = datetime(1900, 3, 1, tzinfo=UTC)
"""Spreadsheets know no day before 1900, and count one too many until then."""
Row = Sequence[ExtractCell]
Write = Callable[[Worksheet, int, int, Any], None]


def write_xlsx(
    extract: Extract,
    path: Path,
    *,
    heading: Heading,
    told: Told = untold,
    rows_a_sheet: int = MOST_ROWS,
) -> None:
    """Write all rows with typed cells, and what the extract is; a full sheet goes on in another."""
    with _book(path) as book:
        book.set_properties(
            {"title": heading.title[:250], "company": heading.about.program}
            | {"created": heading.about.made_at.replace(tzinfo=None)}
        )
        sheets = Sheets(book, heading.title, heading.about)
        _front(sheets, heading)
        rows = chain.from_iterable(parts(extract, told))
        _fill(sheets, extract, rows, title=heading.title, most=rows_a_sheet)
        told("Closing the workbook", None)


@contextmanager
def _book(path: Path) -> Iterator[Workbook]:
    """Yield a workbook whose rows wait on the disk; a failure leaves none of them behind."""
    # Beside the file, where there must be room for them anyway.
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".scoreband-") as folder:
        book = Workbook(str(path), {**OPTIONS, "constant_memory": True, "tmpdir": folder})
        book.use_zip64()
        try:
            yield book
        except BaseException:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
            raise
        _close(book)


def _close(book: Workbook) -> None:
    try:
        book.close()
    except FileCreateError as error:
        # It wraps what the disk said, which is what the reader has to know.
        raise OSError(*error.args[0].args) from error


def _front(sheets: Sheets, heading: Heading) -> None:
    sheet = sheets.sheet("About")
    write_lines(sheets, sheet, about_rows(heading.title, heading.about), widths=(14, 100))


def _fill(sheets: Sheets, extract: Extract, rows: Iterator[Row], *, title: str, most: int) -> None:
    writers = [_writer(sheets, column.kind) for column in extract.columns]
    names = [column.name for column in extract.columns]
    numeric = {
        number
        for number, column in enumerate(extract.columns)
        if column.kind in (ColumnKind.WHOLE, ColumnKind.NUMBER)
    }
    some = list(islice(rows, _MEASURED))
    widths = list(map(column_width, names, _columns(some, names)))
    rows = chain(some, rows)
    for first in chain([next(rows, None)], rows):
        sheet = sheets.sheet(title)
        _wide_pages(sheet)
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        write_headings(sheets, sheet, names, numeric=numeric)
        beginning = [] if first is None else [first]
        last = _write(sheet, chain(beginning, islice(rows, most - 1)), writers)
        sheet.autofilter(0, 0, max(1, last), len(names) - 1)


def _wide_pages(sheet: Worksheet) -> None:
    """Print thirty columns so that they can be read: on A3, three pages wide."""
    sheet.set_paper(_A3)
    sheet.fit_to_pages(3, 0)
    sheet.repeat_columns(0, 1)


def _write(sheet: Worksheet, rows: Iterable[Row], writers: Sequence[Write]) -> int:
    """Write rows below the heading; return the number of the last one."""
    number = 0
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if cell is not None:
                writers[column](sheet, number, column, cell)
    return number


def _writer(sheets: Sheets, kind: ColumnKind) -> Write:
    plain, quoted = sheets.look(), sheets.look(quote_prefix=True)
    formats = {ColumnKind.WHOLE: "#,##0", ColumnKind.NUMBER: "General"}
    look = sheets.look(num_format=formats.get(kind, _MOMENT), align="right", indent=1)

    @lru_cache(maxsize=10_000)
    def prepared(cell: str) -> tuple[str, Format]:
        return cell_text(cell), quoted if is_formula(cell) else plain

    def text(sheet: Worksheet, row: int, column: int, cell: str) -> None:
        sheet.write_string(row, column, *prepared(cell))

    def number(sheet: Worksheet, row: int, column: int, cell: float) -> None:
        sheet.write_number(row, column, cell, look)

    def moment(sheet: Worksheet, row: int, column: int, cell: datetime) -> None:
        if cell < _EARLIEST:
            text(sheet, row, column, cell.isoformat(sep=" "))
        else:
            days = (cell - _FIRST_DAY).total_seconds() / _DAY
            sheet.write_number(row, column, days, look)

    def flag(sheet: Worksheet, row: int, column: int, cell: bool) -> None:  # noqa: FBT001  (a cell)
        sheet.write_boolean(row, column, cell, plain)

    writers: Mapping[ColumnKind, Write] = {
        ColumnKind.TEXT: text,
        ColumnKind.MOMENT: moment,
        ColumnKind.FLAG: flag,
    }
    return writers.get(kind, number)


def _columns(rows: Sequence[Row], names: Sequence[str]) -> Iterable[Sequence[ExtractCell]]:
    return list(zip(*rows, strict=True)) or [()] * len(names)
