"""What ZenHire's sandbox holds: documented fields, three scales that agree, repeatable."""

from collections import Counter
from dataclasses import replace

import pytest

from services.sandbox.qode.plan import interview_id
from services.sandbox.qode.plan import plan as qode_plan
from services.sandbox.zenhire.broken_case import BrokenCase
from services.sandbox.zenhire.level import LEVELS
from services.sandbox.zenhire.run_book import describe
from tests.services.sandbox.conftest import OPTIONS
from tests.services.sandbox.zenhire.conftest import bodies_of, first

ALWAYS = {"id", "externalId", "status", "timestamp", "metadata", "tags"}
WITH_RESULT = ALWAYS | {
    "processingTimeMs", "scoringMethod", "audio", "candidateDetection", "scores",
    "explainability", "analysis", "hrRecommendation", "candidateFeedback", "transcript", "credits",
}  # fmt: skip
SCORES = {
    "vocabulary", "vocabularyCefr", "vocabularyPercent", "fluency", "fluencyCefr",
    "fluencyPercent", "accent", "accentCefr", "accentPercent", "overall", "cefrLevel",
    "overallPercent",
}  # fmt: skip
DIMENSIONS = ("vocabulary", "fluency", "accent")
NO_LINKS = replace(OPTIONS, interviews=600)


@pytest.fixture
def sound(zenhire_bodies):
    """The successful runs that nothing is wrong with."""
    cases = {one.interview_id: one.broken_case for one in describe(OPTIONS)}
    return [
        body
        for body in zenhire_bodies
        if body["status"] == "success" and cases[body["id"]] in (None, BrokenCase.SPEAKER)
    ]


def test_a_finished_run_has_the_documented_fields(sound):
    """Everything that the vendor lists, and nothing else."""
    for body in sound:
        assert set(body) == WITH_RESULT
        assert set(body["scores"]) == SCORES
        assert set(body["explainability"]) == {"vocab", "fluency"}
        assert set(body["transcript"]) == {
            "segments", "speakers", "candidateText", "candidateSpeaker",
        }  # fmt: skip
        assert set(body["credits"]) == {"deducted", "remainingBalance", "audioDurationMinutes"}
        assert set(body["audio"]) == {
            "durationMs", "durationFormatted", "languageCode", "requestedLanguage", "speakerCount",
        }  # fmt: skip


@pytest.mark.parametrize("status", ["queued", "processing"])
def test_a_run_under_way_tells_what_was_sent_with_it(zenhire, status):
    """Metadata and tags come with every status, scores only with a result."""
    body = zenhire.poll(first(status)).json()

    assert set(body) == ALWAYS
    assert body["metadata"]["synthetic"] == "true"
    assert body["tags"]


def test_the_three_scales_agree_with_each_other(sound):
    """One decimal from 0 to 5, the same as a percent, and levels that rise with both."""
    marks = [
        (body["scores"][name], body["scores"][f"{name}Percent"], body["scores"][f"{name}Cefr"])
        for body in sound
        for name in DIMENSIONS
    ]

    marks.sort()

    assert all(0 <= score <= 5 and round(score, 1) == score for score, _, _ in marks)
    assert all(percent == round(score * 20) for score, percent, _ in marks)
    levels = [LEVELS.index(level) for _, _, level in marks]
    assert levels == sorted(levels)
    assert len(set(levels)) >= 4


def test_the_whole_is_the_mean_of_the_dimensions(sound):
    """Rounded to one decimal, as the vendor prints it."""
    for body in sound:
        scores = body["scores"]

        mean = sum(scores[name] for name in DIMENSIONS) / 3

        assert abs(scores["overall"] - mean) <= 0.05 + 1e-9


def test_the_method_depends_on_the_language():
    """English is scored in one way, every other language in another."""
    bodies = [body for body in bodies_of(NO_LINKS) if "scoringMethod" in body]

    pairs = {(body["audio"]["languageCode"] == "en", body["scoringMethod"]) for body in bodies}

    assert pairs == {(True, "ml_hybrid"), (False, "gpt_multilingual")}
    assert len({body["audio"]["languageCode"] for body in bodies}) == 5


def test_about_half_belong_to_one_of_qode_s_interviews(zenhire_bodies):
    """Their external id is the interview's, and the person is the same."""
    people = {
        interview_id(OPTIONS.seed, index): qode_plan(OPTIONS, index)
        for index in range(OPTIONS.interviews)
    }

    linked = [body for body in zenhire_bodies if body["externalId"] in people]

    assert len(linked) == len(zenhire_bodies) // 2
    for body in linked:
        plan = people[body["externalId"]]
        assert body["metadata"]["candidate_id"] == plan.candidate_id
        assert body["metadata"].get("candidate_email", plan.person.email) == plan.person.email


def test_linked_runs_and_stand_alone_ones_name_people_in_some_cases(zenhire_bodies):
    """Name and address are in some of the metadata, always both, always as texts."""
    told = [body["metadata"] for body in zenhire_bodies]

    named = [one for one in told if "candidate_email" in one]

    assert 0 < len(named) < len(told)
    assert all(one["candidate_name"] for one in named)
    assert all(isinstance(value, str) for one in told for value in one.values())
    assert {one["synthetic"] for one in told} == {"true"}


def test_the_transcript_belongs_to_the_recording(sound):
    """Segments follow each other, end with the recording, and hold the candidate's words."""
    for body in sound:
        transcript = body["transcript"]
        segments = transcript["segments"]

        starts = [segment["start"] for segment in segments]
        said = " ".join(s["text"] for s in segments if s["speaker"] == "speaker_1")

        assert starts == sorted(starts)
        assert segments[-1]["end"] * 1000 <= body["audio"]["durationMs"]
        assert transcript["candidateText"] == said
        assert body["candidateDetection"]["wordCount"] == len(said.split())


def test_recordings_have_a_length_that_the_vendor_takes(sound):
    """Three to forty-five minutes, charged by the minute begun."""
    for body in sound:
        minutes = body["credits"]["audioDurationMinutes"]

        assert 3 <= minutes <= 45
        assert 0 <= body["credits"]["deducted"] - minutes < 1


def test_the_speaker_match_comes_with_a_reason(zenhire_bodies):
    """All three words occur, and each is explained."""
    found = [body["candidateDetection"] for body in zenhire_bodies if "scores" in body]

    words = Counter(one["confidence"] for one in found)

    assert set(words) == {"high", "medium", "low"}
    assert all(one["reason"].endswith(".") for one in found)


def test_equal_options_give_equal_bodies_and_another_seed_others(zenhire_bodies):
    """Two sandboxes of one seed and one day cannot be told apart."""
    other = bodies_of(replace(OPTIONS, seed=8))

    again = bodies_of(replace(OPTIONS))

    assert again == zenhire_bodies
    assert not {body["id"] for body in other} & {body["id"] for body in again}


def test_more_interviews_keep_the_first_runs(zenhire_bodies):
    """A larger sandbox begins with the runs of a smaller one."""
    larger = bodies_of(replace(OPTIONS, interviews=OPTIONS.interviews + 30))

    assert larger[: len(zenhire_bodies)] == zenhire_bodies
    assert len(larger) == len(zenhire_bodies) + 10


def test_a_small_sandbox_still_has_twelve():
    """With too few interviews to belong to, runs stand alone."""
    bodies = bodies_of(replace(OPTIONS, interviews=1))

    linked = [body for body in bodies if body["externalId"] == interview_id(OPTIONS.seed, 0)]

    assert len(bodies) == 12
    assert len(linked) == 1


def test_every_case_and_every_status_occurs():
    """Sixty interviews of Qode's are enough to meet them all here."""
    rows = describe(OPTIONS)

    cases = [row.broken_case for row in rows if row.broken_case]

    assert sorted(cases) == sorted(BrokenCase)
    assert {row.status for row in rows} == {
        "queued", "processing", "success", "partial", "failed", "needs_review",
    }  # fmt: skip


def test_in_a_large_sandbox_one_in_five_is_broken():
    """The first twenty are crowded; the others are as often broken as Qode's."""
    rows = describe(replace(OPTIONS, interviews=1200))[20:]

    count = Counter(row.broken_case for row in rows if row.broken_case)

    assert set(count) == set(BrokenCase)
    assert count.total() == len(rows) // 5
