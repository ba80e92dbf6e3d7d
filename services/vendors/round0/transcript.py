"""Transcript: each answered question and its answer, in the order of the questions."""

from collections.abc import Iterator, Sequence

from services.models.recording import Speaker, TranscriptLine
from services.vendors.round0.questions import Exchange

_INTERVIEWER = "Interviewer"
_CANDIDATE = "Candidate"


def transcript_of(
    exchanges: Sequence[Exchange], candidate: str | None
) -> tuple[TranscriptLine, ...]:
    """Return the lines. round0 tells no offsets into a recording of the whole, so none has a time.

    A question that was not answered was perhaps never heard: it has no line.
    """
    spoken = _spoken(exchanges, candidate or _CANDIDATE)
    return tuple(
        TranscriptLine.model_construct(
            index=index, speaker=speaker, role=role, text=text, question_index=question
        )
        for index, (speaker, role, text, question) in enumerate(spoken)
    )


def _spoken(
    exchanges: Sequence[Exchange], candidate: str
) -> Iterator[tuple[str, Speaker, str, int]]:
    for question, exchange in enumerate(exchanges):
        if exchange.response is None:
            continue
        if exchange.text.strip():
            yield _INTERVIEWER, Speaker.INTERVIEWER, exchange.text, question
        said = exchange.response.transcript
        if said and said.strip():
            yield candidate, Speaker.CANDIDATE, said, question
