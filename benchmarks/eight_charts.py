"""A document of eight charts: those of real documents over a benchmark's database, put together."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from benchmarks.errors import ExportError
from components.documents import library
from services.bootstrap import Services
from services.models.ask import AgentsAsk, Ask, CohortsAsk, LanguageAsk, OperationsAsk
from services.models.cohort import CohortSplit
from services.models.content import Chart, Content, Section
from services.models.export import ExportOptions, Format
from services.models.score import ScoreKind

_EIGHT = 8


def eight_charts(services: Services) -> Content:
    """Return a document of eight figures with their tables, each of which slides can draw too.

    Raises:
        ExportError: the database is too small to have them.
    """
    contents = list(_contents(services))
    found = (chart for each in contents for chart in each.charts() if chart.native)
    charts = list(islice(found, _EIGHT))
    if len(charts) < _EIGHT:
        msg = f"The database gives only {len(charts)} charts: measure exports on a larger one."
        raise ExportError(msg)
    sections = tuple(
        Section(chart.title, (replace(chart, key=f"{number}-{chart.key}"),))
        for number, chart in enumerate(charts, start=1)
    )
    return replace(contents[0], sections=sections, meanings=())


def without_native(content: Content) -> Content:
    """Return the same document whose slides can only show pictures."""
    sections = tuple(
        replace(
            each,
            blocks=tuple(
                replace(block, native=None) if isinstance(block, Chart) else block
                for block in each.blocks
            ),
        )
        for each in content.sections
    )
    return replace(content, sections=sections)


def _contents(services: Services) -> Iterator[Content]:
    options = ExportOptions(format=Format.HTML)
    for ask in _asks(services):
        yield services.deliveries.exports.content(ask, options, composer=library)


def _asks(services: Services) -> Iterator[Ask]:
    largest = tuple(services.analyses.cohorts.largest(CohortSplit.ROLE)[:3])
    yield CohortsAsk(cohorts=largest)
    yield AgentsAsk()
    yield LanguageAsk(requirement="B2")
    yield OperationsAsk()
    yield CohortsAsk(cohorts=largest, scores=ScoreKind.SKILL)
