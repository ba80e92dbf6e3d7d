"""From an interview's facts to its rows, with the numbers that the database gives."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from services.cache.dimensions import Names
from services.cache.facts import DERIVATION, Facts, HeadFacts, Tuple


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

    def add(self, facts: Facts, provenance: Provenance, names: Names) -> None:
        """Number the rows of one interview."""
        number, word = provenance.interview_id, names.word
        self.interviews.append(_interview(facts.head, provenance, names))
        self.scores.extend(
            (number, *before, word[name], word[parent], *between, word[label], *after)
            for name, parent, label, before, between, after in facts.scores
        )
        self.agents.extend(
            (number, *before, word[agent_id], word[role], *after)
            for agent_id, role, before, after in facts.agents
        )
        self.criteria.extend(
            (number, *before, word[key], *after) for key, before, after in facts.criteria
        )
        self.signals.extend((number, *cells) for cells in facts.signals)
        self.notices.extend(
            (number, position, word[code]) for position, code in enumerate(facts.notices)
        )
        self.people.append((number, facts.person))


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
        milliseconds(happened) if happened else None,
        _month(happened),
        head.duration_s,
        names.word[head.overall_name],
        *head.overall,
        names.word[head.overall_label],
        head.overall_observations,
        names.word[head.cefr],
        head.notice_count + provenance.store_notices,
        *head.signals,
        provenance.fetched_ms,
        provenance.payload_id,
        DERIVATION,
    )


def _month(happened: datetime | None) -> int | None:
    if happened is None:
        return None
    in_utc = happened.astimezone(UTC)
    return in_utc.year * 100 + in_utc.month
