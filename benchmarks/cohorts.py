"""How fast figures over many interviews are computed from the columns, beside DuckDB."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.figure import Basis, Chapter, Figure, Floor, Spread, at_most
from benchmarks.grown_database import grown
from benchmarks.kept_database import Databases, url_of
from benchmarks.plan import Plan
from benchmarks.stopwatch import milliseconds, seconds
from benchmarks.synthetic import TODAY
from services.cache.frame.columns import Frame
from services.cache.store import Store, open_store
from services.models.browse import InterviewFilter
from services.models.cohort import CohortDefinition, InstrumentChoice, Pooling
from services.models.score import ScoreKind
from services.use_cases.agents import Agents
from services.use_cases.cohort_figures import Levels
from services.use_cases.cohorts import Cohorts
from services.use_cases.questions import Questions
from services.vendors.registry import VENDORS

_POOLED = InstrumentChoice(pooling=Pooling.VERSIONS)
_FIGURE, _SKILLS = at_most(100), at_most(150)
_PEER = at_most(1.5, basis=Basis.RATIO)
_OVERALL = """
    SELECT count(*), avg(value), stddev_samp(value), quantile_cont(value, [0.25, 0.5, 0.75]),
        histogram(floor(value / 5))
    FROM interviews
    WHERE NOT gone AND NOT isnan(value) AND happened > 0 AND ($1 IS NULL OR role = $1)
"""
_BY_SKILL = """
    SELECT skill, count(*), avg(s.value), stddev_samp(s.value),
        quantile_cont(s.value, [0.25, 0.5, 0.75])
    FROM scores s JOIN interviews i ON s.row = i.row
    WHERE NOT gone AND NOT isnan(s.value) AND happened > 0 AND ($1 IS NULL OR role = $1)
    GROUP BY skill
"""


def measure(plan: Plan, databases: Databases) -> Iterator[Chapter]:
    """Measure at each size, and at ten times the largest."""
    largest = databases.holding(plan.sizes[-1])
    for path, size in (
        *((databases.holding(size), size) for size in plan.sizes),
        (grown(largest, times=10), 10 * plan.sizes[-1]),
    ):
        yield Chapter(f"Figures over {size:,} interviews", tuple(_figures(path, plan)))


def _figures(path: Path, plan: Plan) -> Iterator[Figure]:
    for folder in path.parent.glob(f"{path.stem}-frame"):
        shutil.rmtree(folder)
    yield from _first_load(path)
    # Few interviews are read from the database each time: they have no file.
    if path.with_name(f"{path.stem}-frame").exists():
        yield _load(path, "columns loaded from their file", at_most(0.1))
    with closing(open_store(url_of(path), clock=lambda: TODAY)) as store:
        frame = store.frame()
        yield from _cohorts(store, frame, plan.repeats * 7)
        yield from _graders(store, plan.repeats)


def _first_load(path: Path) -> Iterator[Figure]:
    """Yield what a cohort waits for, and what agents and questions do; both from asking on."""
    with closing(open_store(url_of(path), clock=lambda: TODAY)) as store:
        heads = seconds(store.frame)
        rest = seconds(store.frame().details.get)
    yield Figure("columns of cohorts, first time", "s", Spread.of([heads]), at_most(5))
    yield Figure("all columns, first time", "s", Spread.of([heads + rest]))


def _load(path: Path, what: str, target: object) -> Figure:
    with closing(open_store(url_of(path), clock=lambda: TODAY)) as store:
        return Figure(what, "s", Spread.of([seconds(store.frame)]), target)


def _cohorts(store: Store, frame: Frame, calls: int) -> Iterator[Figure]:
    """Yield what is computed for a filter that was never asked for, beside DuckDB's own."""
    cohorts = Cohorts(store, Levels(own=0.95, bands=0.95), lambda: TODAY)
    cohorts.compare([CohortDefinition()])  # the instruments are found once
    role = next(iter(frame.roles.values()))
    turns = count()

    def one(*, role_name: str | None, metrics: tuple[str, ...], cohort_count: int) -> object:
        definitions = [_never_asked(next(turns), role_name) for _ in range(cohort_count)]
        return cohorts.compare(definitions, metrics=metrics, choice=_POOLED)

    peer = _Peer(frame)
    overall, skills = ("overall",), ("skill",)
    for what, role_name, metrics, amount, target, alone in (
        ("one cohort of all, overall", None, overall, 1, _FIGURE, peer.overall),
        ("one cohort of a role, overall", role, overall, 1, _FIGURE, peer.overall),
        ("one cohort of all, 12 skills", None, skills, 1, _SKILLS, peer.skills),
        ("two cohorts of all with differences, overall", None, overall, 2, None, peer.overall),
    ):
        own, floor = _in_turns(
            lambda: one(role_name=role_name, metrics=metrics, cohort_count=amount),  # noqa: B023  (called within the turn)
            lambda: alone(role_name),  # noqa: B023  (called within the turn)
            calls,
        )
        peers = Floor("DuckDB, n, mean, quartiles, bins", floor)
        yield Figure(what, "ms", own, target, peers)
        if target is not None:
            yield Figure("  the same, as a share of DuckDB's time", "ms", own, _PEER, peers)
    yield Figure(
        "members of a filter",
        "ms",
        _spread(lambda: store.members(frame, _never_asked(next(turns), role).wanted), calls),
    )
    yield Figure(
        "trend by month, pooled versions",
        "ms",
        _spread(lambda: cohorts.trend([_never_asked(next(turns), None)], choice=_POOLED), calls),
    )
    peer.close()


def _graders(store: Store, calls: int) -> Iterator[Figure]:
    turns = count()
    agents, questions = Agents(store, 0.95), Questions(store, VENDORS, 0.95)
    yield Figure(
        "agents: agreement, severity, heat map, split panels",
        "ms",
        _spread(lambda: agents.agents(_never_asked(next(turns), None).wanted, _POOLED), calls),
    )
    yield Figure(
        "questions: difficulty, discrimination, drift",
        "ms",
        _spread(
            lambda: questions.questions(
                _never_asked(next(turns), None).wanted, choice=_POOLED, limit=50, offset=0
            ),
            calls,
        ),
    )


def _never_asked(turn: int, role: str | None) -> CohortDefinition:
    """Return a cohort that no earlier call asked for: answers are remembered."""
    wanted = InterviewFilter(
        roles=(role,) if role else (), since=(TODAY - timedelta(days=4_000 + turn)).date()
    )
    return CohortDefinition(name=f"cohort {turn}", wanted=wanted)


class _Peer:
    """The same rows in DuckDB's own tables, asked for n, mean, spread, quartiles and bins."""

    def __init__(self, frame: Frame) -> None:
        self._connection = duckdb.connect()
        self._roles = {name: number for number, name in frame.roles.items()}
        columns = frame.interviews
        heads = {"role": columns.role, "happened": columns.happened_ms, "outcome": columns.outcome}
        heads |= {"gone": columns.gone, "version": columns.version}
        own = next(metric for metric in frame.metrics if metric.kind is ScoreKind.OVERALL)
        scored = frame.scores[own]
        values = np.full(len(columns), np.nan)
        values[scored.row] = scored.value
        self._take("interviews", heads | {"value": values, "row": np.arange(len(columns))})
        parts = [
            (number, frame.scores[metric])
            for number, metric in enumerate(frame.metrics)
            if metric.kind is ScoreKind.SKILL
        ]
        self._take(
            "scores",
            {
                "row": np.concatenate([part.row for _, part in parts]),
                "skill": np.concatenate([np.full(len(part.row), n) for n, part in parts]),
                "value": np.concatenate([part.value for _, part in parts]),
            },
        )

    def overall(self, role: str | None) -> object:
        """Sum up the overall score of a role, or of all."""
        return self._connection.execute(_OVERALL, [self._roles.get(role)]).fetchall()

    def skills(self, role: str | None) -> object:
        """Sum up each skill."""
        return self._connection.execute(_BY_SKILL, [self._roles.get(role)]).fetchall()

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def _take(self, name: str, columns: dict[str, object]) -> None:
        table = pa.table(columns)
        self._connection.register("given", table)
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")  # noqa: S608  (our own names)
        self._connection.unregister("given")


def _in_turns(
    own: Callable[[], object], alone: Callable[[], object], calls: int
) -> tuple[Spread, Spread]:
    pairs = [(milliseconds(own), milliseconds(alone)) for _ in range(calls)]
    ours, theirs = zip(*pairs, strict=True)
    return Spread.of(ours), Spread.of(theirs)


def _spread(ask: Callable[[], object], calls: int) -> Spread:
    return Spread.of([milliseconds(ask) for _ in range(calls)])
