"""A Qode document becomes an interview: every field lands somewhere, and nothing crashes."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import PayloadError
from services.models.interview import Interview, RemarkKind, Status
from services.models.score import ScoreState
from services.vendors.qode.parsing import parse
from tests.services.vendors.fuzzing import JSON, changed, places
from tests.services.vendors.qode.conftest import FIXTURES

COMPLETE = json.loads((FIXTURES / "complete.json").read_bytes())


PLACES = list(places(COMPLETE))


def test_a_sound_document_raises_no_doubts(document):
    """Where nothing is contradictory, nothing is noted."""
    payload = document("complete")

    interview = parse(payload)

    assert interview.notices == ()


def test_identity_and_role_are_taken_over(document):
    """Who was interviewed, for which role and with which instrument."""
    payload = document("complete")

    interview = parse(payload)

    assert interview.vendor == "qode"
    assert interview.vendor_interview_id.startswith("0d9f1c52")
    assert interview.candidate.name == "Оюунаа Бат"
    assert interview.candidate.email == "oyunaa.bat@example.com"
    assert interview.candidate.years_of_experience == 6
    assert (interview.role, interview.mapped_role) == ("Data Engineer", "Analytics Engineer")
    assert interview.interview_type == "STEM"
    assert interview.vendor_interview_type == "TURING_STEM"
    assert interview.assessment_version == "pf_domain_3p_v4"
    assert interview.metadata == {"req_id": "REQ-7", "tags": ["autumn", 3]}


def test_times_are_in_utc(read):
    """A time with another zone is turned; one without a zone is taken as UTC."""
    times = {"scheduled_time": "2026-01-12T14:00:00+07:00", "start_time": "2026-01-12T07:05:00"}

    interview = read(metadata=times)

    assert interview.scheduled_at == datetime(2026, 1, 12, 7, tzinfo=UTC)
    assert interview.started_at == datetime(2026, 1, 12, 7, 5, tzinfo=UTC)
    assert interview.started_at.tzinfo is UTC


def test_empty_texts_are_nothing(document):
    """An empty name is no name, and the e-mail address never stands in for it."""
    payload = document("complete").replace("Оюунаа Бат".encode(), b"")

    interview = parse(payload)

    assert interview.candidate.name is None


def test_an_interview_to_come_has_nothing_but_a_date(document):
    """A scheduled interview has no score, not even the 0 that Qode sends."""
    payload = document("scheduled")

    interview = parse(payload)

    assert interview.status is Status.SCHEDULED
    assert interview.overall.state is ScoreState.NOT_EVALUATED
    assert interview.sub_type is None
    assert interview.questions == interview.panels == interview.signals == ()


def test_the_remarks_keep_their_lists(document):
    """Each list of the summary is told apart, the one that newer answers lack included."""
    payload = document("complete")

    remarks = parse(payload).remarks

    assert [(remark.kind, remark.name) for remark in remarks] == [
        (RemarkKind.SKILL_SUMMARY, "SQL"),
        (RemarkKind.HIGHLIGHT, "Measures first"),
        (RemarkKind.EXPERTISE, "PostgreSQL"),
        (RemarkKind.EXPERTISE, "Airflow"),
        (RemarkKind.REASON_TO_HIRE, "Calm under load"),
    ]


def test_a_new_interview_type_is_no_doubt(read, codes):
    """The list of types grows by itself."""
    new_type = "JD_GARDENING_AI"

    interview = read(interview_type=new_type)

    assert interview.interview_type == new_type
    assert codes(interview) == []


def test_a_new_assessment_version_is_a_doubt(read, codes):
    """Another version is another instrument: the reader must know."""
    version = "pf_domain_9"

    interview = read(assessment_version=version)

    assert interview.assessment_version == version
    assert codes(interview) == ["unknown_value"]


def test_the_values_are_the_same_as_validated_ones(document):
    """Values made without a second validation hold what validation would have let through."""
    interview = parse(document("complete"))

    again = Interview.model_validate(interview.model_dump())

    assert again == interview


@pytest.mark.parametrize("name", ["complete", "skipped", "scheduled", "no_ci", "hostile"])
def test_an_interview_survives_json(document, name):
    """What was read can be written as JSON and read again."""
    interview = parse(document(name))

    again = Interview.model_validate_json(interview.model_dump_json())

    assert again == interview


def test_a_hostile_document_is_read_and_every_oddity_noted(document, codes):
    """Wrong types, unknown words and impossible numbers leave notices, not errors."""
    payload = document("hostile")

    interview = parse(payload)

    assert set(codes(interview)) == {
        "clock_mismatch",
        "coverage_conflict",
        "criteria_do_not_add_up",
        "identical_agents",
        "scale_exceeded",
        "signal_out_of_range",
        "unknown_turn",
        "unknown_value",
    }
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


@given(cut=st.integers(0, 20_000), junk=st.binary(max_size=6), at=st.integers(0, 20_000))
def test_any_damaged_document_parses_or_is_refused(cut, junk, at):
    """Cut off, or with bytes put in anywhere: an interview, or our error."""
    payload = json.dumps(COMPLETE).encode()
    payload = payload[:at] + junk + payload[at : at + cut]

    try:
        interview = parse(payload)
    except PayloadError:
        interview = None

    assert interview is None or interview.vendor == "qode"


@given(document=JSON)
def test_any_json_at_all_is_refused_with_a_sentence(document):
    """What is no interview is called so."""
    payload = json.dumps(document).encode()

    with pytest.raises(PayloadError) as refused:
        parse(payload)

    assert re.search(r"not a Qode interview|not sound JSON", str(refused.value))
