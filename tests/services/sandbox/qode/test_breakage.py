"""Every broken case is broken in the way that its fact says."""

from datetime import datetime

from services.sandbox.qode.broken_case import BrokenCase

ZERO = {"score": 0, "ci_lower": 0, "ci_upper": 0}


def test_a_skipped_question_has_zeros_and_an_unreached_one_has_nothing(broken):
    """S1: a 0 in 0-0 that means "not evaluated", and a score that is null."""
    body = broken(BrokenCase.NOT_EVALUATED)

    first, *_, last = body["meeting_data"]["question_summary"]

    graded = [item["question"]["text"] for item in body["agent_response_summary"]]
    assert first["question_score"] == {"agent_summary": "Not evaluated", "score": ZERO}
    assert all(skill["score"] == ZERO for skill in first["skills_score"])
    assert last["question_score"] is None
    assert not {first["question"], last["question"]} & set(graded)
    assert body["overall_score"] > 0


def test_criteria_do_not_add_up(broken):
    """S2: a total and a maximum that are larger than the sum of the criteria."""
    body = broken(BrokenCase.CRITERIA)

    item = body["agent_response_summary"][0]

    agent = item["agents"][0]
    criteria = agent["criteria"].values()
    maxima = [a["maximum_score"] for a in item["agents"]]
    assert agent["total_weighted_score"] > sum(c["weighted"] for c in criteria)
    assert agent["maximum_score"] > sum(c["maximum_score"] for c in criteria)
    assert item["normalization"]["maximum_possible"] != sum(maxima)


def test_clocks_disagree(broken):
    """S3: a duration that is not end minus start, and a meeting of no length a year later."""
    body = broken(BrokenCase.CLOCKS)

    times = body["metadata"]
    start, end = (datetime.fromisoformat(times[key]) for key in ("start_time", "end_time"))
    meeting = body["meeting_data"]

    assert body["duration"] == (end - start).total_seconds() + 1000
    assert meeting["start_date_time"] == meeting["end_date_time"]
    assert datetime.fromisoformat(meeting["start_date_time"]).year == start.year + 1


def test_covered_domains_are_listed_as_uncovered(broken):
    """S4: all of the core domains covered, two of them uncovered."""
    body = broken(BrokenCase.COVERAGE)

    covered, all_of_them = body["count_covered_core_domains"], body["count_all_core_domains"]

    assert covered == all_of_them > 0
    assert len(body["uncovered_domains"]) == 2


def test_a_verdict_is_withheld(broken):
    """S5: a sentence in place of Pass or Fail, beside a score."""
    body = broken(BrokenCase.UNDETERMINED)

    verdict = body["interview_result"]

    assert verdict.startswith("Not enough interviews (minimum 10 required)")
    assert body["overall_score"] > 0


def test_an_old_version_stands_among_new_ones(bodies, broken):
    """S6: no bands at all, at a time when others are of the newest version."""
    body = broken(BrokenCase.OLD_VERSION)

    newest = [b for b in bodies if b["assessment_version"] == "pf_domain_3p_v4"]

    assert body["assessment_version"] == "no_ci_v1"
    assert body["interview_level_bootstrap"] is None
    assert body["timestamp"] > min(b["timestamp"] for b in newest)


def test_bands_are_lopsided(broken):
    """S7: a score one above the lower end and far from the upper, called highly reliable."""
    body = broken(BrokenCase.ASYMMETRIC)

    rows = body["scored_skills"]

    below = [row["pooled_mean_score"] - row["ci_lower"] for row in rows]
    above = [row["ci_upper"] - row["pooled_mean_score"] for row in rows]
    assert below == [1] * len(rows)
    assert min(above) >= 5
    assert {row["stability"] for row in rows} == {"Highly Reliable"}


def test_signals_lie_beyond_the_end(broken):
    """S8: two notations, moments outside of the recording, and a turn that does not exist."""
    body = broken(BrokenCase.SIGNALS)

    turns = body["latency_summary"]["turn_details"]

    assert max(body["interview_signals"]["tab_changes"]) > body["duration"]
    assert body["black_screen_ranges"][-1]["start"].startswith("01:32")
    assert max(body["latency_summary"]["anomaly_turns"]) > len(turns)
    assert {turn["speaker"] for turn in turns} == {"Tracy", "Candidate"}


def test_code_that_nearly_passed_scores_nothing(broken):
    """S9: four of five tests passed, verdict Failed, coding score 0."""
    body = broken(BrokenCase.CODE_TASK)

    result = body["code_task_result"]

    assert result["tasks"][0]["testcase_passrate"] == "80% (4/5)"
    assert result["tasks"][0]["status"] == "Failed"
    assert result["coding_score"] == 0


def test_an_identity_picture_is_linked(bodies, broken):
    """S10: the only interviews with a link to the picture of an identity card."""
    body = broken(BrokenCase.IDENTITY)

    linked = [b["interview_id"] for b in bodies if b.get("card_check_image_path")]

    assert body["card_check_image_path"].endswith("/media/identity.png")
    assert body["interview_id"] in linked
    assert len(linked) <= 2
