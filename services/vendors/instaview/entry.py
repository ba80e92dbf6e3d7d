"""Entry: InstaView as the program knows it."""

from collections.abc import Mapping

from services.vendors.instaview.client import TITLE, InstaViewClient
from services.vendors.instaview.creation import SCHEDULING
from services.vendors.instaview.decoding import interview_in, substance
from services.vendors.instaview.parsing import NAME, parse
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.instaview.webhook import read_webhook
from services.vendors.vendor import Vendor

_TELLING = frozenset(
    {
        "agentId",
        "analysis",
        "callAttempts",
        "candidateId",
        "durationMinutes",
        "finishedDate",
        "scheduledAt",
    }
)


def recognises(document: Mapping[str, object]) -> bool:
    """Tell InstaView's shape: an `id`, and at least two fields in camel case that are its own.

    In a bundle and in an envelope it is looked for inside.
    """
    interview = interview_in(document)
    return (
        isinstance(interview, dict) and "id" in interview and len(_TELLING & interview.keys()) >= 2
    )


VENDOR = Vendor(
    name=NAME,
    title=TITLE,
    parse=parse,
    recognises=recognises,
    settings=InstaViewSettings,
    connect=InstaViewClient.connect,
    substance=substance,
    lists=True,
    scheduling=SCHEDULING,
    read_webhook=read_webhook,
)
