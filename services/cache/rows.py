"""From an interview's facts to its rows, with the numbers that the database gives."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Table

from services.cache.cells import Tuple
from services.cache.dimensions import Names, Numbering
from services.cache.facts import DERIVATION, Facts, HeadFacts
from services.cache.question_tables import QuestionRecord
from services.cache.spoken_tables import LevelRecord, SpokenRecord
from services.cache.tables import (
    AgentRecord,
    CriterionRecord,
    NoticeRecord,
    ReferenceRecord,
    ScoreRecord,
    SignalRecord,
    table_of,
)
from services.cache.trait_tables import TraitRecord
from services.models.score import PERCENT

CHILDREN: Final = tuple(
    table_of(record)
    for record in (
        *(ScoreRecord, AgentRecord, CriterionRecord, SignalRecord, NoticeRecord),
        *(SpokenRecord, LevelRecord, ReferenceRecord, TraitRecord, QuestionRecord),
    )
)
"""The tables whose rows are parts of an interview and derived with it."""
LOWEST_KEY: Final = -5e5
"""What no score on 0 to 100 is sorted below, and every score on another scale is."""
_APART: Final = 1e6
"""Between two scales in an order by score: each has half as much room to both sides."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the rows of an interview come from."""

    public_id: str
    interview_id: int
    payload_id: int
    fetched_ms: int
    store_notices: int
    """Notices of the cache itself, counted with the payload's own."""
    gone_ms: int | None
    """When we noticed that the vendor has deleted the interview."""
    arrived_ms: int
    """When its present answer was first stored."""


@dataclass(frozen=True, slots=True)
class DerivedRows:
    """Rows of many interviews, one list a table, each tuple in the table's order of columns."""

    interviews: list[Tuple] = field(default_factory=list)
    scores: list[Tuple] = field(default_factory=list)
    agents: list[Tuple] = field(default_factory=list)
    criteria: list[Tuple] = field(default_factory=list)
    signals: list[Tuple] = field(default_factory=list)
    notices: list[Tuple] = field(default_factory=list)
    spoken: list[Tuple] = field(default_factory=list)
    levels: list[Tuple] = field(default_factory=list)
    references: list[Tuple] = field(default_factory=list)
    traits: list[Tuple] = field(default_factory=list)
    questions: list[Tuple] = field(default_factory=list)
    people: list[Tuple] = field(default_factory=list)
    """(interview's number, searchable text of its person)."""

    def add(self, facts: Facts, provenance: Provenance, names: Names) -> None:
        """Number the rows of one interview."""
        number, word = provenance.interview_id, names.word
        self.interviews.append(_interview(facts.head, provenance, names))
        self.scores.extend(_scores(facts, number, word))
        self.agents.extend(
            (number, question, position, word[agent_id], word[role], total, maximum, normalized)
            for question, position, agent_id, role, total, maximum, normalized in facts.agents
        )
        self.criteria.extend(
            (number, question, agent, position, word[key], a, b, c, d, e)
            for question, agent, position, key, a, b, c, d, e in facts.criteria
        )
        self.signals.extend((number, *cells) for cells in facts.signals)
        self.notices.extend(
            (number, position, word[code]) for position, code in enumerate(facts.notices)
        )
        self._add_language(facts, number, names)
        self.references.extend(
            (number, position, value) for position, value in enumerate(facts.references)
        )
        self.traits.extend(
            (number, position, *trait) for position, trait in enumerate(facts.traits)
        )
        self.questions.extend((number, *cells) for cells in facts.questions)
        self.people.append((number, facts.person))

    def children(self) -> Iterator[tuple[Table, list[Tuple]]]:
        """Yield each table of `CHILDREN` with its rows."""
        rows = (
            *(self.scores, self.agents, self.criteria, self.signals, self.notices),
            *(self.spoken, self.levels, self.references, self.traits, self.questions),
        )
        return zip(CHILDREN, rows, strict=True)

    def _add_language(self, facts: Facts, number: int, names: Names) -> None:
        if facts.spoken is None:
            return
        word = names.word
        language, method, target, cells = facts.spoken
        self.spoken.append((number, word[language], word[method], word[target], *cells))
        self.levels.extend(
            (number, position, word[name], word[cefr], *measured, word[label], observations)
            for position, (name, cefr, measured, label, observations) in enumerate(facts.levels)
        )


def _scores(facts: Facts, number: int, word: Numbering) -> Iterator[Tuple]:
    # Each name and each cell by itself: most of a write's rows come through here.
    for place, kind, name, parent, asked, state, a, b, c, d, e, label, seen, weight in facts.scores:
        own, of = word[name], word[parent]
        yield number, place, kind, own, of, asked, state, a, b, c, d, e, word[label], seen, weight


def milliseconds(time: datetime) -> int:
    """Return the milliseconds since 1970 in UTC."""
    return round(time.timestamp() * 1000)


def moment(number: int) -> datetime:
    """Return the time of a number of milliseconds since 1970 in UTC."""
    return datetime.fromtimestamp(number / 1000, tz=UTC)


def _interview(head: HeadFacts, provenance: Provenance, names: Names) -> Tuple:
    happened = head.happened_at
    return (
        provenance.interview_id,
        provenance.public_id,
        names.vendor[head.vendor],
        head.vendor_interview_id,
        *head.candidate,
        names.role[head.role],
        names.role[head.mapped_role],
        names.version[head.version],
        names.word[head.interview_type],
        head.status,
        names.word[head.vendor_status],
        head.outcome,
        names.word[head.vendor_outcome],
        head.is_final,
        head.has_started,
        head.has_language,
        _optional_milliseconds(happened),
        _month(happened),
        head.duration_s,
        _overall_key(head, names),
        names.word[head.overall_name],
        head.overall_state,
        head.overall_value,
        *head.overall_band,
        head.overall_scale.low,
        head.overall_scale.high,
        names.word[head.overall_label],
        head.overall_observations,
        names.word[head.cefr],
        head.notice_count + provenance.store_notices,
        *head.signals,
        provenance.fetched_ms,
        provenance.payload_id,
        DERIVATION,
        provenance.gone_ms,
        provenance.arrived_ms,
    )


def _overall_key(head: HeadFacts, names: Names) -> float | None:
    """Return what a list is sorted by: the value itself on 0 to 100, else the value far below.

    Each other scale has a place of its own, by the number of its word, and no value leaves it, so
    that scores of two scales never mix. None without a number.
    """
    value, scale = head.overall_value, head.overall_scale
    if value is None or scale is PERCENT or scale == PERCENT:
        return value if value is None else max(value, LOWEST_KEY)
    place = _APART * (names.word[f"{scale.low}-{scale.high}"] or 0)
    return min(max(value, LOWEST_KEY + 1), -LOWEST_KEY - 1) - place


def _optional_milliseconds(time: datetime | None) -> int | None:
    return None if time is None else milliseconds(time)


def _month(happened: datetime | None) -> int | None:
    if happened is None:
        return None
    # Of the time as it is kept, so that a month's list holds what is counted to the month.
    in_utc = moment(milliseconds(happened))
    return in_utc.year * 100 + in_utc.month
