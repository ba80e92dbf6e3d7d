"""The command as a whole: where its database comes from, how it leaves, what it never prints."""

import json
import os
import resource
import sqlite3
import stat
from contextlib import closing

import pytest

from tests.scoreband.conftest import FIXTURES


def test_the_database_can_be_named_before_and_after_the_command(scoreband, tmp_path):
    """Both places mean the same, and win over the environment."""
    other = tmp_path / "other.db"
    scoreband("--database", f"sqlite:///{other}", "import", FIXTURES / "complete.json")

    after = scoreband("list", "--json", "--database", f"sqlite:///{other}")
    before = scoreband("--database", other, "list", "--json")

    assert after.document["total"] == before.document["total"] == 1


def test_the_environment_names_the_database(scoreband, tmp_path, monkeypatch):
    """Without the option, SCOREBAND_DATABASE_URL counts; a plain path is an SQLite file."""
    monkeypatch.setenv("SCOREBAND_DATABASE_URL", str(tmp_path / "mine.db"))

    scoreband("import", FIXTURES / "complete.json")

    assert (tmp_path / "mine.db").exists()


def test_the_file_is_its_owners_alone(scoreband, tmp_path):
    """Nobody else on the machine can read it."""
    file = tmp_path / "scoreband.db"

    scoreband("import", FIXTURES / "complete.json")

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_version_is_one_line(scoreband):
    """For whoever reports a problem."""
    ran = scoreband("--version")

    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said", "help_of"),
    [
        (["nonsense"], "nonsense", ""),
        (["show", "--json"], "ID", " show"),
        (["import"], "PATH", " import"),
        (["sync", "--fast"], "--fast", " sync"),
        (["list", "--limit", "none"], "--limit", " list"),
        (["report", "operations", "--format", "scroll"], "'pdf', 'pptx'", " report operations"),
    ],
)
def test_wrong_usage_is_two_and_one_sentence(scoreband, words, said, help_of):
    """What is missing, unknown or no such value, and which help to read: nothing is done."""
    ran = scoreband(*words)

    assert (ran.code, ran.out, len(ran.failures)) == (2, b"", 1)
    assert said in ran.errors
    assert ran.errors.endswith(f"scoreband{help_of} --help\n")


@pytest.mark.parametrize("words", [[], ["export"]])
def test_without_a_command_the_help_is_told(scoreband, words):
    """Nothing was typed wrongly, but nothing is done either."""
    ran = scoreband(*words)

    assert (ran.code, ran.out) == (2, b"")
    assert "Commands:" in ran.failures


@pytest.mark.parametrize("command", [["list", "--json"], ["sync", "--json"], ["doctor", "--json"]])
def test_json_is_the_only_thing_on_stdout(filled, command):
    """One document from the first byte to the last."""
    ran = filled(*command)

    decoded, end = json.JSONDecoder().raw_decode(ran.out.decode())

    assert decoded
    assert ran.out.decode()[end:] == "\n"


def test_a_wrong_setting_is_named_and_its_value_is_not(scoreband, monkeypatch):
    """The sentence tells which one; what stands in it might be a secret."""
    monkeypatch.setenv("SCOREBAND_PORT", "tk_pasted-into-the-wrong-line")

    ran = scoreband("list")

    assert ran.code == 2
    assert "SCOREBAND_PORT" in ran.errors
    assert "tk_pasted" not in ran.errors


@pytest.mark.parametrize("url", ["postgresql://localhost/x", "sqlite://", "nonsense://x"])
def test_a_database_of_another_kind_is_refused(scoreband, url):
    """One sentence that says how to write it."""
    ran = scoreband("list", "--database", url)

    assert ran.code == 2
    assert "sqlite:///path/to/file.db" in ran.errors


def test_a_file_that_is_no_database_is_left_alone(scoreband, tmp_path):
    """The sentence says what to do, and not a byte is changed."""
    file = tmp_path / "notes.txt"
    file.write_bytes(b"Shopping list: salt, bread, and a very long rope. " * 40)
    before = file.read_bytes()

    ran = scoreband("list", "--database", file)

    assert ran.code == 2
    [line] = ran.failures
    assert "not a database of Scoreband" in line
    assert file.read_bytes() == before


def test_a_damaged_database_is_told_and_not_overwritten(filled, tmp_path):
    """Half of its pages are noise: a sentence, no traceback, and the file is as it was."""
    file = tmp_path / "scoreband.db"
    _checkpoint(file)
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)

    ran = filled("list", "--json")

    assert ran.code == 2
    assert ran.out == b""
    assert len(ran.failures) == 1
    assert "damaged" in ran.errors
    assert file.read_bytes() == content


def test_a_database_of_a_newer_version_is_refused(filled, tmp_path):
    """It is not touched: the sentence names its revision."""
    with closing(sqlite3.connect(tmp_path / "scoreband.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    ran = filled("list")

    assert ran.code == 2
    assert "newer Scoreband (revision 9999)" in ran.errors


def test_another_programs_database_is_refused(scoreband, tmp_path):
    """Its tables are not ours to write beside."""
    file = tmp_path / "theirs.db"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE recipe (name TEXT)")

    ran = scoreband("list", "--database", file)

    assert ran.code == 2
    assert "another program's database" in ran.errors


def test_a_read_only_database_can_be_read(filled, tmp_path):
    """Reading works; writing is one sentence, and what was stored is still there."""
    file = tmp_path / "scoreband.db"
    _checkpoint(file)
    file.chmod(0o400)

    listed = filled("list", "--json")
    written = filled("import", FIXTURES / "no_ci.json", FIXTURES / "hostile.json")

    assert listed.document["total"] == 4
    assert written.code == 1
    assert "may only be read" in written.errors
    assert filled("list", "--json").document["total"] == 4


def test_a_folder_in_place_of_the_file_is_told(scoreband, tmp_path):
    """The path is named, and the setting with it."""
    ran = scoreband("list", "--database", tmp_path)

    assert ran.code == 2
    assert str(tmp_path) in ran.errors
    assert "SCOREBAND_DATABASE_URL" in ran.errors


def test_a_full_disk_loses_nothing_that_was_stored(filled, tmp_path):
    """No room for more pages: one sentence, exit code 1, and the cache answers as before."""
    file = tmp_path / "scoreband.db"
    before = filled("list", "--json").document

    ran = _without_room(filled, file)

    assert ran.code == 1
    assert "disk" in ran.errors
    assert filled("list", "--json").document == before


def _without_room(scoreband, file):
    """Run an import while no file may grow beyond the database's size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    big = file.with_name("big.json")
    document = json.loads((FIXTURES / "hostile.json").read_bytes())
    document["summary"] = {"noise": os.urandom(file.stat().st_size).hex()}
    big.write_text(json.dumps(document))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        return scoreband("import", big)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _checkpoint(file):
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
