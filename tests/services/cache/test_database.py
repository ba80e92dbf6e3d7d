"""Opening: modes, migrations with a backup, and every way a file can be unfit."""

import os
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from services.cache.database import open_database
from services.cache.migrating import known_revisions, upgrade
from services.cache.revision import NEWEST
from services.cache.sqlite.engine import create_file, engine_for, use_write_ahead_log
from services.cache.store import open_store
from services.errors import DatabaseError, StorageError
from services.models.browse import InterviewFilter, Sort, SortColumn
from tests.services.cache.conftest import NOON, Clock, an_interview, id_of, kept, listed, parse
from tests.services.cache.older import make_older

OWN_TABLES = {"person_search", "text_search"}


def reopen(path: Path):
    """Open the file anew."""
    return open_store(f"sqlite:///{path}", clock=Clock())


def modes(path: Path) -> dict[str, int]:
    """Return the modes of the database and what lies beside it."""
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}


def test_the_file_is_for_its_owner_only(opened, path):
    """A database that is made here, and its journal, may be read by nobody else."""
    kept(opened(), an_interview())

    found = modes(path)

    assert set(found) == {"scoreband.db", "scoreband.db-wal", "scoreband.db-shm"}
    assert set(found.values()) == {0o600}


def test_what_was_kept_is_there_after_reopening(path):
    """Closing and opening loses nothing."""
    first = reopen(path)
    kept(first, an_interview())
    first.close()

    second = reopen(path)

    assert second.count(InterviewFilter()) == 1
    second.close()


def test_the_migrations_make_the_tables_that_the_code_expects(store):
    """Schema and history never drift apart."""
    with store._database.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not any(name.startswith(own) for own in OWN_TABLES)
                )
            },
        )

        differences = compare_metadata(context, SQLModel.metadata)

    assert differences == []


def test_an_older_database_is_brought_up_to_date_after_a_backup(path):
    """Its interviews are kept, become searchable and listed anew, and a copy lies beside it."""
    path.parent.mkdir(parents=True)
    create_file(path)
    use_write_ahead_log(path)
    engine = engine_for(path, read_only=False)
    with engine.begin() as connection:
        upgrade(connection, "0001")
        connection.exec_driver_sql("INSERT INTO meta VALUES ('generation', '7')")
    engine.dispose()

    store = reopen(path)

    assert (store.generation(), store.check().revision) == (7, known_revisions()[0])
    store.close()
    (backup,) = path.parent.glob("*.backup-*")
    assert backup.name == "scoreband.db.backup-0001-20260304T120000Z"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    copy = sqlite3.connect(backup)
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    copy.close()


def test_interviews_of_the_first_version_become_searchable(path):
    """What was kept before there was a search is found after one rebuilding."""
    store = reopen(path.with_name("today.db"))
    kept(store, an_interview(name="Amara Quillfeather"))
    store.close()
    make_older(path, "0001", like=path.with_name("today.db"))

    migrated = reopen(path)
    waiting = migrated.check()
    counts = (migrated.rebuild(parse), migrated.index_pending(parse))

    assert (waiting.to_rederive, waiting.search_pending, counts) == (1, 1, (1, 1))
    assert migrated.count(InterviewFilter(text="amara")) == 1
    migrated.close()


def test_an_older_database_keeps_its_order_by_score_until_it_is_derived_anew(path):
    """The list is right at once, and after the rebuilding still."""
    store = reopen(path.with_name("today.db"))
    kept(store, *(an_interview(str(score), score=score) for score in (40.0, 90.0, None)))
    store.close()
    make_older(path, "0001", like=path.with_name("today.db"))

    migrated = reopen(path)
    by_score = Sort(column=SortColumn.SCORE)
    orders = [
        listed(migrated, sort=by_score),
        migrated.rebuild(parse),
        listed(migrated, sort=by_score),
    ]

    assert orders == [["90.0", "40.0", "None"], 3, ["90.0", "40.0", "None"]]
    migrated.close()


def test_a_newer_database_is_refused_and_left_alone(path):
    """The sentence says what to do, and no backup is made."""
    store = reopen(path)
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()

    with pytest.raises(DatabaseError, match=r"newer Scoreband \(revision 9999\)\. Install"):
        reopen(path)

    assert list(path.parent.glob("*.backup-*")) == []


def test_another_programs_database_is_refused(path):
    """Nothing is added to a file that is not ours."""
    path.parent.mkdir(parents=True)
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name)")
    other.commit()
    other.close()

    with pytest.raises(DatabaseError, match="another program's database"):
        reopen(path)


def test_a_file_that_is_no_database_is_refused(path):
    """A text file in the place of the database is told as such and left alone."""
    path.parent.mkdir(parents=True)
    path.write_text("Dear diary, " * 1_000)

    with pytest.raises(DatabaseError, match="not a database of Scoreband, or it is damaged"):
        reopen(path)

    assert path.read_text().startswith("Dear diary")


def test_a_damaged_database_is_told_as_such(path):
    """Pages that make no sense end in a sentence, wherever they are met."""
    store = reopen(path)
    kept(store, *(an_interview(f"i-{number}") for number in range(200)))
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(os.urandom(size - 8192))

    with pytest.raises(DatabaseError, match="damaged"):
        reopen(path).count(InterviewFilter(text="amara"))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://amara:hunter2@db.example.com/x", "names no SQLite file"),
        ("sqlite://", "names no SQLite file"),
        ("sqlite:///:memory:", "names no SQLite file"),
        ("scoreband.db", "is no database URL"),
        ("nosuch://x", "names no SQLite file"),
    ],
)
def test_a_url_that_names_no_file_is_refused_without_repeating_it(url, sentence):
    """A password in a wrong URL does not come back in the error."""
    clock = Clock()

    with pytest.raises(DatabaseError, match=sentence) as refused:
        open_store(url, clock=clock)

    assert "hunter2" not in str(refused.value)


def test_a_place_where_no_file_can_be_made_is_refused(tmp_path):
    """A folder that cannot be made is named with the reason."""
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DatabaseError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path}/file/below/scoreband.db", clock=Clock())


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    """A folder is no database."""
    url = f"sqlite:///{tmp_path}"

    with pytest.raises(DatabaseError, match="cannot be opened"):
        open_store(url, clock=Clock())


def test_a_read_only_file_can_be_read_and_refuses_writing(path):
    """Looking works; a write says why not, and what to do."""
    store = reopen(path)
    kept(store, an_interview())
    store.close()
    path.chmod(0o400)

    again = reopen(path)

    assert again.is_read_only
    assert again.payload(id_of("a-1")) is not None
    with pytest.raises(StorageError, match="may only be read"):
        kept(again, an_interview("b-2"))
    assert again.count(InterviewFilter()) == 1
    again.close()


def test_an_older_read_only_database_is_refused(path):
    """What cannot be brought up to date is not shown wrongly."""
    store = reopen(path)
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    store.close()
    path.chmod(0o400)

    with pytest.raises(DatabaseError, match="Make the file writable"):
        reopen(path)


def test_a_path_with_signs_of_a_url_is_only_a_path(tmp_path):
    """Blanks, percent and question marks in a folder's name do no harm."""
    path = tmp_path / "50% more data#1" / "my scores.db"

    store = open_database(f"sqlite:///{path}", now=NOON)

    assert path.exists()
    store.close()


def test_a_copied_file_opens_elsewhere(store, path, tmp_path):
    """A backup of the closed file is the whole database."""
    kept(store, an_interview())
    store.close()
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)

    copied = reopen(copy)

    assert copied.count(InterviewFilter()) == 1
    copied.close()


def test_a_sound_database_has_no_faults(store, path):
    """The check tells what is in the file and that all is well."""
    kept(store, an_interview())
    store.track("qode", ["a-1", "b-2"])

    health = store.check()

    assert (health.path, health.read_only, health.faults) == (str(path), False, ())
    assert (health.interviews, health.payloads, health.tracked) == (1, 1, 2)
    assert health.size > 0


def test_the_newest_revision_is_the_last_migration():
    """The number that saves loading the migrations is the one that they lead to."""
    last = known_revisions()[0]

    assert last == NEWEST
