"""The names of what can be wrong with a ZenHire result."""

from enum import StrEnum


class BrokenCase(StrEnum):
    """The first twenty runs carry each of these once; of the later ones, one in five."""

    PARTIAL = "Z1"
    """A partial result: one or two dimensions are null."""
    SPEAKER = "Z2"
    """A low speaker match: perhaps somebody else was scored."""
    PERCENT = "Z3"
    """A percent that contradicts the score beside it."""
    NO_LEVEL = "Z4"
    """Scores without any CEFR level."""
    FAILED = "Z5"
    """A failed run with its error."""
    BEYOND = "Z6"
    """A score of 5.6 on a scale that ends at 5."""
    ODD_STATUS = "Z7"
    """A status that no document names."""
    NO_SCORES = "Z8"
    """Success, and all twelve score fields are null."""
