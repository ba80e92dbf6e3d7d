"""Having a recording scored: `scoreband speech submit` and `scoreband speech credits`."""

import io
import wave

import pytest

from tests.conftest import KEY


@pytest.fixture
def talk(tmp_path):
    """Give a recording of 3:20 of silence."""
    path = tmp_path / "Siobhán's talk.wav"
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(100)
        file.writeframes(bytes(20_000))
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture
def zenhire(api, monkeypatch):
    """Point the settings at ZenHire's API."""
    monkeypatch.setenv("SCOREBAND_ZENHIRE_URL", api.root("zenhire"))
    monkeypatch.setenv("SCOREBAND_ZENHIRE_API_KEY", KEY)
    monkeypatch.setenv("SCOREBAND_ZENHIRE_REQUESTS_PER_MINUTE", "60000")


@pytest.mark.usefixtures("zenhire")
def test_a_recording_is_sent_and_its_result_fetched_by_the_next_sync(scoreband, talk):
    """Length, cost and balance first; with --yes nobody is asked."""
    sent = scoreband(
        *("speech", "submit", talk, "--yes", "--json", "--reference", "i-7", "--tag", "ward 3"),
        *("--metadata", "candidate_name=Siobhán Ó Néill", "--metadata", "role=Nurse"),
    )
    run = sent.document["run"]["vendor_interview_id"]

    synced = scoreband("sync", "--json")

    assert sent.code == 0, sent.errors
    assert (sent.document["estimate"]["duration_s"], sent.document["estimate"]["cost"]) == (200, 4)
    assert sent.failures[0].startswith("3:20 of sound cost 4 credits; ")
    assert len(synced.document["stored"]) == 1
    shown = scoreband("show", run, "--json").document
    assert (shown["status"], shown["role"]) == ("in_progress", "Nurse")
    assert shown["candidate"]["name"] == "Siobhán Ó Néill"
    assert shown["overall"]["state"] == "not_evaluated"


@pytest.mark.usefixtures("zenhire")
def test_nothing_is_sent_unasked(scoreband, talk):
    """Where nobody can answer, --yes must be said."""
    before = scoreband("speech", "credits", "--json").document["credits"]

    ran = scoreband("speech", "submit", talk)

    assert ran.code == 2
    assert "add --yes" in ran.failures[-1]
    assert ran.out == b""
    assert scoreband("speech", "credits", "--json").document["credits"] == before


@pytest.mark.usefixtures("zenhire")
def test_credits_are_told(scoreband):
    """As JSON and as a sentence."""
    told = scoreband("speech", "credits", "--json").document

    said = scoreband("speech", "credits").out.decode()

    assert told == {"vendor": "zenhire", "credits": told["credits"]}
    assert said == f"{told['credits']} credits\n"


@pytest.mark.usefixtures("zenhire")
def test_a_recording_that_breaks_a_rule_is_refused(scoreband, tmp_path):
    """One sentence that says what to do."""
    path = tmp_path / "notes.wav"
    path.write_bytes(b"These are notes.")

    ran = scoreband("speech", "submit", path, "--yes")

    assert ran.code == 2
    assert len(ran.failures) == 1
    assert "save it as MP3" in ran.failures[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.wav"], "nowhere.wav cannot be read"),
        (["."], "cannot be read"),
        (["TALK", "--metadata", "role"], "KEY=VALUE"),
        (["TALK", "--metadata", "=x"], "KEY=VALUE"),
        (["TALK", "--vendor", "qode"], "scores no recordings"),
        (["TALK", "--vendor", "acme"], "no vendor called"),
        (["TALK"], "SCOREBAND_ZENHIRE_API_KEY"),
    ],
)
def test_wrong_usage_is_one_sentence(scoreband, talk, words, said):
    """Nothing is sent."""
    chosen = [talk if word == "TALK" else word for word in words]

    ran = scoreband("speech", "submit", *chosen, "--yes")

    assert ran.code == 2
    assert len(ran.failures) == 1
    assert said in ran.failures[0]


@pytest.mark.usefixtures("zenhire")
def test_the_key_is_written_nowhere(scoreband, talk, caplog, tmp_path):
    """Not on a stream, not in the log, not in any byte of the database; nor is the file's name."""
    caplog.set_level("DEBUG")

    ran = scoreband("speech", "submit", talk, "--yes")

    told = ran.out.decode() + ran.errors + caplog.text
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("scoreband.db*"))
    assert ran.code == 0, ran.errors
    assert KEY not in told
    assert KEY.encode() not in kept
    assert "Siobhán" not in told
