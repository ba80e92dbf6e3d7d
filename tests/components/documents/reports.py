"""Interviews of invented people as documents get them, and what stands in a document."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from services.models.answered import Edition, InterviewAnswered
from services.models.ask import InterviewAsk
from services.models.candidate import Candidate
from services.models.content import Block, Chart, Content, Facts, Listing
from services.models.document import StoredInterview
from services.models.interview import Asset, AssetKind, Interview, Outcome, Question, Status
from services.models.language import LanguageProfile, SpeakerDetection, SpeakerMatch
from services.models.report import InterviewReport, Standouts
from services.models.score import FIVE_POINTS, Score, ScoreKind, ScoreState

MADE_AT = datetime(2026, 11, 23, 15, 4, tzinfo=UTC)
LINK = "https://media.example.com/card.png"


def edition(**changes) -> Edition:
    """Return circumstances with a cut of 70, but for `changes`."""
    usual = {"titles": {"qode": "Qode"}, "level": 0.95, "cut": 70.0}
    return Edition(**{"made_at": MADE_AT, **usual, **changes})


def score(value=None, lower=None, upper=None, *, name="Overall", kind=ScoreKind.OVERALL, **more):
    """Return a score; without a value it was not evaluated."""
    state = ScoreState.NOT_EVALUATED if value is None else ScoreState.SCORED
    numbers = {"value": value, "lower": lower, "upper": upper}
    return Score(**{"kind": kind, "name": name, "state": state, **numbers, **more})


def skill(name, *numbers, **more):
    """Return a skill's score."""
    return score(*numbers, name=name, kind=ScoreKind.SKILL, **more)


def question(index, *numbers, skills=(), **more):
    """Return a question with its score."""
    own = score(*numbers, name=f"Question {index + 1}", kind=ScoreKind.QUESTION)
    return Question(index=index, text=f"Why, number {index + 1}?", score=own, skills=skills, **more)


def interview(**changes) -> Interview:
    """Return a sitting that was reported, but for `changes`."""
    usual = {
        "vendor": "qode",
        "vendor_interview_id": "int_0001",
        "session_id": "session_0001",
        "candidate": Candidate(id="cand_7", name="Wanjirũ Ngũgĩ", email="wanjiru@example.com"),
        "candidate_link": "https://sit.example.com/int_0001",
        "status": Status.REPORTED,
        "vendor_status": "REPORT_GENERATED",
        "is_final": True,
        "outcome": Outcome.UNDETERMINED,
        "vendor_outcome": "Not enough answers to decide",
        "role": "Data Analyst",
        "assessment_version": "pf_domain_3p_v4",
        "started_at": datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
        "duration_s": 1911.0,
        "scores": (score(72.0, 70.0, 75.0), skill("Kafka", 80.0, 76.0, 83.0)),
        "assets": (Asset(kind=AssetKind.IDENTITY_IMAGE, url=LINK),),
        "metadata": {"candidate_email": "wanjiru@example.com"},
    }
    return Interview(**{**usual, **changes})


def answered(one: Interview, *, reviews=(), **changes) -> InterviewAnswered:
    """Return the interview as its document gets it."""
    stored = StoredInterview(
        id="aaaabbbbccccdddd",
        interview=one,
        payload_sha256="ab" * 32,
        payload_size=100,
        fetched_at=MADE_AT,
        version_count=1,
    )
    usual = {
        "vendor_title": "Qode",
        "age": timedelta(hours=1),
        "failure": None,
        "standouts": Standouts(),
        "latency": None,
    }
    report = InterviewReport(stored=stored, **{**usual, **changes})
    return InterviewAnswered(InterviewAsk(interview=stored.id), report, tuple(reviews))


def speech(*, match=SpeakerMatch.HIGH) -> LanguageProfile:
    """Return a profile on 0 to 5 with a level that the vendor issued."""
    fluency = score(3.5, name="Fluency", kind=ScoreKind.LANGUAGE, scale=FIVE_POINTS)
    accent = score(0.5, name="Accent", kind=ScoreKind.LANGUAGE, scale=FIVE_POINTS)
    grammar = score(4.0, name="Grammar", kind=ScoreKind.LANGUAGE, scale=FIVE_POINTS)
    detection = SpeakerDetection(match=match, reason="Two voices sound alike.")
    dimensions = (fluency, accent, grammar)
    return LanguageProfile(dimensions=dimensions, cefr="B2", detection=detection)


def facts(content: Content) -> dict[str, str]:
    """Return all labels with what stands beside them."""
    return dict(row for block in blocks(content) if isinstance(block, Facts) for row in block.rows)


def blocks(content: Content) -> Iterator[Block]:
    """Yield every block in order."""
    for section in content.sections:
        yield from section.blocks


def block(content: Content, key: str) -> Chart | Listing:
    """Return the figure or table with this key."""
    found = (one for one in blocks(content) if isinstance(one, Chart | Listing))
    return next(one for one in found if one.key == key)


def titles(content: Content) -> list[str]:
    """Return the headings of all sections."""
    return [section.title for section in content.sections]
