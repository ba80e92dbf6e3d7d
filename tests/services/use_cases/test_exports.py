"""Documents as files: whole or not at all, whatever fails, for several readers at once."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.documents import library
from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import (
    BrowserMissingError,
    DatabaseError,
    ExportCancelledError,
    InputError,
    NothingFoundError,
    ScorebandError,
    StorageError,
)
from services.models.ask import (
    Ask,
    CohortsAsk,
    ComparisonAsk,
    InterviewAsk,
    InterviewsAsk,
    LanguageAsk,
    OperationsAsk,
)
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition
from services.models.export import ExportOptions, Format
from services.models.plan import Pin, ReportPlan
from tests.services.use_cases.conftest import Clock
from tests.services.use_cases.exported import FILES, every_ask, id_of, payload, take

ONE, TWO = id_of("complete"), id_of("no_ci")
NOBODY = InterviewFilter(roles=("Nobody",))
DOCUMENTS = [each for each in Format if each not in (Format.PDF, Format.PNG, Format.SVG)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder: the database lies elsewhere."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """Return services on interviews of all vendors, without a browser."""
    nowhere = str(tmp_path / "no-chromium")
    opened = build_services(Settings(chromium_path=nowhere), clock=clock)
    take(opened, tmp_path, map(payload, FILES))
    yield opened
    opened.close()


def write(services: Services, wanted: Ask | ReportPlan, target: Path, **options):
    chosen = ExportOptions(**{"format": Format.JSON} | options)
    return services.deliveries.exports.write(wanted, chosen, target, composer=library)


@pytest.mark.parametrize(
    ("ask", "kind", "words"),
    [
        (ComparisonAsk(interviews=()), InputError, "2 to 5"),
        (ComparisonAsk(interviews=(ONE,)), InputError, "2 to 5"),
        (ComparisonAsk(interviews=tuple("abcdef")), InputError, "2 to 5"),
        (ComparisonAsk(interviews=(ONE, "nobody")), NothingFoundError, "nobody"),
        (InterviewAsk(interview=""), NothingFoundError, "No interview"),
        (InterviewAsk(interview="x" * 5_000), NothingFoundError, "No interview"),
        (CohortsAsk(cohorts=()), InputError, "1 to 8"),
        (LanguageAsk(table_id="nobody's"), InputError, "no table"),
        (LanguageAsk(dimension="Charm"), InputError, "Choose one of"),
    ],
)
@pytest.mark.parametrize("masked", [False, True])
def test_what_cannot_be_answered_leaves_the_old_file(services, folder, ask, kind, words, masked):
    """A sentence, the file of last week, and nothing beside it."""
    file = folder / "a.json"
    file.write_text("of last week")

    with pytest.raises(kind, match=words):
        write(services, ask, file, masked=masked)

    assert file.read_text() == "of last week"
    assert list(folder.iterdir()) == [file]


@pytest.mark.parametrize("format_", DOCUMENTS)
@pytest.mark.parametrize(
    "ask",
    [
        OperationsAsk(wanted=NOBODY),
        CohortsAsk(cohorts=(CohortDefinition(name="None", wanted=NOBODY),)),
        InterviewsAsk(wanted=NOBODY),
        LanguageAsk(wanted=NOBODY),
    ],
    ids=lambda ask: ask.kind,
)
def test_no_rows_are_an_answer_too(services, folder, ask, format_):
    """In every format: a document that says that there are none."""
    made = write(services, ask, folder, format=format_)

    assert made.size > 0
    assert list(folder.iterdir()) == [made.path]


@pytest.mark.parametrize("ask", [OperationsAsk(), InterviewsAsk()], ids=lambda ask: ask.kind)
def test_a_missing_folder_is_a_sentence(services, folder, ask):
    """It is not made: perhaps it was misspelt."""
    with pytest.raises(InputError, match="There is no folder"):
        write(services, ask, folder / "nowhere" / "a.json")

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("format_", DOCUMENTS)
@pytest.mark.parametrize("ask", [OperationsAsk(), InterviewsAsk()], ids=lambda ask: ask.kind)
def test_a_full_disk_is_a_sentence_and_leaves_the_old_file(
    services, folder, monkeypatch, ask, format_
):
    """Documents and extracts alike: nothing half-written, nothing lost."""
    file = folder / f"a.{format_}"
    file.write_text("of last week")
    whole = Path.replace

    def full(path: Path, target: Path) -> Path:
        if path.suffix == ".part":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(StorageError, match="The disk is full"):
        write(services, ask, file, format=format_)

    assert file.read_text() == "of last week"
    assert list(folder.iterdir()) == [file]


@pytest.mark.parametrize("format_", [Format.PDF, Format.PNG, Format.SVG])
def test_without_a_browser_nothing_is_written(services, folder, format_):
    """One sentence says what to set."""
    with pytest.raises(BrowserMissingError, match="SCOREBAND_CHROMIUM_PATH"):
        write(services, OperationsAsk(), folder, format=format_)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("ask", every_ask(), ids=lambda ask: ask.kind)
def test_who_calls_it_off_gets_no_file(services, folder, ask):
    """At the last word that is told before the file would be there."""

    def told(words: str, _share: float | None) -> None:
        if words not in ("Reading the interviews", "Drawing up the document"):
            raise ExportCancelledError

    with pytest.raises(ExportCancelledError):
        services.deliveries.exports.write(
            ask, ExportOptions(format=Format.JSON), folder, composer=library, told=told
        )

    assert list(folder.iterdir()) == []


def test_several_files_are_never_called_by_the_name_of_one(services, folder):
    """Tables and pictures that are written under one name do not take each other's place."""
    ask = InterviewAsk(interview=ONE)
    (folder / "a.zip").write_text("somebody else's")

    tables = write(services, ask, folder / "a.csv", format=Format.CSV)
    columns = write(services, ask, folder / "a.PARQUET", format=Format.PARQUET)

    assert (tables.path.name, columns.path.name) == ("a.csv.zip", "a.PARQUET.zip")
    assert (folder / "a.zip").read_text() == "somebody else's"


def test_one_file_is_not_called_an_archive(services, folder):
    """The name that was asked for would lie."""
    made = write(services, InterviewsAsk(), folder / "a.zip", format=Format.CSV)

    assert made.path.name == "a.csv"


@pytest.mark.parametrize("ask", [OperationsAsk(), InterviewsAsk()], ids=lambda ask: ask.kind)
def test_in_a_folder_no_document_takes_anothers_place(services, folder, ask):
    """A loop over many interviews writes more than one a minute, and not always one by one."""
    first = write(services, ask, folder)
    stem = first.path.stem
    (folder / f".{stem}-2.json.12ab34cd.part").touch()

    second = write(services, ask, folder)

    assert second.path.name == f"{stem}-3.json"
    assert first.path.exists()


def test_texts_of_five_thousand_signs_are_written(services, folder, tmp_path):
    """A title, a candidate's name, a role: whole documents, and short file names."""
    long = payload("qode/complete")
    long["candidate_profile"] = {"fullname": "Nguyễn " * 800}
    long["role_title"] = "Role " * 1_000
    take(services, tmp_path, [long])
    plan = ReportPlan(title="t" * 5_000, pins=(Pin(ask=InterviewAsk(interview=ONE)),))

    made = [write(services, plan, folder, format=each) for each in DOCUMENTS]
    named = write(services, InterviewAsk(interview=ONE), folder).path.read_text()
    masked = write(services, InterviewAsk(interview=ONE), folder, masked=True)

    assert all(each.size for each in made)
    assert max(len(each.path.name) for each in (*made, masked)) < 80
    assert "Nguyễn" in named
    assert "Nguyễn" not in masked.path.read_text()


@pytest.mark.usefixtures("services")
def test_a_cache_that_may_only_be_read_makes_documents(folder, tmp_path, clock):
    """Masked ones say that their pseudonyms are in no other document."""
    copy = tmp_path / "copy.db"
    with sqlite3.connect(tmp_path / "scoreband.db") as source, sqlite3.connect(copy) as target:
        source.backup(target)
        target.execute("DELETE FROM meta WHERE name = 'mask_key'")
    source.close(), target.close()
    copy.chmod(0o444)
    reading = build_services(Settings(database_url=f"sqlite:///{copy}"), clock=clock)

    made = [
        write(reading, ask, folder / f"{number}.json", masked=masked)
        for number, (ask, masked) in enumerate(
            (ask, masked) for ask in every_ask() for masked in (False, True)
        )
    ]
    reading.close()

    assert reading.store.is_read_only
    assert len(made) == len(list(folder.iterdir())) == 18
    assert "in no other one" in made[1].path.read_text()
    assert "in no other one" not in made[0].path.read_text()


def test_a_damaged_payload_takes_nothing_else_with_it(services, folder, tmp_path):
    """Its own report is a sentence; lists and the other parts of a report are made."""
    with sqlite3.connect(tmp_path / "scoreband.db") as database:
        database.execute(
            "UPDATE payload SET data = x'00ff' WHERE interview_id ="
            " (SELECT id FROM interview WHERE public_id = ?)",
            [ONE],
        )
    database.close()
    pins = tuple(Pin(ask=InterviewAsk(interview=each)) for each in (ONE, TWO))

    with pytest.raises(DatabaseError, match="damaged"):
        write(services, InterviewAsk(interview=ONE), folder)
    listed = write(services, InterviewsAsk(), folder / "list.csv", format=Format.CSV)
    planned = write(services, ReportPlan(pins=pins), folder / "plan.json").path.read_text()

    assert listed.path.read_text(encoding="utf-8-sig").count("\n") == len(FILES) + 1
    assert "What is stored of this interview is damaged" in planned
    assert len(planned) > 5_000


def test_every_error_that_leaves_is_one_of_ours(services, folder, monkeypatch):
    """A disk that fails while a plan is written is told as any other fault."""
    monkeypatch.setattr(Path, "write_bytes", broken)

    with pytest.raises(ScorebandError, match="could not be written"):
        write(services, ReportPlan(pins=(Pin(ask=OperationsAsk()),)), folder)

    assert list(folder.iterdir()) == []


def broken(_path: Path, _data: bytes) -> int:
    raise OSError(errno.EIO, os.strerror(errno.EIO))
