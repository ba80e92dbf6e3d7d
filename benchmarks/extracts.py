"""A whole list as data in each format, beside each format's own library on rows in memory."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
from xlsxwriter import Workbook

from benchmarks.figure import Figure, Floor, Spread, Target, at_most
from benchmarks.plan import Plan
from benchmarks.stopwatch import seconds
from components.documents import library
from services.bootstrap import Services
from services.models.ask import InterviewsAsk
from services.models.export import ExportOptions, Format

_ASK = InterviewsAsk()
_OF = 100_000
"""So many rows the targets speak of."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A list in memory."""

    names: Sequence[str]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format with its target, and what writes it from memory."""

    options: ExportOptions
    target: Target | None
    library: str
    alone: Callable[[_Held, Path], object]


def figures(services: Services, plan: Plan, folder: Path) -> Iterator[Figure]:
    """Yield each format, all in: asked, counted, read, written beside, renamed."""
    for masked in (False, True):
        held = _in_memory(services, masked=masked)
        for kind in _kinds(max(1.0, len(held.rows) / _OF), masked=masked):
            yield _figure(services, plan, folder / "extract", kind, held)


def _figure(services: Services, plan: Plan, path: Path, kind: _Kind, held: _Held) -> Figure:
    exports = services.deliveries.exports

    def make() -> object:
        return exports.write(_ASK, kind.options, path, composer=library)

    took, alone = [], []
    is_slow = kind.options.format is Format.XLSX
    if not is_slow:
        make()
    for _ in range(1 if is_slow else plan.repeats):
        took.append(seconds(make))
        size = path.stat().st_size
        alone.append(seconds(lambda: kind.alone(held, path)))
    note = f"{size / 1e6:.1f} MB"
    what = f"{kind.options.format.upper()}{', masked' if kind.options.masked else ''}"
    floor = Floor(f"{kind.library}, rows in memory", Spread.of(alone))
    return Figure(what, "s", Spread.of(took), kind.target, floor, note)


def _kinds(scale: float, *, masked: bool) -> Iterator[_Kind]:
    one, fifteen = at_most(scale), at_most(15 * scale)
    options = {each: ExportOptions(format=each, masked=masked) for each in Format}
    yield _Kind(options[Format.CSV], None if masked else one, "csv.writer", _csv)
    if not masked:
        yield _Kind(options[Format.PARQUET], None, "pyarrow", _parquet)
        yield _Kind(options[Format.JSON], None, "orjson", _json)
        yield _Kind(options[Format.XLSX], fifteen, "xlsxwriter, constant memory", _xlsx)


def _in_memory(services: Services, *, masked: bool) -> _Held:
    with services.deliveries.exports.extracts.extract(_ASK, masked=masked) as found:
        rows = [row for part in found.parts for row in zip(*part, strict=True)]
        return _Held([column.name for column in found.columns], rows)


def _csv(held: _Held, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(held.names)
        writer.writerows(held.rows)


def _parquet(held: _Held, path: Path) -> None:
    columns = [pa.array(cells) for cells in zip(*held.rows, strict=True)]
    pq.write_table(pa.Table.from_arrays(columns, names=held.names), path, compression="zstd")


def _json(held: _Held, path: Path) -> None:
    path.write_bytes(orjson.dumps([dict(zip(held.names, row, strict=True)) for row in held.rows]))


def _xlsx(held: _Held, path: Path) -> None:
    book = Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, held.names)
    for number, row in enumerate(held.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)
    book.close()
