"""Decoding tells what is wrong with a document, and reads what can be read."""

import json

import pytest

from services.errors import PayloadError
from services.vendors.qode.parsing import parse


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        pytest.param(b"", "not sound JSON", id="empty"),
        pytest.param(b'{"interview_id": "a", ', "not sound JSON", id="cut short"),
        pytest.param(b"<html></html>", "not sound JSON", id="a web page"),
        pytest.param(b'{"interview_id": "\xff"}', "not sound JSON", id="no UTF-8"),
        pytest.param(b'{"x": ' + b"[" * 9999, "not sound JSON", id="too deep"),
        pytest.param(b'{"x": "\\ud83d", ', "not sound JSON", id="half a character and cut"),
        pytest.param(b'{"x": ' + b"9" * 9999 + b"}", "not sound JSON", id="too large a number"),
        pytest.param(b"[]", "a list, not an object", id="a list"),
        pytest.param(b'"text"', "a text, not an object", id="a text"),
        pytest.param(b"{}", "“interview_id” .* is missing", id="no id"),
        pytest.param(b'{"interview_id": null}', "“interview_id” .* is null", id="null id"),
        pytest.param(b'{"interview_id": 5}', "“interview_id” .* is a number", id="number id"),
        pytest.param(b'{"interview_id": " "}', "“interview_id” .* is blank", id="blank id"),
        pytest.param(
            b'{"start": "00:01:02.500", "end": "00:01:04.000", "duration": 1.5}',
            "one stretch of a recording.* without the Qode interview",
            id="a black screen alone",
        ),
    ],
)
def test_what_is_no_interview_is_refused_with_a_sentence(payload, sentence):
    """The sentence says what is wrong and what to do."""
    document = payload

    with pytest.raises(PayloadError, match=sentence) as refused:
        parse(document)

    assert "Fetch or export it again" in str(refused.value) or "Hand in" in str(refused.value)


def test_a_field_of_the_wrong_type_is_left_out_and_noted(read):
    """One wrong leaf costs the leaf, not the interview."""
    questions = [{"question": "One?", "summary": 5}, {"question": "Two?", "summary": "Said."}]

    interview = read(meeting_data={"question_summary": questions}, overall_score="72")

    assert [question.summary for question in interview.questions] == [None, "Said."]
    assert interview.overall.value is None
    assert {notice.where for notice in interview.notices} == {
        "overall_score",
        "meeting_data.question_summary[0].summary",
    }
    assert "should be a number, but is a text" in " ".join(n.text for n in interview.notices)


def test_a_wrong_item_of_a_list_leaves_the_others(read):
    """Items are taken out from the back, so that the right ones go."""
    uncovered = [1, "Streaming", None, "Testing", {}]

    interview = read(uncovered_domains=uncovered)

    assert interview.coverage.uncovered == ("Streaming", "Testing")
    assert [notice.where for notice in interview.notices] == [
        "uncovered_domains[0]",
        "uncovered_domains[4]",
    ]


def test_null_and_the_empty_text_are_simply_missing(read, codes):
    """What Qode leaves empty is not worth a notice, wherever it stands."""
    metadata = {"start_time": "", "end_time": None}

    interview = read(metadata=metadata, overall_score="", scored_skills=[None])

    assert interview.started_at is None
    assert codes(interview) == []


def test_a_flood_of_wrong_fields_becomes_a_few_notices(read):
    """The first places are named, the others counted."""
    names = list(range(40))

    interview = read(uncovered_domains=names)

    assert len(interview.notices) == 6
    assert interview.notices[-1].text.startswith("The same is true of 35 more")


def test_nul_characters_are_taken_out_of_texts():
    r"""A database cannot hold `\u0000`; a backslash that is meant stays."""
    payload = rb'{"interview_id": "a\u0000b", "role_title": "C:\\u0000 \\\u0000end"}'

    interview = parse(payload)

    assert interview.vendor_interview_id == "ab"
    assert interview.role == r"C:\u0000 \end"


def test_half_a_character_is_taken_out():
    r"""A lone surrogate such as `\ud83d` is JSON by the letter, but no text."""
    payload = rb'{"interview_id": "a", "role_title": "Cook \ud83d.", "overall_score": 50}'

    interview = parse(payload)

    assert interview.role == "Cook ."
    assert interview.overall.value == 50


def test_a_byte_order_mark_is_passed_over():
    """A file saved by an editor is still a document."""
    payload = b"\xef\xbb\xbf" + json.dumps({"interview_id": "a"}).encode()

    interview = parse(payload)

    assert interview.vendor_interview_id == "a"


def test_of_a_key_given_twice_the_sound_one_counts():
    """The last one wins in JSON; a wrong first one does no harm."""
    payload = b'{"interview_id": "a", "duration": "long", "duration": 60}'

    interview = parse(payload)

    assert interview.duration_s == 60
