"""The question sheet: every question of some interviews, sorted by its words, with its shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from services.cache.codes import STATE_CODES
from services.cache.frame.columns import Frame, Mask, QuestionColumns, Real, Whole
from services.models.question_health import FEWEST_ANSWERS
from services.models.score import ScoreState

SCORED: Final = STATE_CODES[ScoreState.SCORED]
_SHORT: Final = 2**16


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a frame: the same words have the same code, which is their place here."""

    keys: Whole
    codes: NDArray[np.int32]
    """Of each question."""


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """The questions of some interviews; places are those in the frame's question columns."""

    wordings: Wordings
    places: Whole
    """Sorted by code."""
    ends: Whole
    """Of each code's places; they begin where the code before it ends."""
    asked: Whole
    """Of each code."""
    scored: Whole
    total: Real
    """Of each interview of the frame: the shares of its scored questions, summed up."""
    count: Whole
    """Of each interview of the frame: its scored questions."""

    def ranked(self) -> Sequence[int]:
        """Return the codes that were asked at all, those asked most first."""
        present = np.flatnonzero(self.asked)
        order = np.lexsort((present, -self.scored[present], -self.asked[present]))
        found: list[int] = present[order].tolist()
        return found

    def too_few(self) -> int:
        """Return how many of them have too few scores to say anything of them."""
        return int(np.count_nonzero((self.asked > 0) & (self.scored < FEWEST_ANSWERS)))

    def of(self, code: int) -> Whole:
        """Return the places of one wording."""
        end = int(self.ends[code])
        return self.places[end - int(self.asked[code]) : end]

    def rest(self, shares: Real, rows: Whole) -> Real:
        """Return the mean share of the same interview's other questions; NaN without another."""
        others = self.count[rows] - 1.0
        return np.asarray((self.total[rows] - shares) / np.where(others > 0, others, np.nan))


def wordings(questions: QuestionColumns) -> Wordings:
    """Number the wordings of a frame; two sorts of all questions, so best kept."""
    keys = np.unique(questions.text)
    return Wordings(keys, np.searchsorted(keys, questions.text).astype(np.int32))


def question_sheet(frame: Frame, which: Mask, known: Wordings) -> QuestionSheet:
    """Return the sheet of the interviews of `which`."""
    questions, size = frame.questions, len(known.keys)
    chosen = np.flatnonzero(which[questions.row])
    codes = known.codes[chosen]
    # Numbers of 16 bits are sorted by their digits, which is many times faster.
    order = np.argsort(codes.astype(np.uint16) if size < _SHORT else codes, kind="stable")
    shares = shares_of(questions, chosen)
    scored = ~np.isnan(shares)
    rows = questions.row[chosen][scored]
    asked = np.bincount(codes, minlength=size)
    return QuestionSheet(
        wordings=known,
        places=chosen[order],
        ends=np.cumsum(asked),
        asked=asked,
        scored=np.bincount(codes[scored], minlength=size),
        total=np.bincount(rows, shares[scored], len(which)).astype(np.float64),
        count=np.bincount(rows, minlength=len(which)),
    )


def shares_of(questions: QuestionColumns, places: Whole) -> Real:
    """Return (value - low) / (high - low) of each; NaN where not scored or without a scale."""
    low, value = questions.low[places], questions.value[places]
    width = questions.high[places] - low
    usable = (questions.state[places] == SCORED) & np.isfinite(value) & (width > 0)
    usable &= np.isfinite(width)
    shares = np.full(len(places), np.nan)
    np.divide(value - low, width, out=shares, where=usable)
    return shares
