"""Entry: Qode as the program knows it."""

from collections.abc import Mapping

import httpx

from services.config import Settings
from services.vendors.qode.client import KEY_VARIABLE, TITLE, QodeClient
from services.vendors.qode.parsing import NAME, parse
from services.vendors.vendor import Vendor, VendorClient

_TELLING = frozenset(
    {
        "agent_response_summary",
        "assessment_version",
        "candidate_email",
        "candidate_id",
        "event",
        "iframe_url",
        "interview_signals",
        "interview_type",
        "meeting_data",
        "overall_score",
        "role_title",
    }
)


def recognises(document: Mapping[str, object]) -> bool:
    """Tell Qode's shape: an `interview_id`, and at least one more field that is Qode's own."""
    return "interview_id" in document and not _TELLING.isdisjoint(document)


def _has_key(settings: Settings) -> bool:
    key = settings.qode_api_key
    return key is not None and bool(key.get_secret_value().strip())


def _connect(settings: Settings, transport: httpx.BaseTransport | None) -> VendorClient:
    return QodeClient.connect(settings, transport)


QODE = Vendor(
    name=NAME,
    title=TITLE,
    parse=parse,
    recognises=recognises,
    has_key=_has_key,
    key_variable=KEY_VARIABLE,
    connect=_connect,
)
