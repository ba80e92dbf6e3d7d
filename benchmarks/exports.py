"""How fast documents and extracts leave the dashboard, each beside what must be done at least."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import documents, extract_memory, extracts, printing
from benchmarks.figure import Chapter
from benchmarks.kept_database import Databases, settings_for
from benchmarks.plan import Plan
from services.bootstrap import build_services
from services.reports import chromium


def measure(plan: Plan, databases: Databases, folder: Path) -> Iterator[Chapter]:
    """Measure documents of eight charts, what a browser prints and draws, and whole lists."""
    paths = [databases.holding(size) for size in plan.sizes]
    services = build_services(settings_for(paths[-1]))
    try:
        yield Chapter("Documents of eight charts", tuple(documents.figures(services, plan)))
        title = "PDF and pictures: one Chromium, kept"
        if chromium.find() is None:
            yield Chapter(title, skipped=chromium.MISSING)
        else:
            yield Chapter(title, tuple(printing.figures(services, plan, folder)))
        yield Chapter(
            f"Extracts of {plan.sizes[-1]:,} interviews",
            tuple(extracts.figures(services, plan, folder)),
        )
    finally:
        services.close()
    yield extract_memory.measure(plan, paths, folder)
