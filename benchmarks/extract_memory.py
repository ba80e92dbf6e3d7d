"""How much memory an extract takes at its peak, in a process of its own: a child of this file."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.errors import ExportError
from benchmarks.figure import Chapter, Figure, Spread, at_most
from benchmarks.kept_database import settings_for
from benchmarks.machine import peak_megabytes, resident_megabytes
from benchmarks.plan import Plan
from components.documents import library
from scoreband import heap
from services.bootstrap import build_services
from services.models.ask import InterviewsAsk
from services.models.export import ExportOptions, Format

_ROOT = Path(__file__).parents[1]
_FORMATS = (Format.CSV, Format.XLSX)
_BOUNDED_MB = 60
"""What ten times the rows may add: the database's own caches fill meanwhile, rows must not."""


def measure(plan: Plan, databases: Sequence[Path], folder: Path) -> Chapter:
    """Write the smallest and the largest list."""
    sizes = " and ".join(f"{size:,}" for size in dict.fromkeys((plan.sizes[0], plan.sizes[-1])))
    title = f"Memory of an extract at its peak: {sizes} interviews"
    if resident_megabytes(os.getpid()) is None:
        return Chapter(title, skipped="No /proc here: memory not measured.")
    return Chapter(title, tuple(_figures(databases, folder)))


def _figures(databases: Sequence[Path], folder: Path) -> Iterator[Figure]:
    for wanted in _FORMATS:
        many = _peak(databases[-1], wanted, folder)
        yield Figure(f"{wanted.upper()}, all rows", "MB", Spread.of([many]), at_most(400))
        if len(databases) > 1:
            added = Spread.of([many - _peak(databases[0], wanted, folder)])
            yield Figure("  what the more rows add", "MB", added, at_most(_BOUNDED_MB))


def _peak(database: Path, wanted: Format, folder: Path) -> float:
    command = [sys.executable, "-m", __spec__.name, str(database), wanted, str(folder / "child")]
    ended = subprocess.run(command, cwd=_ROOT, check=False, capture_output=True, text=True)  # noqa: S603  (ourselves)
    if ended.returncode:
        msg = f"An extract as {wanted} was not made; `{' '.join(command[1:4])}` says why."
        raise ExportError(msg)
    return float(ended.stdout)


def _child(database: Path, wanted: Format, target: Path) -> None:
    """Write one extract and print how many megabytes this process held at most."""
    heap.settle()
    services = build_services(settings_for(database))
    try:
        options = ExportOptions(format=wanted)
        services.deliveries.exports.write(InterviewsAsk(), options, target, composer=library)
    finally:
        services.close()
    print(peak_megabytes())


if __name__ == "__main__":
    _child(Path(sys.argv[1]), Format(sys.argv[2]), Path(sys.argv[3]))
