"""Parsing: from the bytes of one of Acme's talks to an interview in our words."""

from datetime import datetime

from pydantic import Field

from services.models.candidate import Candidate
from services.models.interview import Interview, Status
from services.models.recording import Speaker, TranscriptLine
from services.models.score import Scale, Score, ScoreKind, ScoreState
from services.vendors._decoding import Shape, decode
from services.vendors._doubts import Doubts
from services.vendors._wire import Wire

NAME = "acme"
STARS = Scale(low=0, high=10)
_STATUSES = {"asked": Status.SCHEDULED, "done": Status.REPORTED}


class Stars(Wire):
    """A score from 0 to 10 with its band."""

    name: str
    given: float
    from_: float | None = Field(None, alias="from")
    to: float | None = None


class Talk(Wire):
    """One of Acme's documents."""

    talk_no: str = Field(pattern=r"\S")
    state: str | None = None
    who: str | None = None
    post: str | None = None
    began: datetime | None = None
    stars: tuple[Stars, ...] = ()
    said: tuple[str, ...] = ()


_SHAPE = Shape(Talk, name="an Acme talk", required=("talk_no",), hand_in="Hand in a talk.")


def parse(payload: bytes) -> Interview:
    """Return the interview in `payload`. Raises PayloadError when it is none."""
    doubts = Doubts()
    talk = decode(payload, doubts, _SHAPE)
    status = _STATUSES.get(talk.state or "", Status.UNKNOWN)
    return Interview(
        vendor=NAME,
        vendor_interview_id=talk.talk_no,
        candidate=Candidate(name=talk.who),
        status=status,
        vendor_status=talk.state,
        is_final=status is Status.REPORTED,
        role=talk.post,
        started_at=talk.began,
        scores=tuple(map(_score, talk.stars)),
        transcript=tuple(
            TranscriptLine(index=at, speaker="Candidate", role=Speaker.CANDIDATE, text=text)
            for at, text in enumerate(talk.said)
        ),
        notices=doubts.notices(),
    )


def _score(stars: Stars) -> Score:
    return Score(
        kind=ScoreKind.OVERALL if stars.name == "Overall" else ScoreKind.SKILL,
        name=stars.name,
        state=ScoreState.SCORED,
        value=stars.given,
        lower=stars.from_,
        upper=stars.to,
        scale=STARS,
    )
