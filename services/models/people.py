"""People across vendors: who may be one person, who said so, and what they took part in."""

from datetime import datetime
from enum import StrEnum

from services.models.browse import InterviewRow
from services.models.value import Value


class LinkVerdict(StrEnum):
    """What a recruiter said about two candidates."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNDONE = "undone"
    """Neither any more: the suggestion is open again."""


class CandidateCard(Value):
    """One candidate as one vendor knows them; `id` is ours and opaque."""

    id: str
    vendor: str
    name: str | None
    email: str | None
    interviews: int


class Identity(Value):
    """Who an interview is about, as far as the cache knows."""

    interview: str
    """Our own id, as `candidate`."""
    vendor_interview_id: str
    candidate: str | None
    name: str | None
    name_key: str | None
    """The name as it is compared."""
    email: str | None
    address: str | None
    """Of all the candidate's addresses, as they are compared, the first in the alphabet."""


class SharedAddress(Value):
    """An e-mail address that candidates of several vendors have."""

    address: str
    """As it is compared: without case."""
    candidates: tuple[tuple[str, ...], ...]
    """Their opaque ids, those of one vendor together."""


class LinkSuggestion(Value):
    """Two candidates of two vendors with one e-mail address, on whom nobody has decided."""

    a: CandidateCard
    b: CandidateCard


class LinkDecision(Value):
    """One decision; decisions are added, never changed."""

    a: str
    b: str
    """The opaque ids of the two candidates, in alphabetical order."""
    verdict: LinkVerdict
    made_at: datetime


class Person(Value):
    """A candidate with all that is confirmed to be the same person's."""

    cards: tuple[CandidateCard, ...]
    """The one that was asked for first."""
    interviews: tuple[InterviewRow, ...]
    """Of all cards, newest first."""
    suggested: tuple[CandidateCard, ...]
    """Others with the same e-mail address that nobody has decided on."""
    rejected: tuple[CandidateCard, ...]
    """Others with the same e-mail address that were said to be somebody else."""
    decisions: tuple[LinkDecision, ...]
    """Every decision on any of these, latest first."""
