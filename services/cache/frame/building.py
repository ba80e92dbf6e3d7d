"""Building the frame's tables from what a reader answers; nothing here knows which reader it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from services.cache.facts import DERIVATION
from services.cache.frame.columns import NONE, Whole
from services.cache.frame.metrics import metric_table
from services.cache.frame.queries import (
    AGENTS,
    CRITERIA,
    DOUBTFUL,
    INTERVIEWS,
    QUESTIONS,
    SCORES,
    SIGNALS,
    Columns,
    Query,
    Reader,
)
from services.cache.frame.tables import About, AboutDetails, Part, Table, Tables

_FORMAT = 4
"""Raised with every change of what a frame's files hold."""


def stamped(stamp: str) -> str:
    """Return a database's stamp with the versions that its frame depends on."""
    return f"{_FORMAT}-{DERIVATION}-{stamp}"


def build(reader: Reader, *, read_at: datetime) -> tuple[Tables, About]:
    """Read what cohorts need and put it into finished columns."""
    words = reader.texts("word")
    found = reader.numbers(INTERVIEWS)
    rows = Rows(found["number"])
    texts = {name: dict(reader.texts(name)) for name in ("vendor", "role", "version")}
    interviews = dict(_interviews(found, rows.of(reader.numbers(DOUBTFUL)["interview"])))
    for name, known in (("role", texts["role"]), ("version", texts["version"])):
        interviews[name] = _named(interviews[name], known)
    interviews["interview_type"] = _named(interviews["interview_type"], words)
    scores, slices = metric_table(found, rows.table(reader, SCORES), words)
    tables: dict[str, Table] = {"interviews": interviews, "scores": scores}
    generation, stamp = reader.stamp()
    return tables, About(
        generation=generation,
        stamp=stamped(stamp),
        read_at=read_at,
        lengths=_lengths(tables),
        slices=slices,
        **{f"{name}s": known for name, known in texts.items()},
        types=_used(words, interviews["interview_type"]),
    )


def build_details(reader: Reader, numbers: Whole, *, of: Part) -> tuple[Tables, AboutDetails]:
    """Read all else about the interviews of these numbers; the reader must be of their moment."""
    rows = Rows(numbers)
    panels, criteria = _judgements(rows.table(reader, AGENTS), rows.table(reader, CRITERIA))
    tables: dict[str, Table] = {
        "criteria": criteria,
        "panels": panels,
        "questions": rows.table(reader, QUESTIONS),
    }
    used = panels["agent"], panels["agent_role"], criteria["criterion"]
    return tables, AboutDetails(
        generation=of.generation,
        stamp=of.stamp,
        read_at=of.read_at,
        lengths=_lengths(tables),
        words=_used(reader.texts("word"), *used),
    )


def _lengths(tables: Tables) -> dict[str, int]:
    return {name: len(next(iter(table.values()))) for name, table in tables.items()}


class Rows:
    """The places of interviews in the frame, found by their numbers in the database."""

    def __init__(self, numbers: Whole) -> None:
        # Numbers are given one after the other, so a table of all of them has few holes.
        self._places = np.full(int(numbers.max(initial=0)) + 2, NONE, np.int32)
        self._places[numbers] = np.arange(len(numbers), dtype=np.int32)

    def of(self, numbers: Whole) -> Whole:
        """Return the places; `NONE` for an interview that there is not."""
        places: Whole = self._places[np.minimum(numbers, len(self._places) - 1)]
        return places

    def table(self, reader: Reader, query: Query) -> dict[str, NDArray[Any]]:
        """Return what a reader answers, with places as `row`; what is of no interview is left out.

        A part without its whole comes from a damaged file only: it must not become another's.
        """
        found = dict(reader.numbers(query))
        row = self.of(found.pop("interview"))
        table = {"row": row, **found}
        if row.min(initial=0) == NONE:
            kept = row != NONE
            table = {name: cells[kept] for name, cells in table.items()}
        return table


def _interviews(found: Columns, doubtful: Whole) -> Table:
    table = {
        name: cells
        for name, cells in found.items()
        if name not in (*SIGNALS, "state", "value", "lower", "upper", "low", "high")
    }
    table["signals"] = np.stack([found[name] for name in SIGNALS], axis=1)
    is_doubtful = np.zeros(len(table["number"]), np.bool_)
    is_doubtful[doubtful[doubtful != NONE]] = True
    return {
        **table,
        "doubtful": is_doubtful,
        **{name: table[name].view(np.bool_) for name in ("started", "gone")},
    }


def _named(codes: Whole, known: Mapping[int, str]) -> Whole:
    """Return the codes with `NONE` for an empty text: to a filter it is as good as none."""
    empty = [number for number, text in known.items() if not text]
    named: Whole = np.where(np.isin(codes, empty), NONE, codes).astype(codes.dtype)
    return named


def _judgements(agents: Table, criteria: Table) -> tuple[Table, Table]:
    """Return the panels, and the criteria with the agent who judged each."""
    questions = 1 + max(_largest(agents["question"]), _largest(criteria["question"]))
    positions = 1 + max(_largest(agents["position"]), _largest(criteria["position"]))
    seats, judged = (
        (each["row"].astype(np.int64) * questions + each["question"]) * positions + each["position"]
        for each in (agents, criteria)
    )
    # Both are in the same order, and an agent's criteria stand together: one look-up an agent.
    first = np.flatnonzero(np.diff(judged, prepend=-1))
    seat = np.searchsorted(seats, judged[first])
    seat[seat == len(seats)] = 0
    is_there = seats[seat] == judged[first] if len(seats) else np.zeros(len(first), np.bool_)
    runs = np.diff(first, append=len(judged))
    panels = {name: cells for name, cells in agents.items() if name != "position"}
    of_agent = {
        name: np.repeat(_picked(agents[name], seat, is_there), runs)
        for name in ("agent", "agent_role")
    }
    return panels, {
        **{name: criteria[name] for name in ("row", "question", "criterion", "share")},
        **of_agent,
    }


def _picked(cells: Whole, places: Whole, is_there: NDArray[np.bool_]) -> Whole:
    picked = np.full(len(places), NONE, cells.dtype)
    picked[is_there] = cells[places[is_there]]
    return picked


def _largest(cells: Whole) -> int:
    return int(cells.max(initial=0))


def _used(words: Mapping[int, str], *columns: Whole) -> dict[int, str]:
    """Return those words whose numbers stand in any of the columns."""
    used = np.zeros(max(words, default=0) + 1, np.bool_)
    for column in columns:
        used[column[(column >= 0) & (column < len(used))]] = True
    return {int(number): words[int(number)] for number in np.flatnonzero(used)}
