"""One question over all interviews that asked it: how hard, how telling, how often skipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from services.analysis.items import DISCRIMINATION, discrimination
from services.analysis.means import mean, welch
from services.analysis.proportions import share
from services.cache.codes import STATE_CODES
from services.cache.frame.columns import NO_TIME, Frame, Real, Whole
from services.models import notation
from services.models.cohort import Instrument
from services.models.estimate import Estimate, refused
from services.models.question_health import FEWEST_ANSWERS, QuestionDrift, QuestionHealth
from services.models.score import ScoreState
from services.use_cases.instruments import Instruments
from services.use_cases.question_sheet import QuestionSheet, shares_of

DIFFICULTY: Final = "difficulty"
SKIP_RATE: Final = "skip_rate"
DRIFT: Final = "drift"
_NOT_EVALUATED: Final = STATE_CODES[ScoreState.NOT_EVALUATED]
_UNSCORED: Final = STATE_CODES[ScoreState.UNSCORED]
_NO_VERSION: Final = "no version given"


@dataclass(frozen=True)
class _Version:
    """One instrument's scores of a question."""

    instrument: Instrument
    first_ms: int
    shares: Real


@dataclass(frozen=True)
class QuestionFigures:
    """Makes the figures of single questions of one sheet."""

    frame: Frame
    sheet: QuestionSheet
    every: QuestionSheet
    """Of all instruments: drift is between them."""
    instruments: Instruments
    level: float

    def of(self, code: int, *, text: str) -> QuestionHealth:
        """Return the figures of one wording, or why there are none."""
        places = self.sheet.of(code)
        shares = shares_of(self.frame.questions, places)
        scored = ~np.isnan(shares)
        refusal = self._refusal(places[scored])
        median_s, timed = self._time(places)
        return QuestionHealth(
            key=written_key(int(self.sheet.wordings.keys[code])),
            text=text,
            instruments=self._instruments(places),
            asked=len(places),
            scored=int(scored.sum()),
            difficulty=self._difficulty(shares[scored], refusal),
            spread=None if refusal else float(shares[scored].std(ddof=1)),
            discrimination=self._discrimination(places[scored], shares[scored], refusal),
            skip_rate=self._skip_rate(places),
            median_time_s=median_s,
            timed=timed,
            drift=tuple(self._drift(self.every.of(code))),
            refusal=refusal,
        )

    def _refusal(self, scored: Whole) -> str:
        """Return why there is no figure of the scores; empty where there is."""
        columns, n = self.frame.questions, len(scored)
        if n < FEWEST_ANSWERS:
            told = f"only {notation.count(n, 'score')}" if n else "no score"
            return f"This question has {told}; it takes {FEWEST_ANSWERS}."
        if np.ptp(columns.low[scored]) or np.ptp(columns.high[scored]):
            return "This question was scored on two scales, which are never put together."
        return ""

    def _difficulty(self, shares: Real, refusal: str) -> Estimate:
        if refusal:
            return refused(refusal, level=self.level, n=len(shares), method=DIFFICULTY)
        return _named(mean(shares, level=self.level), DIFFICULTY)

    def _discrimination(self, places: Whole, shares: Real, refusal: str) -> Estimate:
        if refusal:
            return refused(refusal, level=self.level, n=len(shares), method=DISCRIMINATION)
        rest = self.sheet.rest(shares, self.frame.questions.row[places])
        return discrimination(shares, rest, level=self.level)

    def _skip_rate(self, places: Whole) -> Estimate:
        state = self.frame.questions.state[places]
        asked = int(np.count_nonzero(state != _UNSCORED))
        if asked < FEWEST_ANSWERS:
            why = (
                f"Only {notation.count(asked, 'interview')} of a vendor that scores questions "
                f"asked this; it takes {FEWEST_ANSWERS}."
            )
            return refused(why, level=self.level, n=asked, method=SKIP_RATE)
        skipped = int(np.count_nonzero(state == _NOT_EVALUATED))
        return _named(share(skipped, asked, level=self.level), SKIP_RATE)

    def _time(self, places: Whole) -> tuple[float | None, int]:
        """Return the median of the known times, and how many there are."""
        times = self.frame.questions.duration_s[places]
        known = times[np.isfinite(times) & (times > 0)]
        enough = len(known) >= FEWEST_ANSWERS
        return (float(np.median(known)) if enough else None), len(known)

    def _instruments(self, places: Whole) -> tuple[Instrument, ...]:
        """Return what asked it, most frequent first."""
        counts = np.bincount(self.instruments.codes[self.frame.questions.row[places]])
        order = np.argsort(-counts, kind="stable")
        return tuple(self.instruments.all[code] for code in order.tolist() if counts[code])

    def _drift(self, asked: Whole) -> Iterator[QuestionDrift]:
        """Return the change between each version and the next one of the same vendor."""
        every = shares_of(self.frame.questions, asked)
        places, shares = asked[~np.isnan(every)], every[~np.isnan(every)]
        if self._refusal(places):
            return
        versions = sorted(
            self._versions(places, shares),
            key=lambda each: (each.instrument.vendor, each.first_ms, each.instrument.version or ""),
        )
        vendors = {each.instrument.vendor for each in versions}
        for before, after in pairwise(versions):
            if before.instrument.vendor == after.instrument.vendor:
                yield QuestionDrift(
                    before=self._label(before, vendors),
                    after=self._label(after, vendors),
                    difference=self._difference(before.shares, after.shares),
                )

    def _versions(self, places: Whole, shares: Real) -> Iterator[_Version]:
        """Return each dated version's scores: without any date there is no before or after."""
        rows = self.frame.questions.row[places]
        codes, happened = self.instruments.codes[rows], self.frame.interviews.happened_ms[rows]
        for code in np.flatnonzero(np.bincount(codes)).tolist():
            own = codes == code
            dated = happened[own & (happened != NO_TIME)]
            if len(dated):
                yield _Version(self.instruments.all[code], int(dated.min()), shares[own])

    def _label(self, version: _Version, vendors: set[str]) -> str:
        name = version.instrument.version or _NO_VERSION
        title = self.instruments.titles.get(version.instrument.vendor, version.instrument.vendor)
        return f"{title} {name}" if len(vendors) > 1 else name

    def _difference(self, before: Real, after: Real) -> Estimate:
        fewest = min(len(before), len(after))
        if fewest < FEWEST_ANSWERS:
            n = len(before) + len(after)
            why = (
                f"One of the two versions has only {notation.count(fewest, 'score')}; "
                f"it takes {FEWEST_ANSWERS}."
            )
            return refused(why, level=self.level, n=n, method=DRIFT)
        return _named(welch(before, after, level=self.level).difference, DRIFT)


def written_key(key: int) -> str:
    """Return what stands for a question's words in links."""
    return f"{key % 2**64:016x}"


def _named(found: Estimate, method: str) -> Estimate:
    return found.model_copy(update={"method": method})
