"""Bringing interviews in from a vendor: `scoreband track` and `scoreband sync`."""

import socket

import pytest

from tests.conftest import KEY


def test_ids_come_as_words_from_a_file_and_from_standard_input(scoreband, tmp_path):
    """Each id counts once, wherever it came from."""
    file = tmp_path / "ids.txt"
    file.write_text("\ufeffb-2\nc-3\n", encoding="utf-8")

    first = scoreband("track", "a-1", "b-2", "--file", file, "--json")
    second = scoreband("track", "--file", "-", "--json", stdin=b"c-3\nd-4\n")

    assert first.document == {"vendor": "qode", "named": 4, "added": 3}
    assert second.document["added"] == 1


@pytest.mark.parametrize("words", [[], ["--file", "nowhere.txt"], ["a b"], ["--vendor", "x", "1"]])
def test_ids_that_cannot_be_are_wrong_usage(scoreband, words):
    """No id, no file, a blank inside, an unknown vendor: exit code 2 and one sentence."""
    ran = scoreband("track", *words)

    assert ran.code == 2
    assert len(ran.failures) == 1


@pytest.mark.usefixtures("vendor")
def test_a_sync_fetches_what_is_tracked(scoreband, api):
    """Every tracked interview is in the cache afterwards; stdout is one JSON document."""
    scoreband("track", *api.interview_ids)

    ran = scoreband("sync", "--json")

    assert ran.code == 0, ran.errors
    assert len(ran.document["stored"]) == len(api.interview_ids)
    assert scoreband("list", "--json").document["total"] == len(api.interview_ids)


@pytest.mark.usefixtures("vendor")
def test_a_second_sync_has_nothing_to_do(scoreband, api):
    """What was just fetched is fresh; --force asks for it all the same, and nothing changed."""
    scoreband("track", *api.interview_ids)
    scoreband("sync")

    second = scoreband("sync", "--json")
    forced = scoreband("sync", "--force", "--json")

    assert second.document == {
        "stored": [], "unchanged": [], "failures": [], "changed_finals": [], "gone": []
    }  # fmt: skip
    assert len(forced.document["unchanged"]) == len(api.interview_ids)


@pytest.mark.usefixtures("vendor")
def test_an_unknown_interview_does_not_stop_the_others(scoreband, api):
    """Exit code 1, one line that names the id and what to do, and the others are stored."""
    scoreband("track", "of-nobody", *api.interview_ids)

    ran = scoreband("sync", "--json")

    assert ran.code == 1
    assert len(ran.document["stored"]) == len(api.interview_ids)
    [line] = ran.failures
    assert "of-nobody" in line
    assert ran.document["failures"][0]["sentence"] in line


def test_a_sync_without_a_key_names_the_setting(scoreband):
    """Nothing is asked; the sentence says which variable to set."""
    scoreband("track", "a-1")

    ran = scoreband("sync")

    assert ran.code == 1
    assert "SCOREBAND_QODE_API_KEY" in ran.errors


@pytest.mark.usefixtures("vendor")
def test_a_refused_key_is_one_line(scoreband, api, monkeypatch):
    """Eight refusals would help nobody; the key itself stays unsaid."""
    monkeypatch.setenv("SCOREBAND_QODE_API_KEY", "tk_wrong")
    scoreband("track", *api.interview_ids)

    ran = scoreband("sync")

    assert ran.code == 1
    [line] = ran.failures
    assert "SCOREBAND_QODE_API_KEY" in line
    assert "tk_wrong" not in ran.errors


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("status500", "500"),
        ("html", "a web page instead of JSON"),
        ("truncate", "cut short"),
        ("drop", "the connection broke"),
    ],
)
def test_a_vendor_in_trouble_costs_nothing_that_was_stored(filled, vendor, api, fault, sentence):
    """The failures are told in words; what was in the cache before is still there."""
    filled("track", *api.interview_ids[:2])
    vendor(fault)

    ran = filled("sync", "--json")

    assert ran.code == 1
    assert ran.document["stored"] == []
    assert all(sentence in line for line in ran.failures), ran.errors
    assert filled("list", "--json").document["total"] == 4


@pytest.mark.usefixtures("vendor")
def test_a_vendor_out_of_reach_is_left_for_later(filled, monkeypatch):
    """Nobody listens at the address: the sentence names the setting with it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("SCOREBAND_QODE_URL", f"http://127.0.0.1:{port}/qode/api/v1")
    filled("track", *(f"x-{number}" for number in range(7)))

    ran = filled("sync", "--vendor", "qode")

    assert ran.code == 1
    assert "SCOREBAND_QODE_URL" in ran.failures[-1]
    assert "stays due" in ran.failures[-1]


def test_the_key_is_written_nowhere(scoreband, vendor, api, caplog, tmp_path):
    """Not on a stream, not in the log, not in any byte of the database or of its journal."""
    caplog.set_level("DEBUG")
    scoreband("track", *api.interview_ids)

    good = scoreband("sync")
    vendor("status500")
    bad = scoreband("sync", "--force")

    told = (good.out + bad.out).decode() + good.errors + bad.errors + caplog.text
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("scoreband.db*"))
    assert bad.code == 1
    assert kept
    assert KEY not in told
    assert KEY.encode() not in kept
