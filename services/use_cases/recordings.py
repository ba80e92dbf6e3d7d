"""Use case: keep the recordings of answers, whose links die, and find them again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from services.cache.archive import Archive, KeptRecording
from services.errors import NothingFoundError, VendorError
from services.models.identity import local_id
from services.models.interview import Asset, AssetKind, Interview
from services.use_cases.progress import Failure
from services.vendors.vendor import Recorder


@dataclass(frozen=True)
class ArchiveReport:
    """What came of archiving one interview; `failures` name each question left out, and why."""

    kept: Sequence[KeptRecording] = ()
    """Those that are new; what was there before is not among them."""
    failures: Sequence[Failure] = ()


@dataclass(frozen=True)
class Recordings:
    """Keeps recordings of the vendors that have a recorder: those with archiving switched on."""

    files: Archive
    recorders: Mapping[str, Recorder]
    """By the vendor's name."""

    def archive(self, interview: Interview, public_id: str) -> ArchiveReport:
        """Download every recording of an answer that is not yet kept, soon after a fetch.

        A recording that cannot be had never stops another.

        Raises:
            StorageError: the disk is full, or cannot be written; what was kept before is untouched.
        """
        recorder = self.recorders.get(interview.vendor)
        if recorder is None:
            return ArchiveReport()
        there = self.files.kept(public_id)
        kept: list[KeptRecording] = []
        failures: list[Failure] = []
        for question, url in _recordings(interview.assets).items():
            if question in there:
                continue
            try:
                write = partial(recorder.download, url)
                kept.append(self.files.keep(public_id, question, write))
            except VendorError as error:
                failures.append(Failure(f"Question {question + 1}", str(error)))
        return ArchiveReport(kept, failures)

    def archive_or_fail(self, interview: Interview) -> None:
        """Archive what a sync has just stored; what could not be had is told in one error.

        Raises:
            NothingFoundError: some recordings could not be had; the others are kept.
            StorageError: the disk is full, or cannot be written.
        """
        public_id = local_id(interview.vendor, interview.vendor_interview_id)
        failures = self.archive(interview, public_id).failures
        if failures:
            first = failures[0]
            more = f" ({len(failures) - 1} more like this)" if len(failures) > 1 else ""
            msg = f"The recording of {first.item.lower()} is not kept{more}. {first.sentence}"
            raise NothingFoundError(msg)

    def close(self) -> None:
        """Let go of the recorders' connections."""
        for recorder in self.recorders.values():
            recorder.close()

    def kept(self, public_id: str) -> Mapping[int, KeptRecording]:
        """Return the recordings of an interview by the question, whatever the settings are now."""
        return self.files.kept(public_id)

    def open(self, public_id: str, question_index: int) -> Path | None:
        """Return the file of one answer's recording; None if it is not kept."""
        found = self.files.kept(public_id).get(question_index)
        return found.path if found else None

    def forget(self, public_id: str) -> None:
        """Delete every recording of an interview.

        Raises:
            StorageError: the folder cannot be written.
        """
        self.files.forget(public_id)


def _recordings(assets: Sequence[Asset]) -> Mapping[int, str]:
    """Return the links to single answers; of several to one, the first."""
    found: dict[int, str] = {}
    for asset in assets:
        if asset.kind is AssetKind.AUDIO and asset.question_index is not None:
            found.setdefault(asset.question_index, asset.url)
    return found
