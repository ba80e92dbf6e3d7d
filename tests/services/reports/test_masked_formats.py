"""Masked documents of every kind in every format name nobody: read with real readers."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from components.documents import library
from services.analysis.name_words import COMMON, NEVER_ALONE, PARTICLES
from services.bootstrap import Services, build_services
from services.config import Settings
from services.models.ask import (
    AgentsAsk,
    Ask,
    CohortsAsk,
    ComparisonAsk,
    IntegrityAsk,
    InterviewAsk,
    InterviewsAsk,
    LanguageAsk,
    OperationsAsk,
    QuestionsAsk,
)
from services.models.browse import InterviewFilter, InterviewRow, PageRequest, Sort
from services.models.cohort import CohortDefinition
from services.models.export import ExportOptions, Format, Paper
from services.reports.browser import WarmBrowser
from services.reports.deadline import StillWanted
from services.reports.renderer import Picture
from services.sandbox.options import SandboxOptions
from tests.services.reports.filling import fill
from tests.services.reports.reading import said

pytestmark = pytest.mark.browser

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
OPTIONS = SandboxOptions(interviews=10, api_key="a-key", today=NOW, compact=True)
KINDS = (
    *("interview", "comparison", "cohorts", "agents", "questions", "language", "integrity"),
    *("operations", "interviews"),
)
WRITTEN = [
    (kind, format_)
    for kind in KINDS
    for format_ in Format
    # A list has no figure, and too few interviews have the same questions.
    if kind not in ("interviews", "questions") or format_ not in (Format.PNG, Format.SVG)
]
TEXTS = (Format.PDF, Format.PPTX, Format.HTML, Format.XLSX, Format.JSON)
SIGNED = re.compile(r"Candidate [2-9B-Z]{4}-[2-9B-Z]{4}")


class Remembering:
    """Draws with a browser, each set of figures once: PNG and SVG are made of the same."""

    def __init__(self, browser: WarmBrowser) -> None:
        self._browser = browser
        self._drawn: dict[str, Sequence[Picture]] = {}

    def pictures(
        self, figures: Sequence[Mapping[str, Any]], *, width: int, still_wanted: StillWanted
    ) -> Sequence[Picture]:
        key = hashlib.sha256(json.dumps([width, *figures]).encode()).hexdigest()
        if key not in self._drawn:
            self._drawn[key] = self._browser.pictures(
                figures, width=width, still_wanted=still_wanted
            )
        return self._drawn[key]

    def pdf(self, html: str, *, paper: Paper, still_wanted: StillWanted) -> bytes:
        return self._browser.pdf(html, paper=paper, still_wanted=still_wanted)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a database with the demo's interviews of all vendors."""
    url = f"sqlite:///{tmp_path_factory.mktemp('masked') / 'demo.db'}"
    with closing(opened(url)) as services:
        fill(services, OPTIONS, at=NOW)
    return url


@pytest.fixture(scope="module")
def services(database: str, warm: WarmBrowser) -> Iterator[Services]:
    """Return services on these interviews."""
    with closing(opened(database)) as made:
        exports = made.deliveries.exports
        drawing = replace(made.deliveries, exports=replace(exports, renderer=Remembering(warm)))
        vars(made)["deliveries"] = drawing
        yield made


@pytest.fixture(scope="module")
def asks(services: Services) -> Mapping[str, Ask]:
    """Return an ask of each kind; the interview is one with a transcript and a name."""
    scored = [row for row in rows(services) if row.vendor == "qode" and row.overall.value]
    ids = tuple(row.id for row in scored[:3])
    return {
        "interview": InterviewAsk(interview=ids[0]),
        "comparison": ComparisonAsk(interviews=ids),
        "cohorts": CohortsAsk(cohorts=(CohortDefinition(name=f"Like {scored[0].candidate_name}"),)),
        "agents": AgentsAsk(),
        "questions": QuestionsAsk(),
        "language": LanguageAsk(requirement="B2"),
        "integrity": IntegrityAsk(),
        "operations": OperationsAsk(),
        "interviews": InterviewsAsk(),
    }


@pytest.fixture(scope="module")
def people(services: Services) -> re.Pattern[str]:
    """Return what finds anybody: whole names, their parts, addresses, vendors' ids."""
    words: set[str] = set()
    for each in services.store.identities([row.id for row in rows(services)]).values():
        words |= {each.vendor_interview_id, each.email or "", each.name or ""}
        parts = re.split(r"[\s,]+", each.name or "")
        words |= {part for part in parts if len(part) > 2 and _tells(part)}
    either = "|".join(sorted(map(re.escape, words - {""}), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


@pytest.fixture(scope="module")
def made(services: Services, asks: Mapping[str, Ask], tmp_path_factory: pytest.TempPathFactory):
    """Return a function that gives the name and the bytes of a masked document, made once."""
    folder = tmp_path_factory.mktemp("documents")
    done: dict[tuple[str, Format], Path] = {}

    def make(kind: str, format_: Format) -> tuple[str, bytes]:
        if (kind, format_) not in done:
            options = ExportOptions(format=format_, masked=True)
            done[kind, format_] = services.deliveries.exports.write(
                asks[kind], options, folder, composer=library
            ).path
        path = done[kind, format_]
        return path.name, path.read_bytes()

    return make


def opened(url: str) -> Services:
    return build_services(Settings(database_url=url), clock=lambda: NOW)


def rows(services: Services) -> Sequence[InterviewRow]:
    return services.store.page(InterviewFilter(), Sort(), PageRequest(limit=1_000)).rows


def _tells(part: str) -> bool:
    """Tell whether a part of a name is no word that any document may hold."""
    plain = part.strip(".").casefold()
    return plain not in COMMON | NEVER_ALONE | PARTICLES | {"thu", "sou", "nam"}


@pytest.mark.parametrize(("kind", "format_"), WRITTEN)
def test_nobody_is_named_anywhere_in_a_masked_document(made, people, kind, format_):
    """No name, nor a part of it, no address, id or link: in no part, property, note or alt text."""
    name, data = made(kind, format_)

    text = said(data, name)

    assert {found.group() for found in people.finditer(text)} == set()
    assert "@example" not in text
    assert "127.0.0.1" not in text
    assert "example.com/" not in text


@pytest.mark.parametrize("format_", [each for each in Format if each is not Format.PNG])
def test_the_reader_would_have_found_a_name(services, asks, people, tmp_path, format_):
    """Proof of the proof: without the mask the same reading finds people. Pixels are not read."""
    kinds = {Format.SVG: "language", Format.CSV: "interviews", Format.PARQUET: "interviews"}
    ask = asks[kinds.get(format_, "interview")]

    named = services.deliveries.exports.write(
        ask, ExportOptions(format=format_), tmp_path, composer=library
    )

    assert people.search(said(named.path.read_bytes(), named.path.name))


def test_a_person_has_one_pseudonym_in_every_format(made, asks, services):
    """In the PDF, the slides and the sheet of an interview, and in the list as data."""
    one = services.deliveries.exports.answers.masks.candidates(
        [asks["interview"].interview], [None]
    )

    interview = [said(*reversed(made("interview", each))) for each in TEXTS]
    lists = [said(*reversed(made("interviews", each))) for each in (Format.CSV, Format.PARQUET)]

    assert SIGNED.fullmatch(one[0])
    assert all(one[0] in text for text in (*interview, *lists))


@pytest.mark.parametrize("format_", [Format.JSON, Format.CSV, Format.HTML, Format.XLSX])
def test_another_run_gives_the_same_document(database, made, asks, tmp_path, format_):
    """Pseudonyms are no chance: a program that is started again gives the same bytes."""
    with closing(opened(database)) as again:
        second = again.deliveries.exports.write(
            asks["comparison"],
            ExportOptions(format=format_, masked=True),
            tmp_path,
            composer=library,
        )

    assert second.path.read_bytes() == made("comparison", format_)[1]
