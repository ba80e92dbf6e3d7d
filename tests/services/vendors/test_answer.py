"""Answers: what is not sound JSON, or too much of it, never gets through."""

import gzip

import httpx
import pytest

from services.errors import VendorAnswerError


@pytest.mark.parametrize(
    ("body", "content_type", "said"),
    [
        (b"<!DOCTYPE html><p>Please sign in", "text/plain", "a web page"),
        (b"<p>Please sign in</p>", "text/html; charset=utf-8", "a web page"),
        (b'{"a": [1, 2', "application/json", "cut short"),
        (b"", "application/json", "not JSON"),
        (b"sorry", "application/json", "not JSON"),
        (b'{"a": "\xff"}', "application/json", "cut short or damaged"),
        (b"[" * 100_00, "application/json", "cut short or damaged"),
    ],
)
def test_what_is_not_json_never_gets_through(http_for, body, content_type, said):
    """A login page or half an answer must not be stored."""
    answer = httpx.Response(200, content=body, headers={"content-type": content_type})

    with pytest.raises(VendorAnswerError, match=said):
        http_for([answer]).get("things/1")


def test_half_a_character_is_json_by_the_letter(http_for):
    """The parser mends it; the bytes are kept."""
    body = rb'{"a": "\ud83d"}'

    read = http_for([httpx.Response(200, content=body)]).get("things/1")

    assert read == body


def test_a_web_page_with_404_is_no_missing_interview(http_for):
    """A wrong address must not look like a good key and an unknown id."""
    page = httpx.Response(404, html="<h1>Not here</h1>")

    with pytest.raises(VendorAnswerError, match="check SCOREBAND_ACME_URL"):
        http_for([page]).get("things/1")


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_an_answer_beyond_the_limit_is_not_read_to_its_end(http_for, packed):
    """Neither a large answer nor a small one that unpacks to a large one."""
    read = []

    def endless():
        for _ in range(1000):
            read.append(1)
            yield b'"' + b" " * 9999

    body = gzip.compress(b" " * 10_000_000) if packed else endless()
    headers = {"content-encoding": "gzip"} if packed else {}

    with pytest.raises(VendorAnswerError, match=r"larger than 0\.01 MB"):
        http_for([httpx.Response(200, content=body, headers=headers)]).get("things/1")

    assert len(read) < 20


def test_an_answer_that_cannot_be_unpacked_becomes_our_error(http_for):
    """Wrong compression is the vendor's fault, not ours."""
    answer = httpx.Response(
        200, stream=httpx.ByteStream(b"no gzip"), headers={"content-encoding": "gzip"}
    )

    with pytest.raises(VendorAnswerError, match="compressed"):
        http_for([answer]).get("things/1")
