"""The answer to "give me this interview": a plan carried out, in the vendor's shape."""

import json
from datetime import datetime, timedelta
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier, stream
from services.sandbox.qode.agent_summary import agent_response_summary
from services.sandbox.qode.breakage import break_body
from services.sandbox.qode.code_task import code_task_result
from services.sandbox.qode.language import language_proficiency_scores
from services.sandbox.qode.plan import Plan
from services.sandbox.qode.question_summary import question_summary
from services.sandbox.qode.recording import (
    black_screens,
    chapters,
    interview_signals,
    latency_summary,
    raw_transcript,
)
from services.sandbox.qode.report import report
from services.sandbox.qode.scorecard import score
from services.sandbox.qode.sitting import Sitting, sit
from services.sandbox.qode.status import Status
from services.sandbox.qode.summary import summary

BASE = "http://sandbox.invalid"
"""Stands in every link for the address that the sandbox is reached at."""

_RECORDED = (Status.INTERVIEW_COMPLETED, Status.REPORT_GENERATED)
_STARTED = (*_RECORDED, Status.STARTED, Status.CANDIDATE_DROP_OFF, Status.CANDIDATE_ABORTED)


def interview_json(plan: Plan) -> bytes:
    """Return the body that a plan leads to; links begin with `BASE`."""
    return json.dumps(interview(plan), ensure_ascii=False, separators=(",", ":")).encode()


def interview(plan: Plan) -> dict[str, Any]:
    """Return the body that a plan leads to: the further the interview, the more fields."""
    sitting = sit(plan)
    body = _head(plan)
    body["metadata"] = _metadata(plan, sitting)
    body["duration"] = sitting.length if plan.status in _RECORDED else None
    body["assessment_version"] = plan.version
    if plan.status in _RECORDED:
        _record(body, plan, sitting)
    if plan.status is Status.REPORT_GENERATED:
        _report(body, plan, sitting)
        break_body(body, plan, length=sitting.length)
    body["event"] = _spelled(plan)
    body["timestamp"] = iso(_event_time(plan, sitting))
    return body


def _head(plan: Plan) -> dict[str, Any]:
    rng = stream(plan.key, "head")
    nameless = plan.broken is None and rng.random() < 0.06
    return {
        "role_title": plan.role_title,
        "mapped_role_title": plan.role.mapped,
        "candidate_email": plan.person.email,
        "candidate_id": plan.candidate_id,
        "interview_id": plan.interview_id,
        "iframe_url": f"{BASE}/interview/{identifier(plan.key, 'link')[:8]}",
        "interview_type": plan.interview_type,
        "sub_interview_type": plan.role.sub_type,
        "request_metadata": {"synthetic": True, **plan.metadata},
        "session_id": identifier(plan.key, "session"),
        "candidate_profile": {
            "avatar": None,
            "fullname": "" if nameless else plan.person.name,
            "year_of_experience": plan.person.years,
        },
    }


def _metadata(plan: Plan, sitting: Sitting) -> dict[str, Any]:
    started = plan.started_at if plan.status in _STARTED else None
    ended = plan.started_at + timedelta(seconds=sitting.length)
    stopped = plan.started_at + timedelta(seconds=sitting.length // 3)
    reported = plan.status is Status.REPORT_GENERATED
    left = plan.status in (Status.CANDIDATE_DROP_OFF, Status.CANDIDATE_ABORTED)
    return {
        "start_time": _iso(started),
        "end_time": _iso(ended if plan.status in _RECORDED else stopped if left else None),
        "scorecard_time": _iso(_reported_at(plan, sitting) if reported else None),
        "scheduled_time": iso(plan.scheduled_at),
        "drop_off_time": _iso(stopped if left else None),
        "realtime_status": "INTERVIEW_COMPLETED" if reported else plan.status.value,
        "is_terminal": plan.status.is_terminal,
    }


def _record(body: dict[str, Any], plan: Plan, sitting: Sitting) -> None:
    """Add what the recording gives, before anybody has scored it."""
    body["interview_signals"] = interview_signals(plan, sitting)
    _add_black_screens(body, plan, sitting)
    body["latency_summary"] = latency_summary(plan, sitting)
    body["assets"] = {
        "pdf_report_url": None,
        "video_url": f"{BASE}/media/recording.webm",
        "transcript_url": f"{BASE}/media/chapter.json",
    }
    body["meeting_data"] = {
        "completed_status": "COMPLETED",
        "start_date_time": body["metadata"]["start_time"],
        "end_date_time": body["metadata"]["end_time"],
        "chapters": chapters(sitting),
        "question_summary": [],
        "raw_transcript": raw_transcript(plan, sitting),
    }


def _add_black_screens(body: dict[str, Any], plan: Plan, sitting: Sitting) -> None:
    # The vendor's documents have lost the name of this key and where it stands; both are open.
    if plan.version == "no_ci_v1":
        return
    if plan.version == "pf_domain_v3":
        body["interview_signals"]["black_screens"] = black_screens(plan, sitting)
    else:
        body["black_screen_ranges"] = black_screens(plan, sitting)


def _report(body: dict[str, Any], plan: Plan, sitting: Sitting) -> None:
    card = score(plan, sitting)
    banded = plan.version != "no_ci_v1"
    body["assets"]["pdf_report_url"] = f"{BASE}/media/report.pdf"
    body["summary"] = summary(plan, sitting, card)
    body["agent_response_summary"] = agent_response_summary(card.sheets)
    body["meeting_data"]["question_summary"] = question_summary(sitting, card, banded=banded)
    body |= report(plan, card)
    body["card_check_image_path"] = None
    if plan.role.language:
        body["language_proficiency_scores"] = language_proficiency_scores(plan)
    if plan.role.tasks:
        body["code_task_result"] = code_task_result(plan)


def _spelled(plan: Plan) -> str:
    lower = stream(plan.key, "spelling").random() < 0.12
    return plan.status.value.lower() if lower else plan.status.value


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else iso(moment)


def _reported_at(plan: Plan, sitting: Sitting) -> datetime:
    return plan.started_at + timedelta(seconds=sitting.length, minutes=4)


def _event_time(plan: Plan, sitting: Sitting) -> datetime:
    if plan.status is Status.SCHEDULED:
        return plan.scheduled_at
    if plan.status is Status.REPORT_GENERATED:
        return _reported_at(plan, sitting)
    return plan.started_at
