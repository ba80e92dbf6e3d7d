"""`python -m benchmarks`: measure, print one table, write the results as JSON."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks import cohorts, exports, importing, lists, pages, syncing
from benchmarks.errors import BenchmarkError
from benchmarks.figure import Chapter
from benchmarks.kept_database import Databases
from benchmarks.machine import load, machine
from benchmarks.plan import Plan, plan_from
from benchmarks.results import write
from benchmarks.table import show
from scoreband import heap


def main() -> int:
    """Run what the command line asks for; return 1 when a part could not be measured."""
    plan = plan_from(sys.argv[1:])
    heap.settle()  # as the command and the server do before they work
    found, started = machine(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="scoreband-bench-") as folder:
        chapters = list(_chapters(plan, Path(folder)))
    found |= {"load_after": load(), "seconds": round(time.monotonic() - started)}
    write(plan.results, chapters, machine=found)
    show(chapters, machine=found)
    return int(any(chapter.failed for chapter in chapters))


def _chapters(plan: Plan, folder: Path) -> Iterator[Chapter]:
    kept = plan.keep or folder
    kept.mkdir(parents=True, exist_ok=True)
    databases = Databases(kept, plan.distinct)
    if "import" in plan.parts:
        yield from _or_why_not("Import", lambda: (importing.measure(plan, folder),))
    if "lists" in plan.parts:
        yield from _or_why_not("Lists", lambda: lists.measure(plan, databases))
    if "cohorts" in plan.parts:
        yield from _or_why_not("Figures", lambda: cohorts.measure(plan, databases))
    if {"reruns", "browser"} & set(plan.parts):
        yield from _or_why_not("Pages", lambda: pages.measure(plan, databases))
    if "sync" in plan.parts:
        yield from _or_why_not("Sync", lambda: (syncing.measure(plan, folder),))
    if "exports" in plan.parts:
        yield from _or_why_not("Exports", lambda: exports.measure(plan, databases, folder))


def _or_why_not(title: str, measure: Callable[[], Iterable[Chapter]]) -> Iterator[Chapter]:
    """Yield what was measured, and the sentence that says why there is no more of it."""
    try:
        yield from measure()
    except BenchmarkError as error:
        yield Chapter(title, skipped=str(error), failed=True)


if __name__ == "__main__":
    sys.exit(main())
