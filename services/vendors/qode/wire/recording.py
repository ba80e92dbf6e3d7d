"""When things happened: metadata, signals, chapters and the speed of each turn."""

from datetime import datetime
from typing import Any

from pydantic import ConfigDict

from services.vendors._wire import Count, Wire
from services.vendors.qode.wire.questions import QuestionSummary


class Metadata(Wire):
    """`metadata`: when things happened, and where the interview stands."""

    start_time: datetime | None = None
    end_time: datetime | None = None
    scorecard_time: datetime | None = None
    scheduled_time: datetime | None = None
    drop_off_time: datetime | None = None
    realtime_status: str | None = None
    is_terminal: bool | None = None


class InterviewSignals(Wire):
    """`interview_signals`; each list comes as seconds, as clock texts or as ranges.

    Extra keys are kept, because the black screens' key is not known for certain.
    """

    model_config = ConfigDict(extra="allow")

    tab_changes: Any = None
    abnormal_eye_tracking: Any = None
    face_out_of_view: Any = None
    external_screens: Any = None
    avg_latency: float | None = None


class Chapter(Wire):
    """An item of `meeting_data.chapters`; a clock text or seconds."""

    title: str | None = None
    start_time: Any = None
    end_time: Any = None


class Meeting(Wire):
    """`meeting_data`."""

    completed_status: str | None = None
    start_date_time: datetime | None = None
    end_date_time: datetime | None = None
    chapters: list[Chapter] | None = None
    question_summary: list[QuestionSummary] | None = None
    raw_transcript: str | None = None


class Turn(Wire):
    """An item of `latency_summary.turn_details`; times are dates, not offsets."""

    turn: Count | None = None
    speaker: str | None = None
    latency: float | None = None
    content: str | None = None
    start_time: str | None = None
    end_time: str | None = None


class Latency(Wire):
    """`latency_summary`; its means mix interviewer and candidate."""

    turn_details: list[Turn] | None = None
    median: float | None = None
    avg_raw: float | None = None
    avg_clean: float | None = None
    anomaly_count: Count | None = None
    anomaly_turns: list[Count] | None = None
