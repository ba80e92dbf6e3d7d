"""Webhooks as each vendor would send them: the body as bytes, and headers signed for a moment.

Written with `hmac` alone, so that it shares nothing with the code that checks it.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

ROUND0_SECRET = "whr_nobodys-round0-secret"
INSTAVIEW_SECRET = "5e" * 32
QODE_SECRET = "whsec_" + base64.b64encode(b"nobody's secret for Qode").decode()
TOKEN = "tok3nOfACandidatesLiveLink000000"

Signed = tuple[bytes, dict[str, str]]


def encoded(document: Any) -> bytes:
    """Return a document as a vendor would write it."""
    return document if isinstance(document, bytes) else json.dumps(document).encode()


def round0_event(delivery_id: str = "evt_1", interview_id: str = "770g0622-a") -> dict[str, Any]:
    """Return an event of round0, with the candidate's link in it."""
    return {
        "id": delivery_id,
        "type": "interview_ended",
        "created": 1_777_000_000,
        "data": {
            "interview": {"id": interview_id, "token": TOKEN, "status": "completed"},
            "job": {"id": "job-1", "title": "Łódź Harbour Pilot", "department": None},
            "candidate": {"name": "Ngozi Ȯkonkwo-Żuraw", "email": "ngozi@example.com"},
        },
    }


def instaview_event(
    delivery_id: str = "dlv-1", *, at: datetime, event: Any = "analysis.completed", **data: Any
) -> dict[str, Any]:
    """Return an event of InstaView."""
    about = {"interviewId": "b1f7c0de-0001", "status": "COMPLETED"} | data
    return {
        "event": event,
        "timestamp": at.isoformat(),
        "deliveryId": delivery_id,
        "data": about,
    }


def qode_event(interview_id: str = "aa11_bb22", event: str = "REPORT_GENERATED") -> dict[str, Any]:
    """Return an event of Qode: the whole document, shortened here."""
    return {
        "interview_id": interview_id,
        "event": event,
        "timestamp": "2026-05-04T12:00:00Z",
        "candidate_email": "li.ming@example.com",
        "candidate_profile": {"fullname": "李明"},
        "overall_score": 72,
    }


def by_round0(document: Any, at: datetime, *, secret: str = ROUND0_SECRET) -> Signed:
    """Sign as round0 does."""
    body, moment = encoded(document), str(int(at.timestamp()))
    digest = _digest(secret.encode(), moment.encode() + b"." + body).hex()
    return body, {"X-Webhook-Signature": f"t={moment},v1={digest}"}


def by_instaview(document: Any, _at: datetime, *, secret: str = INSTAVIEW_SECRET) -> Signed:
    """Sign as InstaView is assumed to."""
    body = encoded(document)
    return body, {"X-InstaView-Signature": _digest(secret.encode(), body).hex()}


def by_qode(
    document: Any, at: datetime, *, secret: str = QODE_SECRET, delivery_id: str = "msg_1"
) -> Signed:
    """Sign as Standard Webhooks."""
    body, moment = encoded(document), str(int(at.timestamp()))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = _digest(key, f"{delivery_id}.{moment}.".encode() + body)
    return body, {
        "webhook-id": delivery_id,
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def lowered(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers as they reach the reader: names in small letters."""
    return {name.lower(): text for name, text in headers.items()}


def _digest(key: bytes, text: bytes) -> bytes:
    return hmac.new(key, text, hashlib.sha256).digest()
