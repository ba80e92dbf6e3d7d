"""Security headers: what the browser is told to refuse."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from scoreband.security_headers import (
    SecurityHeaders,
    content_security_policy,
    inline_script_hashes,
)


async def _hello(_: object) -> PlainTextResponse:
    return PlainTextResponse("hello")


def _answer(host: str) -> httpx.Response:
    app = SecurityHeaders(Starlette(routes=[Route("/", _hello)]), ["https://media.example.com"])

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as client:
            return await client.get("http://127.0.0.1/", headers={"host": host})

    return asyncio.run(ask())


def _sources(policy: str, name: str) -> list[str]:
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    return parts[name].split()


def test_every_answer_carries_the_policy_and_its_companions():
    """An answer can be framed by nobody, guessed at by nobody and refers nobody."""
    answer = _answer("127.0.0.1:8501")

    headers = answer.headers

    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_scripts_run_only_from_here():
    """No eval, no inline script but Streamlit's own, no other host."""
    policy = content_security_policy(host="127.0.0.1:8501")

    scripts = _sources(policy, "script-src")

    assert scripts[:2] == ["'self'", "blob:"]
    assert all(source.startswith("'sha256-") for source in scripts[2:])
    assert "'unsafe-eval'" not in policy


def test_the_page_connects_only_to_its_own_host():
    """The websocket of the asking host is allowed, no other."""
    policy = _answer("scores.example.com:8443").headers["content-security-policy"]

    targets = _sources(policy, "connect-src")

    assert targets == [
        "'self'",
        "ws://scores.example.com:8443",
        "wss://scores.example.com:8443",
    ]


@pytest.mark.parametrize("host", ["", "a b", "x; script-src *", "a,b", "*"])
def test_a_host_header_cannot_write_into_the_policy(host):
    """What is no host name is left out."""
    forged = host

    policy = content_security_policy(host=forged)

    assert _sources(policy, "connect-src") == ["'self'"]
    assert policy.count("script-src") == 1


def test_recordings_play_from_the_hosts_of_the_settings_only():
    """Media hosts appear where media are, and nowhere else."""
    policy = content_security_policy(media_hosts=["https://media.example.com"])

    hosts = _sources(policy, "media-src")

    assert hosts == ["'self'", "blob:", "https://media.example.com"]
    assert policy.count("media.example.com") == 1


def test_the_installed_streamlit_has_an_inline_script_that_is_allowed():
    """The hash is read from the installed page; without one the page would not be silent."""
    hashes = inline_script_hashes()

    first = hashes[0]

    assert first.startswith("'sha256-")
    assert len(first) == len("'sha256-'") + 44
