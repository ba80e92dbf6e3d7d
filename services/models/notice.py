"""A doubt about the data that a reader must know of: nothing dropped, nothing silently mended."""

from enum import StrEnum

from services.models.value import Value


class NoticeCode(StrEnum):
    """Stable codes; each is explained in docs/methods.md."""

    CRITERIA_DO_NOT_ADD_UP = "criteria_do_not_add_up"
    DURATION_MISMATCH = "duration_mismatch"
    CLOCK_MISMATCH = "clock_mismatch"
    COVERAGE_CONFLICT = "coverage_conflict"
    UNKNOWN_TURN = "unknown_turn"
    SIGNAL_OUT_OF_RANGE = "signal_out_of_range"
    IDENTICAL_AGENTS = "identical_agents"
    UNKNOWN_VALUE = "unknown_value"
    SCALE_EXCEEDED = "scale_exceeded"
    SPEAKER_MATCH_LOW = "speaker_match_low"
    PARTIAL_RESULT = "partial_result"
    PART_NOT_READABLE = "part_not_readable"
    FINAL_ANSWER_CHANGED = "final_answer_changed"


class Notice(Value):
    """One doubt: a stable code, a sentence for a person, and where in the payload it stands."""

    code: NoticeCode
    text: str
    where: str = ""
