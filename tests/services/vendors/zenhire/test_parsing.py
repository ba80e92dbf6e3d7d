"""A ZenHire document becomes an interview: every field lands somewhere, and nothing crashes."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import PayloadError
from services.models.interview import Interview, Outcome, RemarkKind
from services.vendors.zenhire.parsing import parse, substance
from tests.services.vendors.fuzzing import JSON, changed, places
from tests.services.vendors.zenhire.conftest import FIXTURES

SUCCESS = json.loads((FIXTURES / "success.json").read_bytes())


PLACES = list(places(SUCCESS))


def test_a_sound_result_raises_no_doubts(document):
    """Where nothing is contradictory, nothing is noted."""
    payload = document("success")

    interview = parse(payload)

    assert interview.notices == ()


def test_identity_comes_from_the_metadata(document):
    """ZenHire knows no people: whoever sent the recording may have named one."""
    payload = document("success")

    interview = parse(payload)

    assert (interview.vendor, interview.vendor_interview_id) == ("zenhire", "req_7Qm2hXv0aLk4")
    assert interview.candidate.id == "c-204"
    assert interview.candidate.name == "Ọlábísí Adéwálé"
    assert interview.candidate.email == "olabisi.adewale@example.com"
    assert interview.role == "Customer Support"
    assert interview.tags == ("spring", "lagos")
    assert interview.metadata["candidate_id"] == "c-204"


def test_nobody_is_named_where_the_metadata_name_nobody(read):
    """A run can stand alone."""
    interview = read(metadata={}, externalId=None)

    candidate = interview.candidate

    assert (candidate.id, candidate.name, candidate.email) == (None, None, None)
    assert interview.references == ()


def test_what_a_result_belongs_to_is_kept_once_each(document):
    """The external id first, then what the metadata say."""
    payload = document("success")

    references = parse(payload).references

    assert references == ("5d0c2c1a-0b52-4f5e-9b7c-3e1b8a3a90a1_c-204", "c-204")


def test_times_and_length_come_with_their_source(document):
    """The recording's own date is told nowhere; the result's is."""
    payload = document("success")

    interview = parse(payload)

    assert interview.reported_at == datetime(2026, 3, 14, 9, 26, 53, 589000, tzinfo=UTC)
    assert interview.event_at == interview.reported_at
    assert interview.started_at is None
    assert (interview.duration_s, interview.clock_source) == (725.4, "audio.durationMs")
    assert interview.credits_used == 13


def test_without_a_measured_length_the_charged_one_counts(read):
    """0 is no length."""
    credits_told = {"audioDurationMinutes": 4.5, "deducted": 5}

    interview = read(audio={"durationMs": 0}, credits=credits_told)

    assert interview.duration_s == 270
    assert interview.clock_source == "credits.audioDurationMinutes"


def test_lengths_that_contradict_each_other_are_noted(read, codes):
    """A rounded minute is no contradiction; ten are."""
    audio = {"durationMs": 240_000}

    rounded = read(audio=audio, credits={"audioDurationMinutes": 5})
    other = read(audio=audio, credits={"audioDurationMinutes": 14})

    assert "duration_mismatch" not in codes(rounded)
    assert "duration_mismatch" in codes(other)
    assert other.duration_s == 240


def test_texts_for_recruiter_and_candidate_are_told_apart(document):
    """The recommendation is a text, never a verdict."""
    payload = document("success")

    interview = parse(payload)

    assert [remark.kind for remark in interview.remarks] == [
        RemarkKind.RECOMMENDATION,
        RemarkKind.FEEDBACK,
    ]
    assert interview.outcome is Outcome.NONE


def test_two_methods_are_two_instruments(read, codes):
    """The scoring method is the version that nothing is pooled across."""
    known, unknown = read(scoringMethod="ml_hybrid", scores=SUCCESS["scores"]), "coin_toss"

    other = read(scoringMethod=unknown, scores=SUCCESS["scores"])

    assert known.assessment_version == "ml_hybrid"
    assert other.assessment_version == unknown
    assert (codes(known), codes(other)) == ([], ["unknown_value"])


def test_a_hostile_document_is_read_and_every_oddity_noted(document, codes):
    """Wrong types, unknown words and impossible numbers leave notices, not errors."""
    payload = document("hostile")

    interview = parse(payload)

    assert set(codes(interview)) == {"scale_exceeded", "unknown_value"}
    assert interview.candidate.name == "Zoë Ç"
    assert interview.vendor_interview_id == "req_hostile"
    assert interview.tags == ("a",)


@pytest.mark.parametrize("name", ["success", "partial", "queued", "failed", "hostile"])
def test_values_are_as_validation_would_have_them(document, name):
    """Values made without a second validation hold what validation would have let through."""
    interview = parse(document(name))

    again = Interview.model_validate_json(interview.model_dump_json())

    assert again == interview == Interview.model_validate(interview.model_dump())


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        (b"", "not sound JSON"),
        (b"[]", "a list, not an object"),
        (b"{}", "“id” .* is missing"),
        (b'{"id": " "}', "“id” .* is blank"),
        (b'{"id": "a", "status": "completed", "job": {}}', "nothing in it but an “id”"),
        (b'{"error": {"code": "NOT_FOUND", "message": "No."}}', "not a ZenHire speech result"),
    ],
)
def test_what_is_no_run_is_refused_with_a_sentence(payload, sentence):
    """The sentence says what is wrong and what to do."""
    document = payload

    with pytest.raises(PayloadError, match=sentence):
        parse(document)


def test_the_answers_own_time_and_the_balance_are_not_its_substance(document):
    """Asked again tomorrow, a final result says the same."""
    payload = document("success")
    later = json.loads(payload)
    later["timestamp"] = "2026-09-01T00:00:00Z"
    later["credits"]["remainingBalance"] = 3

    same = substance(json.dumps(later).encode()) == substance(payload)
    later["scores"]["fluency"] = 4.4

    assert same
    assert substance(json.dumps(later).encode()) != substance(payload)


@pytest.mark.parametrize("payload", [b"", b"[1]", b'{"credits": 4}', b"\xff"])
def test_anything_at_all_has_a_substance(payload):
    """Whatever a vendor sends can be compared."""
    document = payload

    found = substance(document)

    assert isinstance(found, bytes)


@given(place=st.sampled_from(PLACES), new=JSON)
def test_any_changed_value_parses_or_is_refused(place, new):
    """Whatever stands in whatever field: an interview, or our error."""
    payload = json.dumps(changed(SUCCESS, place, new)).encode()

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or Interview.model_validate_json(interview.model_dump_json())


@given(cut=st.integers(0, 4_000), junk=st.binary(max_size=6), at=st.integers(0, 4_000))
def test_any_damaged_document_parses_or_is_refused(cut, junk, at):
    """Cut off, or with bytes put in anywhere: an interview, or our error."""
    payload = json.dumps(SUCCESS).encode()
    payload = payload[:at] + junk + payload[at : at + cut]

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or interview.vendor == "zenhire"


@given(document=JSON)
def test_any_json_at_all_is_refused_with_a_sentence(document):
    """What is no run is called so."""
    payload = json.dumps(document).encode()

    with pytest.raises(PayloadError) as refused:
        parse(payload)

    assert re.search(r"not a ZenHire speech result|not sound JSON", str(refused.value))
