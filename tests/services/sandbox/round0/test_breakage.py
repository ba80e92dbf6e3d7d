"""Every broken case of round0's is broken in the way that its name says."""

from services.sandbox.round0.broken_case import BrokenCase


def test_a_question_without_a_response(round0, broken):
    """R1: completed, and one question fewer is answered than was asked."""
    body = broken(BrokenCase.UNANSWERED)

    asked = {question["id"] for question in round0.questions(body["id"])["questions"]}

    answered = {response["question_id"] for response in body["responses"]}
    assert body["status"] == "completed"
    assert len(asked - answered) == 1


def test_a_response_to_an_unknown_question(round0, broken):
    """R2: its question is not in the list, and it has words nevertheless."""
    body = broken(BrokenCase.STRANGER)

    asked = {question["id"] for question in round0.questions(body["id"])["questions"]}

    strangers = [one for one in body["responses"] if one["question_id"] not in asked]
    assert len(strangers) == 1
    assert strangers[0]["transcript"]


def test_an_empty_transcript(broken):
    """R3: the response is there, with its length, and says nothing."""
    body = broken(BrokenCase.SILENT)

    silent = [one for one in body["responses"] if one["transcript"] == ""]

    assert len(silent) == 1
    assert silent[0]["duration_seconds"] > 0


def test_an_unknown_status(broken):
    """R4: a word that no document names, on a body with everything in it."""
    body = broken(BrokenCase.ODD_STATUS)

    assert body["status"] not in {"invited", "in_progress", "completed", "expired"}
    assert body["responses"]
    assert body["completed_at"]


def test_a_total_that_is_not_the_number_of_questions(round0, broken):
    """R5: total_questions counts more than are listed."""
    body = broken(BrokenCase.MISCOUNTED)

    listed = round0.questions(body["id"])

    assert listed["total_questions"] == len(listed["questions"]) + 3


def test_responses_without_audio(broken):
    """R6: the key is missing, not null."""
    body = broken(BrokenCase.NO_AUDIO)

    assert body["responses"]
    assert not [one for one in body["responses"] if "audio_url" in one]
