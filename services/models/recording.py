"""What happened when: signals, chapters, transcript and latency, on the recording's clock."""

from enum import StrEnum

from services.models.value import Value


class SignalKind(StrEnum):
    """What a proctoring signal is about; a cue for a person to look, never a verdict."""

    TAB_CHANGE = "tab_change"
    FACE_OUT_OF_VIEW = "face_out_of_view"
    ABNORMAL_EYE_TRACKING = "abnormal_eye_tracking"
    BLACK_SCREEN = "black_screen"
    EXTERNAL_SCREEN = "external_screen"
    LATENCY_ANOMALY = "latency_anomaly"


class Signal(Value):
    """One event. A moment has no `end_s`; a range whose end the vendor left open is `open_ended`.

    `start_s` is None for what the vendor reports without a time (an external screen, an unknown
    turn).
    """

    kind: SignalKind
    start_s: float | None = None
    end_s: float | None = None
    open_ended: bool = False
    note: str | None = None


class Chapter(Value):
    """A part of the recording; the last one's end may be open."""

    title: str
    start_s: float | None = None
    end_s: float | None = None


class Speaker(StrEnum):
    """Who speaks."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"
    UNKNOWN = "unknown"


class TranscriptLine(Value):
    """One line of what was said, and when, if the vendor told."""

    index: int
    speaker: str
    role: Speaker = Speaker.UNKNOWN
    text: str
    start_s: float | None = None
    end_s: float | None = None
    question_index: int | None = None
    """The question that it belongs to, where the vendor keeps answers apart."""


class LatencyTurn(Value):
    """How long one turn took to begin; only candidate turns count in statistics."""

    turn: int
    speaker: str
    role: Speaker = Speaker.UNKNOWN
    latency_s: float | None = None
    text: str | None = None
    start_s: float | None = None
    end_s: float | None = None
    is_anomaly: bool = False


class LatencySummary(Value):
    """The vendor's turns with the vendor's own figures, which mix interviewer and candidate."""

    turns: tuple[LatencyTurn, ...] = ()
    vendor_median_s: float | None = None
    vendor_mean_s: float | None = None
    vendor_clean_mean_s: float | None = None
    vendor_anomaly_count: int | None = None
