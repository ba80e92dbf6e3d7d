"""Exports beside the pages, with the real documents: several readers, no room, files that went."""

import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.documents import library
from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import NothingFoundError
from services.models.ask import Ask, OperationsAsk
from services.models.export import ExportOptions, ExportState, Format, Stage
from tests.services.use_cases.conftest import Clock
from tests.services.use_cases.exported import FILES, every_ask, payload, take


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """Return services on interviews of all vendors."""
    opened = build_services(Settings(), clock=clock)
    take(opened, tmp_path, map(payload, FILES))
    yield opened
    opened.close()


def test_an_export_that_cannot_begin_is_a_sentence(services, monkeypatch, tmp_path):
    """No room for temporary files: the page goes on, and so do exports once there is room."""
    jobs = services.deliveries.jobs
    chosen = ExportOptions(format=Format.JSON)
    (tmp_path / "file").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))

    failed = jobs.start(OperationsAsk(), chosen, title="Funnel", composer=library)
    state = jobs.state(failed)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    next_one = jobs.start(OperationsAsk(), chosen, title="Funnel", composer=library)

    assert (state.stage, state.title) == (Stage.FAILED, "Funnel")
    assert "Make room there" in state.words
    assert over(services, next_one).stage is Stage.DONE


def test_exports_go_on_when_the_machine_has_tidied_up(services):
    """The folder of a program that runs for weeks may go; what was in it is told."""
    jobs = services.deliveries.jobs
    chosen = ExportOptions(format=Format.JSON)
    first = jobs.start(OperationsAsk(), chosen, title="Funnel", composer=library)
    over(services, first)
    for path in (*jobs._own_folder().glob("*/*"), *jobs._own_folder().iterdir()):
        path.unlink() if path.is_file() else path.rmdir()
    jobs._own_folder().rmdir()

    second = jobs.start(OperationsAsk(), chosen, title="Funnel", composer=library)

    assert over(services, second).stage is Stage.DONE
    assert jobs.file(second)
    with pytest.raises(NothingFoundError, match="Make it again"):
        jobs.file(first)


def test_a_finished_export_that_is_called_off_is_gone(services):
    """It says so, and no longer that there is a file to fetch."""
    jobs = services.deliveries.jobs
    chosen = ExportOptions(format=Format.JSON)
    id_ = jobs.start(OperationsAsk(), chosen, title="Funnel", composer=library)
    over(services, id_)

    jobs.cancel(id_)

    assert (jobs.state(id_).stage, jobs.state(id_).file_name) == (Stage.CANCELLED, "")
    assert list(jobs._own_folder().iterdir()) == []


def test_several_readers_get_their_own_files(services):
    """Six at once, each another document; the one that is called off has none."""
    asks = [each for each in every_ask() if each.kind not in ("agents", "language", "questions")]
    begun: dict[str, str] = {}
    start = threading.Barrier(len(asks))

    def reader(ask: Ask) -> None:
        start.wait()
        chosen = ExportOptions(format=Format.HTML, masked=True)
        begun[ask.kind] = services.deliveries.jobs.start(
            ask, chosen, title=ask.kind, composer=library
        )
        if ask.kind == "cohorts":
            services.deliveries.jobs.cancel(begun[ask.kind])

    threads = [threading.Thread(target=reader, args=(ask,)) for ask in asks]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    states = {kind: over(services, id_) for kind, id_ in begun.items()}

    assert states.pop("cohorts").stage is Stage.CANCELLED
    assert {each.stage for each in states.values()} == {Stage.DONE}
    for kind, state in states.items():
        page = services.deliveries.jobs.file(begun[kind]).decode()
        assert f"<title>{state.title}" in page
        assert len(page.encode()) == state.size
    assert len({each.title for each in states.values()}) == len(asks) - 1


def over(services: Services, id_: str) -> ExportState:
    """Wait until an export is over."""
    for _ in range(3_000):
        state = services.deliveries.jobs.state(id_)
        if state.is_over:
            return state
        time.sleep(0.01)
    return pytest.fail("the export never came to an end")
