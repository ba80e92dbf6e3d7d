"""The font that ships with the program."""

import hashlib
from importlib.resources import files

STATIC = files("services.reports") / "static"


def test_the_vendored_font_is_the_one_that_was_checked():
    """Bytes, checksum and licence lie together, and the licence allows it."""
    font = (STATIC / "source-sans.woff2").read_bytes()

    digest, name = (STATIC / "source-sans.woff2.sha256").read_text().split()

    assert hashlib.sha256(font).hexdigest() == digest
    assert name == "source-sans.woff2"
    assert font.startswith(b"wOF2")
    assert "SIL OPEN FONT LICENSE" in (STATIC / "source-sans.LICENSE.txt").read_text()
