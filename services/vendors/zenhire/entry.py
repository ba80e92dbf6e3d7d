"""Entry: ZenHire as the program knows it."""

from collections.abc import Mapping

from services.models.interview import Status
from services.vendors.vendor import Vendor
from services.vendors.zenhire.client import LEAST_PAUSE_S, TITLE, ZenHireClient
from services.vendors.zenhire.parsing import NAME, parse, substance
from services.vendors.zenhire.settings import ZenHireSettings
from services.vendors.zenhire.status import status_named

_TELLING = frozenset(
    {
        "candidateDetection",
        "candidateFeedback",
        "explainability",
        "hrRecommendation",
        "processingTimeMs",
        "scoringMethod",
    }
)
_ALWAYS_THERE = frozenset({"metadata", "tags"})


def recognises(document: Mapping[str, object]) -> bool:
    """Tell ZenHire's shape: an `id`, a `status`, and a field that is ZenHire's own.

    A run that has only begun has none yet; its status word, metadata and tags tell it.
    """
    if not {"id", "status"} <= document.keys():
        return False
    if not _TELLING.isdisjoint(document):
        return True
    word = document["status"]
    is_known = isinstance(word, str) and status_named(word) is not Status.UNKNOWN
    return is_known and document.keys() >= _ALWAYS_THERE


VENDOR = Vendor(
    name=NAME,
    title=TITLE,
    parse=parse,
    recognises=recognises,
    settings=ZenHireSettings,
    connect=ZenHireClient.connect,
    substance=substance,
    pauses=((8, 15.0), (6, 30.0), (1, 60.0)),
    least_pause_s=LEAST_PAUSE_S,
    lists=True,
    scores_speech=True,
)
