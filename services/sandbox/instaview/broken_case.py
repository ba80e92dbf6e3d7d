"""The names of what can be wrong with an interview of InstaView: ten cases."""

from enum import StrEnum


class BrokenCase(StrEnum):
    """Each of the first twenty interviews with an odd number carries one; then one in five."""

    PENDING_ZERO = "pending_zero"
    """An overall rating of 0 while the analysis is still pending."""
    FREE_TEXT = "free_text"
    """Education and experience as sentences, where words of a list are documented."""
    UNKNOWN_STATUS = "unknown_status"
    """A status word that no page names."""
    DURATIONS = "durations"
    """Minutes that the seconds of the call do not add up to."""
    ANALYSIS_FAILED = "analysis_failed"
    """A completed interview whose analysis failed, with a rating of 0."""
    NO_ANSWER = "no_answer"
    """Nobody picked up, three times."""
    GDPR_PAST = "gdpr_past"
    """The candidate's data had to be gone before today."""
    AGENT_MISSING = "agent_missing"
    """The agent that held the interview is not to be found."""
    RATING_104 = "rating_104"
    """An overall rating above its scale of 0 to 100."""
    NEGATIVE_PRONUNCIATION = "negative_pronunciation"
    """A pronunciation score of -1 in a language test."""
