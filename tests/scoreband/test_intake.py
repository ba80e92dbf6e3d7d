"""Bringing interviews in from files: `scoreband import`, as a shell and other programs see it."""

import json
import zipfile
from pathlib import Path

import pytest

from services.models.identity import local_id
from tests.scoreband.conftest import FIXTURES

COMPLETE_ID = json.loads((FIXTURES / "complete.json").read_bytes())["interview_id"]
COMPLETE = local_id("qode", COMPLETE_ID)
SKIPPED = local_id("qode", "5c1bbed0-0000-4000-8000-000000000001_cand-2")


def test_a_file_is_stored_and_told_as_json(scoreband):
    """The ids of what is now in the cache come back as one document, nothing beside it."""
    ran = scoreband("import", FIXTURES / "complete.json", "--json")

    assert (ran.code, ran.errors) == (0, "")
    assert ran.document == {"stored": [COMPLETE], "unchanged": [], "failures": [], "outdated": []}


def test_the_same_file_again_changes_nothing(filled):
    """An import can be repeated at will."""
    ran = filled("import", FIXTURES / "complete.json", "--json")

    assert ran.document["unchanged"] == [COMPLETE]


@pytest.mark.parametrize("shape", ["array.json", "lines.jsonl", "folder", "archive.zip"])
def test_several_payloads_come_in_any_wrapping(scoreband, payload, tmp_path, shape):
    """Array, JSON Lines, folder and ZIP give the same two interviews."""
    place = tmp_path / shape
    _wrap(place, [payload("complete"), payload("skipped")])

    ran = scoreband("import", place, "--json")

    assert ran.code == 0
    assert sorted(ran.document["stored"]) == sorted([COMPLETE, SKIPPED])


def _wrap(place: Path, payloads: list[bytes]) -> None:
    documents = [json.loads(payload) for payload in payloads]
    if place.suffix == ".json":
        place.write_text(json.dumps(documents))
    elif place.suffix == ".jsonl":
        place.write_text("".join(f"{json.dumps(document)}\n" for document in documents))
    elif place.suffix == ".zip":
        with zipfile.ZipFile(place, "w") as archive:
            for number, payload in enumerate(payloads):
                archive.writestr(f"all/{number}.json", payload)
    else:
        (place / "deeper").mkdir(parents=True)
        for number, payload in enumerate(payloads):
            (place / "deeper" / f"{number}.json").write_bytes(payload)


def test_standard_input_is_a_file_too(scoreband, payload):
    """`-` takes what another program prints."""
    ran = scoreband("import", "-", "--json", stdin=payload("complete"))

    assert ran.document["stored"] == [COMPLETE]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"interview_id": "x-1", "overall_sc', "breaks off"),
        (b"<html>Sign in</html>", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"", "empty"),
        (b'{"interview_id": null, "interview_type": "STEM", "overall_score": 3}', "interview_id"),
        (b'{"weather": "fine"}', "No vendor's shape"),
    ],
)
def test_one_bad_file_is_one_line_and_the_rest_is_kept(scoreband, tmp_path, content, sentence):
    """Exit code 1, one line that names the file and what to do; the good one is in the cache."""
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)

    ran = scoreband("import", bad, FIXTURES / "complete.json", "--json")

    assert ran.code == 1
    assert ran.document["stored"] == [COMPLETE]
    [line] = ran.failures
    assert line.startswith(str(bad))
    assert sentence in line


def test_a_named_vendor_is_not_guessed(scoreband, tmp_path):
    """With --vendor the sentence is that vendor's own, about the field that is missing."""
    file = tmp_path / "nobody.json"
    file.write_text('{"weather": "fine"}')

    ran = scoreband("import", file, "--vendor", "qode")

    assert ran.code == 1
    assert "interview_id" in ran.errors


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(scoreband, monkeypatch, tmp_path):
    """A 200 MB file costs one sentence and no memory: it names the setting that allows it."""
    file = tmp_path / "huge.json"
    with file.open("wb") as huge:
        huge.truncate(200_000_000)
    monkeypatch.setenv("SCOREBAND_ANSWER_LIMIT_MEGABYTES", "1")

    ran = scoreband("import", file)

    assert ran.code == 1
    assert "larger than 1 MB" in ran.errors
    assert "SCOREBAND_ANSWER_LIMIT_MEGABYTES" in ran.errors


def test_a_zip_bomb_is_stopped_at_the_limit(scoreband, monkeypatch, tmp_path):
    """What unpacks to more than the limit is one line; the archive's other members are read."""
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.json", b" " * 5_000_000)
        archive.writestr("../../escape.json", b"{}")
        archive.write(FIXTURES / "complete.json", "good.json")
    monkeypatch.setenv("SCOREBAND_ANSWER_LIMIT_MEGABYTES", "1")

    ran = scoreband("import", bomb, "--json")

    assert ran.code == 1
    assert ran.document["stored"] == [COMPLETE]
    assert len(ran.failures) == 2
    assert "larger than 1 MB" in ran.failures[0]
    assert "leads out of the archive" in ran.failures[1]


def test_a_file_name_cannot_fake_a_second_line(scoreband, tmp_path):
    """A line break or an escape sequence in a name stays on the failure's own line."""
    file = tmp_path / "a\nb\x1b[2J.json"
    file.write_text("no")

    ran = scoreband("import", file)

    assert len(ran.failures) == 1
    assert "\x1b" not in ran.errors


def test_a_missing_file_says_so(scoreband, tmp_path):
    """Nothing there: one line, exit code 1."""
    ran = scoreband("import", tmp_path / "nowhere.json")

    assert ran.code == 1
    assert "no such file" in ran.errors


def test_an_unknown_vendor_is_wrong_usage(scoreband):
    """The sentence lists the vendors that there are."""
    ran = scoreband("import", FIXTURES / "complete.json", "--vendor", "oracle")

    assert ran.code == 2
    assert "qode" in ran.errors
