"""The frame as plain tables of arrays, as it is built and as it lies in files."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from numpy.typing import NDArray

from services.cache.frame.columns import (
    CriterionColumns,
    Details,
    Frame,
    InterviewColumns,
    Later,
    PanelColumns,
    QuestionColumns,
    ScoreColumns,
)
from services.models.cohort import Metric
from services.models.value import Value

Table = Mapping[str, NDArray[Any]]
Tables = Mapping[str, Table]
HEADS = {"interviews": InterviewColumns, "scores": ScoreColumns}
"""Each table has the columns of its class; that of the scores holds one metric after the other."""
DETAILS = {
    "criteria": CriterionColumns,
    "panels": PanelColumns,
    "questions": QuestionColumns,
}


class Slice(Value):
    """Where one metric's scores end; they begin where those of the metric before end."""

    metric: Metric
    stop: int


class Part(Value):
    """What the files of a part say of the frame that it is of, and of the part itself."""

    generation: int
    stamp: str
    """Tells the database from any other, and this generation from another of the same number."""
    read_at: datetime
    lengths: dict[str, int]
    """Rows a table."""

    def is_of(self, other: "Part") -> bool:
        """Whether both are parts of one frame."""
        return (self.generation, self.stamp, self.read_at) == (
            *(other.generation, other.stamp),
            other.read_at,
        )


class About(Part):
    """All of a frame's first part that is no array."""

    slices: tuple[Slice, ...]
    vendors: dict[int, str]
    roles: dict[int, str]
    versions: dict[int, str]
    types: dict[int, str]


class AboutDetails(Part):
    """All of a frame's details that is no array."""

    words: dict[int, str]


def frame_of(tables: Tables, about: About, *, details: Later) -> Frame:
    """Return the frame; its arrays may not be written to any more."""
    _lock(tables)
    return Frame(
        generation=about.generation,
        read_at=about.read_at,
        interviews=InterviewColumns(**tables["interviews"]),
        metrics=tuple(each.metric for each in about.slices),
        scores=_scores(tables["scores"], about.slices),
        details=details,
        vendors=about.vendors,
        roles=about.roles,
        versions=about.versions,
        types=about.types,
    )


def details_of(tables: Tables, about: AboutDetails) -> Details:
    """Return the details; their arrays may not be written to any more."""
    _lock(tables)
    return Details(
        criteria=CriterionColumns(**tables["criteria"]),
        panels=PanelColumns(**tables["panels"]),
        questions=QuestionColumns(**tables["questions"]),
        words=about.words,
    )


def _lock(tables: Tables) -> None:
    for table in tables.values():
        for column in table.values():
            column.flags.writeable = False


def _scores(table: Table, slices: tuple[Slice, ...]) -> dict[Metric, ScoreColumns]:
    found, start = {}, 0
    for each in slices:
        part = slice(start, each.stop)
        found[each.metric] = ScoreColumns(**{name: cells[part] for name, cells in table.items()})
        start = each.stop
    return found
