"""Sheets of a workbook: typed cells, a heading that stays, filters, pages that can be printed."""

from collections.abc import Callable, Container, Iterable, Sequence
from decimal import Decimal
from itertools import accumulate, takewhile
from math import floor, isfinite, log10
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from services.models.content import About
from services.models.neutral import is_formula
from services.models.table import Cell, Table
from services.reports.sheet_pages import NAME, is_wide, pages
from services.reports.sheet_sizes import column_width, heading_width, row_height, text_width
from services.reports.sheet_text import cell_text, page_text, sheet_name
from services.reports.stamp import stamp

OPTIONS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MEASURED: Final = 1_000
_MOST_PLACES: Final = 2
_ALL_PLACES: Final = 4
_READABLE: Final = 120
"""So wide is the place of the sentences below a table, beside its first column."""
_LARGEST: Final = 10**15
_A4: Final = 9
Look = dict[str, Any]
_HEADING: Final[Look] = {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#EEF1F5"}


class Sheets:
    """A workbook's sheets and the formats of their cells, each made once."""

    def __init__(self, book: Workbook, title: str, about: About) -> None:
        self.book = book
        self._title = title
        self._about = about
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, title: str) -> Worksheet:
        """Return a new sheet whose printed pages say what they are a part of."""
        sheet = self.book.add_worksheet(sheet_name(title, taken=self._names))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
        about = self._about
        head = page_text(self._title, longest=60), page_text(title, longest=60)
        # A blank behind each size: a text that begins with a digit would go on with it.
        left = '&L&"-,Bold"&10 {}\n&"-,Regular"&9 {}'.format(*head)
        sheet.set_header(f"{left}&R&9 {page_text(about.filters, longest=80)}")
        marks = ("masked", about.is_masked), ("synthetic data", about.is_synthetic)
        said = " · ".join((about.counted, *(mark for mark, is_so in marks if is_so)))
        foot = page_text(said, longest=90), page_text(stamp(about.made_at), longest=60)
        sheet.set_footer("&L&9 {}&C&9 {}&R&9 Page &P of &N".format(*foot))
        return sheet

    def look(self, **wanted: Any) -> Format:  # noqa: ANN401  (what XlsxWriter's formats take)
        """Return the format of this look; cells are read from the top."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"valign": "top", **wanted})
        return self._formats[key]

    def text(self, text: str, **wanted: Any) -> Format:  # noqa: ANN401  (see `look`)
        """Return the look of a text: one that could be a formula is marked as text for ever."""
        return self.look(quote_prefix=True, **wanted) if is_formula(text) else self.look(**wanted)

    def write_text(self, sheet: Worksheet, row: int, column: int, text: str, **wanted: Any) -> None:  # noqa: ANN401  (a cell's place and look)
        """Write one text."""
        sheet.write_string(row, column, cell_text(text), self.text(text, **wanted))


def write_table(sheets: Sheets, sheet: Worksheet, table: Table, *, below: Sequence[str]) -> None:
    """Write a table from the first row on, and the sentences that belong to it below."""
    columns = [[row[number] for row in table.rows] for number in range(len(table.columns))]
    numeric = {number for number, cells in enumerate(columns) if _is_numeric(cells)}
    write_headings(sheets, sheet, table.columns, numeric=numeric)
    widths = [
        column_width(name, cells[:_MEASURED])
        for name, cells in zip(table.columns, columns, strict=True)
    ]
    free = _fit(sheet, table.columns, widths, naming=_leading(numeric, len(widths)))
    for number, (width, cells) in enumerate(zip(widths, columns, strict=True)):
        sheet.set_column(number, number, width)
        write = _writer(sheets, sheet, cells, width=width)
        for row, cell in enumerate(cells, start=1):
            write(row, number, cell)
    for number, cells_of_row in enumerate(table.rows, start=1):
        sheet.set_row(number, row_height(*zip(map(str, cells_of_row), widths, strict=True)))
    if columns:
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(columns) - 1)
    place = (len(table.rows) + 2, free)
    _write_below(sheets, sheet, below, widths=widths, place=place)


def write_lines(
    sheets: Sheets, sheet: Worksheet, lines: Iterable[Sequence[str]], *, widths: Sequence[float]
) -> None:
    """Write rows of texts below what is there, which wrap in columns of these widths."""
    first = sheet.dim_rowmax + 1 if sheet.dim_rowmax is not None else 0
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    for row, line in enumerate(lines, start=first):
        for column, text in enumerate(line):
            sheets.write_text(sheet, row, column, text, text_wrap=True, bold=not (first or column))
        sheet.set_row(row, row_height(*zip(line, widths, strict=True)))


def write_headings(
    sheets: Sheets, sheet: Worksheet, names: Sequence[str], *, numeric: Container[int] = ()
) -> None:
    """Write the first row, which stays in sight and is repeated on every page."""
    for number, name in enumerate(names):
        aligned: Look = {"align": "right", "indent": 1} if number in numeric else {}
        sheets.write_text(sheet, 0, number, name, **_HEADING, **aligned)
    lines = [(name, float(heading_width(name) + 1)) for name in names]
    sheet.set_row(0, row_height(*lines))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _leading(numeric: Container[int], columns: int) -> Sequence[int]:
    return list(takewhile(lambda number: number not in numeric, range(columns)))


def _fit(
    sheet: Worksheet, names: Sequence[str], widths: list[float], *, naming: Sequence[int]
) -> int:
    """Print a wide table on several pages side by side, each with the columns that name a row.

    Those are made narrower in `widths`. Return the first column that is on one page only: 0 where
    there is but one page.
    """
    if not is_wide(widths):
        return 0
    for number in (0, *naming):
        widths[number] = min(widths[number], NAME)
    if not is_wide(widths):
        return 0
    found = pages(names, widths, naming=len(naming))
    found.set_on(sheet)
    return found.named


def _write_below(
    sheets: Sheets,
    sheet: Worksheet,
    sentences: Sequence[str],
    *,
    widths: Sequence[float],
    place: tuple[int, int],
) -> None:
    """Write sentences across the table's columns, so that they make no page wider.

    Behind the columns that every page repeats, where a table is printed on several side by side:
    there they would be cut off on each page but the first.
    """
    row, first = place
    behind = widths[first + 1 :]
    last = first + sum(width <= _READABLE for width in accumulate(behind, initial=0.0)) - 1
    across = sum(widths[first : last + 1])
    for number, sentence in enumerate(sentences, start=row):
        look = sheets.text(sentence, italic=True, text_wrap=True)
        if last > first:
            sheet.merge_range(number, first, number, last, "", look)
        sheet.write_string(number, first, cell_text(sentence), look)
        sheet.set_row(number, row_height((sentence, across)))


def number_format(cells: Iterable[Cell]) -> str:
    """Return how a column's numbers are shown: with the decimals that they have, two at most.

    Numbers with more are computed, and so many of them mean nothing: few are shown, all are kept.
    """
    found = [cell for cell in cells if isinstance(cell, float) and isfinite(cell)]
    places = max(map(_places, found), default=0)
    if places > _MOST_PLACES:
        amounts = [abs(cell) for cell in found if cell]
        usual = 1 if max(amounts) >= 10 else 2 if max(amounts) > 1 else 3
        # What is shown as 0 would be read as none: a rate of 0.04 has two decimals beside any.
        places = min(_ALL_PLACES, max(usual, -floor(log10(min(amounts)))))
    return f"#,##0.{'0' * places}" if places else "#,##0"


def _places(amount: float) -> int:
    exponent = Decimal(repr(amount)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _is_numeric(cells: Iterable[Cell]) -> bool:
    kinds = {isinstance(cell, str) for cell in cells if cell is not None}
    return kinds == {False}


def _writer(
    sheets: Sheets, sheet: Worksheet, cells: Sequence[Cell], *, width: float
) -> Callable[[int, int, Cell], None]:
    """Return what writes the cells of one column."""
    number = sheets.look(num_format=number_format(cells), align="right", indent=1)
    is_long = any(isinstance(cell, str) and text_width(cell) > width for cell in cells)
    look: Look = {"text_wrap": True} if is_long else {}

    def write(row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            sheets.write_text(sheet, row, column, cell, **look)
        elif cell is None or not isfinite(cell):
            return
        elif abs(cell) >= _LARGEST and isinstance(cell, int):
            # A spreadsheet's numbers have fifteen digits: any more would come out as zeros.
            sheets.write_text(sheet, row, column, str(cell), **look)
        else:
            sheet.write_number(row, column, cell, number)

    return write
