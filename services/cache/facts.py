"""What rows need of one interview, with texts in the place of numbers.

Raise `DERIVATION` with every change, here, in what is imported here, and in `rows.py`.

Facts are made as soon as an interview is read, while it is at hand in the processor's cache, so
that the interview itself, ten times as large, can be let go before anything is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from services.cache.asked import QuestionFacts, question_facts
from services.cache.cells import Real, Tuple, Word, integer, state_and_value
from services.cache.codes import (
    OUTCOME_CODES,
    SIGNAL_CODES,
    STATUS_CODES,
    not_collected_mask,
    signal_counts,
)
from services.cache.folding import fold, fold_address, storable
from services.cache.levels import (
    LevelFacts,
    SpokenFacts,
    language_result,
    level_facts,
    spoken_facts,
)
from services.cache.scored import ScoreFacts, score_facts
from services.cache.traits import Trait, trait_facts
from services.models.agents import AgentAssessment
from services.models.identity import candidate_id
from services.models.interview import Interview, Status
from services.models.score import Scale

DERIVATION: Final = 3
"""Rows with a lower number were derived by an older version and are to be derived anew."""
_BEGUN: Final = frozenset(
    {Status.IN_PROGRESS, Status.COMPLETED, Status.REPORTED, Status.DROPPED_OFF}
)
"""The statuses that no interview reaches without having begun."""

AgentFacts = tuple[int, int, Word, Word, Real, Real, Real]
"""Question, position, agent's id and role; total, maximum, normalized."""
CriterionFacts = tuple[int, int, int, Word, int, Real, Real, Real, Real]
"""Question, agent's position, position, key; state, value, weight, weighted, maximum."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything about one interview that becomes a row, with words in the places of numbers."""

    head: "HeadFacts"
    scores: list[ScoreFacts]
    agents: list[AgentFacts]
    criteria: list[CriterionFacts]
    signals: list[Tuple]
    notices: list[str]
    spoken: SpokenFacts | None
    levels: list[LevelFacts]
    references: list[str]
    """Ids of others that the interview says it belongs to, each once."""
    traits: list[Trait]
    questions: list[QuestionFacts]
    person: str
    """The searchable text of the interview's person."""


class HeadFacts(NamedTuple):
    """What lists, filters and cohorts need of the interview as a whole."""

    vendor: str
    vendor_interview_id: str
    candidate: Tuple
    """Id, name, e-mail address, the name as it is sorted by, the address as it is compared, and
    our opaque id."""
    role: Word
    mapped_role: Word
    version: Word
    interview_type: Word
    status: int
    vendor_status: Word
    outcome: int | None
    vendor_outcome: Word
    is_final: bool
    has_started: bool
    has_language: bool
    happened_at: datetime | None
    duration_s: float | None
    overall_name: Word
    overall_state: int
    overall_value: float | None
    overall_band: Tuple
    overall_scale: Scale
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
        scores=list(score_facts(interview)),
        agents=[
            (*where, agent.agent_id, agent.role, agent.total, agent.maximum, agent.normalized)
            for where, agent in assessments
        ],
        criteria=[fact for where, agent in assessments for fact in _criteria(agent, where)],
        signals=[
            (position, SIGNAL_CODES[each.kind], each.start_s, each.end_s, each.open_ended)
            for position, each in enumerate(interview.signals)
        ],
        notices=[notice.code for notice in interview.notices],
        spoken=spoken_facts(interview),
        levels=list(level_facts(interview)),
        references=[storable(each) for each in dict.fromkeys(interview.references)],
        traits=trait_facts(interview),
        questions=list(question_facts(interview)),
        person=person_text(interview),
    )


def person_text(interview: Interview) -> str:
    """Return name, e-mail address and role as they are searched: folded, one a line."""
    person = interview.candidate
    texts = (person.name, person.email, interview.role)
    return "\n".join(storable(fold(text)) for text in texts if text)


def _head(interview: Interview) -> HeadFacts:
    overall = interview.overall
    state, value = state_and_value(overall)
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
        has_started=interview.started_at is not None or interview.status in _BEGUN,
        has_language=language_result(interview) is not None,
        happened_at=_happened_at(interview),
        duration_s=interview.duration_s,
        overall_name=overall.name,
        overall_state=state,
        overall_value=value,
        overall_band=(overall.lower, overall.upper),
        overall_scale=overall.scale,
        overall_label=overall.label,
        overall_observations=integer(overall.observations),
        cefr=interview.language.cefr if interview.language else None,
        notice_count=len(interview.notices),
        signals=(
            *signal_counts(interview.signals),
            not_collected_mask(interview.signals_not_collected),
        ),
    )


def _happened_at(interview: Interview) -> datetime | None:
    """Return the start, or the nearest to it that the vendor tells."""
    given = (
        interview.started_at,
        interview.scheduled_at,
        interview.created_at,
        interview.reported_at,
        interview.event_at,
    )
    return next(filter(None, given), None)


def _candidate(interview: Interview) -> Tuple:
    person = interview.candidate
    given_id, name, email = (
        None if text is None else storable(text) for text in (person.id, person.name, person.email)
    )
    address = fold_address(email)
    own_id = storable(interview.vendor_interview_id)
    key = candidate_id(interview.vendor, own_id, given_id=given_id, address=address)
    return given_id, name, email, fold(name) if name else None, address, key


def _criteria(agent: AgentAssessment, where: tuple[int, int]) -> Iterator[CriterionFacts]:
    question, of_agent = where
    for position, criterion in enumerate(agent.criteria):
        score = criterion.score
        state, value = state_and_value(score)
        weight, weighted, maximum = score.weight, criterion.weighted, criterion.maximum
        yield question, of_agent, position, criterion.key, state, value, weight, weighted, maximum
