"""Payloads are found in whatever a person hands in, byte for byte, or a sentence says why not."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from services.use_cases.payload_files import PayloadFiles

ONE = b'{"interview_id": "a", "name": "\xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0",  "n": 1.50}'
TWO = b'{"interview_id": "b"}'


@pytest.fixture
def files():
    return PayloadFiles(limit_bytes=10_000)


def found_in(files, path):
    return [(found.payload, found.problem) for found in files.in_paths([path])]


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as content:
        for name, data in members.items():
            content.writestr(name, data)
    return path


def test_a_single_payload_keeps_its_bytes(files, tmp_path):
    """White space, number spelling and non-ASCII letters stay as they were."""
    path = tmp_path / "one.json"
    path.write_bytes(b" " + ONE + b"\r\n\n")

    found = found_in(files, path)

    assert found == [(b" " + ONE + b"\r\n\n", None)]


def test_each_element_of_an_array_keeps_its_bytes(files, tmp_path):
    """An array is cut at its elements, not parsed and written anew."""
    path = tmp_path / "many.json"
    path.write_bytes(b"\xef\xbb\xbf[ " + ONE + b" ,\n" + TWO + b"]")

    found = found_in(files, path)

    assert found == [(ONE, None), (TWO, None)]


@pytest.mark.parametrize("name", ["many.jsonl", "many.ndjson", "many.json"])
def test_json_lines_are_read_line_by_line(files, tmp_path, name):
    """Empty lines do not count; the suffix decides, or the first line of a .json file."""
    path = tmp_path / name
    path.write_bytes(ONE + b"\r\n\n" + TWO)

    found = found_in(files, path)

    assert found == [(ONE, None), (TWO, None)]


def test_a_folder_is_walked_in_order(files, tmp_path):
    """Only JSON files and archives below it are read."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.json").write_bytes(TWO)
    (tmp_path / "a.JSON").write_bytes(ONE)
    (tmp_path / "notes.txt").write_text("no payload")

    found = found_in(files, tmp_path)

    assert found == [(ONE, None), (TWO, None)]


def test_an_archive_is_read_member_by_member(files, tmp_path):
    """What is not JSON inside is passed over in silence."""
    path = archive(tmp_path / "all.zip", {"x/one.json": ONE, "readme.md": b"#", "two.jsonl": TWO})

    found = found_in(files, path)

    assert found == [(ONE, None), (TWO, None)]


@pytest.mark.parametrize("name", ["../out.json", "/etc/out.json", "C:/out.json", "a/../../o.json"])
def test_a_member_that_leads_out_is_refused(files, tmp_path, name):
    """A name with a way out of the archive is told, and its neighbours are still read."""
    path = archive(tmp_path / "trick.zip", {name: ONE, "good.json": TWO})

    found = list(files.in_paths([path]))

    assert [bool(each.problem) for each in found] == [True, False]
    assert "leads out of the archive" in found[0].problem
    assert found[1].payload == TWO


def test_a_bomb_stops_at_the_limit(files, tmp_path):
    """A member that unpacks to more than the limit is refused however small the archive is."""
    path = archive(tmp_path / "bomb.zip", {"bomb.json": b" " * 5_000_000, "good.json": TWO})

    found = list(files.in_paths([path]))

    assert "larger than" in found[0].problem
    assert found[1].payload == TWO


def test_a_file_over_the_limit_names_the_setting(tmp_path):
    """The sentence says how large a file may be and what raises the limit."""
    path = tmp_path / "huge.json"
    path.write_bytes(b"[" + b" " * 200 + b"]")

    [found] = PayloadFiles(limit_bytes=100).in_paths([path])

    assert found.payload == b""
    assert "SCOREBAND_ANSWER_LIMIT_MEGABYTES" in found.problem


def test_a_truncated_array_gives_what_stands_before_the_break(files, tmp_path):
    """The elements before the break are kept; the break is told."""
    path = tmp_path / "cut.json"
    path.write_bytes(b"[" + ONE + b"," + TWO[:-3])

    found = list(files.in_paths([path]))

    assert found[0].payload == ONE
    assert "breaks off" in found[1].problem


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "empty", id="empty file"),
        pytest.param(b"[]", "empty", id="empty array"),
        pytest.param(b'["\xff"]', "UTF-8", id="not UTF-8"),
        pytest.param(b"[" * 5000 + b"]" * 5000, "not JSON", id="nested too deep"),
    ],
)
def test_an_unusable_file_is_told_in_a_sentence(files, tmp_path, content, words):
    """No traceback, whatever the bytes are."""
    path = tmp_path / "odd.json"
    path.write_bytes(content)

    found = list(files.in_paths([path]))

    assert words in found[-1].problem


def test_a_missing_file_is_told_in_a_sentence(files, tmp_path):
    """The other paths are still read."""
    good = tmp_path / "good.json"
    good.write_bytes(TWO)

    found = list(files.in_paths([tmp_path / "none.json", good]))

    assert found[0].problem == "There is no such file or folder."
    assert found[1].payload == TWO


def test_a_damaged_archive_is_told_in_a_sentence(files, tmp_path):
    """A file that only claims to be an archive does no harm."""
    path = tmp_path / "broken.zip"
    path.write_bytes(b"PK\x03\x04 nothing")

    [found] = files.in_paths([path])

    assert "not a ZIP archive" in found.problem


def test_the_standard_input_takes_an_array_or_lines(files):
    """`-` reads what a pipe gives."""
    pipe = io.BytesIO(json.dumps([{"interview_id": "a"}]).encode())

    found = list(files.in_paths([Path("-")], standard_input=pipe))

    assert [each.payload for each in found] == [b'{"interview_id": "a"}']
