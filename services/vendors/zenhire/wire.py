"""The answer to "poll a speech analysis"; each of its parts may be missing or null."""

from datetime import datetime
from typing import Any

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from services.vendors._decoding import Shape
from services.vendors._wire import Count, Wire


class Part(Wire):
    """A part of ZenHire's answer, whose fields are spelled `likeThis` there."""

    model_config = ConfigDict(alias_generator=to_camel)


class Audio(Part):
    """`audio`: what was heard."""

    duration_ms: float | None = None
    language_code: str | None = None
    requested_language: str | None = None
    speaker_count: Count | None = None


class CandidateDetection(Part):
    """`candidateDetection`: whose voice was scored."""

    speaker: str | None = None
    speaker_label: str | None = None
    confidence: str | None = None
    reason: str | None = None
    word_count: Count | None = None


class Scores(Part):
    """`scores`: three dimensions and the whole, each from 0 to 5, in percent and as a level."""

    vocabulary: float | None = None
    vocabulary_cefr: str | None = None
    vocabulary_percent: float | None = None
    fluency: float | None = None
    fluency_cefr: str | None = None
    fluency_percent: float | None = None
    accent: float | None = None
    accent_cefr: str | None = None
    accent_percent: float | None = None
    overall: float | None = None
    cefr_level: str | None = None
    overall_percent: float | None = None


class Explainability(Part):
    """`explainability`: why, in plain words."""

    vocab: str | None = None
    fluency: str | None = None


class Transcript(Part):
    """`transcript`; what segments and speakers look like is not documented."""

    segments: list[Any] | None = None
    speakers: list[Any] | None = None
    candidate_text: str | None = None
    candidate_speaker: str | None = None


class Credits(Part):
    """`credits`: what the run cost."""

    deducted: float | None = None
    audio_duration_minutes: float | None = None


class Failure(Part):
    """`error`: why a run failed."""

    code: str | None = None
    message: str | None = None


class PollResponse(Part):
    """One run."""

    id: str = Field(pattern=r"\S")
    external_id: str | None = None
    status: str | None = None
    timestamp: datetime | None = None
    created_at: datetime | None = None
    """Not documented for this answer; the list of runs can be filtered by it."""
    scoring_method: str | None = None
    audio: Audio | None = None
    candidate_detection: CandidateDetection | None = None
    scores: Scores | None = None
    explainability: Explainability | None = None
    hr_recommendation: str | None = None
    candidate_feedback: str | None = None
    transcript: Transcript | None = None
    credits: Credits | None = None
    error: Failure | None = None
    metadata: dict[str, str | None] | None = None
    tags: list[str] | None = None


SHAPE = Shape(
    model=PollResponse,
    name="a ZenHire speech result",
    required=("id",),
    hand_in="Hand in the answer to “poll a speech analysis” as it came.",
)
