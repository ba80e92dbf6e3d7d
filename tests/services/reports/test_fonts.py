"""Which scripts this machine has letters for."""

from services.reports import fonts


def _machine(tmp_path, monkeypatch, *lines):
    """Let the test's folder be the only place where programs lie."""
    if lines:
        program = tmp_path / "fc-list"
        program.write_text("\n".join(["#!/bin/sh", *lines, ""]))
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_scripts_without_a_font_are_named(tmp_path, monkeypatch):
    """A font that knows the signs of a script is enough for it."""
    _machine(tmp_path, monkeypatch, 'case "$1" in *738b*|*1f600*) ;; *) echo A Font;; esac')

    found = fonts.lacking()

    assert found == ("Chinese", "emoji")


def test_nothing_is_said_where_nobody_can_be_asked(tmp_path, monkeypatch):
    """No fontconfig is not the same as no fonts."""
    _machine(tmp_path, monkeypatch)

    found = fonts.lacking()

    assert found is None
