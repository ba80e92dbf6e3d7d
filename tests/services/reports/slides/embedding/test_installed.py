"""Which of this machine's fonts a deck may use, as fontconfig tells them."""

import os
import stat

import pytest

from services.reports.slides.embedding.installed import installed

ANSWER = """Upright\t/f/a.ttf\t0\t80\t100\t0\t41-5a 5c71
Upright\t/f/b.ttf\t0\t200\t100\t0\t41-5a
Slanted\t/f/c.ttf\t0\t80\t100\t100\t41
Thin\t/f/d.ttf\t0\t0\t100\t0\t41
Narrow\t/f/e.ttf\t0\t80\t75\t0\t41
Instance\t/f/f.ttf\t65536\t80\t100\t0\t41
Bitmap\t/f/g.pcf\t0\t80\t100\t0\t41
Collection\t/f/h.ttc\t3\t80\t100\t0\t5c71
a line that nobody expects
"""


@pytest.fixture
def answering(tmp_path, monkeypatch):
    """Put a program in fontconfig's place; nothing is remembered before or after."""

    def put(script):
        program = tmp_path / "fc-match"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IEXEC)

    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    installed.cache_clear()
    yield put
    installed.cache_clear()


def test_upright_faces_in_regular_and_bold_are_found(answering, tmp_path):
    """Variable, slanted, narrow and bitmap fonts are none of them; the order is fontconfig's."""
    (tmp_path / "answer").write_text(ANSWER)
    answering(f'printf "%s\\n" "$@" > {tmp_path}/asked; cat {tmp_path}/answer')

    found = installed("ja")

    assert [(each.family, each.index, each.is_bold) for each in found] == [
        ("Upright", 0, False),
        ("Upright", 0, True),
        ("Collection", 3, False),
    ]
    assert [each for each in "AZ山a" if found[0].has(each)] == ["A", "Z", "山"]
    assert (tmp_path / "asked").read_text().splitlines()[-1] == "sans-serif:variable=false:lang=ja"


@pytest.mark.parametrize("script", ["exit 3", "kill -9 $$", "printf '\\377\\376'"])
def test_a_program_that_fails_gives_no_fonts(answering, script):
    """Slides then name the fonts that readers have."""
    answering(script)

    found = installed("ja")

    assert found == ()


def test_words_that_are_no_language_are_not_asked_for(answering, tmp_path):
    """What a document says never reaches a program."""
    answering(f"touch {tmp_path}/asked")

    found = installed("ja:file=/etc/passwd")

    assert found == ()
    assert not (tmp_path / "asked").exists()
