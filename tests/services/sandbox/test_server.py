"""The running server: on loopback, many ids at once, and gone when its context ends."""

from dataclasses import replace

import httpx
import pytest

from services.sandbox.server import running
from tests.services.sandbox.conftest import OPTIONS


def test_a_sandbox_listens_on_loopback_and_ends_with_its_context():
    """While it runs it answers; afterwards nobody is there."""
    with running(replace(OPTIONS, interviews=3)) as sandbox:
        listed = httpx.get(f"{sandbox.url}/_sandbox/interviews").json()

    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{sandbox.url}/_sandbox/interviews")
    assert sandbox.url.startswith("http://127.0.0.1:")
    assert [row["interview_id"] for row in listed] == [
        interview_id for ids in sandbox.ids.values() for interview_id in ids
    ]


def test_two_sandboxes_run_side_by_side():
    """Each picks a port of its own, and links lead to the one that was asked."""
    small = replace(OPTIONS, interviews=1)
    with running(small) as one, running(small) as other:
        answers = [
            httpx.get(
                f"{sandbox.qode_url}/integrations/candidates/interviews/{sandbox.interview_ids[0]}",
                headers={"Authorization": "Bearer sandbox-key"},
            ).json()
            for sandbox in (one, other)
        ]

    assert answers[0]["assets"]["video_url"].startswith(one.url)
    assert answers[1]["assets"]["video_url"].startswith(other.url)


def test_a_taken_port_is_an_error():
    """The caller learns of it; no server is left behind."""
    small = replace(OPTIONS, interviews=1)
    with running(small) as first:
        port = int(first.url.rpartition(":")[2])

        with pytest.raises(OSError, match="in use"), running(small, port=port):
            pass

    assert port


def test_interviews_are_made_only_when_asked_for():
    """A sandbox of many thousands lists them all and gives the last one."""
    with running(replace(OPTIONS, interviews=20_000)) as sandbox:
        last = httpx.get(
            f"{sandbox.qode_url}/integrations/candidates/interviews/{sandbox.interview_ids[-1]}",
            headers={"Authorization": "Bearer sandbox-key"},
        )

    assert len(sandbox.interview_ids) == 20_000
    assert last.status_code == 200
