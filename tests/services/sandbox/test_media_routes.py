"""The files behind the links: playable, seekable, and small."""

from collections.abc import Iterator

import httpx
import pytest

from services.sandbox.app import create_app
from tests.services.sandbox.conftest import OPTIONS, connect


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with connect(create_app(OPTIONS), key=None) as client:
        yield client


@pytest.mark.parametrize(
    ("name", "media_type", "beginning"),
    [
        ("recording.webm", "video/webm", b"\x1a\x45\xdf\xa3"),
        ("report.pdf", "application/pdf", b"%PDF-"),
        ("identity.png", "image/png", b"\x89PNG"),
        ("chapter.json", "application/json", b"[{"),
    ],
)
def test_a_file_is_what_its_name_says(client, name, media_type, beginning):
    """No key is needed, as with the vendor's own links."""
    answer = client.get(f"/media/{name}")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.content.startswith(beginning)


def test_a_range_of_the_recording_can_be_asked_for(client):
    """206 with exactly these bytes, so that a player can seek."""
    whole = client.get("/media/recording.webm").content

    part = client.get("/media/recording.webm", headers={"Range": "bytes=1000-1999"})

    assert part.status_code == 206
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(whole)}"
    assert part.content == whole[1000:2000]


def test_a_range_beyond_the_end_is_refused(client):
    """416, as the protocol says."""
    answer = client.get("/media/recording.webm", headers={"Range": "bytes=99999999-"})

    assert answer.status_code == 416


def test_the_recording_begins_with_its_index(client):
    """The cues stand before the pictures, so that seeking needs one request."""
    head = client.get("/media/recording.webm", headers={"Range": "bytes=0-8191"}).content

    cues, first_cluster = head.find(b"\x1c\x53\xbb\x6b"), head.find(b"\x1f\x43\xb6\x75")

    assert 0 < cues < first_cluster
