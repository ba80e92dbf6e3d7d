"""What rows need of one interview, with texts in the place of numbers.

Raise `DERIVATION` with every change, here and in `rows.py`.

Facts are made as soon as an interview is read, while it is at hand in the processor's cache, so
that the interview itself, ten times as large, can be let go before anything is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from services.cache.codes import (
    KIND_CODES,
    OUTCOME_CODES,
    SIGNAL_CODES,
    STATE_CODES,
    STATUS_CODES,
    not_collected_mask,
    signal_counts,
)
from services.cache.folding import fold, storable
from services.models.agents import AgentAssessment
from services.models.interview import Interview
from services.models.score import Score, ScoreKind, ScoreState

DERIVATION: Final = 1
"""Rows with a lower number were derived by an older version and are to be derived anew."""
_LARGEST_INTEGER: Final = 2**63 - 1
_LARGEST: Final = 1e300

Cell = str | int | float | bytes | None
Tuple = tuple[Cell, ...]
Word = str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything about one interview that becomes a row; a word is followed by its cells."""

    head: "HeadFacts"
    scores: list[tuple[Word, Word, Word, Tuple, Tuple, Tuple]]
    """Name, parent and label; the cells before name, after parent and after label."""
    agents: list[tuple[Word, Word, Tuple, Tuple]]
    """Agent's id and role; the cells before and after them."""
    criteria: list[tuple[Word, Tuple, Tuple]]
    """Key; the cells before and after it."""
    signals: list[Tuple]
    notices: list[str]
    person: str
    """The searchable text of the interview's person."""


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What lists, filters and cohorts need of the interview as a whole."""

    vendor: str
    vendor_interview_id: str
    candidate: Tuple
    """Id, name, e-mail address and the name as it is sorted by."""
    role: Word
    mapped_role: Word
    version: Word
    interview_type: Word
    status: int
    vendor_status: Word
    outcome: int | None
    vendor_outcome: Word
    is_final: bool
    happened_at: datetime | None
    duration_s: float | None
    overall_name: Word
    overall: Tuple
    """State, value, band and scale."""
    overall_label: Word
    overall_observations: int | None
    cefr: Word
    notice_count: int
    signals: Tuple
    """How many of each kind, then the kinds that were not collected."""


def facts_of(interview: Interview) -> Facts:
    """Derive the facts of one interview."""
    assessments = [
        ((agent.question_index, position), agent)
        for position, agent in enumerate(
            agent for panel in interview.panels for agent in panel.agents
        )
    ]
    return Facts(
        head=_head(interview),
        scores=list(_scores(interview)),
        agents=[
            (agent.agent_id, agent.role, where, (agent.total, agent.maximum, agent.normalized))
            for where, agent in assessments
        ],
        criteria=[fact for where, agent in assessments for fact in _criteria(agent, where)],
        signals=[
            (position, SIGNAL_CODES[each.kind], each.start_s, each.end_s, each.open_ended)
            for position, each in enumerate(interview.signals)
        ],
        notices=[notice.code for notice in interview.notices],
        person=person_text(interview),
    )


def person_text(interview: Interview) -> str:
    """Return name, e-mail address and role as they are searched: folded, one a line."""
    person = interview.candidate
    texts = (person.name, person.email, interview.role)
    return "\n".join(storable(fold(text)) for text in texts if text)


def _head(interview: Interview) -> HeadFacts:
    overall = interview.overall
    return HeadFacts(
        vendor=interview.vendor,
        vendor_interview_id=storable(interview.vendor_interview_id),
        candidate=_candidate(interview),
        role=interview.role,
        mapped_role=interview.mapped_role,
        version=interview.assessment_version,
        interview_type=interview.interview_type,
        status=STATUS_CODES[interview.status],
        vendor_status=interview.vendor_status,
        outcome=OUTCOME_CODES[interview.outcome],
        vendor_outcome=interview.vendor_outcome,
        is_final=interview.is_final,
        happened_at=interview.started_at or interview.scheduled_at,
        duration_s=interview.duration_s,
        overall_name=overall.name,
        overall=_measured(overall),
        overall_label=overall.label,
        overall_observations=_integer(overall.observations),
        cefr=interview.language.cefr if interview.language else None,
        notice_count=len(interview.notices),
        signals=(
            *signal_counts(interview.signals),
            not_collected_mask(interview.signals_not_collected),
        ),
    )


def _candidate(interview: Interview) -> Tuple:
    person = interview.candidate
    texts = [
        None if text is None else storable(text) for text in (person.id, person.name, person.email)
    ]
    return (*texts, storable(fold(person.name)) if person.name else None)


def _scores(interview: Interview) -> Iterator[tuple[Word, Word, Word, Tuple, Tuple, Tuple]]:
    questions = {f"question:{question.index}": question.index for question in interview.questions}
    asked = iter(interview.questions)
    for position, score in enumerate(interview.all_scores):
        of_question = score.kind is ScoreKind.QUESTION
        question = next(asked).index if of_question else questions.get(score.parent or "")
        yield (
            None if of_question else score.name,
            score.parent,
            score.label,
            (position, KIND_CODES[score.kind]),
            (question, *_measured(score)),
            (_integer(score.observations), score.weight),
        )


def _criteria(
    agent: AgentAssessment, where: tuple[int, int]
) -> Iterator[tuple[Word, Tuple, Tuple]]:
    for position, criterion in enumerate(agent.criteria):
        score = criterion.score
        state, value = _state_and_value(score)
        cells = (state, value, score.weight, criterion.weighted, criterion.maximum)
        yield criterion.key, (*where, position), cells


def _measured(score: Score) -> Tuple:
    scale = score.scale
    return (*_state_and_value(score), score.lower, score.upper, scale.low, scale.high)


def _state_and_value(score: Score) -> tuple[int, float | None]:
    """Return a value that is no number (NaN, infinite) as missing: it cannot be compared."""
    value = score.value
    if value is None or -_LARGEST < value < _LARGEST:
        return STATE_CODES[score.state], value
    return STATE_CODES[ScoreState.MISSING], None


def _integer(value: int | None) -> int | None:
    return value if value is None or abs(value) <= _LARGEST_INTEGER else None
