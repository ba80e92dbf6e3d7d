"""Exports that run beside the pages: started, asked after, called off, fetched."""

import logging
import secrets
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Lock

from services.errors import ExportCancelledError, NothingFoundError, ScorebandError
from services.models.ask import Ask
from services.models.export import ExportOptions, ExportState, FinishedExport, Stage
from services.models.plan import ReportPlan
from services.reports.writing import MIMES
from services.use_cases.exports import Composer, Exports

_log = logging.getLogger(__name__)
_AT_ONCE = 3
_KEPT_FOR = timedelta(minutes=30)
_MOST_JOBS = 200
_FAILED = (
    "This document could not be made. Nothing that was stored is lost. Try again; if this comes "
    "back, the log says where it happened."
)
_NO_ROOM = (
    "This export could not begin: the server's folder for temporary files is full or cannot be "
    "written. Make room there and try again."
)
_GONE = "This export is no longer kept. Make it again."
_Order = tuple[Ask | ReportPlan, ExportOptions, Composer]


@dataclass
class _Job:
    """One export; only its own thread changes what it says."""

    id: str
    title: str
    started_at: datetime
    folder: Path | None = None
    unwanted: Event = field(default_factory=Event)
    run: Future[None] | None = None
    stage: Stage = Stage.WAITING
    words: str = "Waiting for its turn"
    share: float | None = None
    finished: FinishedExport | None = None

    def discard(self) -> None:
        """Remove its file, whole or not."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def called_off(self) -> None:
        """Be over without a file, even where there was one already."""
        self.finished, self.words, self.stage = None, "Called off.", Stage.CANCELLED
        self.discard()

    def told(self, words: str, share: float | None) -> None:
        """Keep how far it has come.

        Raises:
            ExportCancelledError: it was called off.
        """
        if self.unwanted.is_set():
            msg = "The export was called off."
            raise ExportCancelledError(msg)
        self.words, self.share = words, share

    def state(self) -> ExportState:
        made = self.finished
        return ExportState(
            id=self.id,
            title=made.title if made else self.title,
            stage=self.stage,
            words=self.words,
            share=self.share,
            file_name=made.path.name if made else "",
            mime=MIMES.get(made.path.suffix, "") if made else "",
            size=made.size if made else 0,
        )


class ExportJobs:
    """Runs exports in threads of their own; a few at once, the others wait.

    Who knows an id may ask after it: ids cannot be guessed, and each reader is given their own.
    Files lie in a private folder for half an hour.
    """

    def __init__(self, exports: Exports, clock: Callable[[], datetime]) -> None:
        self._exports = exports
        self._clock = clock
        self._jobs: dict[str, _Job] = {}
        self._lock = Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._folder: Path | None = None

    def start(
        self, wanted: Ask | ReportPlan, options: ExportOptions, *, title: str, composer: Composer
    ) -> str:
        """Begin an export; return its id. One that cannot even begin has failed."""
        job = _Job(secrets.token_hex(16), title, self._clock())
        with self._lock:
            self._sweep()
            self._jobs[job.id] = job
            try:
                job.folder = self._made_folder(job.id)
            except OSError as error:
                _log.warning("an export could not begin: %s", type(error).__name__)
                job.words, job.stage = _NO_ROOM, Stage.FAILED
            else:
                self._pool = self._pool or ThreadPoolExecutor(_AT_ONCE, "export")
                order = (wanted, options, composer)
                job.run = self._pool.submit(self._run, job, job.folder, order=order)
        return job.id

    def state(self, id_: str) -> ExportState:
        """Return how far an export has come; one that is no longer kept has failed."""
        job = self._jobs.get(id_)
        if job is None:
            return ExportState(id=id_, title="", stage=Stage.FAILED, words=_GONE)
        return job.state()

    def cancel(self, id_: str) -> None:
        """Call an export off; its file, finished or not, goes.

        One that waits for its turn is over at once, and one that runs within a moment.
        """
        job = self._jobs.get(id_)
        if job:
            job.unwanted.set()
            if job.stage is Stage.DONE or (job.run and job.run.cancel()):
                job.called_off()

    def file(self, id_: str) -> bytes:
        """Return the finished file.

        Raises:
            NothingFoundError: it is not finished, or no longer kept.
        """
        job = self._jobs.get(id_)
        try:
            if job and job.finished:
                return job.finished.path.read_bytes()
        except OSError:
            _log.warning("the file of an export has gone")
        raise NothingFoundError(_GONE)

    def close(self) -> None:
        """Call everything off and remove all files."""
        with self._lock:
            for job in self._jobs.values():
                job.unwanted.set()
            if self._pool:
                self._pool.shutdown(wait=True, cancel_futures=True)
            if self._folder:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._jobs, self._pool, self._folder = {}, None, None

    def _run(self, job: _Job, folder: Path, *, order: _Order) -> None:
        wanted, options, composer = order
        try:
            job.stage = Stage.RUNNING
            made = self._exports.write(wanted, options, folder, composer=composer, told=job.told)
            job.finished = made
            job.share, job.words, job.stage = 1.0, made.counted, Stage.DONE
        except ExportCancelledError:
            job.called_off()
        except ScorebandError as error:
            job.words, job.stage = str(error), Stage.FAILED
        except Exception as error:  # noqa: BLE001  (a thread's last word: a reader waits for one)
            _log.error("an export failed with %s", type(error).__name__)
            job.words, job.stage = _FAILED, Stage.FAILED
        if job.unwanted.is_set():
            job.called_off()
        elif job.stage is not Stage.DONE:
            job.discard()

    def _made_folder(self, id_: str) -> Path:
        folder = self._own_folder() / id_
        folder.mkdir(mode=0o700)
        return folder

    def _own_folder(self) -> Path:
        # Machines that run for weeks tidy their temporary files: it may have gone meanwhile.
        if self._folder is None or not self._folder.is_dir():
            self._folder = Path(tempfile.mkdtemp(prefix="scoreband-exports-"))
        return self._folder

    def _sweep(self) -> None:
        """Forget what is over for long, or the oldest of too many."""
        over = [job for job in self._jobs.values() if job.state().is_over]
        too_many = max(0, len(self._jobs) - _MOST_JOBS)
        limit = self._clock() - _KEPT_FOR
        for number, job in enumerate(over):
            if number < too_many or job.started_at < limit:
                job.discard()
                del self._jobs[job.id]
