"""The warm browser when it dies, hangs or is not there: a sentence, and the next job works."""

import logging
import os
import signal
import subprocess
import sys

import pytest

from services.errors import BrowserMissingError, ExportError
from services.models.export import Paper
from services.reports import chromium
from tests.chromium import path_or_skip
from tests.services.reports.processes import browsers, gone, renderers

pytestmark = pytest.mark.browser

FIGURE = {"data": [{"x": [1, 2], "y": [1, 2]}], "layout": {"height": 120}}
READY = "<!doctype html><p>fine<script>document.body.dataset.ready = 'yes'</script>"
SHORT_S = 4
"""A time-out for jobs that never end."""

_KILLED = """
import os, signal, sys
from services.reports.browser import WarmBrowser

browser = WarmBrowser(sys.argv[1])
browser.version()
print("running", flush=True)
sys.stdin.read(1)
if sys.argv[2] == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def program(tmp_path):
    """Return a function that writes a program that is no Chromium, or only sometimes one."""

    def written(*lines):
        file = tmp_path / "not-a-chromium"
        file.write_text("\n".join(["#!/bin/sh", *lines, ""]))
        file.chmod(0o755)
        return str(file)

    return written


def test_it_starts_with_the_first_job_and_leaves_nothing_behind(own, profiles):
    """No process before, one while it is warm, no process and no folder after."""
    browser = own()
    before = browsers(profiles)

    browser.pictures([FIGURE], width=200)
    browser.pdf(READY, paper=Paper.A4)
    warm = browsers(profiles)
    browser.close()

    assert (before, len(warm)) == (set(), 1)
    assert gone(profiles)
    assert list(profiles.iterdir()) == []


def test_a_profile_is_private(own, profiles):
    """Nobody else on the machine looks into it."""
    own().version()

    (profile,) = profiles.iterdir()

    assert profile.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("victims", [renderers, browsers], ids=["page", "browser"])
def test_one_that_died_is_started_again(own, profiles, victims):
    """Whoever asks next does not notice."""
    browser = own()
    browser.pictures([FIGURE], width=200)

    for process in victims(profiles):
        os.kill(process, signal.SIGKILL)
    (drawn,) = browser.pictures([FIGURE], width=200)

    assert drawn.png
    assert len(browsers(profiles)) == 1


def test_one_that_keeps_dying_is_a_sentence(own, program):
    """After the second time nobody tries again: a page may be too much for the machine."""
    mortal = own(program(f'{path_or_skip()} "$@" &', "sleep 1", "kill -9 0"))

    with pytest.raises(ExportError, match="broke down, twice"):
        mortal.pdf("<!doctype html><p>never ready", paper=Paper.A4)


@pytest.mark.parametrize(
    "page",
    ["<p>never ready", "<body><p>x<script>while (true) {}</script>"],
    ids=["never ready", "endless script"],
)
def test_a_page_that_hangs_is_a_sentence(own, profiles, page):
    """It is stopped when its time is over; the sentence names the setting."""
    browser = own(timeout_s=SHORT_S)

    with pytest.raises(ExportError, match="SCOREBAND_EXPORT_TIMEOUT_SECONDS"):
        browser.pdf(f"<!doctype html>{page}", paper=Paper.A4)
    hung = browsers(profiles)
    pdf = browser.pdf(READY, paper=Paper.A4)

    assert hung == set()
    assert pdf.startswith(b"%PDF")


def test_a_browser_that_stands_still_is_stopped(own, profiles):
    """One that neither reads nor answers blocks nobody, however much it is told."""
    browser = own(timeout_s=SHORT_S)
    browser.version()
    for process in browsers(profiles):
        os.killpg(process, signal.SIGSTOP)

    with pytest.raises(ExportError, match="longer than 4 s"):
        browser.pdf(READY + "x" * 3_000_000, paper=Paper.A4)

    assert gone(profiles)
    assert browser.pdf(READY, paper=Paper.A4)


def test_a_figure_with_100_000_points_is_drawn_or_a_sentence(own):
    """A machine that is too slow for it says so; either way the next job works."""
    browser = own(timeout_s=SHORT_S)
    dots = {"type": "scatter", "mode": "markers", "x": list(range(100_000))}
    dots["y"] = [number * 7919 % 100_003 for number in dots["x"]]

    try:
        told = [
            len(picture.png) for picture in browser.pictures([FIGURE | {"data": [dots]}], width=600)
        ]
    except ExportError as error:
        told = str(error)

    assert told
    assert browser.pdf(READY, paper=Paper.A4)


@pytest.mark.parametrize("end", ["killed", "ended"])
def test_it_does_not_outlive_its_parent(profiles, end):
    """Neither a program that ends nor one that is killed leaves a browser running."""
    command = [sys.executable, "-c", _KILLED, path_or_skip(), end]
    parent = subprocess.Popen(  # noqa: S603  (our own program)
        command,
        env={**os.environ, "TMPDIR": str(profiles)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout.readline() == "running\n"
    running = browsers(profiles)

    parent.communicate("x")

    assert len(running) == 1
    assert gone(profiles)
    assert end == "killed" or list(profiles.iterdir()) == []


def test_where_the_sandbox_fails_it_runs_without_and_says_so(own, program, monkeypatch, caplog):
    """A user who is not root gets the sandbox where there is one, and a PDF where there is none."""
    path = path_or_skip()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    fake = program(f'case "$*" in *--no-sandbox*) exec {path} "$@";; esac', "exit 1")

    with caplog.at_level(logging.WARNING):
        pdf = own(fake).pdf(READY, paper=Paper.A4)

    assert pdf.startswith(b"%PDF")
    assert "without its sandbox" in caplog.text


@pytest.mark.parametrize(
    "lines",
    [("echo a dump of secrets >&2", "exit 127"), ("printf 'half an answer' >&4", "kill -9 $$")],
    ids=["ends", "dies in its answer"],
)
def test_one_that_does_not_start_is_a_sentence(own, program, profiles, caplog, lines):
    """What to install, and nothing of what the program said."""
    browser = own(program(*lines))

    with pytest.raises(BrowserMissingError) as caught, caplog.at_level(logging.DEBUG):
        browser.pdf(READY, paper=Paper.A4)

    assert str(caught.value) == chromium.MISSING
    assert "secrets" not in caplog.text
    assert [file.name for file in profiles.iterdir()] == ["not-a-chromium"]


def test_nothing_of_a_document_is_logged(own, caplog):
    """A page's own words, its errors and its console stay between it and its reader."""
    noisy = "<script>console.error('a private word'); throw new Error('a private word')</script>"

    with caplog.at_level(logging.DEBUG):
        own().pdf(READY + noisy, paper=Paper.A4)

    assert "private" not in caplog.text


def test_it_can_be_used_after_it_was_closed(own):
    """Closing lets go of the process, not of the promise."""
    browser = own()
    browser.pdf(READY, paper=Paper.A4)

    browser.close()
    pdf = browser.pdf(READY, paper=Paper.A4)

    assert pdf.startswith(b"%PDF")
