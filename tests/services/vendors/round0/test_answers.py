"""Answers to invitations and about jobs are read in each of their likely shapes."""

import json

import pytest

from services.errors import VendorAnswerError
from services.vendors.round0.answers import invitation_in, job_in, jobs_in


@pytest.mark.parametrize(
    ("answer", "interview_id"),
    [
        ({"data": {"interview_id": "i-1", "id": "inv-1"}}, "i-1"),
        ({"id": "inv-1", "interview": {"id": "i-2"}}, "i-2"),
        ({"invitation": {"id": "inv-1"}, "job": {"id": "j-1"}}, "inv-1"),
        ({"interview_url": "https://interview.round0.io/interview/x"}, None),
    ],
)
def test_the_id_is_found_wherever_it_stands(answer, interview_id):
    """Only the link is documented."""
    body = json.dumps(answer).encode()

    made = invitation_in(body)

    assert made.vendor_interview_id == interview_id


@pytest.mark.parametrize("answer", [{}, [], {"job": {"id": "j-1"}}, {"id": 5}])
def test_an_odd_answer_to_an_invitation_is_told(answer):
    """The invitation may be there all the same."""
    body = json.dumps(answer).encode()

    with pytest.raises(VendorAnswerError, match="Look for it at round0"):
        invitation_in(body)


@pytest.mark.parametrize("link", ["javascript:alert(1)", 5, ""])
def test_a_link_that_is_none_is_left_out(link):
    """The candidate could not follow it."""
    body = json.dumps({"id": "i-1", "interview_url": link, "expires_at": "soon"}).encode()

    made = invitation_in(body)

    assert (made.link, made.expires_at) == (None, None)


@pytest.mark.parametrize(
    "wrap", [lambda jobs: jobs, lambda jobs: {"jobs": jobs}, lambda jobs: {"data": jobs}]
)
def test_jobs_are_listed(wrap):
    """Bare or in an object; what has no id is no job."""
    jobs = [{"id": "j-1", "title": "Gardener", "department": None}, {"title": "?"}, 7]

    found = jobs_in(json.dumps(wrap(jobs)).encode())

    assert [(job.id, job.title, job.department) for job in found] == [("j-1", "Gardener", None)]


def test_a_list_of_jobs_that_is_none_is_told():
    """Not an empty list."""
    body = b'{"jobs": 3}'

    with pytest.raises(VendorAnswerError, match="list of jobs"):
        jobs_in(body)


def test_a_job_that_is_not_named_is_told():
    """It may be there all the same."""
    body = b'{"ok": true}'

    with pytest.raises(VendorAnswerError, match="Look for it at round0"):
        job_in(body)
