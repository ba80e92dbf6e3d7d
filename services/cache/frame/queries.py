"""What the frame reads of the database: one question a table, none of whose cells is empty.

Both readers ask the same questions. ADBC guesses a column's type from its first rows, so nothing
may be NULL: whole numbers have their own number for "none", reals have minus infinity, which a
reader turns into NaN.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from services.cache.codes import KIND_CODES, MATCH_CODES, STATE_CODES
from services.cache.frame.columns import NO_TIME, NONE
from services.models.language import SpeakerMatch
from services.models.score import ScoreKind, ScoreState

Columns = Mapping[str, NDArray[Any]]
Number = type[np.int8] | type[np.int16] | type[np.int32] | type[np.int64] | type[np.float64]

Bounds = tuple[int, int]
ALL: Final[Bounds] = (-1, 2**62)
_LARGEST: Final = 1e12
"""No score, share or length comes near it; far above it squares leave the range of a float."""

METRIC_KINDS: Final = (
    *(ScoreKind.OVERALL, ScoreKind.DOMAIN, ScoreKind.SKILL),
    *(ScoreKind.RUBRIC, ScoreKind.LANGUAGE, ScoreKind.CODING),
)
"""What cohorts are compared by, in the order of a list of metrics."""
SIGNALS: Final = (
    *("tab_changes", "faces_out_of_view", "abnormal_eye_trackings"),
    *("black_screens", "external_screens", "latency_anomalies"),
)
"""In the order of `SIGNAL_CODES`."""
STAMP: Final = (
    "SELECT coalesce((SELECT value FROM meta WHERE name = 'generation'), '0') AS generation,"
    " coalesce((SELECT max(id) FROM interview), 0) || '-' || coalesce((SELECT id || '-'"
    " || hex(sha256) FROM payload ORDER BY id DESC LIMIT 1), '') AS stamp"
)
"""The generation, and what tells this database from a backup that counts generations anew."""


@dataclass(frozen=True, slots=True)
class Query:
    """Columns of one table: each an expression and the type that its numbers fit in."""

    table: str
    columns: Mapping[str, tuple[str, Number]]
    key: str = "interview_id"
    order: str = ""
    """By what the rows of one interview are in order."""
    where: str = ""

    def sql(self, bounds: Bounds) -> str:
        """Return the question for the interviews above one number and up to another."""
        above, last = bounds
        columns = ", ".join(expression for expression, _ in self.columns.values())
        order = ", ".join(filter(None, (self.key, self.order)))
        where = f"{self.key} > {above:d} AND {self.key} <= {last:d}"
        if self.where:
            where += f" AND {self.where}"
        return f"SELECT {columns} FROM {self.table} WHERE {where} ORDER BY {order}"  # noqa: S608  (constants of this file and two numbers)


class Reader(Protocol):
    """Answers questions within one moment of the database."""

    def numbers(self, query: Query) -> Columns:
        """Return the columns of all interviews, in order."""

    def texts(self, table: str) -> Mapping[int, str]:
        """Return the texts of a dimension table by their numbers."""

    def stamp(self) -> tuple[int, str]:
        """Return what `STAMP` asks for."""


def known(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return reals with NaN for what is no usable number, whole numbers as they are."""
    if numbers.dtype.kind == "f":
        numbers[~(np.abs(numbers) <= _LARGEST)] = np.nan
    return numbers


def _whole(column: str, *, none: int = NONE) -> str:
    return f"coalesce({column}, {none})"


def _real(expression: str) -> str:
    return f"coalesce({expression}, -9e999)"


def _share(part: str, *, where: str = "1") -> str:
    return _real(f"CASE WHEN {where} AND maximum > 0 THEN {part} / maximum END")


def _list(codes: tuple[int, ...]) -> str:
    return ", ".join(map(str, codes))


INTERVIEWS: Final = Query(
    "interview",
    {
        "number": ("id", np.int64),
        "vendor": ("vendor_id", np.int32),
        "role": (_whole("role_id"), np.int32),
        "version": (_whole("version_id"), np.int32),
        "interview_type": (_whole("interview_type_id"), np.int32),
        "status": ("status", np.int16),
        "outcome": (_whole("outcome"), np.int16),
        "happened_ms": (_whole("happened_ms", none=NO_TIME), np.int64),
        "arrived_ms": ("arrived_ms", np.int64),
        "month": (_whole("month", none=0), np.int32),
        "started": ("started <> 0", np.int8),
        "gone": ("gone_ms IS NOT NULL", np.int8),
        "notices": ("notice_count", np.int32),
        "overall_key": (_real("overall_key"), np.float64),
        "duration_s": (_real("duration_s"), np.float64),
        **{name: (name, np.int32) for name in SIGNALS},
        "not_collected": ("not_collected", np.int32),
        "state": ("overall_state", np.int8),
        "value": (_real("overall_value"), np.float64),
        "lower": (_real("overall_lower"), np.float64),
        "upper": (_real("overall_upper"), np.float64),
        "low": (_real("overall_low"), np.float64),
        "high": (_real("overall_high"), np.float64),
    },
    key="id",
)
DOUBTFUL: Final = Query(
    "spoken",
    {"interview": ("interview_id", np.int64)},
    where=f"speaker_match = {MATCH_CODES[SpeakerMatch.LOW]}",
)
SCORES: Final = Query(
    "score",
    {
        "interview": ("interview_id", np.int64),
        "kind": ("kind", np.int8),
        "name": ("name_id", np.int32),
        "state": ("state", np.int8),
        "value": (_real("value"), np.float64),
        "lower": (_real("lower"), np.float64),
        "upper": (_real("upper"), np.float64),
        "low": (_real("low"), np.float64),
        "high": (_real("high"), np.float64),
    },
    order="position",
    where="name_id IS NOT NULL AND kind IN "
    f"({_list(tuple(KIND_CODES[kind] for kind in METRIC_KINDS[1:]))})",
)
AGENTS: Final = Query(
    "agent",
    {
        "interview": ("interview_id", np.int64),
        "question": ("question", np.int32),
        "position": ("position", np.int32),
        "agent": ("agent_id", np.int32),
        "agent_role": (_whole("role_id"), np.int32),
        "share": (_share("total"), np.float64),
    },
    order="question, position",
)
CRITERIA: Final = Query(
    "criterion",
    {
        "interview": ("interview_id", np.int64),
        "question": ("question", np.int32),
        "position": ("agent_position", np.int32),
        "criterion": ("key_id", np.int32),
        "share": (
            _share("weighted", where=f"state = {STATE_CODES[ScoreState.SCORED]}"),
            np.float64,
        ),
    },
    order="question, agent_position, position",
)
QUESTIONS: Final = Query(
    "question",
    {
        "interview": ("interview_id", np.int64),
        "text": ("text_key", np.int64),
        "number": ("number", np.int32),
        "state": ("state", np.int8),
        "value": (_real("value"), np.float64),
        "low": (_real("low"), np.float64),
        "high": (_real("high"), np.float64),
        "duration_s": (_real("duration_s"), np.float64),
    },
    order="position",
)
