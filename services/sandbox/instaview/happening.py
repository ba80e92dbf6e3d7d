"""What the vendor tells by webhook when an interview has reached a stage."""

from datetime import datetime
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier
from services.sandbox.instaview import phrases
from services.sandbox.instaview.call import last_attempt_id
from services.sandbox.instaview.interview import interview_body
from services.sandbox.instaview.plan import Plan
from services.sandbox.instaview.stage import Stage
from services.sandbox.vendor_api import Happening

_ERRORS = {
    Stage.FAILED: phrases.CALL_NOTES["CALL_DROPPED"],
    Stage.NO_ANSWER: phrases.CALL_NOTES["NO_ANSWER"],
    Stage.ANALYSIS_FAILED: phrases.FAILED_ANALYSIS,
}


def happening(plan: Plan, *, now: datetime, base_url: str) -> Happening | None:
    """Return the webhook of a plan's stage; None where the vendor tells of none.

    Ids and status as in all versions of the vendor's page, and the whole analysis with
    `analysis.completed` as in the newest. That the message of a failure is named `error` is an
    assumption.
    """
    event = plan.stage.event
    if event is None:
        return None
    data: dict[str, Any] = {
        "interviewId": plan.interview_id,
        "callAttemptId": last_attempt_id(plan),
        "candidateId": plan.candidate_id,
        "jobId": plan.job_id,
        "status": plan.stage.status,
    }
    if plan.stage is Stage.ANALYSIS_COMPLETED:
        data["analysis"] = interview_body(plan, base_url=base_url)["analysis"]
    if error := _ERRORS.get(plan.stage):
        data["error"] = error
    delivery_id = identifier(plan.key, "delivery", event)
    body = {"event": event, "timestamp": iso(now), "deliveryId": delivery_id, "data": data}
    return Happening("instaview", event, body)
