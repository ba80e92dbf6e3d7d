"""A document's tables as comma-separated text."""

from services.models.comma_separated import csv_text
from services.models.content import Content
from services.models.export import Written
from services.models.table import Table
from services.reports.about_rows import about_table, meanings_table
from services.reports.bundle import bundle

BOM = b"\xef\xbb\xbf"
"""Tells spreadsheets that a text is UTF-8."""


def csv_document(content: Content, *, bom: bool) -> Written:
    """Return one table as CSV, several as a ZIP archive; none is about.csv alone.

    The archive has what the document says of itself and of each table in about.csv, and what the
    numbers mean in meanings.csv. One table alone has no room for either.
    """
    about = about_table(content, ending=".csv")
    tables = [(f"{key}.csv", table) for key, _, table in content.tables()]
    if len(tables) < 2:
        return Written(data=_encoded(tables[0][1] if tables else about, bom=bom), suffix=".csv")
    meanings = [("meanings.csv", meanings_table(content))] if content.meanings else []
    files = [("about.csv", about), *tables, *meanings]
    made = bundle(
        ((name, _encoded(table, bom=bom)) for name, table in files), made_at=content.about.made_at
    )
    return Written(data=made, suffix=".zip")


def _encoded(table: Table, *, bom: bool) -> bytes:
    # Halves of characters cannot be encoded; a question mark says that there was something.
    return (BOM if bom else b"") + csv_text(table).encode("utf-8", "replace")
