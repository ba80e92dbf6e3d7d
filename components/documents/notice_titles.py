"""What each doubt about the data is called, on the page and in documents."""

from collections.abc import Mapping

from services.models.notice import NoticeCode

NOTICE_TITLES: Mapping[NoticeCode, str] = {
    NoticeCode.CRITERIA_DO_NOT_ADD_UP: "Criteria do not add up to the total",
    NoticeCode.DURATION_MISMATCH: "Two durations disagree",
    NoticeCode.CLOCK_MISMATCH: "Two clocks disagree",
    NoticeCode.COVERAGE_CONFLICT: "Covered domains are also listed as uncovered",
    NoticeCode.UNKNOWN_TURN: "A signal names a turn that is not there",
    NoticeCode.SIGNAL_OUT_OF_RANGE: "A signal lies outside of the recording",
    NoticeCode.IDENTICAL_AGENTS: "Agents gave identical scores",
    NoticeCode.UNKNOWN_VALUE: "A value that is not as documented",
    NoticeCode.SCALE_EXCEEDED: "A score lies outside of its scale",
    NoticeCode.SPEAKER_MATCH_LOW: "Perhaps another voice was scored",
    NoticeCode.PARTIAL_RESULT: "Some dimensions could not be scored",
    NoticeCode.PART_NOT_READABLE: "A part of the answer could not be read",
    NoticeCode.FINAL_ANSWER_CHANGED: "A final answer has changed",
}
