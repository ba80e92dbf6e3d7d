"""A round0 document becomes an interview without a score, and nothing crashes."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import PayloadError
from services.models.interview import AssetKind, Interview, Outcome, Status
from services.models.score import ScoreState
from services.vendors._bundle import bundle
from services.vendors.round0.parsing import parse
from tests.services.vendors.fuzzing import JSON, changed, places
from tests.services.vendors.round0.conftest import FIXTURES

COMPLETE = {
    "interview": json.loads((FIXTURES / "completed.json").read_bytes()),
    "questions": json.loads((FIXTURES / "questions.json").read_bytes()),
}


PLACES = list(places(COMPLETE))


def test_a_sound_document_raises_no_doubts(whole):
    """Where nothing is contradictory, nothing is noted."""
    payload = whole

    interview = parse(payload)

    assert interview.notices == ()


def test_identity_and_role_are_taken_over(whole):
    """Who was interviewed and for which role; an id need not be a UUID."""
    payload = whole

    interview = parse(payload)

    assert interview.vendor == "round0"
    assert interview.vendor_interview_id == "r0z1k7mm-4t2q-5x19-8yv0-3q7w5n2hj6pd"
    assert interview.candidate.id == "cand-9zx2"
    assert interview.candidate.name == "सुनीता थापा"
    assert interview.candidate.email == "sunita.thapa@example.com"
    assert interview.role == "Warehouse Coordinator"
    assert interview.metadata == {"department": "Logistics"}
    assert interview.candidate_link is None


def test_nothing_has_a_score(whole):
    """round0 scores nothing: every score is unscored, and none of them a 0."""
    payload = whole

    interview = parse(payload)

    assert interview.overall.state is ScoreState.UNSCORED
    assert {score.state for score in interview.all_scores} == {ScoreState.UNSCORED}
    assert {score.value for score in interview.all_scores} == {None}
    assert interview.outcome is Outcome.NONE
    assert len(interview.all_scores) == 1 + len(interview.questions)


def test_times_come_from_the_interviews_own_clock(whole):
    """The length is end minus start, and says so."""
    payload = whole

    interview = parse(payload)

    assert interview.created_at == datetime(2026, 2, 27, 16, 20, tzinfo=UTC)
    assert interview.started_at == datetime(2026, 3, 4, 9, tzinfo=UTC)
    assert interview.ended_at == datetime(2026, 3, 4, 9, 17, 30, tzinfo=UTC)
    assert interview.duration_s == 17 * 60 + 30
    assert interview.clock_source == "started_at to completed_at"


def test_an_interview_to_come_is_scheduled(document):
    """No answers, no questions, and the moment at which the invitation expires."""
    payload = document("invited")

    interview = parse(payload)

    assert interview.status is Status.SCHEDULED
    assert interview.vendor_status == "invited"
    assert not interview.is_final
    assert interview.expires_at == datetime(2026, 3, 8, 21, 59, 59, tzinfo=UTC)
    assert interview.duration_s is None
    assert interview.questions == interview.transcript == interview.assets == ()
    assert interview.notices == ()


@pytest.mark.parametrize(
    ("word", "status", "is_final"),
    [
        ("invited", Status.SCHEDULED, False),
        ("in_progress", Status.IN_PROGRESS, False),
        ("completed", Status.COMPLETED, True),
        ("EXPIRED", Status.EXPIRED, True),
        (None, Status.UNKNOWN, False),
    ],
)
def test_a_status_is_read_in_any_case(read, word, status, is_final):
    """Completed never changes again, and expired cannot be started."""
    given_word = word

    interview = read(status=given_word)

    assert (interview.status, interview.is_final) == (status, is_final)
    assert interview.vendor_status == word
    assert interview.notices == ()


def test_an_unknown_status_is_kept_and_noted(read, codes):
    """Shown as another one, in round0's word."""
    word = "under_review"

    interview = read(status=word)

    assert (interview.status, interview.vendor_status) == (Status.UNKNOWN, "under_review")
    assert codes(interview) == ["unknown_value"]
    assert not interview.is_final


def test_each_answer_has_its_recording(whole):
    """With the question that it belongs to, and the day for which the link works."""
    payload = whole

    assets = parse(payload).assets

    assert [(asset.kind, asset.question_index) for asset in assets] == [
        (AssetKind.AUDIO, 0),
        (AssetKind.AUDIO, 1),
        (AssetKind.AUDIO, 3),
    ]
    assert {asset.lifetime_s for asset in assets} == {86_400}
    assert assets[1].url.startswith("https://media.example.com/a/mistake.mp3")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/a/b.mp3", "ftp://example.com/a"])
def test_a_recording_that_is_no_web_address_is_not_linked(read, codes, address):
    """It is noted, and stays in the raw payload."""
    response = {"question_id": "q", "audio_url": address}

    interview = read(responses=[response])

    assert interview.assets == ()
    assert codes(interview) == ["unknown_value"]


def test_a_candidates_token_reaches_no_value(read):
    """Whoever has it can sit the interview."""
    secret = "tok-9f8e7d6c5b4a"

    interview = read(token=secret, interview_url=f"https://interview.round0.io/interview/{secret}")

    assert secret not in interview.model_dump_json()


def test_the_values_are_the_same_as_validated_ones(whole):
    """Values made without a second validation hold what validation would have let through."""
    interview = parse(whole)

    again = Interview.model_validate(interview.model_dump())

    assert again == interview


@given(place=st.sampled_from(PLACES), new=JSON)
def test_any_changed_value_parses_or_is_refused(place, new):
    """Whatever stands in whatever field: an interview without a score, or our error."""
    payload = json.dumps(changed(COMPLETE, place, new)).encode()

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or {score.value for score in interview.all_scores} == {None}
    assert interview is None or Interview.model_validate_json(interview.model_dump_json())


@given(cut=st.integers(0, 5_000), junk=st.binary(max_size=6), at=st.integers(0, 5_000))
def test_any_damaged_document_parses_or_is_refused(cut, junk, at):
    """Cut off, or with bytes put in anywhere: an interview, or our error."""
    payload = bundle({name: json.dumps(part).encode() for name, part in COMPLETE.items()})
    payload = payload[:at] + junk + payload[at : at + cut]

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or interview.vendor == "round0"


@given(document=JSON)
def test_any_json_at_all_is_refused_with_a_sentence(document):
    """What is no interview is called so."""
    payload = json.dumps(document).encode()

    with pytest.raises(PayloadError) as refused:
        parse(payload)

    assert re.search(r"not a round0 interview|not sound JSON", str(refused.value))
