"""How a candidate speaks: the vendor's dimensions, and a CEFR level only if one was issued."""

from services.models.score import Score
from services.models.value import Value


class LanguageProfile(Value):
    """The vendor's language scores. `cefr` is None unless the vendor itself issued a level."""

    language: str | None = None
    dimensions: tuple[Score, ...] = ()
    summary: str | None = None
    cefr: str | None = None
