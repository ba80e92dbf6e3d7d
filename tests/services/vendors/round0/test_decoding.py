"""Decoding tells which of round0's documents it was handed, or that it was none."""

import json

import pytest

from services.errors import PayloadError
from services.vendors._bundle import bundle
from services.vendors.registry import VENDORS
from services.vendors.round0.decoding import interview_of, join, recognises
from services.vendors.round0.parsing import parse

NOT_FOUND = {"error": {"type": "resource_not_found", "message": "Interview not found"}}


@pytest.mark.parametrize("name", ["completed", "invited", "questions"])
def test_its_own_documents_are_recognised(document, name):
    """By their shape alone."""
    told = json.loads(document(name))

    found = recognises(told)

    assert found


def test_a_bundle_and_an_error_are_recognised(whole):
    """So that each gets round0's own sentence."""
    documents = [json.loads(whole), NOT_FOUND]

    found = [recognises(each) for each in documents]

    assert found == [True, True]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"interview_id": "a", "event": "STARTED"}, id="Qode's interview"),
        pytest.param({"id": "a", "status": "COMPLETED", "createdAt": "x", "job": {}}, id="camel"),
        pytest.param({"success": False, "error": {"code": "NO", "message": "x"}}, id="envelope"),
        pytest.param({"id": "a", "status": "queued", "timestamp": "x", "scores": {}}, id="speech"),
        pytest.param({"interview": {"success": True, "data": {}}, "job": {}}, id="another bundle"),
        pytest.param({"id": "a", "error": {"type": "x"}, "status": "failed"}, id="a failed run"),
        pytest.param({}, id="nothing"),
    ],
)
def test_other_vendors_documents_are_not_claimed(other):
    """Each belongs to whoever knows it, and is refused here."""
    payload = json.dumps(other).encode()

    found = recognises(other)

    assert not found
    with pytest.raises(PayloadError, match="not a round0 interview"):
        parse(payload)


def test_questions_alone_are_called_so(document):
    """They do not say who answered."""
    payload = document("questions")

    with pytest.raises(PayloadError, match="questions of a round0 interview without the interview"):
        parse(payload)


def test_questions_are_joined_as_a_fetch_would_have_them(document):
    """A bare interview gets them; a bundle has them already."""
    interview, questions = document("completed"), document("questions")

    joined = join(interview, questions)

    assert interview_of(json.loads(questions)) == json.loads(interview)["id"]
    assert joined == bundle({"interview": interview, "questions": questions})
    assert join(joined, questions) == joined


@pytest.mark.parametrize("odd", [{}, {"interview_id": 7, "questions": []}, {"questions": []}])
def test_what_is_no_list_of_questions_belongs_to_nothing(odd):
    """It is read, or refused, as what it is."""
    document = odd

    found = interview_of(document)

    assert found is None


def test_an_error_is_told_as_what_it_is():
    """With round0's words, and what to do."""
    payload = json.dumps(NOT_FOUND).encode()

    with pytest.raises(PayloadError, match=r"answer “Interview not found”.*Check the id"):
        parse(payload)


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        pytest.param(b"", "not sound JSON", id="empty"),
        pytest.param(b'{"id": "a", ', "not sound JSON", id="cut short"),
        pytest.param(b"[]", "a list, not an object", id="a list"),
        pytest.param(b'{"interview": 5}', "“interview” should be an object", id="number"),
        pytest.param(b'{"interview": {}}', "“interview.id” .* is missing", id="no id"),
        pytest.param(b'{"id": 5, "job": {}, "created_at": ""}', "“id” .* is a number", id="id"),
        pytest.param(b'{"id": "a", "status": "completed"}', "no “job” or", id="only an id"),
    ],
)
def test_what_is_no_interview_is_refused_with_a_sentence(payload, sentence):
    """The sentence says what is wrong."""
    document = payload

    with pytest.raises(PayloadError, match=sentence):
        parse(document)


def test_a_wrong_list_of_questions_costs_the_list(whole, codes):
    """The interview is read all the same."""
    document = json.loads(whole) | {"questions": [1, 2]}

    interview = parse(json.dumps(document).encode())

    assert len(interview.questions) == 3
    assert set(codes(interview)) == {"unknown_value", "part_not_readable"}


def test_a_wrong_leaf_is_named_by_its_place(whole):
    """As it stands in the payload."""
    document = json.loads(whole)
    document["interview"]["responses"][1]["transcript"] = 5

    interview = parse(json.dumps(document).encode())

    assert [notice.where for notice in interview.notices] == [
        "interview.responses[1].transcript",
        "interview.responses[1].transcript",
    ]


def test_the_registry_knows_round0():
    """By being there."""
    vendor = VENDORS["round0"]

    variable = vendor.key_variable

    assert (vendor.title, variable) == ("round0", "SCOREBAND_ROUND0_API_KEY")
    assert vendor.read_webhook is not None
