"""What was answered and when: one spoken answer to each question."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from random import Random

from services.sandbox import phrases
from services.sandbox.draw import stream
from services.sandbox.round0.opaque_id import opaque_id
from services.sandbox.round0.plan import Plan
from services.sandbox.round0.question import Question

_WORDS_A_SECOND = 2.2
_LEAST_SECONDS = 12


@dataclass(frozen=True)
class Answer:
    """One answer; `audio_id` stays the same while its links change."""

    question: Question
    transcript: str
    seconds: int
    answered_at: datetime
    audio_id: str


def sit(plan: Plan, *, started_at: datetime) -> tuple[Answer, ...]:
    """Hold the interview that a plan leads to; there is an answer to each question, in order."""
    rng = stream(plan.key, "sitting")
    opened = f"My name is {plan.person.name}, thank you for the invitation. "
    texts = _sentences(rng)
    clock = started_at
    answers = []
    for number, question in enumerate(plan.questions):
        said = _said(rng, question, texts)
        transcript = opened + said if number == 0 and rng.random() < 0.4 else said
        seconds = _seconds(rng, transcript, limit=question.limit_seconds)
        clock += timedelta(seconds=seconds + rng.randint(9, 40))
        audio_id = opaque_id(plan.interview_id, question.question_id, "audio")
        answers.append(Answer(question, transcript, seconds, clock, audio_id))
    return tuple(answers)


def ended_at(answers: tuple[Answer, ...]) -> datetime:
    """Return when the interview was over: some seconds after the last answer."""
    return answers[-1].answered_at + timedelta(seconds=15)


def _sentences(rng: Random) -> Iterator[str]:
    """Deal sentences in turns, so that a person repeats themselves as late as possible."""
    answers = rng.sample(phrases.ANSWERS, len(phrases.ANSWERS))
    details = rng.sample(phrases.DETAILS, len(phrases.DETAILS))
    return cycle([text for pair in zip(answers, details, strict=True) for text in pair])


def _said(rng: Random, question: Question, texts: Iterator[str]) -> str:
    points = cycle(rng.sample(question.points, len(question.points)))
    spoken = []
    for _ in range(rng.choice((2, 4, 4, 6, 8))):
        text = next(texts).format(point=next(points), other=next(points), n=rng.randint(3, 40))
        spoken.append(text[0].upper() + text[1:])
    return " ".join(spoken)


def _seconds(rng: Random, transcript: str, *, limit: int) -> int:
    spoken = len(transcript.split()) / _WORDS_A_SECOND * rng.uniform(0.9, 1.5)
    return max(_LEAST_SECONDS, min(limit, round(spoken)))
