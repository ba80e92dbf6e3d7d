"""Creation: a form becomes the documented body, and a broken rule is refused with its field."""

from datetime import UTC, datetime

import pytest

from services.errors import InputError
from services.models.scheduling import FieldKind
from services.vendors.instaview.creation import SCHEDULING, prepare

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
KNOWN = {"candidateId": "c-1", "agentId": "a-1"}
PERSON = {
    "candidate.firstName": "Zoë",
    "candidate.lastName": "van ’t Hoff",
    "candidate.gdprExpiryDate": "2027-03-01",
}
NEW = {**PERSON, "agentId": "a-1"}
AGENT = {"agent.name": "Evening", "agent.focus": "SCREENING", "agent.language": "en"}


def body(answers):
    """Return what would be sent."""
    return dict(prepare(answers, NOW).body)


def test_two_ids_are_enough():
    """An existing candidate and an existing agent, at once."""
    answers = {**KNOWN, "jobId": " ", "metadata": "\n"}

    sent = body(answers)

    assert sent == {"candidateId": "c-1", "agentId": "a-1"}


def test_a_new_candidate_is_sent_inline():
    """With the date that is required, and a job in the short way."""
    answers = {
        **NEW,
        "candidate.email": "zoe.vanthoff@example.com",
        "candidate.phoneNumber": "+421 900 000 000",
        "candidate.jobId": "j-1",
    }

    sent = body(answers)

    assert sent == {
        "candidate": {
            "firstName": "Zoë",
            "lastName": "van ’t Hoff",
            "gdprExpiryDate": "2027-03-01",
            "email": "zoe.vanthoff@example.com",
            "phoneNumber": "+421 900 000 000",
            "jobId": "j-1",
        },
        "agentId": "a-1",
    }


def test_a_new_job_is_sent_inline():
    """Under the guide's name for its title, with lists from lines."""
    answers = {
        **KNOWN,
        "job.jobTitle": "Night porter",
        "job.description": "Two lines.\nReally.",
        "job.requiredSkills": "Keys\n\n Patience ",
        "job.niceToHaveSkills": "Chess",
        "job.languageRequirements": "en b2\nSK C1",
        "job.experience": "ONE_TO_3_YEARS",
    }

    sent = body(answers)["job"]

    assert sent == {
        "jobTitle": "Night porter",
        "description": "Two lines.\nReally.",
        "requiredSkills": ["Keys", "Patience"],
        "niceToHaveSkills": ["Chess"],
        "languageRequirements": [
            {"language": "EN", "proficiency": "B2"},
            {"language": "SK", "proficiency": "C1"},
        ],
        "experience": "ONE_TO_3_YEARS",
    }


def test_a_new_agent_is_sent_inline():
    """For interviews online; a test's level is a target."""
    answers = {
        "candidateId": "c-1",
        **AGENT,
        "agent.focus": "language_test",
        "agent.duration": "20",
        "agent.cefrLevel": "B2",
    }

    sent = body(answers)["agent"]

    assert sent == {
        "type": "ONLINE",
        "name": "Evening",
        "focus": "LANGUAGE_TEST",
        "language": "EN",
        "duration": 20,
        "cefrLevel": "B2",
    }


def test_time_test_and_metadata_are_sent():
    """The time in UTC, since offsets are honoured only lately."""
    answers = {
        **KNOWN,
        "scheduleTime": "2026-03-03T09:30+01:00",
        "isTest": "yes",
        "metadata": "requisition: REQ-7\nnote: a: b",
    }

    sent = body(answers)

    assert sent["scheduleTime"] == "2026-03-03T08:30:00Z"
    assert sent["isTest"] is True
    assert sent["metadata"] == {"requisition": "REQ-7", "note": "a: b"}


@pytest.mark.parametrize("when", ["2026-04-01T10:00:00Z", "2026-03-02T10:00:01+00:00"])
def test_the_ends_of_the_thirty_days_are_within(when):
    """From a second ahead to thirty days to the second."""
    answers = {**KNOWN, "scheduleTime": when}

    sent = body(answers)

    assert "scheduleTime" in sent


@pytest.mark.parametrize("length", [5, 200])
def test_a_title_may_have_5_to_200_characters(length):
    """Both ends are within."""
    answers = {**KNOWN, "job.jobTitle": "x" * length}

    sent = body(answers)

    assert len(sent["job"]["jobTitle"]) == length


def test_ten_skills_of_128_characters_are_within():
    """Over both lists."""
    skills = [f"{n}{'x' * 127}" for n in range(10)]
    answers = {
        **KNOWN,
        "job.jobTitle": "Night porter",
        "job.requiredSkills": "\n".join(skills[:6]),
        "job.niceToHaveSkills": "\n".join(skills[6:]),
    }

    sent = body(answers)["job"]

    assert len(sent["requiredSkills"]) + len(sent["niceToHaveSkills"]) == 10


JOB = {"job.jobTitle": "Night porter"}


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        pytest.param({"agentId": "a"}, "candidateId", id="nobody"),
        pytest.param({**NEW, "candidateId": "c"}, "candidateId", id="two candidates"),
        pytest.param({"candidateId": "c"}, "agentId", id="no agent"),
        pytest.param({**KNOWN, **AGENT}, "agentId", id="two agents"),
        pytest.param(
            NEW | {"candidate.gdprExpiryDate": ""}, "candidate.gdprExpiryDate", id="no expiry"
        ),
        pytest.param(
            NEW | {"candidate.gdprExpiryDate": "soon"}, "candidate.gdprExpiryDate", id="no date"
        ),
        pytest.param(
            NEW | {"candidate.gdprExpiryDate": "2027-02-30"},
            "candidate.gdprExpiryDate",
            id="no such day",
        ),
        pytest.param(
            NEW | {"candidate.gdprExpiryDate": "2026-03-02"},
            "candidate.gdprExpiryDate",
            id="expired",
        ),
        pytest.param(NEW | {"candidate.firstName": " "}, "candidate.firstName", id="no name"),
        pytest.param(
            NEW | {"candidate.lastName": "a\nb"}, "candidate.lastName", id="a name of two lines"
        ),
        pytest.param(
            NEW | {"candidate.email": "zoe@example"}, "candidate.email", id="no e-mail address"
        ),
        pytest.param(
            NEW | {"candidate.phoneNumber": "call me"}, "candidate.phoneNumber", id="no number"
        ),
        pytest.param({**KNOWN, "jobId": "j", **JOB}, "jobId", id="jobId and job"),
        pytest.param(
            {**NEW, "candidate.jobId": "j", "jobId": "j"}, "candidate.jobId", id="two job ids"
        ),
        pytest.param(
            {**NEW, "candidate.jobId": "j", **JOB}, "candidate.jobId", id="candidate.jobId and job"
        ),
        pytest.param({**KNOWN, "job.jobTitle": "Cook"}, "job.jobTitle", id="a short title"),
        pytest.param({**KNOWN, "job.jobTitle": "x" * 201}, "job.jobTitle", id="a long title"),
        pytest.param({**KNOWN, "job.description": "x"}, "job.jobTitle", id="no title"),
        pytest.param(
            {**KNOWN, **JOB, "job.niceToHaveSkills": "x" * 129},
            "job.niceToHaveSkills",
            id="a long skill",
        ),
        pytest.param(
            {
                **KNOWN,
                **JOB,
                "job.requiredSkills": "a\nb\nc\nd\ne\nf",
                "job.niceToHaveSkills": "g\nh\ni\nj\nk",
            },
            "job.requiredSkills",
            id="eleven skills",
        ),
        pytest.param(
            {**KNOWN, **JOB, "job.languageRequirements": "English"},
            "job.languageRequirements",
            id="a language without a level",
        ),
        pytest.param(
            {**KNOWN, **JOB, "job.experience": "SENIOR"}, "job.experience", id="no such experience"
        ),
        pytest.param(
            {"candidateId": "c", **AGENT, "agent.focus": ""}, "agent.focus", id="no focus"
        ),
        pytest.param(
            {"candidateId": "c", **AGENT, "agent.duration": "long"},
            "agent.duration",
            id="no length",
        ),
        pytest.param({**PERSON, **AGENT}, "jobId", id="nothing to be screened for"),
        pytest.param({**KNOWN, "scheduleTime": "tomorrow"}, "scheduleTime", id="no time"),
        pytest.param({**KNOWN, "scheduleTime": "2026-03-03T09:30"}, "scheduleTime", id="no offset"),
        pytest.param(
            {**KNOWN, "scheduleTime": "2026-03-02T10:00:00Z"}, "scheduleTime", id="not ahead"
        ),
        pytest.param(
            {**KNOWN, "scheduleTime": "2026-04-01T10:00:01Z"}, "scheduleTime", id="too far ahead"
        ),
        pytest.param({**KNOWN, "metadata": "REQ-7"}, "metadata", id="metadata without a name"),
        pytest.param({**KNOWN, "salary": "1"}, "salary", id="no such field"),
    ],
)
def test_a_broken_rule_is_refused_with_its_field(answers, field):
    """The sentence begins with it."""
    given = answers

    with pytest.raises(InputError, match=f"^{field}: "):
        prepare(given, NOW)


def test_an_open_conversation_needs_no_job():
    """Since April 2026."""
    answers = {**PERSON, **AGENT, "agent.focus": "GENERIC"}

    sent = body(answers)

    assert "jobId" not in sent


def test_the_form_names_what_the_body_holds():
    """Each field's name is the one that a refusal would name; choices have choices."""
    fields = {field.name: field for field in SCHEDULING.fields}

    without = [
        name
        for name, field in fields.items()
        if (field.kind is FieldKind.CHOICE) != bool(field.choices)
    ]

    assert without == []
    assert {"candidate.gdprExpiryDate", "job.jobTitle", "scheduleTime"} <= fields.keys()
    assert all(field.group for field in fields.values())
