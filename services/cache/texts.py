"""The searchable texts of an interview, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.cache.folding import storable
from services.cache.query import spaced
from services.models.interview import Interview

FIELDS = ("transcript", "question", "summary")
Columns = tuple[str, ...]
"""The texts of one payload as they are indexed, in the order of `FIELDS`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that searched words can stand in; `field` is one of `FIELDS`."""

    field: str
    text: str
    speaker: str | None = None
    start_s: float | None = None


def lines(interview: Interview) -> Iterator[Line]:
    """Yield every searchable line: what was said first, then what was asked, then summaries."""
    for said in interview.transcript:
        yield Line("transcript", said.text, speaker=said.speaker, start_s=said.start_s)
    for question in interview.questions:
        yield Line("question", question.text, start_s=question.start_s)
    for text in _summaries(interview):
        if text:
            yield Line("summary", text)


def columns_of(interview: Interview) -> Columns:
    """Return the lines of each field as one text, fit for the index."""
    said = [line.text for line in interview.transcript]
    asked = [question.text for question in interview.questions]
    told = [text for text in _summaries(interview) if text]
    return tuple(_indexed("\n".join(texts)) for texts in (said, asked, told))


def _indexed(text: str) -> str:
    # A NUL would end the text for the tokenizer of some versions of SQLite.
    return storable(spaced(text.replace("\x00", " ")))


def _summaries(interview: Interview) -> Iterator[str | None]:
    for remark in interview.remarks:
        yield f"{remark.name}: {remark.text}" if remark.text else remark.name
    for question in interview.questions:
        yield question.summary
        yield from (remark.text for remark in question.skill_summaries)
        yield from (note.text for note in question.grader_notes)
    for panel in interview.panels:
        yield from (agent.summary for agent in panel.agents)
    if interview.language:
        yield interview.language.summary
