"""Links to audio: signed, good for a day, new at every request."""

from urllib.parse import urlsplit

import pytest

from tests.services.sandbox.round0.conftest import first


@pytest.fixture
def link(round0) -> str:
    return round0.interview(first("completed"))["responses"][0]["audio_url"]


def test_a_link_opens_without_a_key(round0, link):
    """The signature is the permission."""
    round0.client.headers.pop("Authorization")

    answer = round0.client.get(link)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "audio/ogg"
    assert answer.content.startswith(b"OggS")
    assert len(answer.content) < 60_000


def test_a_link_lies_below_the_address_that_was_asked(link):
    """Whoever reaches the API reaches the audio."""
    parts = urlsplit(link)

    assert parts.netloc == "sandbox.example.com"
    assert parts.path.startswith("/round0/audio/")


def test_a_range_can_be_asked_for(round0, link):
    """206 with exactly these bytes, so that a player can seek."""
    whole = round0.client.get(link).content

    part = round0.client.get(link, headers={"Range": "bytes=100-199"})

    assert part.status_code == 206
    assert part.content == whole[100:200]


def test_the_length_is_told_without_the_sound(round0, link):
    """HEAD answers with the length of the whole, and no byte of it."""
    whole = round0.client.get(link).content

    answer = round0.client.head(link)

    assert answer.headers["content-length"] == str(len(whole))
    assert answer.content == b""


def test_a_link_dies_after_a_day(round0, link, clock):
    """A second before it opens, and then it does not."""
    clock.move(seconds=24 * 3600 - 1)
    late = round0.client.get(link)
    clock.move(seconds=1)
    too_late = round0.client.get(link)

    assert late.status_code == 200
    assert too_late.status_code == 403
    assert set(too_late.json()["error"]) == {"type", "message"}


def test_a_new_link_comes_with_every_request_and_nothing_else_changes(round0):
    """Two bodies of one completed interview differ in their links alone."""
    bodies = [round0.interview(first("completed")) for _ in range(2)]

    links = [[response.pop("audio_url") for response in body["responses"]] for body in bodies]

    assert bodies[0] == bodies[1]
    assert not set(links[0]) & set(links[1])
    assert [urlsplit(one).path for one in links[0]] == [urlsplit(one).path for one in links[1]]


@pytest.mark.parametrize(
    ("old", "new"),
    [("sig=", "sig=0"), ("expires=1", "expires=9"), ("/audio/", "/audio/x"), ("sig=", "sog=")],
)
def test_a_link_that_was_changed_opens_nothing(round0, link, old, new):
    """Another id, another end, or another signature."""
    answer = round0.client.get(link.replace(old, new))

    assert answer.status_code == 403


def test_faults_of_texts_leave_the_sound_alone(round0, link):
    """A hostile text cannot be put into what is no text."""
    round0.client.post("/_sandbox/faults", json={"faults": "hostile", "vendor": "round0"})

    answer = round0.client.get(link)

    assert answer.content.startswith(b"OggS")
