"""A table as comma-separated text (RFC 4180) that no spreadsheet takes for a formula."""

import csv
import io
import math
import unicodedata

from services.models.table import Cell, Table

_FORMULA_SIGNS = frozenset("=+-@\t\r|%")


def csv_text(table: Table) -> str:
    """Return the table with CRLF line ends; texts that a spreadsheet would run get an apostrophe.

    Real numbers stay numbers, also negative ones; None and not-a-number are empty cells.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_cell(name) for name in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return ""
    if isinstance(cell, str):
        return neutralised(cell)
    return f"{cell:.12g}" if isinstance(cell, float) else str(cell)


def neutralised(text: str) -> str:
    """Return `text` with an apostrophe before it if a spreadsheet could read it as a formula.

    Looks past what spreadsheets skip or fold before they look: white space, invisible signs and
    full-width forms of the signs. A tab or a line break at the very front counts as a sign.
    """
    if text[:1] in {"\t", "\r", "\n"}:
        return f"'{text}"
    shown = "".join(sign for sign in unicodedata.normalize("NFKC", text) if not _skipped(sign))
    return f"'{text}" if shown[:1] in _FORMULA_SIGNS else text


def _skipped(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"Cf", "Cc", "Zs"}
