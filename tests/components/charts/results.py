"""Language results of invented people, for the ladder."""

from datetime import UTC, datetime

from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageEntry, LanguageRow
from services.models.language import SpeakerMatch


def reading(level=None, source=LevelSource.ISSUED, *, to=None, text=None, score=None):
    """Make a reading; without a level there is none, whoever was asked."""
    is_none = level is None and text is None
    return LevelReading(
        source=LevelSource.NONE if is_none else source,
        text=text or (f"{level}–{to}" if to else level),
        lowest=level,
        highest=to or level,
        score=score,
    )


def row(*, match=SpeakerMatch.HIGH, name="Wanjiru Ngugi", role="Customer support", **readings):
    """Make one person's result; readings are named in capitals, as dimensions are."""
    entry = LanguageEntry(
        id=f"result-{name}",
        vendor="zenhire",
        candidate_name=name,
        role=role,
        happened_at=datetime(2026, 3, 1, tzinfo=UTC),
        language="en",
        method="ml_hybrid",
        target=None,
        audio_s=345,
        match=match,
        is_partial=False,
        dimensions=(),
    )
    return LanguageRow(entry=entry, readings=readings)
