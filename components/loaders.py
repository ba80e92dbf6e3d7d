"""The one door from Streamlit to the services: every `st.cache_*` is here."""

from collections.abc import Sequence
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
from services.models.interview import Asset
from services.models.report import InterviewReport
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


def refetch(vendor: str, vendor_interview_id: str) -> None:
    """Fetch one interview anew, final or not."""
    services().sync.refetch(vendor, vendor_interview_id)


def import_file(file: IO[bytes], *, name: str) -> ImportReport:
    """Import an uploaded file."""
    imports = services().imports
    return imports.take(imports.files.in_stream(file, name=name))
