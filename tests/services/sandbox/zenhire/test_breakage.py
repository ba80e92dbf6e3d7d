"""Every broken case of ZenHire's is broken in the way that its name says."""

from services.sandbox.zenhire.broken_case import BrokenCase
from services.sandbox.zenhire.scores import FIELDS


def test_a_partial_result_lacks_a_dimension_and_the_whole(broken):
    """Z1: at least one dimension is scored and one is null, with its level and its percent."""
    body = broken(BrokenCase.PARTIAL)

    scores = body["scores"]

    assert body["status"] == "partial"
    assert scores["vocabulary"] is not None
    assert (scores["accent"], scores["accentCefr"], scores["accentPercent"]) == (None, None, None)
    assert (scores["overall"], scores["cefrLevel"], scores["overallPercent"]) == (None, None, None)
    assert body["hrRecommendation"] is None
    assert 0 < body["credits"]["deducted"] < body["credits"]["audioDurationMinutes"] + 1


def test_a_low_speaker_match_is_scored_nevertheless(broken):
    """Z2: scores beside a match that says that they may be somebody else's."""
    body = broken(BrokenCase.SPEAKER)

    assert body["candidateDetection"]["confidence"] == "low"
    assert body["scores"]["overall"] is not None


def test_a_percent_contradicts_its_score(broken):
    """Z3: far from what the score would be as a percent, and still a percent."""
    scores = broken(BrokenCase.PERCENT)["scores"]

    gaps = [abs(scores[f"{name}Percent"] - 20 * scores[name]) for name in ("fluency", "overall")]

    assert min(gaps) > 30
    assert 0 <= scores["fluencyPercent"] <= 100
    assert 0 <= scores["overallPercent"] <= 100


def test_scores_without_levels(broken):
    """Z4: all four levels are null and all four scores are not."""
    scores = broken(BrokenCase.NO_LEVEL)["scores"]

    levels = {field: scores[field] for field in FIELDS if "cefr" in field.lower()}

    assert set(levels.values()) == {None}
    assert len(levels) == 4
    assert None not in [scores[field] for field in FIELDS if field not in levels]


def test_a_failed_run_has_an_error_and_costs_nothing(broken):
    """Z5: no scores at all, and a code with a sentence."""
    body = broken(BrokenCase.FAILED)

    assert body["status"] == "failed"
    assert set(body["error"]) == {"code", "message"}
    assert "scores" not in body
    assert body["credits"]["deducted"] == 0


def test_a_score_beyond_its_scale(broken):
    """Z6: 5.6 of 5."""
    scores = broken(BrokenCase.BEYOND)["scores"]

    assert scores["vocabulary"] == 5.6
    assert scores["vocabularyPercent"] > 100


def test_an_unknown_status(broken):
    """Z7: a word that no document names, on a body with everything in it."""
    body = broken(BrokenCase.ODD_STATUS)

    assert body["status"] not in {"queued", "processing", "success", "partial", "failed"}
    assert body["scores"]["overall"] is not None


def test_success_without_any_score(broken):
    """Z8: all twelve are null, which is not the same as twelve zeros."""
    body = broken(BrokenCase.NO_SCORES)

    assert body["status"] == "success"
    assert set(body["scores"].values()) == {None}
    assert set(body["scores"]) == set(FIELDS)
    assert body["explainability"] is None
