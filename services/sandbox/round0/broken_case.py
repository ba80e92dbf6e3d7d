"""The names of what can be wrong with a round0 interview."""

from enum import StrEnum


class BrokenCase(StrEnum):
    """The first twenty interviews carry each of these once; of the later ones, one in five."""

    UNANSWERED = "R1"
    """Completed, and one of its questions has no response."""
    STRANGER = "R2"
    """A response to a question that is not among the interview's questions."""
    SILENT = "R3"
    """A response whose transcript is an empty text."""
    ODD_STATUS = "R4"
    """A status that no document names."""
    MISCOUNTED = "R5"
    """A total of questions that is not the number of questions in the list."""
    NO_AUDIO = "R6"
    """Responses without a link to their audio."""
