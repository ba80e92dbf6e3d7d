"""Formats are told by content, lengths by what a file says of itself, and rules hold at once."""

import struct

import pytest

from services.errors import InputError
from services.models.speech import Recording
from services.vendors.zenhire.sound import Sound, SoundFormat, sound_of
from services.vendors.zenhire.submission import LARGEST_BYTES, check_recording
from tests.services.vendors.zenhire.conftest import element, wav, webm

_SCALE = element(0x2AD7B1, (1_000_000).to_bytes(3))


def duration(milliseconds):
    """Make the element of a WebM file that tells its length."""
    return element(0x4489, struct.pack(">d", milliseconds))


def cluster(at, *offsets, is_open=False):
    """Make a cluster that begins at so many milliseconds, with a block at each offset."""
    blocks = [
        element(0xA3, b"\x81" + offset.to_bytes(2, signed=True) + b"\0") for offset in offsets
    ]
    return element(0x1F43B675, element(0xE7, at.to_bytes(4)) + b"".join(blocks), is_open=is_open)


def mp3(frames):
    """Make silent frames of MPEG-1 layer III, 32 kbit/s and 32 kHz: 144 bytes and 36 ms each."""
    return (b"\xff\xfb\x18\xc4" + bytes(140)) * frames


def flac(seconds):
    """Make the head of a FLAC file: 8000 samples a second, one channel."""
    packed = (8000 << 44) | (15 << 36) | (seconds * 8000)
    info = b"\x10\0\x10\0" + bytes(6) + packed.to_bytes(8) + bytes(16)
    return b"fLaC\x80" + len(info).to_bytes(3) + info


def m4a(seconds):
    """Make an MPEG-4 file with a movie header of so many seconds."""

    def box(kind, *parts):
        content = b"".join(parts)
        return struct.pack(">I", len(content) + 8) + kind + content

    movie_head = box(b"mvhd", bytes(12), struct.pack(">II", 1000, seconds * 1000), bytes(80))
    return box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", movie_head)


def ogg(seconds):
    """Make an Ogg file with the head of an Opus stream and a last page at so many seconds."""

    def page(flags, position, number, body):
        head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, position, 1, number, 0, 1)
        return head + bytes([len(body)]) + body

    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    tags = b"OpusTags" + bytes(8)
    return page(2, 0, 0, head) + page(0, 0, 1, tags) + page(4, seconds * 48_000, 2, b"\0")


@pytest.mark.parametrize(
    ("content", "name", "length"),
    [
        pytest.param(wav(200), "wav", 200, id="wav"),
        pytest.param(mp3(5000), "mp3", 180, id="mp3"),
        pytest.param(flac(240), "flac", 240, id="flac"),
        pytest.param(m4a(300), "m4a", 300, id="m4a"),
        pytest.param(ogg(210), "ogg", 210, id="ogg"),
        pytest.param(webm(element(0x1549A966, _SCALE + duration(200e3))), "webm", 200, id="webm"),
    ],
)
def test_each_of_the_six_formats_is_known_and_measured(content, name, length):
    """By the bytes alone; a file may be called anything."""
    recording = content

    found = sound_of(recording)

    assert found.format is SoundFormat(name)
    assert found.length_s == pytest.approx(length, abs=0.5)


@pytest.mark.parametrize("is_open", [False, True])
def test_a_webm_that_was_written_as_it_was_recorded_is_measured_by_its_last_block(is_open):
    """Browsers leave the length out, and the sizes of segment and clusters open."""
    clusters = (cluster(0, 0, 500, is_open=is_open), cluster(190_000, 0, 7_000, is_open=is_open))
    content = webm(element(0x1549A966, _SCALE), *clusters, is_open=is_open)

    found = sound_of(content)

    assert found == Sound(SoundFormat.WEBM, 197)


@pytest.mark.parametrize(
    "content",
    [
        webm(),
        webm(element(0x1549A966, duration(float("nan")))),
        webm()[:-3],
        b"fLaC" + bytes(3),
        b"OggS" + bytes(40),
        b"RIFF\0\0\0\0WAVE",
        b"ID3" + bytes(20),
        b"\xff\xfb",
        b"\0\0\0\x18ftypM4A ",
    ],
)
def test_a_damaged_recording_has_no_length(content):
    """Whatever its reader says about it."""
    damaged = content

    found = sound_of(damaged)

    assert found is None or found.length_s is None


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"\xff\xf1\x50\x80", b"FORM\0\0\0\0AIFF", b"\x1a\x45\xdf\xa3matroska"],
)
def test_anything_else_is_no_format_of_theirs(content):
    """AAC, AIFF and Matroska look alike but are not taken."""
    recording = content

    found = sound_of(recording)

    assert found is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"%PDF-1.7", "no recording that ZenHire takes", id="another format"),
        pytest.param(wav(179), "2:59 long, and ZenHire needs at least 3 minutes", id="short"),
        pytest.param(wav(2701), "45:01 long, and ZenHire takes 45 minutes", id="long"),
        pytest.param(b"RIFF" + bytes(LARGEST_BYTES), "25.0 MB", id="large"),
        pytest.param(webm(), "does not tell how long it is", id="without a length"),
    ],
)
def test_what_zenhire_would_refuse_is_refused_before_it_is_sent(content, sentence):
    """In a sentence that says what to do."""
    recording = Recording("talk.wav", content)

    with pytest.raises(InputError, match=sentence):
        check_recording(recording)
