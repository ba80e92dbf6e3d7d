"""Use case: two to five interviews side by side, and what their bands can tell apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from services.analysis.separation import Measured, separation
from services.cache.store import Store
from services.errors import InputError, NothingFoundError
from services.models.browse import InterviewRow
from services.models.comparison import ComparedRow, Comparison, Separation
from services.models.interview import Interview
from services.models.language import may_rank
from services.models.score import Score, ScoreKind
from services.use_cases.interviews import Interviews

FEWEST, MOST = 2, 5
_KINDS = (
    ScoreKind.OVERALL,
    ScoreKind.DOMAIN,
    ScoreKind.SKILL,
    ScoreKind.RUBRIC,
    ScoreKind.CODING,
    ScoreKind.LANGUAGE,
)
_Key = tuple[ScoreKind, str]


@dataclass(frozen=True)
class Compare:
    """Compares from the cache alone."""

    store: Store
    interviews: Interviews
    level: float
    """What the vendors' bands are taken to be at, 0 to 1."""

    def compare(self, ids: Sequence[str]) -> Comparison:
        """Return the interviews in the order of `ids` with all scores that any of them has.

        Raises:
            InputError: fewer than two different interviews, or more than five.
            NothingFoundError: one of them is not in the cache.
            PayloadError: a stored document can no longer be read.
        """
        rows = self._rows(list(dict.fromkeys(ids)))
        found = [self.interviews.read(row.id).interview for row in rows]
        scores = [_by_key(each) for each in found]
        keys = list(dict.fromkeys(key for each in scores for key in each))
        keys.sort(key=lambda key: _KINDS.index(key[0]))
        return Comparison(
            interviews=tuple(rows),
            rows=tuple(self._row(key, rows, scores) for key in keys),
            warnings=tuple(_warnings(rows, found)),
            level=self.level,
            not_asked=tuple(
                (row.id, tuple(name for kind, name in keys if (kind, name) not in own))
                for row, own in zip(rows, scores, strict=True)
            ),
        )

    def _rows(self, ids: Sequence[str]) -> Sequence[InterviewRow]:
        if not FEWEST <= len(ids) <= MOST:
            msg = f"Choose {FEWEST} to {MOST} interviews to compare; these are {len(ids)}."
            raise InputError(msg)
        rows = self.store.rows(ids)
        missing = set(ids) - {row.id for row in rows}
        if missing:
            msg = f"Not in the cache (any more): {', '.join(sorted(missing))}. Choose others."
            raise NothingFoundError(msg)
        return rows

    def _row(
        self, key: _Key, rows: Sequence[InterviewRow], scores: Sequence[Mapping[_Key, Score]]
    ) -> ComparedRow:
        kind, name = key
        measured = [
            Measured(row.id, own.get(key), row.vendor, row.assessment_version)
            for row, own in zip(rows, scores, strict=True)
        ]
        return ComparedRow(
            kind=kind,
            name=name,
            scores=tuple(each.score for each in measured),
            separations=tuple(self._separations(measured)),
        )

    def _separations(self, measured: Sequence[Measured]) -> Iterable[Separation]:
        return (separation(a, b, level=self.level) for a, b in combinations(measured, 2))


def _by_key(interview: Interview) -> dict[_Key, Score]:
    """Return the interview's own scores; a name that occurs twice keeps its first score."""
    dimensions = interview.language.dimensions if interview.language else ()
    found: dict[_Key, Score] = {}
    for score in (*interview.scores, *dimensions):
        if score.kind in _KINDS and may_rank(score.name):
            found.setdefault((score.kind, score.name), score)
    return found


def _warnings(rows: Sequence[InterviewRow], found: Sequence[Interview]) -> Iterable[str]:
    if len({row.vendor for row in rows}) > 1:
        yield (
            "These interviews come from different vendors: their numbers are on different "
            "instruments and are shown side by side, never against each other."
        )
    if len({(row.vendor, row.assessment_version) for row in rows}) > len(
        {row.vendor for row in rows}
    ):
        yield "The assessment versions differ: two versions are two instruments."
    if len({each.mapped_role or each.role for each in found}) > 1:
        yield "The roles differ: the questions were others, even where a skill has the same name."
    if any(row.is_doubtful for row in rows):
        yield (
            "Speaker match low in at least one of these: perhaps somebody else than the candidate "
            "was scored there."
        )
    if len({each.language.language for each in found if each.language}) > 1:
        yield "Different languages were tested."
