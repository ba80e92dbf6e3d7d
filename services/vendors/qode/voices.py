"""Voices: which names are the interviewer and which is the candidate."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.models.recording import Speaker

_INTERVIEWERS = frozenset({"tracy", "turing", "interviewer", "ai interviewer"})
_CANDIDATES = frozenset({"candidate", "interviewee"})
NOBODY = "Unknown"
"""The speaker of what Qode gives without one."""


def is_interviewer(name: str) -> bool:
    """Tell Qode's interviewer by her names: Tracy, Turing, "Tracy at Qode"."""
    folded = name.strip().casefold()
    return folded in _INTERVIEWERS or "qode" in folded


@dataclass(frozen=True, slots=True)
class Voices:
    """Knows the roles of one interview's speakers."""

    candidate: str | None
    only_other: str | None
    """The one name that is not the interviewer's, if there is just one (assumption: it is the
    candidate, since nobody else takes part)."""

    def role(self, name: str) -> Speaker:
        """Return the role of a speaker; unknown if the name tells nothing."""
        if is_interviewer(name):
            return Speaker.INTERVIEWER
        folded = name.strip().casefold()
        if folded in _CANDIDATES or folded in (self.candidate, self.only_other):
            return Speaker.CANDIDATE
        return Speaker.UNKNOWN


def voices_of(names: Iterable[str], candidate: str | None) -> Voices:
    """Learn the voices from all names of one list and the candidate's own."""
    others = {
        name.strip().casefold() for name in names if name != NOBODY and not is_interviewer(name)
    }
    only = next(iter(others)) if len(others) == 1 else None
    return Voices(candidate=candidate.strip().casefold() if candidate else None, only_other=only)
