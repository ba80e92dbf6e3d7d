"""Every broken case is broken in the way that it is described."""

from services.sandbox.instaview.broken_case import BrokenCase
from tests.services.sandbox.conftest import TODAY


def test_a_rating_of_zero_stands_beside_a_pending_analysis(broken):
    """The 0 means that nothing was rated."""
    body = broken(BrokenCase.PENDING_ZERO)

    general = body["analysis"]["general"]

    assert body["status"].upper() == "COMPLETED"
    assert (general["overallRating"], general["status"]) == (0, 1)


def test_free_text_stands_where_words_of_a_list_belong(broken):
    """Sentences on education and experience."""
    general = broken(BrokenCase.FREE_TEXT)["analysis"]["general"]

    words = general["education"].split() + general["experience"].split()

    assert len(words) > 8


def test_a_status_is_named_by_no_page(broken):
    """The rest of the interview is sound."""
    body = broken(BrokenCase.UNKNOWN_STATUS)

    assert body["status"] == "AWAITING_REVIEW"
    assert body["analysis"]["general"]["status"] == 3


def test_minutes_and_seconds_disagree(broken):
    """Nineteen minutes more than the call took."""
    body = broken(BrokenCase.DURATIONS)

    seconds = body["callAttempts"][-1]["duration"]

    assert body["durationMinutes"] == seconds // 60 + 19


def test_a_failed_analysis_rates_zero(broken):
    """Completed, number 4, and a 0 that means nothing."""
    body = broken(BrokenCase.ANALYSIS_FAILED)

    general = body["analysis"]["general"]

    assert body["status"].upper() == "COMPLETED"
    assert (general["overallRating"], general["status"]) == (0, 4)


def test_nobody_answered_three_times(broken):
    """Three failed attempts with their reason, counted from 0."""
    body = broken(BrokenCase.NO_ANSWER)

    calls = body["callAttempts"]

    assert body["status"].upper() == "FAILED"
    assert [(call["status"], call["reasonCode"], call["retryNumber"]) for call in calls] == [
        ("FAILED", "NO_ANSWER", number) for number in range(3)
    ]


def test_the_data_had_to_be_gone_before_today(broken, client):
    """The candidate's expiry lies in the past."""
    wanted = broken(BrokenCase.GDPR_PAST)["candidateId"]

    candidate = client.get(f"/instaview/candidates/{wanted}").json()["data"]

    assert candidate["gdprExpiryDate"] < TODAY.isoformat()


def test_the_agent_is_not_to_be_found(broken, client):
    """404 with the kind and the id."""
    wanted = broken(BrokenCase.AGENT_MISSING)["agentId"]

    answer = client.get(f"/instaview/agents/{wanted}")

    assert answer.status_code == 404
    assert answer.json()["error"]["details"] == {"resourceType": "Agent", "resourceId": wanted}


def test_a_rating_lies_above_its_scale(broken):
    """104 of 100."""
    general = broken(BrokenCase.RATING_104)["analysis"]["general"]

    assert general["overallRating"] == 104


def test_a_sound_of_a_language_test_is_negative(broken):
    """One is -1, and the others are scores."""
    scores = broken(BrokenCase.NEGATIVE_PRONUNCIATION)["analysis"]["specific"][
        "pronunciationScores"
    ]

    others = [value for name, value in scores.items() if name != "prosody"]

    assert scores["prosody"] == -1
    assert min(others) > 0
