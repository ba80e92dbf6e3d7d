"""The doctor: what it finds well, what it finds wrong, and that it leaves with 1 then."""

import sqlite3
from contextlib import closing

import pytest

from tests.conftest import KEY


def _finding(ran, what):
    return next(one for one in ran.document if one["what"] == what)


def test_all_is_well_on_a_fresh_machine(scoreband):
    """An empty cache and no key are no fault: the findings say what to do."""
    ran = scoreband("doctor", "--json")

    qode = _finding(ran, "Qode")

    assert ran.code == 0
    assert all(one["is_good"] for one in ran.document)
    assert "SCOREBAND_QODE_API_KEY" in qode["text"]


def test_the_cache_is_counted(filled, tmp_path):
    """The database's place and what is in it, for people."""
    ran = filled("doctor")

    told = ran.out.decode()

    assert str(tmp_path / "scoreband.db") in told
    assert "4 interviews" in told


@pytest.mark.usefixtures("vendor")
def test_a_good_key_is_good(scoreband):
    """Asked online, the vendor says so; the key is not printed."""
    ran = scoreband("doctor", "--online", "--json")

    assert _finding(ran, "Qode")["is_good"]
    assert KEY not in ran.out.decode()


@pytest.mark.usefixtures("vendor")
def test_a_refused_key_is_a_fault(scoreband, monkeypatch):
    """Exit code 1, and the setting is named."""
    monkeypatch.setenv("SCOREBAND_QODE_API_KEY", "tk_wrong")

    ran = scoreband("doctor", "--online", "--json")

    assert ran.code == 1
    assert "SCOREBAND_QODE_API_KEY" in _finding(ran, "Qode")["text"]
    assert "tk_wrong" not in ran.out.decode() + ran.errors


def test_a_vendor_that_is_down_is_told_in_words(scoreband, vendor):
    """A web page instead of JSON is not taken for a good key."""
    vendor("html")

    ran = scoreband("doctor", "--online", "--json")

    assert ran.code == 1
    assert "web page instead of JSON" in _finding(ran, "Qode")["text"]


def test_a_database_that_cannot_be_opened_is_a_finding(filled, tmp_path):
    """The doctor tells it among the others and does not fall over."""
    with closing(sqlite3.connect(tmp_path / "scoreband.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    ran = filled("doctor", "--json")

    assert ran.code == 1
    assert "newer" in _finding(ran, "Database")["text"]
