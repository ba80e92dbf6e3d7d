"""`scoreband report` and `export` when they are stopped, crowded or given odd places."""

import json
import os
import signal
import subprocess
import sys
from contextlib import closing

import pytest

from components.documents import library
from scoreband.machine_zone import machine_zone
from services.bootstrap import build_services
from services.config import Settings
from services.models.export import ExportOptions, Format
from services.models.identity import local_id
from tests.scoreband.conftest import FIXTURES
from tests.services.use_cases.exported import every_ask
from tests.waiting import GIVES_UP_AFTER_S, comes_true, until

# One that does not come up is aborted, and its last words say where every thread of it stood.
COMMAND = [sys.executable, "-X", "faulthandler", "-c", "from scoreband.cli import main; main()"]
ONE, TWO = (
    local_id("qode", json.loads((FIXTURES / f"{name}.json").read_bytes())["interview_id"])
    for name in ("complete", "no_ci")
)
WORDS = (
    ["report", "interview", ONE],
    ["report", "compare", ONE, TWO],
    ["report", "cohorts", "--cohort", "all"],
    ["report", "agents"],
    ["report", "questions"],
    ["report", "language"],
    ["report", "integrity"],
    ["report", "operations"],
    ["export", "interviews"],
)
_ENDED = """
import sys, time
from pathlib import Path
from scoreband.endings import ended_in_good_order
from services.reports.files import replacing

with ended_in_good_order(), replacing(Path(sys.argv[1])) as beside:
    beside.write_text("half")
    print("halfway", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path):
    """Return an empty folder: the database lies elsewhere."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def hears_interrupts() -> None:
    """Undo what a shell does to commands in the background, whose children are deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def without_times(document):
    """Return a document but for when it was made, and by what n it is called."""
    document["about"].pop("made_at")
    return document


@pytest.mark.parametrize("masked", [False, True], ids=["named", "masked"])
@pytest.mark.parametrize(
    ("words", "ask"), list(zip(WORDS, every_ask(), strict=True)), ids=lambda each: str(each)[:30]
)
def test_the_command_makes_what_the_screen_makes(filled, folder, words, ask, masked):
    """The same document of the same ask, but for the minute."""
    if words[1] == "cohorts":
        ask = ask.model_copy(
            update={"cohorts": (ask.cohorts[0].model_copy(update={"name": "All interviews"}),)}
        )
    options = ExportOptions(format=Format.JSON, masked=masked, zone=machine_zone())

    ran = filled(*words, "--out", folder / "a.json", *(["--masked"] if masked else []))
    with closing(build_services(Settings())) as services:
        jobs = services.deliveries.jobs
        id_ = jobs.start(ask, options, title="", composer=library)
        until(lambda: jobs.state(id_).is_over)
        from_screen = json.loads(jobs.file(id_))

    assert ran.code == 0
    from_shell = json.loads((folder / "a.json").read_bytes())
    assert without_times(from_shell) == without_times(from_screen)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_file_that_is_half_written_goes_with_the_command(folder, how):
    """The old one stays."""
    file = folder / "a.csv"
    file.write_text("of last week")
    command = [sys.executable, "-c", _ENDED, str(file)]

    with subprocess.Popen(  # noqa: S603  (our own program)
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=hears_interrupts,
    ) as process:
        told = process.stdout.readline()
        process.send_signal(how)

    assert told == "halfway\n"
    assert process.returncode == (-how if how is signal.SIGINT else 128 + how)
    assert list(folder.iterdir()) == [file]
    assert file.read_text() == "of last week"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_command_that_is_stopped_leaves_nothing_behind(folder, tmp_path, how, code):
    """While it waits for a browser that hangs: no file, no profile, no traceback."""
    hangs, begun = tmp_path / "hangs", tmp_path / "begun"
    hangs.write_text(f"#!/bin/sh\n: > '{begun}'\nexec sleep 60\n")
    hangs.chmod(0o755)
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    environment = {
        **os.environ,
        "SCOREBAND_CHROMIUM_PATH": str(hangs),
        "TMPDIR": str(profiles),
    }
    command = [*COMMAND, "report", "operations", "--out", str(folder / "a.pdf")]

    with subprocess.Popen(  # noqa: S603  (our own command)
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hears_interrupts,
    ) as process:
        has_begun = comes_true(lambda: begun.exists() or process.poll() is not None)
        process.send_signal(how if has_begun else signal.SIGABRT)
        out, errors = process.communicate()

    assert has_begun, errors
    assert (process.returncode, out) == (code, "")
    assert "Traceback" not in errors
    assert list(folder.iterdir()) == list(profiles.iterdir()) == []


@pytest.mark.usefixtures("filled")
def test_two_commands_into_one_file_leave_one_whole_document(folder):
    """Whoever ends last wins; nobody sees half of either."""
    command = [*COMMAND, "report", "operations", "--out", str(folder / "a.json")]

    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]  # noqa: S603  (our own command)
    codes = [each.wait(GIVES_UP_AFTER_S) for each in both]

    assert codes == [0, 0]
    assert [each.name for each in folder.iterdir()] == ["a.json"]
    assert json.loads((folder / "a.json").read_bytes())["title"] == "Funnel"


def test_a_loop_into_one_folder_keeps_every_report(filled, folder):
    """Several reports of one minute have names of their own."""
    made = [
        filled("report", "interview", each, "--format", "json", "--out", folder, "--json")
        for each in (ONE, TWO)
    ]

    assert [each.code for each in made] == [0, 0]
    assert {each.document["file"] for each in made} == {str(each) for each in folder.iterdir()}
    assert len(list(folder.iterdir())) == 2


def test_tables_of_a_document_are_an_archive_that_says_so(filled, folder):
    """The printed file is the one that is there, also in the JSON."""
    ran = filled("report", "interview", ONE, "--out", folder / "a.csv", "--json")

    (file,) = folder.iterdir()
    assert file.name == "a.csv.zip"
    assert (ran.document["file"], ran.document["format"]) == (str(file), "csv")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["report", "cohorts", "--cohort", "all", "--metric", "skill:Charm"], "There are: "),
        (["report", "compare", *[ONE] * 6], "Choose 2 to 5"),
        (["report", "agents", "--interview", "nobody"], "No interview “nobody”"),
        (["report", "interview", ""], "No interview “”"),
        (["report", "cohorts", *["--cohort", "all"] * 9], "Name 1 to 8 cohorts"),
    ],
)
def test_what_is_not_there_is_named(filled, folder, words, said):
    """A metric that nobody has is no silent other one."""
    ran = filled(*words, "--out", folder / "a.html")

    assert ran.code in (1, 2)
    assert said in ran.errors
    assert len(ran.failures) == 1
    assert list(folder.iterdir()) == []


def test_a_metric_is_found_however_it_is_spelt(filled, folder):
    """As everywhere on the command line; the document is that of its own spelling."""
    words = ["report", "cohorts", "--cohort", "all", "--pool", "versions", "--metric"]

    codes = [
        filled(*words, metric, "--out", folder / f"{metric}.json").code
        for metric in ("skill:SQL", "skill:sql")
    ]
    one, other = (json.loads(each.read_bytes()) for each in sorted(folder.iterdir()))

    assert codes == [0, 0]
    assert without_times(one) == without_times(other)


def test_a_pipe_is_not_replaced_by_a_file(filled, folder):
    """Nor is a device: as root that would take it from everybody."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)

    ran = filled("report", "operations", "--format", "json", "--out", pipe)

    assert ran.code == 2
    assert "is no file" in ran.errors
    assert pipe.is_fifo()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        (">/dev/full", 1, "Standard output could not be written"),
        (">&-", 2, "There is no standard output"),
    ],
)
def test_standard_output_that_takes_nothing_is_a_sentence(redirection, code, said):
    """A full disk behind a redirection, or none at all."""
    line = f'exec "$@" {redirection}'
    words = ["report", "operations", "--format", "json", "--out", "-"]

    ran = subprocess.run(  # noqa: S603  (our own command)
        ["/bin/sh", "-c", line, "sh", *COMMAND, *words],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr.count("\n")) == (code, 1)
    assert said in ran.stderr


def test_pictures_of_a_list_are_a_sentence(filled, folder):
    """It has no figure; another format is named."""
    ran = filled("export", "interviews", "--out", folder / "a.png")

    assert (ran.code, list(folder.iterdir())) == (2, [])
    assert "no figure" in ran.errors
