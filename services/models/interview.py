"""An interview: everything that a vendor told about one sitting of one candidate."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from pydantic import JsonValue

from services.models.agents import Panel
from services.models.candidate import CallAttempt, Candidate
from services.models.language import LanguageProfile
from services.models.notice import Notice
from services.models.recording import Chapter, LatencySummary, Signal, SignalKind, TranscriptLine
from services.models.score import Score, ScoreKind, ScoreState
from services.models.value import Value


class Status(StrEnum):
    """Where an interview stands, in one vocabulary for all vendors."""

    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    REPORTED = "reported"
    NO_SHOW = "no_show"
    DROPPED_OFF = "dropped_off"
    TECHNICAL_FAILURE = "technical_failure"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """The vendor's verdict. `undetermined` is a verdict of its own, never a fail."""

    PASS = "pass"  # noqa: S105  (a verdict, not a password)
    FAIL = "fail"
    UNDETERMINED = "undetermined"
    NONE = "none"


class RemarkKind(StrEnum):
    """Which list of the vendor's summary a remark comes from."""

    SKILL_SUMMARY = "skill_summary"
    HIGHLIGHT = "highlight"
    EXPERTISE = "expertise"
    REASON_TO_HIRE = "reason_to_hire"
    OVERALL = "overall"
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    EVALUATION = "evaluation"
    RECOMMENDATION = "recommendation"
    FEEDBACK = "feedback"
    """Written for the candidate to read."""


class Remark(Value):
    """A named sentence of the vendor's summary; expertise has a name only."""

    kind: RemarkKind
    name: str
    text: str | None = None


class GraderNote(Value):
    """What one grader wrote about one skill in one question."""

    skill: str
    name: str
    text: str


class Question(Value):
    """One question of the interview with what was scored in it."""

    index: int
    """Counts from 0; agents' assessments refer to it."""
    text: str
    summary: str | None = None
    verdict: str | None = None
    """The vendor's own words about the score, such as "Not evaluated"."""
    start_s: float | None = None
    score: Score
    skills: tuple[Score, ...] = ()
    skill_summaries: tuple[Remark, ...] = ()
    grader_notes: tuple[GraderNote, ...] = ()
    kind: str | None = None
    """The vendor's own category, such as "technical"."""
    is_custom: bool | None = None
    """Whether the customer added it; None where the vendor does not tell."""
    time_limit_s: float | None = None
    duration_s: float | None = None
    """How long the answer took."""
    answered_at: datetime | None = None


class CodeTask(Value):
    """One coding task: the vendor's verdict beside the tests, nothing inferred from either."""

    name: str
    language: str | None = None
    tests_passed: int | None = None
    tests_total: int | None = None
    pass_rate_text: str | None = None
    """The vendor's own text, such as "80% (4/5)"."""
    execution_s: float | None = None
    implementation_s: float | None = None
    memory_kb: float | None = None
    complexity: str | None = None
    vendor_status: str | None = None


class AssetKind(StrEnum):
    """What a link leads to."""

    VIDEO = "video"
    REPORT = "report"
    TRANSCRIPT = "transcript"
    AUDIO = "audio"
    IDENTITY_IMAGE = "identity_image"
    """A picture of an identity card: shown on explicit request only, never exported."""


class Asset(Value):
    """A file at the vendor; the link may have died since."""

    kind: AssetKind
    url: str
    question_index: int | None = None
    """The question that it belongs to, if it is not about the whole interview."""
    lifetime_s: float | None = None
    """How long after the answer was fetched the link works, where the vendor tells."""


class Coverage(Value):
    """How many core domains the interview covered, as the vendor counts them."""

    core_domains: int | None = None
    covered: int | None = None
    uncovered: tuple[str, ...] = ()


class Interview(Value):
    """One interview. Times are UTC-aware; offsets are seconds from the start of the recording.

    `scores` holds overall, domain, skill, rubric and coding scores; what belongs to a question,
    an agent or the language profile lies there. `all_scores` walks through every one but the
    agents' criteria.
    """

    vendor: str
    vendor_interview_id: str
    session_id: str | None = None
    candidate: Candidate = Candidate()
    candidate_link: str | None = None
    """Where the candidate sits the interview."""

    status: Status = Status.UNKNOWN
    vendor_status: str | None = None
    is_final: bool = False
    """Whether the vendor will not change this answer any more (freshness rule)."""
    outcome: Outcome = Outcome.NONE
    vendor_outcome: str | None = None

    role: str | None = None
    mapped_role: str | None = None
    interview_type: str | None = None
    """In one spelling; the vendor's own is `vendor_interview_type`."""
    vendor_interview_type: str | None = None
    sub_type: str | None = None
    assessment_version: str | None = None

    created_at: datetime | None = None
    scheduled_at: datetime | None = None
    expires_at: datetime | None = None
    """Until when the candidate can begin."""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    reported_at: datetime | None = None
    dropped_off_at: datetime | None = None
    event_at: datetime | None = None
    """When the vendor's last event on this interview happened."""
    duration_s: float | None = None
    clock_source: str | None = None
    """The payload's field that `duration_s` was read from."""
    failure_reason: str | None = None
    """Why there is no result, in the vendor's words."""
    call_attempts: tuple[CallAttempt, ...] = ()
    company_fit: str | None = None
    """The vendor's word; shown on the interview's page, never sorted, filtered or counted by."""
    references: tuple[str, ...] = ()
    """Ids of other interviews or candidates that this result says it belongs to."""
    credits_used: float | None = None
    tags: tuple[str, ...] = ()

    scores: tuple[Score, ...] = ()
    reliability: str | None = None
    """The vendor's own sentence about the reliability of the overall score."""
    coverage: Coverage | None = None
    domain_skills: Mapping[str, tuple[str, ...]] = {}
    """The skills that the vendor counts to each domain."""
    domain_categories: Mapping[str, str] = {}
    """The vendor's category of each domain, such as "Core"."""
    questions: tuple[Question, ...] = ()
    panels: tuple[Panel, ...] = ()
    signals: tuple[Signal, ...] = ()
    signals_not_collected: tuple[SignalKind, ...] = ()
    average_latency_s: float | None = None
    latency: LatencySummary | None = None
    chapters: tuple[Chapter, ...] = ()
    transcript: tuple[TranscriptLine, ...] = ()
    remarks: tuple[Remark, ...] = ()
    language: LanguageProfile | None = None
    code_tasks: tuple[CodeTask, ...] = ()
    assets: tuple[Asset, ...] = ()
    notices: tuple[Notice, ...] = ()
    metadata: Mapping[str, JsonValue] = {}
    """What the customer attached when the interview was created."""

    @property
    def overall(self) -> Score:
        """The overall score; missing when the vendor gave none."""
        for score in self.scores:
            if score.kind is ScoreKind.OVERALL:
                return score
        return Score(kind=ScoreKind.OVERALL, name="Overall", state=ScoreState.MISSING)

    @property
    def all_scores(self) -> tuple[Score, ...]:
        """Every score but the agents' criteria, in the order of a report."""
        of_questions = (
            score for question in self.questions for score in (question.score, *question.skills)
        )
        return (*self.scores, *of_questions, *(self.language.dimensions if self.language else ()))
