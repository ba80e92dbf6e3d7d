"""`scoreband show`: the shape that other programs rely on, and the payload byte for byte."""

import json
import sqlite3
from contextlib import closing

import pytest

from services.models.identity import local_id
from services.models.score import ScoreKind
from tests.scoreband.conftest import FIXTURES, SCORE_KEYS

COMPLETE_ID = json.loads((FIXTURES / "complete.json").read_bytes())["interview_id"]
COMPLETE = local_id("qode", COMPLETE_ID)
INTERVIEW_KEYS = {
    *("id", "vendor", "vendor_interview_id", "status", "vendor_status", "outcome"),
    *("vendor_outcome", "candidate", "role", "mapped_role", "interview_type"),
    *("assessment_version", "started_at", "ended_at", "duration_s", "overall", "scores", "agents"),
    *("questions", "signals", "signals_not_collected", "chapters", "transcript", "language"),
    *("code_tasks", "assets", "notices", "metadata", "fetched_at", "payload_sha256"),
}
AGENT_KEYS = {"question_index", "agent_id", "name", "role", "total", "maximum", "criteria"}
CRITERION_KEYS = {"key", "label", "score", "weight", "weighted", "maximum"}


def test_show_prints_every_documented_key(filled):
    """Other programs may rely on these names; more may stand beside them."""
    shown = filled("show", COMPLETE, "--json").document

    score, agent = shown["scores"][0], shown["agents"][0]

    assert set(shown) >= INTERVIEW_KEYS
    assert set(shown["candidate"]) >= {"id", "name", "email"}
    assert set(score) == set(shown["overall"]) == SCORE_KEYS
    assert set(score["scale"]) == {"low", "high"}
    assert set(agent) >= AGENT_KEYS | {"summary"}
    assert set(agent["criteria"][0]) >= CRITERION_KEYS
    assert set(shown["signals"][0]) == {"kind", "start_s", "end_s"}


def test_an_interview_without_anything_has_the_same_keys(filled):
    """A scheduled interview: empty lists, no key left out, and the vendor's 0 is no score."""
    shown = filled("show", local_id("qode", _id_of("scheduled")), "--json").document

    overall = shown["overall"]

    assert set(shown) >= INTERVIEW_KEYS
    assert (overall["state"], overall["value"]) == ("not_evaluated", None)
    assert (shown["status"], shown["vendor_status"]) == ("scheduled", "scheduled")
    assert shown["agents"] == shown["transcript"] == shown["signals"] == []


def test_show_tells_what_the_vendor_told(filled):
    """Numbers, words and moments of the payload, each under its key."""
    shown = filled("show", COMPLETE, "--json").document

    kinds = [signal["kind"] for signal in shown["signals"]]

    assert shown["candidate"]["name"] == "Оюунаа Бат"
    assert (shown["outcome"], shown["vendor_outcome"]) == ("pass", "Pass")
    assert shown["started_at"] == "2025-09-04T08:00:00Z"
    assert shown["metadata"] == {"req_id": "REQ-7", "tags": ["autumn", 3]}
    assert [shown["overall"][key] for key in ("value", "lower", "upper")] == [71, 69, 74]
    assert (kinds.count("tab_change"), kinds.count("black_screen")) == (2, 3)
    assert len(shown["agents"]) == 9
    assert shown["agents"][0]["criteria"][0] | {"rationale": ""} == {
        "key": "method", "label": "Method", "score": 4, "state": "scored", "weight": 6,
        "weighted": 24, "maximum": 30, "rationale": "",
    }  # fmt: skip


def test_a_skipped_question_is_never_a_zero(filled):
    """`Not evaluated` has a state and no value, wherever it is printed."""
    shown = filled("show", local_id("qode", _id_of("skipped")), "--json").document

    skipped = [score for score in shown["scores"] if score["state"] == "not_evaluated"]

    assert skipped
    assert all(score["value"] is None for score in skipped)


@pytest.mark.parametrize("name", ["complete", "no_ci", "hostile"])
def test_raw_is_the_payload_byte_for_byte(scoreband, payload, name):
    """Nothing is reformatted, whatever stands in it."""
    scoreband("import", FIXTURES / f"{name}.json")

    ran = scoreband("show", _id_of(name), "--raw")

    assert ran.out == payload(name)
    assert (ran.code, ran.errors) == (0, "")


def test_the_vendors_id_opens_an_interview_too(filled):
    """Whoever has the vendor's id need not look ours up."""
    by_theirs, by_ours = filled("show", COMPLETE_ID, "--json"), filled("show", COMPLETE, "--json")

    assert by_theirs.document == by_ours.document


def test_an_unknown_id_is_one_sentence(filled):
    """Exit code 1, nothing on stdout, and what to do on stderr."""
    ran = filled("show", "of-nobody", "--json")

    assert (ran.code, ran.out) == (1, b"")
    [line] = ran.failures
    assert "of-nobody" in line
    assert "scoreband track" in line


def test_show_prints_sentences_for_people(filled):
    """Name, verdict, score with its band, and the doubts."""
    ran = filled("show", COMPLETE)

    told = ran.out.decode()

    assert ran.code == 0
    assert "Оюунаа Бат" in told
    assert "71 (69–74)" in told


def test_no_name_can_move_the_terminals_cursor(scoreband):
    """Control signs and overrides in a candidate's texts are blanked on the way out."""
    scoreband("import", FIXTURES / "hostile.json")

    told = scoreband("show", _id_of("hostile")).out + scoreband("list").out

    assert b"<b>" in told
    assert not {"\x00", "\x1b", "\u202e"} & set(told.decode())


def test_a_broken_stored_payload_is_a_sentence(filled, tmp_path):
    """Damage to one payload is told for that one; the list and the others still work."""
    with closing(sqlite3.connect(tmp_path / "scoreband.db")) as database, database:
        database.execute(
            "UPDATE payload SET data = x'00' WHERE interview_id = "
            "(SELECT id FROM interview WHERE public_id = ?)",
            [COMPLETE],
        )

    ran = filled("show", COMPLETE, "--json")

    assert ran.code in {1, 2}
    assert len(ran.failures) == 1
    assert "Traceback" not in ran.errors
    assert filled("list", "--json").document["total"] == 4
    assert filled("show", _id_of("skipped"), "--json").code == 0


def _id_of(name: str) -> str:
    return str(json.loads((FIXTURES / f"{name}.json").read_bytes())["interview_id"])


def test_scores_of_every_kind_are_listed(filled):
    """One list holds them all, so that a program need not know where the vendor keeps each."""
    shown = filled("show", COMPLETE, "--json").document

    kinds = {score["kind"] for score in shown["scores"]}

    assert kinds == set(ScoreKind)
