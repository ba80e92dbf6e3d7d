"""The one door from Streamlit to the services: every `st.cache_*` is here."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import streamlit as st

from services.bootstrap import Services, build_services
from services.config import Settings
from services.models.browse import (
    Facets,
    InterviewFilter,
    InterviewPage,
    Neighbours,
    PageRequest,
    SearchAnswer,
    Sort,
)
from services.models.cefr import CefrTable
from services.models.comparison import Comparison
from services.models.funnel import FunnelAnswer, Split
from services.models.interview import Asset
from services.models.ladder import LanguageAnswer
from services.models.people import LinkSuggestion, LinkVerdict, Person
from services.models.report import InterviewReport
from services.models.scheduling import (
    Answers,
    FormField,
    NewInterviewRequest,
    ScheduledInterview,
)
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun
from services.use_cases.discovery import DiscoveryReport
from services.use_cases.importing import ImportReport
from services.use_cases.progress import Listener
from services.use_cases.sources import Source
from services.use_cases.sync import SyncReport


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """Return the process-wide services."""
    return build_services(Settings())


def settings() -> Settings:
    """Return the settings that the services were built with."""
    return services().settings


def is_synthetic() -> bool:
    """Return whether the cache holds invented interviews."""
    return services().store.flag("synthetic")


def facets() -> Facets:
    """Return the values of the filters; counted anew only after something was stored."""
    return _facets(services().store.generation())


@st.cache_data(max_entries=4, show_spinner=False)
def _facets(_generation: int) -> Facets:
    return services().browse.facets()


def interviews(chosen: InterviewFilter, *, sort: Sort, request: PageRequest) -> InterviewPage:
    """Return one page of the list."""
    return services().browse.page(chosen, sort=sort, request=request)


def neighbours(interview_id: str, chosen: InterviewFilter, *, sort: Sort) -> Neighbours:
    """Return what stands before and after an interview in the list of `chosen`."""
    return services().browse.neighbours(interview_id, chosen, sort=sort)


def search(text: str, *, limit: int) -> SearchAnswer:
    """Return the newest interviews in which the words of `text` stand."""
    return services().browse.search(text, limit=limit)


def report(interview_id: str) -> InterviewReport:
    """Return everything about one interview."""
    return services().interviews.report(interview_id)


def recordings(interview_id: str) -> Mapping[int, Path]:
    """Return the recordings that are kept of an interview, by the question."""
    kept = services().recordings.kept(interview_id)
    return {question: recording.path for question, recording in kept.items()}


def payload(interview_id: str) -> bytes:
    """Return the vendor's own answer, byte for byte."""
    return services().interviews.raw(interview_id)


def identity_image(interview_id: str) -> Asset:
    """Return the link to the identity picture; the request is logged."""
    return services().interviews.identity_image(interview_id)


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


def vendor_titles() -> Mapping[str, str]:
    """Return how each vendor spells its name, by its short name."""
    return services().sources.titles()


def comparison(interview_ids: Sequence[str]) -> Comparison:
    """Return two to five interviews side by side."""
    return services().compare.compare(interview_ids)


def language(
    chosen: InterviewFilter, *, dimension: str, table_id: str | None, limit: int, offset: int
) -> LanguageAnswer:
    """Return the levels of a filter's language results."""
    return services().language.levels(
        chosen, dimension=dimension, table_id=table_id, limit=limit, offset=offset
    )


def cefr_tables() -> tuple[CefrTable, ...]:
    """Return the published tables that a level can be derived through."""
    return services().language.tables()


def funnel(chosen: InterviewFilter, *, by: Split | None) -> FunnelAnswer:
    """Return how far a filter's interviews got."""
    return services().operations.funnel(chosen, by=by)


def person(interview_id: str) -> Person:
    """Return everything about the person who sat an interview."""
    return services().people.person(interview_id)


def suggested_links() -> Sequence[LinkSuggestion]:
    """Return pairs of candidates that may be one person, on whom nobody has decided."""
    return services().people.suggestions()


def link_people(a: str, b: str, verdict: LinkVerdict) -> None:
    """Note whether two candidates are one person."""
    services().people.decide(a, b, verdict)


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
