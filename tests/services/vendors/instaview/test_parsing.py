"""An InstaView document becomes an interview: every field lands somewhere, and nothing crashes."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import PayloadError
from services.models.interview import AssetKind, Interview, RemarkKind, Status
from services.models.score import ScoreState
from services.vendors.instaview.parsing import parse
from tests.services.vendors.fuzzing import JSON, changed, places
from tests.services.vendors.instaview.conftest import FIXTURES

COMPLETE = json.loads((FIXTURES / "language_test.json").read_bytes())


PLACES = list(places(COMPLETE))


@pytest.mark.parametrize("name", ["complete", "language_test"])
def test_a_sound_document_raises_no_doubts(document, name):
    """Where nothing is contradictory, nothing is noted."""
    payload = document(name)

    interview = parse(payload)

    assert interview.notices == ()


def test_identity_and_role_come_from_four_bodies(document):
    """The interview's own ids, the candidate's name, the job's title and the agent's focus."""
    payload = document("complete")

    interview = parse(payload)

    assert interview.vendor == "instaview"
    assert interview.vendor_interview_id.startswith("5b0a6f0e")
    assert interview.candidate.id.startswith("c1d7a3f2")
    assert interview.candidate.name == "Ľudmila Šťastná"
    assert interview.candidate.email == "ludmila.stastna@example.com"
    assert interview.role == "Shift Coordinator"
    assert (interview.interview_type, interview.vendor_interview_type) == ("SCREENING",) * 2
    assert interview.metadata == {"requisition": "REQ-31", "synthetic": True}
    assert interview.assessment_version is None


def test_times_are_in_utc(document):
    """Scheduled, called, finished and analysed; offsets are turned."""
    payload = document("language_test")

    interview = parse(payload)

    assert interview.scheduled_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert interview.started_at == datetime(2026, 3, 1, 12, 0, 5, tzinfo=UTC)
    assert interview.ended_at == datetime(2026, 3, 1, 12, 17, 30, tzinfo=UTC)
    assert interview.reported_at == datetime(2026, 3, 1, 12, 20, tzinfo=UTC)
    assert interview.started_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2027-02-20", datetime(2027, 2, 20, tzinfo=UTC)),
        ("2027-02-20T10:00:00+02:00", datetime(2027, 2, 20, 8, tzinfo=UTC)),
        ("", None),
        (None, None),
    ],
)
def test_the_expiry_of_the_data_is_a_day_or_a_moment(read, codes, told, moment):
    """A day begins at midnight UTC; nothing is no doubt."""
    candidate = {"gdprExpiryDate": told}

    interview = read(candidate=candidate)

    assert interview.candidate.data_expires_at == moment
    assert codes(interview) == []


def test_remarks_keep_their_lists(document):
    """Strong points, weak points and the evaluation are told apart."""
    payload = document("complete")

    remarks = parse(payload).remarks

    assert [(remark.kind, remark.name) for remark in remarks] == [
        (RemarkKind.STRENGTH, "Names the risk before the plan."),
        (RemarkKind.STRENGTH, "Asks what the customer measures."),
        (RemarkKind.WEAKNESS, "Has not led a shift alone yet."),
        (RemarkKind.EVALUATION, "A steady hand for the morning shift."),
        (RemarkKind.EVALUATION, "Talk about night work before an offer."),
    ]


def test_recordings_are_audio(document):
    """Each call's recording once."""
    payload = document("complete")

    assets = parse(payload).assets

    assert [(asset.kind, asset.url) for asset in assets] == [
        (AssetKind.AUDIO, "https://audio.example.com/calls/ca-2.mp3")
    ]


@pytest.mark.parametrize("name", ["scheduled", "no_answer"])
def test_a_bare_and_an_enveloped_interview_are_read(document, codes, name):
    """Files hold no candidate, job or agent: each is missed by name."""
    payload = document(name)

    interview = parse(payload)

    assert interview.candidate.id.startswith("c1d7a3f2")
    assert interview.candidate.name is None
    assert codes(interview) == ["part_not_readable"] * 3
    assert [notice.where for notice in interview.notices] == ["candidateId", "jobId", "agentId"]
    assert "read:agents" in interview.notices[2].text


def test_an_interview_to_come_has_nothing_but_a_date(document):
    """No score, and not the planned minutes as a length."""
    payload = document("scheduled")

    interview = parse(payload)

    assert interview.status is Status.SCHEDULED
    assert interview.overall.state is ScoreState.MISSING
    assert interview.duration_s is None
    assert not interview.is_final


@pytest.mark.parametrize("name", ["complete", "language_test", "no_answer", "scheduled", "hostile"])
def test_an_interview_survives_json(document, name):
    """What was read can be written as JSON, read again, and is what validation lets through."""
    interview = parse(document(name))

    again = Interview.model_validate_json(interview.model_dump_json())

    assert again == interview
    assert Interview.model_validate(interview.model_dump()) == interview


def test_a_hostile_document_is_read_and_every_oddity_noted(document, codes):
    """Wrong types, unknown words and impossible numbers leave notices, not errors."""
    payload = document("hostile")

    interview = parse(payload)

    assert set(codes(interview)) == {
        "clock_mismatch",
        "duration_mismatch",
        "scale_exceeded",
        "unknown_value",
    }
    assert interview.assets == ()
    assert interview.candidate.name == "Šťastná"
    assert "\0" not in interview.model_dump_json()


@given(place=st.sampled_from(PLACES), new=JSON)
def test_any_changed_value_parses_or_is_refused(place, new):
    """Whatever stands in whatever field: an interview, or our error."""
    payload = json.dumps(changed(COMPLETE, place, new)).encode()

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or Interview.model_validate_json(interview.model_dump_json())


@given(cut=st.integers(0, 9_000), junk=st.binary(max_size=6), at=st.integers(0, 9_000))
def test_any_damaged_document_parses_or_is_refused(cut, junk, at):
    """Cut off, or with bytes put in anywhere: an interview, or our error."""
    payload = json.dumps(COMPLETE).encode()
    payload = payload[:at] + junk + payload[at : at + cut]

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or interview.vendor == "instaview"


@given(document=JSON)
def test_any_json_at_all_is_refused_with_a_sentence(document):
    """What is no interview is called so."""
    payload = json.dumps(document).encode()

    with pytest.raises(PayloadError) as refused:
        parse(payload)

    assert re.search(r"not an InstaView interview|not sound JSON", str(refused.value))
