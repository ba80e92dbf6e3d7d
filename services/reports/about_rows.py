"""What a document says about itself, for formats that are data: labels with their values."""

from collections.abc import Iterator, Mapping
from typing import Any

from services.models import notation
from services.models.content import About, Chart, Content, Listing, Meaning
from services.models.table import Table
from services.reports.stamp import stamp

MASKED = "Names are replaced by pseudonyms."
CELLS = "An empty cell is nothing, never a zero. Days and times in tables are in UTC."
SYNTHETIC = "Synthetic: invented people, made for trying the program out."


def about_rows(title: str, about: About, *, subtitle: str = "") -> Iterator[tuple[str, str]]:
    """Yield (label, value) in the order of reading; a label may come several times."""
    yield "Title", title
    if subtitle and subtitle != about.filters:
        yield "Subtitle", subtitle
    yield "Filters", about.filters
    yield "Made at", stamp(about.made_at)
    yield "Counted", about.counted
    yield from (("Instrument", each) for each in about.instruments)
    yield from (("Limit", each) for each in about.limits)
    if about.is_masked:
        yield "Names", MASKED
    if about.is_synthetic:
        yield "Data", SYNTHETIC
    yield "Made by", about.program


def document_rows(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the same of a whole document, and how its tables are to be read."""
    yield from about_rows(content.title, content.about, subtitle=content.subtitle)
    yield "Cells", CELLS


def about_table(content: Content, *, ending: str) -> Table:
    """Return the same as a table, with the files of a document's tables and what limits each."""
    rows = list(document_rows(content))
    for block in tabled(content):
        file = f"File {block.key}{ending}"
        rows.append((file, f"{block.title}: {notation.count(len(block.table.rows), 'row')}"))
        rows += [(f"Limit of {block.key}{ending}", remark) for remark in block.remarks]
    return Table(columns=("What", "Text"), rows=tuple(rows))


def tabled(content: Content) -> Iterator[Chart | Listing]:
    """Yield every figure and table in order: each has a table."""
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Chart | Listing):
                yield block


def meanings_table(content: Content) -> Table:
    """Return what the document's numbers mean."""
    rows = ((each.title, *part) for each in content.meanings for part in each.parts)
    return Table(columns=("Number", "What", "Explanation"), rows=tuple(rows))


def meanings_mapping(meanings: tuple[Meaning, ...]) -> list[Mapping[str, Any]]:
    """Return the same as JSON has it."""
    return [
        {"title": each.title, "parts": [labelled(*part) for part in each.parts]}
        for each in meanings
    ]


def labelled(label: str, text: str) -> Mapping[str, str]:
    """Return a label with its text as JSON has them."""
    return {"label": label, "text": text}


def about_mapping(about: About) -> Mapping[str, Any]:
    """Return the same as JSON has it, in a fixed order."""
    return {
        "filters": about.filters,
        "made_at": about.made_at,
        "counted": about.counted,
        "instruments": about.instruments,
        "limits": about.limits,
        "is_masked": about.is_masked,
        "is_synthetic": about.is_synthetic,
        "program": about.program,
    }
