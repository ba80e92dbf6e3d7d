"""The names of what can be wrong with a payload: ten facts seen in the vendor's own examples."""

from enum import StrEnum


class BrokenCase(StrEnum):
    """One in five interviews carries exactly one of these."""

    NOT_EVALUATED = "S1"
    """A skipped question scored 0 in 0-0, "Not evaluated"; an unreached one without a score."""
    CRITERIA = "S2"
    """Agents' totals that their criteria do not add up to."""
    CLOCKS = "S3"
    """A duration twice as long as the recording, and a meeting at a single moment a year later."""
    COVERAGE = "S4"
    """All core domains covered, two of them listed as uncovered."""
    UNDETERMINED = "S5"
    """A sentence in place of Pass or Fail."""
    OLD_VERSION = "S6"
    """A report of the first version, without bands, among those of the newest."""
    ASYMMETRIC = "S7"
    """Lopsided bands that the vendor calls highly reliable; no level is stated."""
    SIGNALS = "S8"
    """Signals beyond the end, in two notations; a latency anomaly in a turn that is not there."""
    CODE_TASK = "S9"
    """Four of five tests passed, verdict Failed, coding score 0."""
    IDENTITY = "S10"
    """A link to the picture of an identity card."""
