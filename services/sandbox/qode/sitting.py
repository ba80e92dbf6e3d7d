"""What was said and when: the lines of a conversation on the recording's clock."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import cycle
from random import Random

from services.sandbox import phrases
from services.sandbox.draw import stream
from services.sandbox.qode.broken_case import BrokenCase
from services.sandbox.qode.plan import Plan
from services.sandbox.roles import Question

_WORDS_A_SECOND = 2.3


@dataclass(frozen=True)
class Line:
    """One thing said; times in seconds from the start of the recording."""

    by_candidate: bool
    text: str
    latency: float
    start: float
    end: float
    question: int | None
    """Which question it belongs to; None for the greeting and the farewell."""


@dataclass(frozen=True)
class Sitting:
    """One conversation; `length` is a whole number of seconds."""

    questions: tuple[Question, ...]
    lines: tuple[Line, ...]
    length: int
    skipped: frozenset[int] = frozenset()
    """Questions that the candidate asked to skip."""
    unreached: frozenset[int] = frozenset()
    """Questions that there was no time for."""

    @cached_property
    def marks(self) -> tuple[float, ...]:
        """When each question was asked; an unreached one was about to be asked at the end."""
        farewell = self.lines[-2].start
        return tuple(
            next((line.start for line in self.lines if line.question == index), farewell)
            for index in range(len(self.questions))
        )

    @property
    def evaluated(self) -> tuple[int, ...]:
        """The questions that graders gave scores for."""
        left_out = self.skipped | self.unreached
        return tuple(index for index in range(len(self.questions)) if index not in left_out)


@dataclass(frozen=True)
class _Said:
    by_candidate: bool
    text: str
    question: int | None = None


def _asked(text: str, question: int | None = None) -> _Said:
    return _Said(by_candidate=False, text=text, question=question)


def _answered(text: str, question: int | None = None) -> _Said:
    return _Said(by_candidate=True, text=text, question=question)


def sit(plan: Plan) -> Sitting:
    """Hold the conversation that a plan leads to."""
    rng = stream(plan.key, "sitting")
    questions = _questions(plan, rng)
    last = len(questions) - 1
    broken = plan.broken is BrokenCase.NOT_EVALUATED
    skipped, unreached = frozenset({0} if broken else ()), frozenset({last} if broken else ())
    said, deck = list(_greeting(rng)), _Deck(rng)
    for index, question in enumerate(questions):
        if index in skipped:
            said += [
                _asked(question.text, index),
                _answered(rng.choice(phrases.SKIPS), index),
            ]
        elif index not in unreached:
            said += _talk(question, deck, index=index, compact=plan.compact)
    said += [_asked(rng.choice(phrases.FAREWELLS)), _answered(rng.choice(phrases.GOODBYES))]
    length = rng.randint(500, 900) if plan.compact else rng.randint(1200, 2640)
    return Sitting(questions, tuple(_timed(said, rng, length)), length, skipped, unreached)


def _questions(plan: Plan, rng: Random) -> tuple[Question, ...]:
    known = plan.role.questions
    # A skipped and an unreached question must leave one to score.
    least = 3 if plan.broken is BrokenCase.NOT_EVALUATED else 2
    count = least if plan.compact else min(len(known), rng.choice((4, 4, 5, 5, 6)))
    if plan.compact:
        return tuple(
            replace(question, criteria=question.criteria[:2]) for question in known[:count]
        )
    return known[:count]


def _greeting(rng: Random) -> Iterator[_Said]:
    yield _asked(rng.choice(phrases.GREETINGS))
    yield _answered(rng.choice(phrases.REPLIES_TO_GREETING))
    yield _asked(rng.choice(phrases.RULES))
    yield _answered(rng.choice(phrases.READY))


class _Deck:
    """Sentences in an order drawn once, so that a conversation repeats itself as late as it can."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.answers = cycle(rng.sample(phrases.ANSWERS, len(phrases.ANSWERS)))
        self.details = cycle(rng.sample(phrases.DETAILS, len(phrases.DETAILS)))
        self.follow_ups = cycle(rng.sample(phrases.FOLLOW_UPS, len(phrases.FOLLOW_UPS)))


def _talk(question: Question, deck: _Deck, *, index: int, compact: bool) -> Iterator[_Said]:
    yield _asked(question.text, index)
    points = deck.rng.sample(question.points, len(question.points))
    rounds = 1 if compact else deck.rng.randint(2, 4)
    for turn in range(rounds):
        point, other = points[turn % len(points)], points[(turn + 1) % len(points)]
        if turn:
            yield _asked(next(deck.follow_ups).format(point=points[turn - 1]), index)
        texts = [next(deck.answers)] if compact else [next(deck.answers), next(deck.details)]
        for text in texts:
            spoken = text.format(point=point, other=other, n=deck.rng.randint(3, 40))
            yield _answered(spoken[0].upper() + spoken[1:], index)


def _timed(said: list[_Said], rng: Random, length: int) -> Iterator[Line]:
    latencies = [_latency(rng, by_candidate=line.by_candidate) for line in said]
    spoken = [len(line.text.split()) / _WORDS_A_SECOND for line in said]
    # Everybody speaks at the pace that fills the recording; three seconds stay silent at the end.
    pace = (length - 3 - sum(latencies)) / sum(spoken)
    clock = 0.0
    for line, latency, seconds in zip(said, latencies, spoken, strict=True):
        start = round(clock + latency, 3)
        end = round(start + seconds * pace, 3)
        yield Line(line.by_candidate, line.text, latency, start, end, line.question)
        clock = end


def _latency(rng: Random, *, by_candidate: bool) -> float:
    if by_candidate and rng.random() < 0.03:
        return round(rng.uniform(12, 25), 1)
    return round(min(rng.lognormvariate(0.6 if by_candidate else 0.2, 0.5), 11), 1)
