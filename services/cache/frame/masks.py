"""Which of a frame's interviews a filter means: the same that a list of the filter holds."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import numpy as np

from services.cache.codes import OUTCOME_CODES, STATUS_CODES
from services.cache.frame.columns import NO_TIME, NONE, Frame, InterviewColumns, Mask, Whole
from services.cache.rows import LOWEST_KEY, milliseconds
from services.models.browse import InterviewFilter

_NONE_GIVEN: Final = ""
_NAMED: Final = ("text", "ids", "tags", "metadata", "lists")
"""What no column holds: the database says which interviews are meant."""
_FEW: Final = 16


def named_part(wanted: InterviewFilter) -> InterviewFilter | None:
    """Return what only the database can tell of a filter; None when it is not asked for."""
    given = {name: getattr(wanted, name) for name in _NAMED}
    part = InterviewFilter(gone=None, **given)
    return None if part == InterviewFilter(gone=None) else part


def mask_of(frame: Frame, wanted: InterviewFilter, *, named: Whole | None = None) -> Mask:
    """Return which interviews are meant, one truth value each, in the order of the frame.

    `named` are the numbers of the interviews that meet `named_part`; None when there is none.
    """
    columns = frame.interviews
    mask = np.ones(len(columns), np.bool_)
    for part in (
        *_dimensions(frame, wanted),
        *_vocabularies(columns, wanted),
        *_times(columns, wanted),
        *_scores(columns, wanted),
        *_flags(columns, wanted),
    ):
        mask &= part
    if named is not None:
        mask &= np.isin(columns.number, named)
    mask.flags.writeable = False
    return mask


def _dimensions(frame: Frame, wanted: InterviewFilter) -> Iterator[Mask]:
    columns = frame.interviews
    for cells, texts, names in (
        (columns.vendor, frame.vendors, wanted.vendors),
        (columns.role, frame.roles, wanted.roles),
        (columns.version, frame.versions, wanted.versions),
        (columns.interview_type, frame.types, wanted.interview_types),
    ):
        if names:
            yield _among(cells, _numbers(texts, names))


def _numbers(texts: Mapping[int, str], names: Sequence[str]) -> list[int]:
    """Return the numbers of those names that occur; an empty one means that none is given."""
    known = {text: number for number, text in texts.items()}
    return [
        NONE if name == _NONE_GIVEN else known[name]
        for name in names
        if name == _NONE_GIVEN or name in known
    ]


def _vocabularies(columns: InterviewColumns, wanted: InterviewFilter) -> Iterator[Mask]:
    if wanted.statuses:
        yield _among(columns.status, [STATUS_CODES[status] for status in wanted.statuses])
    if wanted.outcomes:
        codes = (OUTCOME_CODES[outcome] for outcome in wanted.outcomes)
        yield _among(columns.outcome, [NONE if code is None else code for code in codes])


def _times(columns: InterviewColumns, wanted: InterviewFilter) -> Iterator[Mask]:
    happened = columns.happened_ms
    if wanted.since:
        yield happened >= max(_midnight(wanted.since), NO_TIME + 1)
    if wanted.until and wanted.until < date.max:
        yield (happened != NO_TIME) & (happened < _midnight(wanted.until + timedelta(days=1)))
    if wanted.months:
        yield _among(columns.month, wanted.months)
    if wanted.arrived_since is not None:
        yield columns.arrived_ms >= milliseconds(wanted.arrived_since)


def _scores(columns: InterviewColumns, wanted: InterviewFilter) -> Iterator[Mask]:
    """A range leaves out what is not scored, and what is scored on another scale."""
    low, high = wanted.score_min, wanted.score_max
    if low is not None or high is not None:
        yield columns.overall_key >= max(LOWEST_KEY, LOWEST_KEY if low is None else low)
    if high is not None:
        yield columns.overall_key <= high


def _flags(columns: InterviewColumns, wanted: InterviewFilter) -> Iterator[Mask]:
    if wanted.has_notices is not None:
        yield (columns.notices > 0) == wanted.has_notices
    if wanted.started is not None:
        yield columns.started == wanted.started
    if wanted.gone is not None:
        yield columns.gone == wanted.gone


def _among(cells: Whole, codes: Sequence[int]) -> Mask:
    """Tell where one of the codes stands; a few comparisons are faster than a look-up."""
    if not 0 < len(codes) <= _FEW:
        return np.isin(cells, codes)
    mask: Mask = cells == codes[0]
    for code in codes[1:]:
        mask |= cells == code
    return mask


def _midnight(day: date) -> int:
    return milliseconds(datetime.combine(day, time.min, tzinfo=UTC))
