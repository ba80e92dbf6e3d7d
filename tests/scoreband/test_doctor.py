"""The doctor: what it finds well, what it finds wrong, and that it leaves with 1 then."""

import sqlite3
from contextlib import closing

import pytest

from services.reports import chromium
from tests.chromium import path_or_skip
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


def test_the_browser_is_named_with_its_version(scoreband):
    """Whoever waits for a PDF learns which program makes it, and whether names can be printed."""
    path = path_or_skip()

    ran = scoreband("doctor", "--json")

    assert _finding(ran, "Browser")["is_good"]
    assert path in _finding(ran, "Browser")["text"]
    assert "Chrome/" in _finding(ran, "Browser")["text"]


def test_no_browser_is_no_fault(scoreband, monkeypatch):
    """Most formats do without: the finding says which, and what to install for the others."""
    monkeypatch.setattr(chromium, "_NAMES", ())
    monkeypatch.setattr(chromium, "_PLACES", ())
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)

    ran = scoreband("doctor", "--json")

    assert ran.code == 0
    assert _finding(ran, "Browser")["text"] == chromium.MISSING


def test_a_browser_that_was_set_and_is_not_there_is_a_fault(scoreband, monkeypatch):
    """A typing error in a setting is not passed over."""
    monkeypatch.setenv("SCOREBAND_CHROMIUM_PATH", "/nowhere/chrome")

    ran = scoreband("doctor", "--json")

    assert ran.code == 1
    assert "/nowhere/chrome" in _finding(ran, "Browser")["text"]
