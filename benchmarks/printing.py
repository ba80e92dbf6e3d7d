"""What the warm browser makes: PDF and pictures of eight charts, for one reader and for eight."""

import os
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.documents import picture_slides
from benchmarks.eight_charts import eight_charts, without_native
from benchmarks.errors import ExportError
from benchmarks.figure import Figure, Floor, Spread, at_most
from benchmarks.machine import resident_megabytes
from benchmarks.plan import Plan
from benchmarks.stopwatch import seconds
from components.documents import library
from services.bootstrap import Services
from services.models.ask import InterviewAsk
from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.content import Content
from services.models.export import ExportOptions, Format, Paper
from services.models.interview import Status
from services.reports import chromium
from services.reports.browser import WarmBrowser
from services.reports.html.page import html_document
from services.reports.pdf import pdf_document
from services.reports.pictures import WIDTH
from services.reports.writing import written

_READERS = 8
_PDF = ExportOptions(format=Format.PDF)
_PPTX = ExportOptions(format=Format.PPTX)


def figures(services: Services, plan: Plan, folder: Path) -> Iterator[Figure]:
    """Yield the first job, warm ones, many at once, and what they leave behind in memory."""
    content, browser = eight_charts(services), services.deliveries.browser
    html = html_document(content, paper=Paper.A4)
    bare = Floor("chromium --print-to-pdf, the same page", _spread(_bare(html, folder), plan))
    yield Figure(
        "8-chart PDF, first: a cold browser", "s", _spread(_cold(content), plan), None, bare
    )

    def pdf() -> bytes:
        return pdf_document(content, paper=Paper.A4, renderer=browser)

    pdf()
    warm = _spread(pdf, plan)
    yield Figure("8-chart PDF, warm", "s", warm, at_most(3), bare)
    yield from _pictures(content, browser, plan)
    yield _interview(services, plan, folder)
    slowest = Spread.of([seconds(lambda: _at_once(pdf))])
    alone = Floor("one reader alone", warm)
    yield Figure(f"{_READERS} readers' PDFs at once: the slowest", "s", slowest, None, alone)
    yield from _left_behind(pdf, plan)


def _cold(content: Content) -> Callable[[], object]:
    def first() -> None:
        browser = WarmBrowser()
        try:
            pdf_document(content, paper=Paper.A4, renderer=browser)
        finally:
            browser.close()

    return first


def _bare(html: str, folder: Path) -> Callable[[], object]:
    """Return a run of the browser's own command line, which starts it for one page."""
    page, made = folder / "eight.html", folder / "eight.pdf"
    page.write_text(html, encoding="utf-8")
    command = [chromium.find() or "", "--headless", "--disable-gpu", "--disable-dev-shm-usage"]
    command += ["--no-sandbox"] if chromium.is_root() else []
    command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}", page.as_uri()]

    def run() -> None:
        made.unlink(missing_ok=True)
        subprocess.run(command, check=False, capture_output=True, timeout=60)  # noqa: S603  (found above)
        if not made.exists():
            msg = "Chromium's own command line printed nothing."
            raise ExportError(msg)

    return run


def _pictures(content: Content, browser: WarmBrowser, plan: Plan) -> Iterator[Figure]:
    drawings = [each.figure for each in content.charts()]
    drawn = browser.pictures(drawings, width=WIDTH)
    took = _spread(lambda: browser.pictures(drawings, width=WIDTH), plan)
    note = f"{took.median / len(drawings) * 1000:.0f} ms a figure"
    yield Figure("8 charts as PNG and SVG, warm", "s", took, at_most(1), note=note)
    plain = without_native(content)
    deck = _spread(lambda: written(plain, _PPTX, renderer=browser), plan)
    floor = picture_slides(plan, tuple(each.png for each in drawn))
    yield Figure("8-chart PPTX, pictures, warm", "s", deck, at_most(3), floor)


def _interview(services: Services, plan: Plan, folder: Path) -> Figure:
    """Return how long a whole report of one interview takes, from the cache to the file."""
    reported = InterviewFilter(statuses=(Status.REPORTED,), vendors=("qode",))
    page = services.browse.page(reported, sort=Sort(), request=PageRequest(limit=1))
    ask, target = InterviewAsk(interview=page.rows[0].id), folder / "interview.pdf"
    exports = services.deliveries.exports
    took = _spread(lambda: exports.write(ask, _PDF, target, composer=library), plan)
    note = f"{target.stat().st_size / 1000:.0f} kB"
    return Figure("interview report as PDF, from the cache to the file", "s", took, note=note)


def _at_once(make: Callable[[], object]) -> None:
    with ThreadPoolExecutor(_READERS) as pool:
        for each in [pool.submit(make) for _ in range(_READERS)]:
            each.result()


def _left_behind(make: Callable[[], object], plan: Plan) -> Iterator[Figure]:
    before = resident_megabytes(os.getpid())
    for _ in range(plan.printed):
        make()
    after = resident_megabytes(os.getpid())
    if before is not None and after is not None:
        what = f"what {plan.printed} PDFs add to our own memory"
        yield Figure(what, "MB", Spread.of([after - before]), at_most(20))


def _spread(make: Callable[[], object], plan: Plan) -> Spread:
    return Spread.of([seconds(make) for _ in range(plan.repeats)])
