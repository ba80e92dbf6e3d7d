"""Entry: Qode as the program knows it."""

from collections.abc import Mapping

from services.vendors.qode.client import TITLE, QodeClient
from services.vendors.qode.creation import SCHEDULING
from services.vendors.qode.decoding import is_range
from services.vendors.qode.parsing import NAME, parse
from services.vendors.qode.settings import QodeSettings
from services.vendors.qode.webhook import read_webhook
from services.vendors.vendor import Vendor

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
    """Tell Qode's shape: an `interview_id`, and at least one more field that is Qode's own.

    A stretch out of a list of signals is Qode's as well: it cannot be read, but said to be one.
    """
    is_interview = "interview_id" in document and not _TELLING.isdisjoint(document)
    return is_interview or is_range(document)


VENDOR = Vendor(
    name=NAME,
    title=TITLE,
    parse=parse,
    recognises=recognises,
    settings=QodeSettings,
    connect=QodeClient.connect,
    scheduling=SCHEDULING,
    read_webhook=read_webhook,
)
