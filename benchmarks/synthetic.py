"""Synthetic interviews by the hundred thousand: the sandbox's answers, read once, multiplied."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from benchmarks.sandboxed import documents_of_all
from services.models.candidate import Candidate
from services.models.document import Document
from services.models.interview import Interview
from services.models.score import Score, ScoreKind
from services.sandbox.options import SandboxOptions
from services.sandbox.qode.library import payloads

TODAY = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS = 420
_TURNS = ("qode",) * 5 + ("instaview", "instaview", "round0", "zenhire", "zenhire")
"""Whose interviews come after one another; the last two are on recordings of the first two."""
SAME_PERSON = {5: 0, 8: 0, 9: 1}
"""Turns in which the person of an earlier turn comes again, with another vendor."""
_STEPS = 40
_APART = 7919
"""Without it whoever came later would score higher."""


def compact_options(interviews: int) -> SandboxOptions:
    """Return the sandbox's options for payloads of some 13 KB, the same on every day."""
    return SandboxOptions(interviews=interviews, compact=True, today=TODAY)


def compact_payloads(count: int) -> list[bytes]:
    """Make so many payloads of some 13 KB each."""
    return list(payloads(compact_options(count)))


def documents(count: int, *, distinct: int) -> Iterator[Document]:
    """Yield `count` interviews of all vendors, made of `distinct` real ones of each at most.

    Id, person, dates, overall and language scores differ; the bytes, the texts and all other
    scores are shared, so that a database of them is built at the speed of writing.
    """
    sources = documents_of_all(compact_options(distinct))
    people = [each.interview.candidate for each in sources["qode"]]
    for number in range(count):
        own = sources[vendor_of(number)]
        # One after the other, so that neighbours in time are not made of the same one.
        source = own[_rank(number) % len(own)]
        yield replace(source, interview=_varied(source.interview, number, people))


def is_gone(number: int) -> bool:
    """Tell whether the vendor has deleted the interview of this number: one in two hundred."""
    return number % 199 == 3


def id_of(number: int) -> str:
    """Return the id with its vendor of the interview of this number."""
    return f"{vendor_of(number)}-{number:08d}"


def vendor_of(number: int) -> str:
    """Return the vendor of the interview of this number."""
    return _TURNS[number % len(_TURNS)]


def _rank(number: int) -> int:
    """Return how many interviews of the same vendor come before."""
    rounds, turn = divmod(number, len(_TURNS))
    vendor = _TURNS[turn]
    return rounds * _TURNS.count(vendor) + _TURNS[:turn].count(vendor)


def _varied(interview: Interview, number: int, people: Sequence[Candidate]) -> Interview:
    back = timedelta(minutes=_spread(number, _DAYS * 24 * 60))
    times = {
        name: TODAY - back
        for name in ("started_at", "scheduled_at", "created_at", "reported_at", "event_at")
        if getattr(interview, name)
    }
    changed = {
        "vendor_interview_id": id_of(number),
        "candidate": _person(interview.candidate, number, people),
        "references": _references(interview, number),
        "scores": tuple(_moved(score, number) for score in interview.scores),
    }
    if interview.language:
        spoken = (_moved(score, number) for score in interview.language.dimensions)
        changed["language"] = interview.language.model_copy(update={"dimensions": tuple(spoken)})
    return interview.model_copy(update=times | changed)


def _references(interview: Interview, number: int) -> tuple[str, ...]:
    turn = number % len(_TURNS)
    if not interview.references or turn not in SAME_PERSON:
        return ()
    return (id_of(number - turn + SAME_PERSON[turn]),)


def _person(given: Candidate, number: int, people: Sequence[Candidate]) -> Candidate:
    turn = number % len(_TURNS)
    whose = number - turn + SAME_PERSON.get(turn, turn)
    first, last = (people[_spread(whose + back, len(people))].name for back in (0, 1))
    changed: dict[str, str] = {"id": f"person-{whose}"}
    if given.name and first and last:
        changed["name"] = f"{first.split()[0]} {last.split()[-1]} {whose}"
    if given.email:
        changed["email"] = f"person.{whose}@example.com"
    return given.model_copy(update=changed)


def _moved(score: Score, number: int) -> Score:
    """Return an overall or language score somewhere else on its scale, with its band."""
    if score.kind not in (ScoreKind.OVERALL, ScoreKind.LANGUAGE) or score.value is None:
        return score
    low, high = score.scale.low, score.scale.high
    step = (_spread(number * _APART, 2 * _STEPS + 1) - _STEPS) * (high - low) / 200
    ends = {"value": score.value, "lower": score.lower, "upper": score.upper}
    return score.model_copy(
        update={
            name: None if end is None else round(min(max(end + step, low), high), 2)
            for name, end in ends.items()
        }
    )


def _spread(number: int, over: int) -> int:
    """Return a number below `over` that looks drawn and is the same every time."""
    return number * 2_654_435_761 % 4_294_967_296 * over >> 32
