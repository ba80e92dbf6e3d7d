"""Synthetic interviews by the hundred thousand: real payloads, read once, under many names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from services.models.candidate import Candidate
from services.models.document import Document
from services.models.interview import Interview
from services.models.score import Score, ScoreKind
from services.sandbox.options import SandboxOptions
from services.sandbox.qode.library import payloads
from services.vendors.registry import VENDORS

TODAY = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS = 420


def compact_options(interviews: int) -> SandboxOptions:
    """Return the sandbox's options for payloads of some 13 KB, the same on every day."""
    return SandboxOptions(interviews=interviews, compact=True, today=TODAY)


def compact_payloads(count: int) -> list[bytes]:
    """Make so many payloads of some 13 KB each."""
    return list(payloads(compact_options(count)))


def documents(count: int, *, distinct: int) -> Iterator[Document]:
    """Yield `count` interviews made of `distinct` real ones.

    Id, person, dates and overall score differ; the bytes, the texts and all other scores are
    shared, so that a database of them is built at the speed of writing.
    """
    sources = [
        Document(payload, VENDORS["qode"].parse(payload), TODAY)
        for payload in compact_payloads(distinct)
    ]
    for number in range(count):
        source = sources[number % distinct]
        yield replace(source, interview=_varied(source.interview, number, sources))


def _varied(interview: Interview, number: int, sources: Sequence[Document]) -> Interview:
    back = timedelta(minutes=_spread(number, _DAYS * 24 * 60))
    started, scheduled = interview.started_at, interview.scheduled_at
    return interview.model_copy(
        update={
            "vendor_interview_id": f"{number:08d}-{interview.vendor_interview_id}",
            "candidate": _person(interview.candidate, number, sources),
            "started_at": started and TODAY - back,
            "scheduled_at": scheduled and TODAY - back,
            "scores": tuple(_moved(score, number) for score in interview.scores),
        }
    )


def _person(person: Candidate, number: int, sources: Sequence[Document]) -> Candidate:
    other = sources[_spread(number, len(sources))].interview.candidate
    name = None
    if person.name and other.name:
        name = f"{person.name.split()[0]} {other.name.split()[-1]} {number}"
    return person.model_copy(
        update={"id": f"person-{number}", "name": name, "email": f"person.{number}@example.com"}
    )


def _moved(score: Score, number: int) -> Score:
    if score.kind is not ScoreKind.OVERALL or score.value is None:
        return score
    step = _spread(number, 400) / 10 - 20
    ends = {"value": score.value, "lower": score.lower, "upper": score.upper}
    return score.model_copy(
        update={
            name: None if end is None else min(max(end + step, score.scale.low), score.scale.high)
            for name, end in ends.items()
        }
    )


def _spread(number: int, over: int) -> int:
    """Return a number below `over` that looks drawn and is the same every time."""
    return number * 2_654_435_761 % 4_294_967_296 * over >> 32
