"""`scoreband report` and `scoreband export`: the same documents as on the screen, for cron."""

import json

import pytest
from openpyxl import load_workbook

from services.models.identity import local_id
from tests.scoreband.conftest import FIXTURES

VENDORS_ID = json.loads((FIXTURES / "complete.json").read_bytes())["interview_id"]
OTHERS_ID = json.loads((FIXTURES / "no_ci.json").read_bytes())["interview_id"]
OUR_ID = local_id("qode", VENDORS_ID)
PERSON = ("Оюунаа", "оюунаа", "oyunaa", VENDORS_ID)
EVERY = [
    ["report", "interview", OUR_ID],
    ["report", "compare", OUR_ID, OTHERS_ID],
    ["report", "cohorts", "--cohort", "all", "--cohort", "role=Data Engineer", "--period", "week"],
    ["report", "cohorts", "--cohort", "all", "--kind", "skill", "--pool", "versions", "--bands"],
    ["report", "agents", "--filter", "vendor=qode", "--instrument", "qode:pf_domain_3p_v4"],
    ["report", "agents", "--interview", VENDORS_ID],
    ["report", "questions", "--pool", "vendors"],
    ["report", "language", "--level", "B2"],
    ["report", "integrity", "--by", "role", "--per-hour"],
    ["report", "operations", "--by", "month"],
    ["export", "interviews", "--filter", "vendor=qode", "--sort", "-score"],
]


@pytest.fixture
def folder(tmp_path):
    """Return an empty folder: the database lies elsewhere."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.mark.parametrize("words", EVERY, ids=lambda words: "-".join(words[:2]))
def test_every_kind_is_written_and_told(filled, folder, words):
    """One document of JSON says where it lies, how long it is, what it is, and its n."""
    ran = filled(*words, "--format", "html", "--out", folder, "--masked", "--json")

    assert (ran.code, ran.errors) == (0, "")
    (file,) = folder.iterdir()
    page = file.read_text()
    assert ran.document["file"] == str(file)
    assert ran.document["bytes"] == file.stat().st_size
    assert (ran.document["format"], ran.document["masked"]) == ("html", True)
    assert isinstance(ran.document["n"], int)
    assert ran.document["title"] in page
    assert not [word for word in PERSON if word in page or word in file.name]


def test_a_report_names_its_person_unless_it_is_masked(filled, folder):
    """Without --masked the name stands in the page, never in the file's name."""
    ran = filled("report", "interview", VENDORS_ID, "--format", "html", "--out", folder)

    (file,) = folder.iterdir()
    assert ran.code == 0
    assert str(file) in ran.out.decode()
    assert "Оюунаа Бат" in file.read_text()
    assert not [word for word in PERSON if word in file.name]


def test_an_export_is_what_the_list_shows(filled, tmp_path):
    """All rows, the format from the file's ending, an empty cell where there is no score."""
    ran = filled("export", "interviews", "--sort", "score", "--out", tmp_path / "all.xlsx")

    book = load_workbook(tmp_path / "all.xlsx", read_only=True)
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    head = next(row for row in rows if "Overall score" in row)
    scores = [row[head.index("Overall score")] for row in rows[rows.index(head) + 1 :]]
    book.close()
    assert ran.code == 0
    assert scores[:4] == [58, 64, 71, None]


def test_standard_output_holds_the_document_alone(filled):
    """For a pipe: nothing before it and nothing after it."""
    ran = filled("export", "interviews", "--format", "json", "--out", "-", "--masked")

    assert ran.code == 0
    assert not [word for word in PERSON if word in str(ran.document)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["report", "interview", "nobody", "--out", "a.html"], 1),
        (["report", "compare", OUR_ID, "--out", "a.html"], 2),
        (["report", "cohorts", "--cohort", "nobody's", "--out", "a.html"], 2),
        (["report", "cohorts", "--cohort", "all", "--metric", "fit", "--out", "a.html"], 2),
        (["report", "cohorts", "--cohort", "all", "--metric", "skill:X", "--kind", "domain"], 2),
        (["report", "agents", "--pool", "vendors", "--instrument", "qode", "--out", "a.html"], 2),
        (["report", "language", "--level", "D1", "--out", "a.html"], 2),
        (["report", "language", "--table", "none", "--out", "a.html"], 2),
        (["report", "operations", "--filter", "colour=red", "--out", "a.html"], 2),
        (["report", "operations", "--filter", "vendor=nosuch", "--out", "a.html"], 2),
        (["report", "agents", "--instrument", "nosuch:v2", "--out", "a.html"], 2),
        (["export", "interviews", "--filter", "outcome=won", "--out", "a.csv"], 2),
        (["report", "operations", "--zone", "Mars", "--out", "a.html"], 2),
        (["report", "operations", "--out", "a.doc"], 2),
        (["report", "operations", "--out", "nowhere/a.html"], 2),
        (["report", "operations", "--format", "html", "--out", "-", "--json"], 2),
        (["export", "interviews", "--sort", "fit", "--out", "a.csv"], 2),
    ],
)
def test_what_cannot_be_done_is_one_sentence(filled, tmp_path, monkeypatch, words, code):
    """On standard error, with the exit code of its kind, and no file is left behind."""
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())

    ran = filled(*words)

    assert (ran.code, ran.out) == (code, b"")
    assert len(ran.failures) == 1
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ["export", "interviews", "--filter", "role=Welder", "--out", "a.csv", "--json"],
        ["report", "operations", "--filter", "tag=none", "--format", "html", "--json"],
        ["list", "--filter", "version=none", "--json"],
    ],
)
def test_a_filter_that_nothing_matches_is_told(filled, tmp_path, monkeypatch, words):
    """A mistyped role is no mistake of the command: it does its work, and says what came of it."""
    monkeypatch.chdir(tmp_path)

    ran = filled(*words)

    assert (ran.code, len(ran.failures)) == (0, 1)
    assert ran.document.get("n", ran.document.get("total")) == 0


def test_a_file_that_was_there_stays_when_the_document_fails(filled, tmp_path):
    """It is replaced by a finished one only."""
    file = tmp_path / "a.html"
    file.write_text("the old one")

    failed = filled("report", "interview", "nobody", "--out", file)
    kept = file.read_text()
    done = filled("report", "interview", OUR_ID, "--out", file)

    assert (failed.code, kept) == (1, "the old one")
    assert done.code == 0
    assert "Оюунаа Бат" in file.read_text()
