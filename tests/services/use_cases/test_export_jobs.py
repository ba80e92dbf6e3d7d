"""Exports that run beside the pages."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import NothingFoundError, StorageError
from services.models.ask import OperationsAsk
from services.models.export import ExportOptions, ExportState, Format, Stage
from services.use_cases.export_jobs import ExportJobs
from tests.services.cache.conftest import Clock
from tests.services.reports.sample import sample_content

JSON = ExportOptions(format=Format.JSON)


class Composer:
    """Makes the same document of everything; waits at the gate, or fails there."""

    def __init__(self, fault: Exception | None = None, *, is_open: bool = True) -> None:
        self.gate = threading.Event()
        self.fault = fault
        if is_open:
            self.gate.set()

    def content(self, _answered: object, _edition: object):
        assert self.gate.wait(20)
        if self.fault:
            raise self.fault
        return sample_content()

    def assembled(self, *_: object):
        return sample_content()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(clock: Clock) -> Iterator[Services]:
    """Return services on an empty cache."""
    opened = build_services(Settings(), clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def jobs(services: Services) -> ExportJobs:
    return services.deliveries.jobs


def over(jobs: ExportJobs, id_: str) -> ExportState:
    """Wait until an export is over."""
    for _ in range(1_000):
        state = jobs.state(id_)
        if state.is_over:
            return state
        time.sleep(0.01)
    return pytest.fail("the export never came to an end")


def begin(jobs: ExportJobs, composer: Composer, options: ExportOptions = JSON) -> str:
    return jobs.start(OperationsAsk(), options, title="Funnel", composer=composer)


def test_a_finished_export_is_fetched_under_the_documents_own_name(jobs: ExportJobs):
    """With its size and its kind."""
    id_ = begin(jobs, Composer())

    state = over(jobs, id_)

    data = jobs.file(id_)
    assert state.stage is Stage.DONE
    assert (state.size, state.mime) == (len(data), "application/json")
    assert state.file_name == f"{sample_content().stem}.json"
    assert state.title == sample_content().title


def test_a_running_export_says_what_it_does_and_has_no_file(jobs: ExportJobs):
    """Asking for the file too early is told, not answered with half of it."""
    composer = Composer(is_open=False)
    id_ = begin(jobs, composer)

    state = jobs.state(id_)
    with pytest.raises(NothingFoundError, match="Make it again"):
        jobs.file(id_)

    composer.gate.set()
    assert not state.is_over
    assert state.title == "Funnel"
    assert over(jobs, id_).stage is Stage.DONE


def test_an_export_that_is_called_off_leaves_no_file(jobs: ExportJobs):
    """It stops at its next step."""
    composer = Composer(is_open=False)
    id_ = begin(jobs, composer)

    jobs.cancel(id_)
    composer.gate.set()

    assert over(jobs, id_).stage is Stage.CANCELLED
    assert not any(jobs._own_folder().glob("*/*"))


def test_an_export_that_waits_for_its_turn_is_called_off_at_once(jobs: ExportJobs):
    """Those that run are not waited for, and not touched."""
    composer = Composer(is_open=False)
    *running, waiting = [begin(jobs, composer) for _ in range(4)]

    jobs.cancel(waiting)
    called_off = jobs.state(waiting)

    composer.gate.set()
    assert (called_off.stage, called_off.words) == (Stage.CANCELLED, "Called off.")
    assert {over(jobs, id_).stage for id_ in running} == {Stage.DONE}
    assert {each.name for each in jobs._own_folder().iterdir()} == set(running)


def test_a_deliberate_error_is_its_sentence(jobs: ExportJobs):
    """The reader is told what to do."""
    id_ = begin(jobs, Composer(StorageError("The disk is full.")))

    state = over(jobs, id_)

    assert (state.stage, state.words) == (Stage.FAILED, "The disk is full.")


def test_a_bug_is_a_sentence_too_and_its_text_is_in_no_log(
    jobs: ExportJobs, caplog: pytest.LogCaptureFixture
):
    """A text of an error may quote a candidate."""
    id_ = begin(jobs, Composer(RuntimeError("Nguyễn Ánh")))

    state = over(jobs, id_)

    assert state.stage is Stage.FAILED
    assert "Nothing that was stored is lost" in state.words
    assert "RuntimeError" in caplog.text
    assert "Nguyễn" not in caplog.text


def test_several_exports_run_at_once_and_all_come_to_their_end(jobs: ExportJobs):
    """More than there are threads: the others wait."""
    composer = Composer(is_open=False)
    ids = [begin(jobs, composer) for _ in range(7)]

    composer.gate.set()

    assert {over(jobs, id_).stage for id_ in ids} == {Stage.DONE}
    assert len({jobs.file(id_) for id_ in ids}) == 1


def test_an_unknown_export_is_over(jobs: ExportJobs):
    """A tray that was left open over a restart says so."""
    state = jobs.state("of-yesterday")

    assert state.stage is Stage.FAILED
    assert "no longer kept" in state.words


def test_old_files_go_when_the_next_export_begins(jobs: ExportJobs, clock: Clock):
    """After half an hour nobody comes back for them."""
    old = begin(jobs, Composer())
    over(jobs, old)
    clock.now += timedelta(minutes=31)

    new = begin(jobs, Composer())
    over(jobs, new)

    assert jobs.state(old).stage is Stage.FAILED
    assert [each.name for each in jobs._own_folder().iterdir()] == [new]


def test_nothing_is_left_behind_when_the_program_ends(services: Services):
    """The folder goes, with what was never fetched."""
    jobs = services.deliveries.jobs
    over(jobs, begin(jobs, Composer()))
    folder = jobs._own_folder()

    services.close()

    assert not folder.exists()
