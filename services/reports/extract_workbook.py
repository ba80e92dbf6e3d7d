"""An extract as an Excel workbook: a frame by XlsxWriter, into which the rows are streamed."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from services.models.export import Told, untold
from services.models.extract import ColumnKind, Extract, ExtractCell
from services.reports.about_rows import about_rows
from services.reports.extract_batches import Heading, rows
from services.reports.sheet_pages import NAME, is_wide, pages
from services.reports.sheet_rows import QUOTED, letters, row_lines
from services.reports.sheet_sizes import column_width
from services.reports.sheets import OPTIONS, Look, Sheets, write_headings, write_lines

MOST_ROWS: Final = 1_048_575
"""So many rows a sheet holds below its heading."""
_MEASURED: Final = 1_000
_AT_ONCE: Final = 500
_NAMING: Final = 2
"""The first columns say whose row it is: the interview and the candidate."""
_MANY: Final = 250_000
"""So many rows may need the fields for files of more than four gigabytes."""
_FORMATS: Final[Mapping[str, Look]] = {
    ColumnKind.TEXT: {},
    QUOTED: {"quote_prefix": True},
    ColumnKind.WHOLE: {"num_format": "#,##0", "align": "right", "indent": 1},
    ColumnKind.NUMBER: {"align": "right", "indent": 1},
    ColumnKind.MOMENT: {"num_format": "yyyy-mm-dd hh:mm:ss", "align": "right", "indent": 1},
    ColumnKind.FLAG: {"align": "left"},
}
_A_MOMENT: Final = ("2026-11-23 15:04:05 ",)
"""What a moment looks like in its cell, with the indent; its value is a mere number."""
_SHEET: Final = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_SAMPLE: Final = re.compile(rb'<row r="2"[^>]*>(.*?)</row>')
_LOOK: Final = re.compile(rb' s="(\d+)"')
_EXTENT: Final = re.compile(rb'(<dimension ref=")[^"]*(")')
Row = Sequence[ExtractCell]


def write_xlsx(
    extract: Extract,
    path: Path,
    *,
    heading: Heading,
    told: Told = untold,
    rows_a_sheet: int = MOST_ROWS,
) -> None:
    """Write all rows with typed cells, and what the extract is; a full sheet goes on in another."""
    every = chain.from_iterable(rows(extract, told))
    beginning = list(islice(every, _MEASURED))
    frame = _frame(extract, heading, beginning, most=rows_a_sheet)
    _fill(frame, path, extract, chain(beginning, every), most=rows_a_sheet)


def _frame(extract: Extract, heading: Heading, beginning: Sequence[Row], *, most: int) -> ZipFile:
    """Return the workbook without its rows, but for one that has a cell of each look."""
    made = io.BytesIO()
    with Workbook(made, {**OPTIONS, "in_memory": True}) as book:
        book.set_properties(
            {"title": heading.title[:250], "company": heading.about.program}
            | {"created": heading.about.made_at.replace(tzinfo=None)}
        )
        sheets = Sheets(book, heading.title, heading.about)
        front = sheets.sheet("About")
        write_lines(sheets, front, about_rows(heading.title, heading.about), widths=(14, 100))
        for rows in _counts(extract.total, most):
            _sheet(sheets, sheets.sheet(heading.title), extract, beginning, rows=rows)
    return ZipFile(made)


def _counts(total: int, most: int) -> list[int]:
    """Return how many rows each sheet has: at least one sheet, and no empty one behind others."""
    full, rest = divmod(total, most)
    return [most] * full + ([rest] if rest or not full else [])


def _sheet(
    sheets: Sheets, sheet: Worksheet, extract: Extract, beginning: Sequence[Row], *, rows: int
) -> None:
    names = [column.name for column in extract.columns]
    columns = list(zip(*beginning, strict=True)) or [()] * len(names)
    widths = [
        column_width(column.name, _A_MOMENT if column.kind is ColumnKind.MOMENT else cells)
        for column, cells in zip(extract.columns, columns, strict=True)
    ]
    widths[:_NAMING] = [min(width, NAME) for width in widths[:_NAMING]]
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    if is_wide(widths):
        pages(names, widths, naming=_NAMING).set_on(sheet)
    numbers = (ColumnKind.WHOLE, ColumnKind.NUMBER)
    numeric = {place for place, each in enumerate(extract.columns) if each.kind in numbers}
    write_headings(sheets, sheet, names, numeric=numeric)
    sheet.autofilter(0, 0, max(1, rows), len(names) - 1)
    for number, wanted in enumerate(_FORMATS.values()):
        sheet.write_blank(1, number, None, sheets.look(**wanted))


def _fill(frame: ZipFile, path: Path, extract: Extract, rows: Iterator[Row], *, most: int) -> None:
    """Write the frame's parts, and the rows into its sheets."""
    counts = _counts(extract.total, most)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=4) as archive:
        for entry in frame.infolist():
            place = _SHEET.fullmatch(entry.filename)
            # The first sheet is what the extract says about itself.
            number = int(place[1]) - 2 if place else -1
            if number < 0:
                with archive.open(entry.filename, "w") as file:
                    file.write(frame.read(entry))
                continue
            is_last = number == len(counts) - 1
            own = rows if is_last else islice(rows, counts[number])
            with archive.open(entry.filename, "w", force_zip64=counts[number] > _MANY) as file:
                _write(file, frame.read(entry), extract, own, count=counts[number])


def _write(
    file: IO[bytes], sheet: bytes, extract: Extract, rows: Iterable[Row], *, count: int
) -> None:
    """Write a sheet with its rows in the place of the sample."""
    sample = _SAMPLE.search(sheet)
    if sample is None:
        msg = "The frame of the workbook has no sample row."
        raise ValueError(msg)
    looks = dict(zip(_FORMATS, map(int, _LOOK.findall(sample[1])), strict=True))
    corner = f"A1:{letters(len(extract.columns) - 1)}{count + 1}".encode()
    file.write(_EXTENT.sub(rb"\g<1>%b\g<2>" % corner, sheet[: sample.start()]))
    lines = row_lines(rows, [column.kind for column in extract.columns], looks)
    while some := "".join(islice(lines, _AT_ONCE)):
        file.write(some.encode())
    file.write(sheet[sample.end() :])
