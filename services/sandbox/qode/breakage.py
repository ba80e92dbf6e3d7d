"""What goes wrong in a payload, on purpose: each broken case as it was seen in the wild."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from services.sandbox import phrases
from services.sandbox.clock import iso
from services.sandbox.qode.broken_case import BrokenCase
from services.sandbox.qode.plan import Plan

_Body = dict[str, Any]


def break_body(body: _Body, plan: Plan, *, length: int) -> None:
    """Break the body of a report in its plan's way.

    The skipped question and the old version are no breakage of the finished text: they are
    planned from the beginning.
    """
    if plan.broken in _BREAKAGES:
        _BREAKAGES[plan.broken](body, length)


def _inflate_totals(body: _Body, _length: int) -> None:
    """Print totals as if there were one more criterion of weight eight, scored four."""
    item = body["agent_response_summary"][0]
    finals = item["normalization"]["final_scores"]
    for agent in item["agents"]:
        agent["total_weighted_score"] += 32
        agent["maximum_score"] += 40
        finals[agent["id"]] = agent["total_weighted_score"]
        finals[f"{agent['id']}_max"] = agent["maximum_score"]
    item["normalization"]["maximum_possible"] = 90 * 6 + 45


def _skew_clocks(body: _Body, length: int) -> None:
    body["duration"] = length + 1000
    start = datetime.fromisoformat(body["metadata"]["start_time"])
    # No year has fewer than 28 days in a month, so the same day exists a year later.
    moment = iso(start.replace(year=start.year + 1, day=min(start.day, 28)))
    body["meeting_data"]["start_date_time"] = body["meeting_data"]["end_date_time"] = moment


def _contradict_coverage(body: _Body, _length: int) -> None:
    body["count_covered_core_domains"] = body["count_all_core_domains"]
    names = [domain["domain_name"] for domain in body["demonstrated_skills_across_domains"]]
    body["uncovered_domains"] = names[:2]


def _withhold_verdict(body: _Body, _length: int) -> None:
    body["interview_result"] = phrases.SENTENCE_NO_VERDICT


def _make_lopsided(body: _Body, _length: int) -> None:
    bands = [*body["demonstrated_skills_across_domains"], *body["scored_skills"]]
    values = [row.get("mean_score_across_skills", row.get("pooled_mean_score")) for row in bands]
    for row, value in zip(bands, values, strict=True):
        row |= {**_lopsided(value), "stability": "Highly Reliable"}
    bootstrap = body["interview_level_bootstrap"]
    bootstrap |= {**_lopsided(body["overall_score"]), "label": "Highly Reliable"}


def _lopsided(value: int) -> dict[str, int]:
    return {"ci_lower": value - 1, "ci_upper": min(100, value + 9)}


def _scatter_signals(body: _Body, length: int) -> None:
    signals, latency = body["interview_signals"], body["latency_summary"]
    signals["tab_changes"] = [192.173, round(length + 47.5, 3)]
    signals["face_out_of_view"] = [184, length - 95]
    signals.pop("black_screens", None)
    body["black_screen_ranges"] = [
        {"start": "00:01:42.711", "end": "00:01:48.411", "duration": 5.7},
        {"start": "01:32:05.000", "end": "01:32:09.250", "duration": 4.25},
    ]
    latency["anomaly_turns"] = [3, len(latency["turn_details"]) + 1]
    latency["anomaly_count"] = 2


def _fail_code(body: _Body, _length: int) -> None:
    result = body["code_task_result"]
    result["tasks"][0] |= {"testcase_passrate": "80% (4/5)", "status": "Failed"}
    result["coding_score"] = 0


def _show_identity(body: _Body, _length: int) -> None:
    origin = body["assets"]["video_url"].removesuffix("recording.webm")
    body["card_check_image_path"] = f"{origin}identity.png"


_BREAKAGES: dict[BrokenCase, Callable[[_Body, int], None]] = {
    BrokenCase.CRITERIA: _inflate_totals,
    BrokenCase.CLOCKS: _skew_clocks,
    BrokenCase.COVERAGE: _contradict_coverage,
    BrokenCase.UNDETERMINED: _withhold_verdict,
    BrokenCase.ASYMMETRIC: _make_lopsided,
    BrokenCase.SIGNALS: _scatter_signals,
    BrokenCase.CODE_TASK: _fail_code,
    BrokenCase.IDENTITY: _show_identity,
}
