"""The vendors: their state, and everything that asks one of them or takes in a file."""

from collections.abc import Sequence
from typing import IO

from components.loaders.opening import services
from services.models.scheduling import Answers, FormField, NewInterviewRequest, ScheduledInterview
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun
from services.use_cases.discovery import DiscoveryReport
from services.use_cases.importing import ImportReport
from services.use_cases.progress import Listener
from services.use_cases.sources import Source
from services.use_cases.sync import SyncReport


def sources() -> tuple[Source, ...]:
    """Return every vendor with its state."""
    return services().sources.all()


def source(vendor: str) -> Source:
    """Return one vendor with its state."""
    return services().sources.one(vendor)


def check_source(vendor: str) -> str:
    """Ask a vendor whether the key is good."""
    return services().sources.check(vendor)


def track(vendor: str, vendor_interview_ids: Sequence[str]) -> int:
    """Remember interviews to be fetched; return how many are new."""
    return services().sync.track(vendor, vendor_interview_ids)


def sync(vendor: str, listener: Listener) -> SyncReport:
    """Fetch what is due of one vendor."""
    return services().sync.run(vendor, listener=listener)


def discover(vendor: str, listener: Listener) -> DiscoveryReport:
    """Ask a vendor which interviews there are."""
    return services().discovery.run(vendor, listener=listener)


def estimate_speech(vendor: str, recording: Recording) -> SpeechEstimate:
    """Return what it will cost to have a recording scored."""
    return services().speech.estimate(vendor, recording)


def submit_speech(vendor: str, recording: Recording, request: SpeechRequest) -> SpeechRun:
    """Have a recording scored."""
    return services().speech.submit(vendor, recording, request)


def refetch(vendor: str, vendor_interview_id: str) -> None:
    """Fetch one interview anew, final or not."""
    services().sync.refetch(vendor, vendor_interview_id)


def schedule_form(vendor: str) -> tuple[FormField, ...]:
    """Return the fields that a new interview of a vendor needs."""
    return services().schedules.form(vendor)


def prepare_schedule(vendor: str, answers: Answers) -> NewInterviewRequest:
    """Return what would be sent to make an interview."""
    return services().schedules.prepare(vendor, answers)


def send_schedule(vendor: str, request: NewInterviewRequest) -> ScheduledInterview:
    """Make an interview."""
    return services().schedules.send(vendor, request)


def import_file(file: IO[bytes], *, name: str) -> ImportReport:
    """Import an uploaded file."""
    imports = services().imports
    return imports.take(imports.files.in_stream(file, name=name))
