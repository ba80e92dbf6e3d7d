"""The language page: who speaks at which level, by whose word, and how many at each."""

from datetime import datetime

from services.models.cefr import LevelReading, LevelSource
from services.models.language import SpeakerMatch
from services.models.score import Score
from services.models.value import Value


class SpokenDimension(Value):
    """One dimension of one result as it is kept: the vendor's number and the vendor's level."""

    name: str
    score: Score | None = None
    cefr: str | None = None


class LanguageEntry(Value):
    """One language result as it is kept in the cache; accent is not among its dimensions."""

    id: str
    vendor: str
    candidate_name: str | None
    role: str | None
    happened_at: datetime | None
    language: str | None
    method: str | None
    target: str | None
    audio_s: float | None
    match: SpeakerMatch | None
    """None where the vendor detects no speaker."""
    is_partial: bool
    dimensions: tuple[SpokenDimension, ...]
    """The whole first, under the name OVERALL, if the vendor gives it."""


class LanguageEntries(Value):
    """One page of results, newest first; `total` counts all of the filter."""

    entries: tuple[LanguageEntry, ...]
    total: int


class LevelGroup(Value):
    """How many results of the filter share a role, a vendor, a level and a score."""

    role: str | None
    vendor: str
    cefr: str | None
    """As the vendor issued it."""
    score: Score | None
    count: int


class LanguageRow(Value):
    """One result with its readings, by the dimension's name."""

    entry: LanguageEntry
    readings: dict[str, LevelReading]

    @property
    def is_doubtful(self) -> bool:
        """Whether perhaps somebody else than the candidate was scored."""
        return self.entry.match is SpeakerMatch.LOW


class LevelCount(Value):
    """How many people of a role stand on a rung; a borderline one stands on its lower rung."""

    role: str | None
    rung: str | None
    """One of LEVELS, "below A1", or None for those without a level."""
    source: LevelSource
    count: int
    borderline: int
    """How many of them reach up to the next rung."""


class LanguageAnswer(Value):
    """What the language page shows."""

    rows: tuple[LanguageRow, ...]
    total: int
    dimension: str
    dimensions: tuple[str, ...]
    """What can be chosen in place of `dimension`; accent never is."""
    counts: tuple[LevelCount, ...]
