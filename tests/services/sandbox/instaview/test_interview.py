"""The shape of what InstaView answers, and whether what it says fits together."""

from datetime import datetime, timedelta

import pytest

from services.sandbox.instaview.interview import interview_body
from services.sandbox.instaview.plan import plan
from services.sandbox.instaview.schedule import broken_case, planned_count, planned_stage
from services.sandbox.instaview.stage import Stage
from tests.services.sandbox.conftest import OPTIONS
from tests.services.sandbox.instaview.conftest import BUSY

INTERVIEW = {
    "id", "candidateId", "agentId", "jobId", "status", "scheduledAt", "createdAt", "updatedAt",
    "finishedDate", "durationMinutes", "metadata", "callAttempts", "analysis",
}  # fmt: skip
CALL = {
    "id", "direction", "status", "reasonCode", "notes", "retryNumber", "recordingUrl", "duration",
    "scheduledAt", "calledAt",
}  # fmt: skip
GENERAL = {
    "overallRating", "companyFitRating", "education", "experience", "strongPoints", "weakPoints",
    "evaluation", "status", "createdAt", "updatedAt",
}  # fmt: skip
SOUNDS = {"pronunciation", "accuracy", "fluency", "completeness", "prosody"}
EDUCATION = {
    "UNDEFINED", "PRIMARY_EDUCATION", "SECONDARY_SCHOOL_STUDENT", "SECONDARY_WITHOUT_DIPLOMA",
    "SECONDARY_WITH_DIPLOMA", "POST_SECONDARY_VOCATIONAL", "UNIVERSITY_STUDENT", "BACHELOR_LEVEL",
    "MASTER_LEVEL", "POSTGRADUATE",
}  # fmt: skip
EXPERIENCE = {
    "UNDEFINED", "NO_EXPERIENCE", "LESS_THAN_1_YEAR", "ONE_TO_3_YEARS", "THREE_TO_5_YEARS",
    "FIVE_TO_10_YEARS", "TEN_TO_15_YEARS", "MORE_THAN_15_YEARS",
}  # fmt: skip


@pytest.fixture(scope="session")
def sound(interviews):
    """The interviews that are reported and not broken."""
    return [
        body
        for index, body in enumerate(interviews)
        if broken_case(index) is None and planned_stage(index) is Stage.ANALYSIS_COMPLETED
    ]


def test_every_interview_has_the_documented_fields(interviews):
    """No field more, no field less, down to the calls and the analysis."""
    analyses = [body["analysis"] for body in interviews if body["analysis"]]

    calls = [call for body in interviews for call in body["callAttempts"]]

    assert all(set(body) == INTERVIEW for body in interviews)
    assert all(set(call) == CALL for call in calls)
    assert all(set(each) == {"id", "general", "specific"} for each in analyses)
    assert all(set(each["general"]) == GENERAL for each in analyses)


def test_a_sound_analysis_keeps_to_scales_and_lists(sound):
    """Ratings of 0 to 100, words of the documented lists, and sentences in each of three lists."""
    found = [body["analysis"]["general"] for body in sound]

    assert found
    for general in found:
        assert 0 < general["overallRating"] <= 100
        assert general["companyFitRating"] in {"UNDEFINED", "LOW", "MEDIUM", "HIGH"}
        assert general["education"] in EDUCATION
        assert general["experience"] in EXPERIENCE
        assert general["status"] == 3
        assert all(general[name] for name in ("strongPoints", "weakPoints", "evaluation"))
        assert "{" not in str(general["strongPoints"] + general["weakPoints"])


def test_only_language_tests_have_a_specific_part():
    """Five sounds of 0 to 100, and a level beside some of them; null for all other interviews."""
    plans = [plan(BUSY, index) for index in range(planned_count(BUSY))]

    from_tests = [
        (each.agent.focus == "LANGUAGE_TEST", _specific(each))
        for each in plans
        if each.broken is None and each.stage is Stage.ANALYSIS_COMPLETED
    ]

    of_tests = [specific for is_test, specific in from_tests if is_test]
    assert all(specific is None for is_test, specific in from_tests if not is_test)
    assert all(set(each["pronunciationScores"]) == SOUNDS for each in of_tests)
    assert all(0 <= n <= 100 for each in of_tests for n in each["pronunciationScores"].values())
    assert {"cefrLevel" in each for each in of_tests} == {True, False}


def test_minutes_are_the_floor_of_the_seconds_of_the_call(sound):
    """A call of 1395 seconds is an interview of 23 minutes."""
    by_phone = [body for body in sound if body["callAttempts"]]

    pairs = [(body["durationMinutes"], body["callAttempts"][-1]["duration"]) for body in by_phone]

    assert pairs
    assert all(minutes == seconds // 60 for minutes, seconds in pairs)


def test_times_follow_each_other(sound):
    """Created, scheduled, called, finished, updated; the end is the call and its length."""
    for body in sound:
        times = [body[key] for key in ("createdAt", "scheduledAt", "finishedDate", "updatedAt")]
        calls = body["callAttempts"]

        assert times == sorted(times)
        assert all(body["scheduledAt"] <= call["calledAt"] for call in calls)
        if calls:
            called = datetime.fromisoformat(calls[-1]["calledAt"])
            ended = datetime.fromisoformat(body["finishedDate"])
            assert abs((ended - called).total_seconds() - calls[-1]["duration"]) < 10


def test_status_words_come_in_every_spelling():
    """Upper case, lower case, and CANCELED as well as CANCELLED."""
    many = [plan(BUSY, index) for index in range(planned_count(BUSY))]

    words = {_body(each)["status"] for each in many}

    assert {"COMPLETED", "completed", "CANCELED", "CANCELLED", "SCHEDULED", "FAILED"} <= words
    assert {"IN_PROGRESS", "cancelled"} <= words


def test_what_is_not_held_has_no_analysis_and_no_length(interviews):
    """Scheduled, running, cancelled and unanswered interviews end nowhere yet."""
    open_ended = [body for index, body in enumerate(interviews) if not planned_stage(index).is_held]

    found = {
        (body["analysis"], body["durationMinutes"], body["finishedDate"]) for body in open_ended
    }

    assert found == {(None, None, None)}


def test_an_analysis_that_is_not_done_rates_nothing():
    """Processing has the number 2, and null where the rating will be."""
    waiting = [
        plan(BUSY, index)
        for index in range(planned_count(BUSY))
        if planned_stage(index) is Stage.COMPLETED and broken_case(index) is None
    ]

    found = {
        (general["status"], general["overallRating"])
        for general in (_body(each)["analysis"]["general"] for each in waiting)
    }

    assert found == {(2, None)}


def test_interviews_lie_in_the_fourteen_months_before_today(interviews):
    """What was held lies in the past, and nothing is older."""
    oldest = (OPTIONS.today - timedelta(days=430)).isoformat()

    ends = [body["finishedDate"] for body in interviews if body["finishedDate"]]

    assert oldest < min(ends)
    assert max(ends) < OPTIONS.today.isoformat()


def _body(made):
    return interview_body(made, base_url="")


def _specific(made):
    return _body(made)["analysis"]["specific"]
