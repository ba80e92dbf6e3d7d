"""What was said in a recording: the lines of both voices on the recording's clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.sandbox.draw import stream
from services.sandbox.qode.plan import Plan as QodePlan
from services.sandbox.qode.sitting import sit
from services.sandbox.zenhire.voices import VOICES

_PAUSE_SECONDS = 2


@dataclass(frozen=True)
class Line:
    """One thing said; times in seconds from the start of the recording."""

    by_candidate: bool
    text: str
    start: float
    end: float


def recorded_seconds(source: QodePlan, language: str) -> int:
    """Return how long the recording is: English ones are those of the interviews themselves."""
    if language == "en":
        return sit(source).length
    return stream(source.key, "recording").randint(181, 240)


def conversation(source: QodePlan, language: str, *, seconds: int) -> tuple[Line, ...]:
    """Return what is said in so many seconds.

    An English conversation is the one that the interview's own report shows, so that both agree.
    """
    if language == "en":
        sitting = sit(source)
        pace = seconds / sitting.length
        return tuple(
            Line(line.by_candidate, line.text, line.start * pace, line.end * pace)
            for line in sitting.lines
        )
    return tuple(_spoken(VOICES[language if language in VOICES else "de"], seconds))


def _spoken(exchanges: tuple[tuple[str, str], ...], seconds: int) -> Iterator[Line]:
    """Let both voices take turns at the pace that fills the recording."""
    texts = [text for exchange in exchanges for text in exchange]
    words = [len(text.split()) for text in texts]
    pace = (seconds - _PAUSE_SECONDS * len(texts)) / sum(words)
    clock = 0.0
    for number, (text, count) in enumerate(zip(texts, words, strict=True)):
        start, clock = clock, clock + count * pace
        yield Line(number % 2 == 1, text, start, clock)
        clock += _PAUSE_SECONDS
