"""From an interview to the rows that are derived from it. Raise `DERIVATION` with every change."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
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
from services.cache.dimensions import Names
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


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the rows of an interview come from."""

    public_id: str
    interview_id: int
    payload_id: int
    fetched_ms: int
    store_notices: int
    """Notices of the cache itself, counted with the payload's own."""


@dataclass(frozen=True, slots=True)
class DerivedRows:
    """Rows of many interviews, one list a table, each tuple in the table's order of columns."""

    interviews: list[Tuple] = field(default_factory=list)
    scores: list[Tuple] = field(default_factory=list)
    agents: list[Tuple] = field(default_factory=list)
    criteria: list[Tuple] = field(default_factory=list)
    signals: list[Tuple] = field(default_factory=list)
    notices: list[Tuple] = field(default_factory=list)
    people: list[Tuple] = field(default_factory=list)
    """(interview's number, searchable text of its person)."""

    def add(self, interview: Interview, provenance: Provenance, names: Names) -> None:
        """Derive the rows of one interview."""
        number = provenance.interview_id
        self.interviews.append(_interview(interview, provenance, names))
        self.scores.extend(_scores(interview, number, names))
        assessments = (agent for panel in interview.panels for agent in panel.agents)
        for position, agent in enumerate(assessments):
            where = (number, agent.question_index, position)
            self.agents.append(
                (
                    *(*where, names.word[agent.agent_id], names.word[agent.role]),
                    *(agent.total, agent.maximum, agent.normalized),
                )
            )
            self.criteria.extend(_criteria(agent, where, names))
        self.signals.extend(_signals(interview, number))
        self.notices.extend(
            (number, position, names.word[notice.code])
            for position, notice in enumerate(interview.notices)
        )
        self.people.append((number, person_text(interview)))


def person_text(interview: Interview) -> str:
    """Return name, e-mail address and role as they are searched: folded, one a line."""
    person = interview.candidate
    texts = (person.name, person.email, interview.role)
    return "\n".join(storable(fold(text)) for text in texts if text)


def milliseconds(time: datetime) -> int:
    """Return the milliseconds since 1970 in UTC."""
    return round(time.timestamp() * 1000)


def moment(number: int) -> datetime:
    """Return the time of a number of milliseconds since 1970 in UTC."""
    return datetime.fromtimestamp(number / 1000, tz=UTC)


def _interview(interview: Interview, provenance: Provenance, names: Names) -> Tuple:
    happened = interview.started_at or interview.scheduled_at
    cefr = interview.language.cefr if interview.language else None
    return (
        provenance.interview_id,
        provenance.public_id,
        names.vendor[interview.vendor],
        storable(interview.vendor_interview_id),
        *_candidate(interview),
        names.role[interview.role],
        names.role[interview.mapped_role],
        names.version[interview.assessment_version],
        names.word[interview.interview_type],
        STATUS_CODES[interview.status],
        names.word[interview.vendor_status],
        OUTCOME_CODES[interview.outcome],
        names.word[interview.vendor_outcome],
        interview.is_final,
        milliseconds(happened) if happened else None,
        _month(happened),
        interview.duration_s,
        *_overall(interview.overall, names),
        names.word[cefr],
        len(interview.notices) + provenance.store_notices,
        *signal_counts(interview.signals),
        not_collected_mask(interview.signals_not_collected),
        provenance.fetched_ms,
        provenance.payload_id,
        DERIVATION,
    )


def _candidate(interview: Interview) -> Tuple:
    person = interview.candidate
    texts = [
        None if text is None else storable(text) for text in (person.id, person.name, person.email)
    ]
    return (*texts, storable(fold(person.name)) if person.name else None)


def _month(happened: datetime | None) -> int | None:
    if happened is None:
        return None
    in_utc = happened.astimezone(UTC)
    return in_utc.year * 100 + in_utc.month


def _overall(score: Score, names: Names) -> Tuple:
    return (
        names.word[score.name],
        *_measured(score),
        names.word[score.label],
        _integer(score.observations),
    )


def _scores(interview: Interview, number: int, names: Names) -> Iterator[Tuple]:
    questions = {f"question:{question.index}": question.index for question in interview.questions}
    asked = iter(interview.questions)
    for position, score in enumerate(interview.all_scores):
        of_question = score.kind is ScoreKind.QUESTION
        yield (
            number,
            position,
            KIND_CODES[score.kind],
            None if of_question else names.word[score.name],
            names.word[score.parent],
            next(asked).index if of_question else questions.get(score.parent or ""),
            *_measured(score),
            names.word[score.label],
            _integer(score.observations),
            score.weight,
        )


def _criteria(agent: AgentAssessment, where: tuple[int, int, int], names: Names) -> Iterator[Tuple]:
    for position, criterion in enumerate(agent.criteria):
        state, value, *_ = _measured(criterion.score)
        yield (
            *(*where, position, names.word[criterion.key], state, value, criterion.score.weight),
            *(criterion.weighted, criterion.maximum),
        )


def _signals(interview: Interview, number: int) -> Iterator[Tuple]:
    for position, signal in enumerate(interview.signals):
        kind = SIGNAL_CODES[signal.kind]
        yield number, position, kind, signal.start_s, signal.end_s, signal.open_ended


def _measured(score: Score) -> Tuple:
    """Return state, value, band and scale.

    A value that is no number (NaN, infinite) cannot be compared: to lists it is missing.
    """
    value, scale = score.value, score.scale
    if value is None or -_LARGEST < value < _LARGEST:
        state = STATE_CODES[score.state]
    else:
        state, value = STATE_CODES[ScoreState.MISSING], None
    return state, value, score.lower, score.upper, scale.low, scale.high


def _integer(value: int | None) -> int | None:
    return value if value is None or abs(value) <= _LARGEST_INTEGER else None
