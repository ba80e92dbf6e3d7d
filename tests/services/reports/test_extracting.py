"""Extracts as files: the same rows in every format, typed, inert, and never a zero for nothing."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import orjson
import pyarrow.parquet as pq
import pytest

from services.models.export import ExportOptions, Format
from services.models.extract import ColumnKind, Extract, ExtractCell, ExtractColumn, moment
from services.reports.extract_workbook import write_xlsx
from services.reports.extracting import Heading, write_extract
from tests.services.reports.sample import about
from tests.services.reports.sample_texts import NASTY, PEOPLE

COLUMNS = tuple(
    ExtractColumn(name=name, kind=kind)
    for name, kind in (
        ("Candidate", ColumnKind.TEXT),
        ("Score", ColumnKind.NUMBER),
        ("Notices", ColumnKind.WHOLE),
        ("Date (UTC)", ColumnKind.MOMENT),
        ("Final", ColumnKind.FLAG),
    )
)
NOON = datetime(2026, 3, 4, 12, 30, 15, 250_000, tzinfo=UTC)
NOON_MS = 1_772_627_415_250
HEADING = Heading("Interviews", about())
ROWS: tuple[tuple[ExtractCell, ...], ...] = (
    (PEOPLE[1], 71.5, 3, NOON_MS, True),
    (None, None, None, None, None),
    ("=1+1", -0.1, 0, NOON_MS, False),
)


def an_extract(rows: Sequence[tuple[ExtractCell, ...]] = ROWS, *, size: int = 2) -> Extract:
    """Return these rows in parts of `size`."""
    starts = range(0, len(rows), size)
    parts = (list(zip(*rows[at : at + size], strict=True)) for at in starts)
    return Extract(COLUMNS, len(rows), ("Qode, v2",), parts)


def written(path: Path, format_: Format, extract: Extract | None = None) -> Path:
    """Write an extract and return where it is."""
    options = ExportOptions(format=format_)
    write_extract(extract or an_extract(), path, options=options, heading=HEADING)
    return path


def test_csv_has_every_row(tmp_path):
    """Numbers bare, times to the second, nothing as nothing, formulas as text."""
    path = tmp_path / "x.csv"

    written(path, Format.CSV)

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        '"Candidate","Score","Notices","Date (UTC)","Final"',
        f'"{PEOPLE[1]}",71.5,3,2026-03-04 12:30:15,true',
        ",,,,",
        '"\'=1+1",-0.1,0,2026-03-04 12:30:15,false',
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_hostile_texts_are_run_by_no_spreadsheet(tmp_path, separator):
    """Whatever separator the reader's country expects."""
    rows = tuple((text, 1.5, 1, None, None) for text in NASTY)
    path = written(tmp_path / "x.csv", Format.CSV, an_extract(rows))

    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=separator) for cell in row]

    assert not any(cell.lstrip()[:1] in set("=+-@") for cell in cells if cell.strip())


def test_xlsx_has_typed_cells(tmp_path):
    """Numbers, times and truths are what they are; nothing is empty; a formula is a text."""
    path = written(tmp_path / "x.xlsx", Format.XLSX)

    book = openpyxl.load_workbook(path)

    sheet = book["Interviews"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert values[0][:3] == [PEOPLE[1], 71.5, 3]
    assert abs((values[0][3] - NOON.replace(tzinfo=None)).total_seconds()) < 0.01
    assert values[0][4] is True
    assert values[1] == [None] * 5
    assert (sheet["A4"].value, sheet["A4"].data_type, sheet["A4"].quotePrefix) == (
        "=1+1",
        "s",
        True,
    )
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E4"
    assert sheet.column_dimensions["D"].width > len("2026-03-04 12:30:15")
    assert {row[0].value: row[1].value for row in book["About"].iter_rows()}["Filters"] == (
        HEADING.about.filters
    )


@pytest.mark.parametrize(("rows", "sheets"), [(0, 1), (3, 1), (4, 2), (7, 3)])
def test_more_rows_than_a_sheet_holds_go_on_in_another(tmp_path, rows, sheets):
    """Each with its own heading, and no empty one at the end."""
    every = tuple((f"Person {number}", 1.0, 1, None, None) for number in range(rows))
    path = tmp_path / "x.xlsx"

    write_xlsx(an_extract(every), path, heading=HEADING, rows_a_sheet=3)

    book = openpyxl.load_workbook(path)
    found = [sheet for sheet in book.worksheets if sheet.title != "About"]
    names = [row[0] for sheet in found for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(found) == sheets
    assert names == [f"Person {number}" for number in range(rows)]
    assert {sheet["A1"].value for sheet in found} == {"Candidate"}


def test_parquet_keeps_kinds_and_says_what_it_is(tmp_path):
    """Times are UTC; the document's words are in the file's metadata."""
    path = written(tmp_path / "x.parquet", Format.PARQUET)

    table = pq.read_table(path)

    assert [str(field.type) for field in table.schema] == [
        *("string", "double", "int64", "timestamp[ms, tz=UTC]", "bool"),
    ]
    times = table["Date (UTC)"].to_pylist()
    assert times == [NOON, None, NOON]
    assert [row["Candidate"] for row in table.to_pylist()] == [row[0] for row in ROWS]
    assert table["Score"].to_pylist() == [71.5, None, -0.1]
    assert orjson.loads(table.schema.metadata[b"scoreband"])["filters"] == HEADING.about.filters


def test_a_time_is_counted_from_1970():
    """Also one before it, to the millisecond."""
    cells = (NOON_MS, 0, -1)

    times = [moment(cell) for cell in cells]

    assert times == [
        NOON,
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC),
    ]


def test_json_is_one_document(tmp_path):
    """About, columns and interviews; a row says null where there is nothing."""
    path = written(tmp_path / "x.json", Format.JSON)

    document = orjson.loads(path.read_bytes())

    assert list(document) == ["about", "columns", "interviews"]
    assert document["columns"][1] == {"name": "Score", "kind": "number"}
    assert document["interviews"][0]["Date (UTC)"] == "2026-03-04T12:30:15.250000Z"
    assert document["interviews"][1] == {column.name: None for column in COLUMNS}


@pytest.mark.parametrize("format_", [Format.CSV, Format.XLSX, Format.PARQUET, Format.JSON])
def test_an_extract_without_rows_can_be_read(tmp_path, format_):
    """Headings and nothing below."""
    path = written(tmp_path / f"x.{format_}", format_, an_extract(()))

    rows = {
        Format.CSV: lambda: path.read_text(encoding="utf-8-sig").splitlines()[1:],
        Format.XLSX: lambda: list(openpyxl.load_workbook(path)["Interviews"].iter_rows(min_row=2)),
        Format.PARQUET: lambda: pq.read_table(path).to_pylist(),
        Format.JSON: lambda: orjson.loads(path.read_bytes())["interviews"],
    }[format_]()

    assert rows == []


def test_how_far_it_is_is_told_before_each_part(tmp_path):
    """As a share of all rows, from none on."""
    shares: list[float | None] = []

    write_extract(
        an_extract(size=1),
        tmp_path / "x.json",
        options=ExportOptions(format=Format.JSON),
        heading=HEADING,
        told=lambda _words, share: shares.append(share),
    )

    assert shares == [0, pytest.approx(1 / 3), pytest.approx(2 / 3)]
