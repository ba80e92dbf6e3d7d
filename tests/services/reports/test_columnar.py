"""Documents as Parquet: columns of one kind each, and what they are beside them."""

import io
from dataclasses import replace
from zipfile import ZipFile

import orjson
import pyarrow.parquet as pq

from services.models.content import Listing, Section
from services.models.export import Written
from services.models.table import Table
from services.reports.columnar import parquet_document
from tests.services.reports.sample import hostile_content, people_listing, sample_content


def of_table(table: Table) -> Written:
    """Return the file of a document with one table."""
    section = Section("One", (Listing("one", "One", table),))
    return parquet_document(replace(sample_content(), sections=(section,)))


def test_columns_have_the_kind_of_their_cells():
    """A column that holds any text is text throughout; one of nothing goes with every kind."""
    table = Table(
        columns=("Whole", "Number", "Mixed", "Nothing", "Huge"),
        rows=(
            (1, 0.5, 3, None, 2**70),
            (None, 2, "n/a", None, 1),
            (-3, float("nan"), 0.25, None, 2),
        ),
    )

    found = pq.read_table(io.BytesIO(of_table(table).data))

    assert [str(field.type) for field in found.schema] == [
        *("int64", "double", "string", "null", "double"),
    ]
    assert found.to_pydict() == {
        "Whole": [1, None, -3],
        "Number": [0.5, 2, None],
        "Mixed": ["3", "n/a", "0.25"],
        "Nothing": [None] * 3,
        "Huge": [2.0**70, 1, 2],
    }


def test_a_file_says_what_it_is():
    """As JSON in its metadata: which table it is, its limits, and what the numbers mean."""
    content = replace(sample_content(), sections=(Section("People", (people_listing(),)),))

    made = parquet_document(content)

    about = orjson.loads(pq.read_schema(io.BytesIO(made.data)).metadata[b"scoreband"])
    assert made.suffix == ".parquet"
    assert (about["title"], about["table"]["title"]) == (content.title, "Shortlist")
    assert about["table"]["limits"] == ["Shares are of all questions asked."]
    assert len(about["meanings"]) == len(content.meanings)
    assert about["made_at"] == "2026-11-23T15:04:00+01:00"


def test_columns_of_one_name_are_told_apart():
    """Readers find columns by name."""
    table = Table(columns=("A", "A", "A"), rows=((1, 2, 3),))

    found = pq.read_table(io.BytesIO(of_table(table).data))

    assert found.column_names == ["A", "A (2)", "A (3)"]


def test_several_tables_are_an_archive():
    """Also of hostile texts, and of tables without rows."""
    made = [parquet_document(each) for each in (sample_content(), hostile_content())]

    for each in made:
        with ZipFile(io.BytesIO(each.data)) as archive:
            about = orjson.loads(archive.read("about.json"))
            files = [name for name in archive.namelist() if name.endswith(".parquet")]
            tables = [pq.read_table(io.BytesIO(archive.read(name))) for name in files]
        assert each.suffix == ".zip"
        assert [f"{table['key']}.parquet" for table in about["tables"]] == files
        assert all(table.num_columns for table in tables)
