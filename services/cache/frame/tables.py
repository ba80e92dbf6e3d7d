"""The frame as plain tables of arrays, as it is built and as it lies in files."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from numpy.typing import NDArray

from services.cache.frame.columns import (
    CriterionColumns,
    Frame,
    InterviewColumns,
    PanelColumns,
    QuestionColumns,
    ScoreColumns,
)
from services.models.cohort import Metric
from services.models.value import Value

Table = Mapping[str, NDArray[Any]]
Tables = Mapping[str, Table]
COLUMNS = {
    "interviews": InterviewColumns,
    "scores": ScoreColumns,
    "criteria": CriterionColumns,
    "panels": PanelColumns,
    "questions": QuestionColumns,
}
"""Each table has the columns of its class; that of the scores holds one metric after the other."""


class Slice(Value):
    """Where one metric's scores end; they begin where those of the metric before end."""

    metric: Metric
    stop: int


class About(Value):
    """All of a frame that is no array."""

    generation: int
    stamp: str
    """Tells the database from any other, and this generation from another of the same number."""
    read_at: datetime
    lengths: dict[str, int]
    """Rows a table."""
    slices: tuple[Slice, ...]
    vendors: dict[int, str]
    roles: dict[int, str]
    versions: dict[int, str]
    words: dict[int, str]


def frame_of(tables: Tables, about: About) -> Frame:
    """Return the frame; its arrays may not be written to any more."""
    for table in tables.values():
        for column in table.values():
            column.flags.writeable = False
    return Frame(
        generation=about.generation,
        read_at=about.read_at,
        interviews=InterviewColumns(**tables["interviews"]),
        metrics=tuple(each.metric for each in about.slices),
        scores=_scores(tables["scores"], about.slices),
        criteria=CriterionColumns(**tables["criteria"]),
        panels=PanelColumns(**tables["panels"]),
        questions=QuestionColumns(**tables["questions"]),
        vendors=about.vendors,
        roles=about.roles,
        versions=about.versions,
        words=about.words,
    )


def _scores(table: Table, slices: tuple[Slice, ...]) -> dict[Metric, ScoreColumns]:
    found, start = {}, 0
    for each in slices:
        part = slice(start, each.stop)
        found[each.metric] = ScoreColumns(**{name: cells[part] for name, cells in table.items()})
        start = each.stop
    return found
