"""How fast payloads are taken in with everything stored, beside validating and inserting alone."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.figure import Basis, Chapter, Figure, Floor, Spread, at_least
from benchmarks.kept_database import settings_for
from benchmarks.plan import Plan
from benchmarks.stopwatch import seconds
from benchmarks.synthetic import compact_payloads
from services.bootstrap import build_services
from services.use_cases.payload_files import Found
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.registry import VENDORS

_TABLES = ("interview", "payload", "score", "agent", "criterion", "signal", "notice")


def measure(plan: Plan, folder: Path) -> Chapter:
    """Import the same payloads into new databases, between runs of what must be done at least."""
    given = compact_payloads(plan.imported)
    rounds = [_round(given, folder / f"import-{n}.db") for n in range(plan.repeats)]
    taken, parsed, validated, inserted = (Spread.of(rates) for rates in zip(*rounds, strict=True))
    rows = _row_count(folder / "import-0.db") / len(given)
    size = median(map(len, given)) / 1000
    title = f"Import of {len(given):,} payloads, median {size:.1f} KB, {rows:.0f} rows each"
    validation = Floor("pydantic model_validate_json alone", validated)
    return Chapter(
        title,
        (
            Figure(
                "everything stored: payload, rows, full text",
                "payloads/s",
                taken,
                target=at_least(0.25, basis=Basis.RATIO),
                floor=validation,
            ),
            Figure(
                "reading alone: validated, mapped, checked", "payloads/s", parsed, None, validation
            ),
            Figure(
                "rows stored",
                "rows/s",
                _times(taken, rows),
                floor=Floor("bare sqlite3 executemany", _times(inserted, rows)),
            ),
        ),
    )


def _round(given: Sequence[bytes], path: Path) -> tuple[float, float, float, float]:
    """Return payloads per second: imported, read, validated, and as bare rows inserted."""
    count = len(given)
    parse = VENDORS["qode"].parse
    services = build_services(settings_for(path))
    try:
        found = [Found(str(number), payload) for number, payload in enumerate(given)]
        imported = count / seconds(lambda: services.imports.take(found))
    finally:
        services.close()
    parsed = count / seconds(lambda: _each(parse, given))
    validated = count / seconds(lambda: _each(QodeDocument.model_validate_json, given))
    return imported, parsed, validated, count / _bare_insert(path)


def _each(work: object, given: Sequence[bytes]) -> None:
    for payload in given:
        work(payload)


def _bare_insert(path: Path) -> float:
    """Return how long it takes to insert the same rows into tables without any index."""
    source = sqlite3.connect(path)
    content = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in _TABLES}  # noqa: S608  (our own names)
    source.close()
    target = sqlite3.connect(path.with_suffix(".bare"), isolation_level=None)
    target.execute("PRAGMA journal_mode = WAL")
    target.execute("PRAGMA synchronous = NORMAL")
    for name, rows in content.items():
        columns = ", ".join(f"c{number}" for number in range(len(rows[0]) if rows else 1))
        target.execute(f"CREATE TABLE {name} ({columns})")
    took = seconds(lambda: _insert(target, content))
    target.close()
    return took


def _insert(target: sqlite3.Connection, content: dict[str, list[tuple[object, ...]]]) -> None:
    target.execute("BEGIN")
    for name, rows in content.items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            target.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608  (our own names)
    target.execute("COMMIT")


def _row_count(path: Path) -> int:
    connection = sqlite3.connect(path)
    counts = [
        connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  (our own names)
        for name in _TABLES
    ]
    connection.close()
    return sum(counts)


def _times(spread: Spread, factor: float) -> Spread:
    return Spread(spread.median * factor, spread.low * factor, spread.high * factor, spread.count)
