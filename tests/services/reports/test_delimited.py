"""Documents as comma-separated text: one file, or an archive that says what is in it."""

import csv
import io
from dataclasses import replace
from zipfile import ZipFile

from services.models.content import Section
from services.reports.delimited import csv_document
from tests.services.reports.sample import hostile_content, people_listing, sample_content


def rows_of(data: bytes) -> list[list[str]]:
    """Return the rows of a file."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_table_is_one_file():
    """With the mark that spreadsheets want, if it is wanted."""
    content = replace(sample_content(), sections=(Section("People", (people_listing(),)),))

    marked, plain = (csv_document(content, bom=bom) for bom in (True, False))

    assert (marked.suffix, plain.suffix) == (".csv", ".csv")
    assert marked.data == b"\xef\xbb\xbf" + plain.data
    assert rows_of(plain.data)[2][0] == "王小明"


def test_several_tables_are_an_archive_with_what_it_is():
    """About first, with the title and limits of each table; what the numbers mean last."""
    content = sample_content()

    made = csv_document(content, bom=True)

    with ZipFile(io.BytesIO(made.data)) as archive:
        names = archive.namelist()
        about = rows_of(archive.read("about.csv"))
    assert made.suffix == ".zip"
    assert names == [
        *("about.csv", "forest-0.csv", "funnel-1.csv"),
        *("people.csv", "reviews.csv", "transcript.csv", "meanings.csv"),
    ]
    assert ["Filters", content.about.filters] in about
    assert ["File people.csv", "Shortlist: 6 rows"] in about
    assert ["Limit of people.csv", "Shares are of all questions asked."] in about


def test_a_document_without_tables_is_what_it_says_of_itself():
    """Never an empty file."""
    content = replace(sample_content(), sections=())

    made = csv_document(content, bom=True)

    assert made.suffix == ".csv"
    assert ["Title", content.title] in rows_of(made.data)


def test_the_same_document_gives_the_same_bytes():
    """An archive carries the document's time, not that of its writing."""
    content = sample_content()

    first, second = csv_document(content, bom=True), csv_document(content, bom=True)

    assert first == second


def test_hostile_texts_are_run_by_no_spreadsheet():
    """In no file of the archive, with commas or semicolons."""
    made = csv_document(hostile_content(), bom=True)

    with ZipFile(io.BytesIO(made.data)) as archive:
        texts = [archive.read(name).decode("utf-8-sig") for name in archive.namelist()]

    cells = [
        cell.lstrip()
        for text in texts
        for separator in ",;\t"
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for cell in row
    ]
    assert not any(cell[:1] in set("=+-@") for cell in cells if cell)
