"""The shape of a body, and whether what it says fits together."""

from datetime import datetime
from statistics import fmean

import pytest

HEAD = {
    "role_title", "mapped_role_title", "candidate_email", "candidate_id", "interview_id",
    "iframe_url", "interview_type", "sub_interview_type", "request_metadata", "session_id",
    "candidate_profile", "metadata", "duration", "assessment_version", "event", "timestamp",
}  # fmt: skip
REPORT = HEAD | {
    "summary", "agent_response_summary", "assets", "interview_signals", "meeting_data",
    "overall_score", "interview_result", "count_all_core_domains", "count_covered_core_domains",
    "uncovered_domains", "card_check_image_path", "demonstrated_skills_across_domains",
    "scored_skills", "interview_level_bootstrap", "grading_rubric_result", "latency_summary",
}  # fmt: skip
SOMETIMES = {"language_proficiency_scores", "code_task_result", "black_screen_ranges"}
PARTS = {
    "candidate_profile": {"avatar", "fullname", "year_of_experience"},
    "metadata": {
        "start_time", "end_time", "scorecard_time", "scheduled_time", "drop_off_time",
        "realtime_status", "is_terminal",
    },
    "assets": {"pdf_report_url", "video_url", "transcript_url"},
    "meeting_data": {
        "completed_status", "start_date_time", "end_date_time", "chapters", "question_summary",
        "raw_transcript",
    },
    "latency_summary": {
        "turn_details", "median", "avg_raw", "avg_clean", "anomaly_count", "anomaly_turns",
    },
}  # fmt: skip
VERSIONS = {"no_ci_v1", "ci_v2", "pf_domain_v3", "pf_domain_3p_v4"}
WITH_LANGUAGE = {"BUSINESS_ANALYST", "BUSINESS_ANALYST_MCQ", "MULTI_BUSINESS_ANALYST"}


@pytest.fixture(scope="module")
def reports(bodies):
    return [body for body in bodies if "overall_score" in body]


@pytest.fixture(scope="module")
def sound(reports, bodies):
    """Reports that carry no broken case: two of five numbers."""
    return [body for body in reports if bodies.index(body) % 5 != 2]


def test_a_report_has_every_documented_field(reports):
    """Nothing documented is missing and nothing undocumented is there."""
    fields = [set(body) for body in reports]

    differences = [(REPORT - names) | (names - REPORT - SOMETIMES) for names in fields]

    assert differences == [set()] * len(reports)


def test_every_part_has_every_documented_field(reports):
    """The objects inside a report have exactly the documented keys."""
    parts = [(body[name], keys) for body in reports for name, keys in PARTS.items()]

    wrong = [part for part, keys in parts if set(part) != keys]

    assert not wrong


def test_an_interview_without_a_report_has_few_fields(bodies):
    """Before the report there are no scores, and before the recording nothing of it."""
    scheduled = [body for body in bodies if body["event"].upper() in ("SCHEDULED", "NO_SHOW")]

    fields = [set(body) for body in scheduled]

    assert fields == [HEAD] * len(scheduled)
    assert all(body["metadata"]["start_time"] is None for body in scheduled)


def test_a_completed_interview_has_a_recording_and_no_scores(bodies):
    """Between the end and the report the transcript is there, the numbers are not."""
    completed = [body for body in bodies if body["event"].upper() == "INTERVIEW_COMPLETED"]

    body = completed[0]

    assert body["meeting_data"]["raw_transcript"]
    assert body["assets"]["pdf_report_url"] is None
    assert "overall_score" not in body


def test_an_id_ends_in_the_candidate(bodies):
    """The interview's id is a UUID, an underscore and the candidate's id."""
    ends = [body["interview_id"].partition("_")[2] for body in bodies]

    candidates = [body["candidate_id"] for body in bodies]

    assert ends == candidates


def test_language_is_scored_for_analysts_only(reports):
    """Eight dimensions for the three analyst types; nobody else has the part."""
    scored = {body["interview_type"] for body in reports if "language_proficiency_scores" in body}

    profile = next(
        body["language_proficiency_scores"]
        for body in reports
        if "language_proficiency_scores" in body
    )

    assert scored <= WITH_LANGUAGE
    assert len([key for key in profile if key.endswith("_score")]) == 8


def test_code_is_run_for_coding_interviews_only(reports):
    """Only SOFTWARE_ENGINEER_CODING has code tasks."""
    coded = {body["interview_type"] for body in reports if "code_task_result" in body}

    assert coded == {"SOFTWARE_ENGINEER_CODING"}


def test_the_first_version_has_no_bands(reports):
    """No key of a no_ci_v1 report names the end of an interval; the others have them."""
    old = [body for body in reports if body["assessment_version"] == "no_ci_v1"]
    new = [body for body in reports if body["assessment_version"] != "no_ci_v1"]

    assert old
    assert not any("ci_lower" in str(body) for body in old)
    assert all(body["interview_level_bootstrap"]["ci_lower"] is not None for body in new)


def test_all_versions_occur_and_the_older_ones_tell_reasons_to_hire(reports):
    """The field went away with the third version."""
    told = {body["assessment_version"]: "reason_to_hire" in body["summary"] for body in reports}

    assert set(told) == VERSIONS
    assert {version for version, has in told.items() if has} == {"no_ci_v1", "ci_v2"}


def test_black_screens_stand_in_either_place(reports):
    """The key is at the top level in some answers and among the signals in others."""
    at_the_top = [body for body in reports if "black_screen_ranges" in body]

    inside = [body for body in reports if "black_screens" in body["interview_signals"]]

    assert at_the_top
    assert inside


def test_agents_add_up(sound):
    """Weighted is score times weight, a total is the sum of its criteria, and so are the maxima."""
    agents = [
        a for body in sound for item in body["agent_response_summary"] for a in item["agents"]
    ]

    sums = [
        (sum(c["weighted"] for c in a["criteria"].values()),
         sum(c["maximum_score"] for c in a["criteria"].values()))
        for a in agents
    ]  # fmt: skip

    assert sums == [(a["total_weighted_score"], a["maximum_score"]) for a in agents]


def test_normalization_follows_from_the_agents(sound):
    """An agent's share is total by maximum, a role's is the mean of its agents' shares."""
    item = sound[0]["agent_response_summary"][0]
    first = item["agents"][0]
    colleagues = [a for a in item["agents"] if a["role"] == first["role"]]

    shares = [a["total_weighted_score"] / a["maximum_score"] for a in colleagues]

    role = first["id"].rpartition("_")[0]
    assert item["normalization"][f"{first['id']}_normalized"] == round(shares[0], 4)
    assert item["normalization"][f"{role}_normalized"] == round(fmean(shares), 4)
    assert item["mapping"]["agent"][role] == first["role"]


def test_agents_answer_the_questions_of_the_meeting(sound):
    """The question texts of both parts are the same, in the same order."""
    asked = [[q["question"] for q in body["meeting_data"]["question_summary"]] for body in sound]

    graded = [
        [item["question"]["text"] for item in body["agent_response_summary"]] for body in sound
    ]

    assert asked == graded


def test_bands_hold_their_scores(sound):
    """Every printed score lies in its band and every band on the scale."""
    rows = [row for body in sound for row in body["scored_skills"] if "ci_lower" in row]

    wrong = [
        row
        for row in rows
        if not 0 <= row["ci_lower"] <= row["pooled_mean_score"] <= row["ci_upper"] <= 100
    ]

    assert rows
    assert not wrong


def test_a_verdict_follows_from_the_score_or_is_withheld(sound):
    """Pass from 65 on, fail below, and a sentence for roles with too few interviews."""
    verdicts = {
        (body["overall_score"] >= 65, body["interview_result"])
        for body in sound
        if not body["interview_result"].startswith("Not enough interviews")
    }

    assert verdicts == {(True, "Pass"), (False, "Fail")}


def test_the_transcript_is_told_three_times_alike(sound):
    """Lines, raw text and latency turns hold the same words in the same order."""
    body = sound[0]

    lines = [line["transcript"] for line in body["summary"]["interview_transcript_line"]]

    turns = [turn["content"] for turn in body["latency_summary"]["turn_details"]]
    raw = body["meeting_data"]["raw_transcript"].split("\n\n")
    assert turns == lines
    assert [part.partition(": ")[2] for part in raw] == lines


def test_times_fit_the_recording(sound):
    """The duration is end minus start, and every turn, signal and chapter lies within it."""
    body = sound[0]
    start, end = (
        datetime.fromisoformat(body["metadata"][key]) for key in ("start_time", "end_time")
    )

    turns = body["latency_summary"]["turn_details"]
    moments = [
        *body["interview_signals"]["tab_changes"],
        *body["interview_signals"]["face_out_of_view"],
    ]

    assert body["duration"] == (end - start).total_seconds()
    assert datetime.fromisoformat(turns[0]["start_time"]) >= start
    assert datetime.fromisoformat(turns[-1]["end_time"]) <= end
    assert all(0 <= moment <= body["duration"] for moment in moments)
    assert body["meeting_data"]["chapters"][-1]["end_time"] is None
