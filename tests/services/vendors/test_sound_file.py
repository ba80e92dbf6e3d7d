"""The suffix of a recording follows from what the server says that it is."""

import pytest

from services.vendors._sound_file import suffix_of


@pytest.mark.parametrize(
    ("content_type", "path", "suffix"),
    [
        ("audio/mpeg", "/a", "mp3"),
        ("Audio/WebM; codecs=opus", "/a.mp3", "webm"),
        ("audio/x-unheard-of", "/a.mp3", "bin"),
        ("application/octet-stream", "/a/b.OGG", "ogg"),
        ("binary/octet-stream", "/a/b.exe", "bin"),
        ("application/octet-stream", "/", "bin"),
        ("text/html", "/a.mp3", None),
        ("video/mp4", "/a.mp4", None),
        ("", "/a.mp3", None),
    ],
)
def test_a_suffix_is_one_of_a_few(content_type, path, suffix):
    """Nothing of a vendor's path but a known suffix gets through."""
    told = content_type

    found = suffix_of(told, path=path)

    assert found == suffix
