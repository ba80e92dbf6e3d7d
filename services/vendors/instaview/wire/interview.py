"""An interview's own fields: its analysis and the calls that were made."""

from datetime import datetime
from typing import Any

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from services.vendors._wire import Count, Wire


class InstaViewWire(Wire):
    """A part of InstaView's answer, whose keys are in camel case."""

    model_config = ConfigDict(alias_generator=to_camel)


class General(InstaViewWire):
    """What every kind of interview is analysed for."""

    status: Any = None
    """1 to 4, or a word: see `analysis.py`."""
    overall_rating: float | None = None
    company_fit_rating: str | None = None
    education: str | None = None
    experience: str | None = None
    strong_points: list[str] | None = None
    weak_points: list[str] | None = None
    evaluation: list[str] | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None


class Analysis(InstaViewWire):
    """The analysis; `specific` depends on the agent's focus and is documented nowhere."""

    general: General | None = None
    specific: Any = None


class Attempt(InstaViewWire):
    """One call; `duration` is in seconds."""

    status: str | None = None
    direction: str | None = None
    reason_code: str | None = None
    notes: str | None = None
    retry_number: Count | None = None
    recording_url: str | None = None
    duration: float | None = None
    scheduled_at: datetime | None = None
    called_at: datetime | None = None


class InterviewFields(InstaViewWire):
    """What `get interview` answers."""

    id: str = Field(pattern=r"\S")
    candidate_id: str | None = None
    agent_id: str | None = None
    job_id: str | None = None
    status: str | None = None
    scheduled_at: datetime | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    finished_date: datetime | None = None
    duration_minutes: float | None = None
    metadata: dict[str, Any] | None = None
    call_attempts: list[Attempt] | None = None
    analysis: Analysis | None = None
