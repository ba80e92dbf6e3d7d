"""Decks and workbooks as the program writes them, of people and texts that are hard to show."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from components.documents import library
from services.bootstrap import build_services
from services.config import Settings
from services.models.ask import AgentsAsk, Ask, ComparisonAsk, InterviewsAsk
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.content import Content, Listing
from services.models.export import ExportOptions, Format, Paper
from services.models.table import Table
from services.reports.writing import written
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from tests.services.reports.filling import fill
from tests.services.reports.sample import hostile_content, sample_content
from tests.services.reports.sample_texts import NASTY
from tests.services.reports.slides.opened import document
from tests.services.reports.standin import StandInRenderer

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
OPTIONS = SandboxOptions(
    interviews=12, api_key="a-key", today=NOW, compact=True, faults=Faults(hostile=0.5)
)
FORMULAS = ("=1+1", "+1+1", "-2+3", "@SUM(A1:A9)", '=HYPERLINK("http://example.com","open")')


def write_samples(folder: Path) -> None:
    """Write documents made by hand: every kind of block, an endless title, texts that mean harm."""
    endless = replace(sample_content(charts=2), title="Endless " * 625)
    formulas = Table(columns=("Number", "=1+1"), rows=tuple(enumerate((*NASTY, *FORMULAS))))
    _write(endless, folder / "endless.pptx")
    _write(hostile_content(), folder / "hostile.pptx", paper=Paper.A4)
    _write(sample_content(), folder / "people.xlsx")
    _write(document(Listing("all", " ".join(NASTY), formulas)), folder / "formulas.xlsx")


def _write(content: Content, path: Path, *, paper: Paper = Paper.WIDE) -> None:
    options = ExportOptions(format=Format(path.suffix[1:]), paper=paper)
    path.write_bytes(written(content, options, renderer=StandInRenderer()).data)


def write_interviews(folder: Path, database: Path) -> None:
    """Write what the program makes of a sandbox in which half of the people are hostile."""
    settings = Settings(database_url=f"sqlite:///{database}")
    with closing(build_services(settings, clock=lambda: NOW)) as services:
        fill(services, OPTIONS, at=NOW)
        rows = services.store.page(InterviewFilter(), Sort(), PageRequest(limit=100)).rows
        five = tuple(row.id for row in rows if row.overall.value and row.candidate_name)[:5]
        exports = replace(services.deliveries.exports, renderer=StandInRenderer())
        asks: Mapping[str, Ask] = {
            "comparison.pptx": ComparisonAsk(interviews=five),
            "agents.pptx": AgentsAsk(),
            "comparison-cells.xlsx": ComparisonAsk(interviews=five),
            "list.xlsx": InterviewsAsk(),
        }
        for name, ask in asks.items():
            options = ExportOptions(format=Format(name.rpartition(".")[2]), paper=Paper.LETTER)
            exports.write(ask, options, folder / name, composer=library)
