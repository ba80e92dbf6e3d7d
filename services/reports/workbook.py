"""A document as an Excel workbook: what it is, what it says, and a sheet for each table."""

import io
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from services.models.content import Block, Chart, Content, Facts, Listing, Remark, Tone, Words
from services.reports.about_rows import document_rows, meanings_table, tabled
from services.reports.sheets import OPTIONS, Sheets, write_headings, write_lines, write_table

_LABEL = 30
_NAMED = 46
"""A label that names a sheet, in bold letters."""
_WORDS = 90
Line = tuple[str, str, str]
"""Section, what it is, and the text."""


def workbook(content: Content) -> bytes:
    """Return the workbook; every text in it is text, and no cell holds a formula or a link."""
    made = io.BytesIO()
    with Workbook(made, {**OPTIONS, "in_memory": True}) as book:
        about = content.about
        book.set_properties(
            {
                "title": content.title[:250],
                "subject": content.subtitle[:250],
                "company": about.program,
                "created": about.made_at.replace(tzinfo=None),
            }
        )
        sheets = Sheets(book, content.title, about)
        front, summary = sheets.sheet("About"), sheets.sheet("Summary")
        blocks = list(tabled(content))
        names = [_table(sheets, block) for block in blocks]
        _front(sheets, front, content, _listed(blocks, names))
        _summary(sheets, summary, content, names)
        _meanings(sheets, content)
    return made.getvalue()


def _table(sheets: Sheets, block: Chart | Listing) -> str:
    """Write one table with its limits below it; return the name of its sheet."""
    sheet = sheets.sheet(block.title)
    empty = () if block.table.rows else ("There is nothing in this table.",)
    write_table(sheets, sheet, block.table, below=(*empty, *block.remarks))
    return str(sheet.get_name())


def _listed(blocks: Sequence[Chart | Listing], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for block, name in zip(blocks, names, strict=True):
        rows = len(block.table.rows)
        title = "" if block.title == name else f"{block.title}: "
        yield f"Sheet “{name}”", f"{title}{rows:,} {'row' if rows == 1 else 'rows'}"


def _front(
    sheets: Sheets, sheet: Worksheet, content: Content, listed: Iterator[tuple[str, str]]
) -> None:
    write_lines(sheets, sheet, (*document_rows(content), *listed), widths=(_NAMED, _WORDS))


def _summary(sheets: Sheets, sheet: Worksheet, content: Content, names: Sequence[str]) -> None:
    """Write what the document says beside its tables, in the order of reading."""
    write_headings(sheets, sheet, ("Section", "What", "Text"))
    left = iter(names)
    lines = (
        (section.title, *line)
        for section in content.sections
        for block in section.blocks
        for line in _lines(block, left)
    )
    write_lines(sheets, sheet, lines, widths=(_LABEL, _LABEL, _WORDS))


def _lines(block: Block, names: Iterator[str]) -> Iterator[tuple[str, str]]:
    match block:
        case Words():
            yield "Text", block.text
        case Facts():
            yield from block.rows
        case Remark():
            what = "Warning" if block.tone is Tone.WARNING else "Note"
            yield from ((what, sentence) for sentence in block.sentences)
        case Chart() | Listing():
            yield block.title, f"{block.finding or block.title} (sheet “{next(names)}”)"
            yield from (("Limit", remark) for remark in block.remarks)


def _meanings(sheets: Sheets, content: Content) -> None:
    if not content.meanings:
        return
    sheet, table = sheets.sheet("What the numbers mean"), meanings_table(content)
    write_headings(sheets, sheet, table.columns)
    lines = [[str(cell) for cell in row] for row in table.rows]
    write_lines(sheets, sheet, lines, widths=(_LABEL, 14, _WORDS))
