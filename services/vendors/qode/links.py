"""Links: the addresses in Qode's answer, let through only when they lead to the web."""

import re

from services.models.interview import Asset, AssetKind
from services.vendors.qode.doubts import Doubts
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.summary import Assets

_WEB = re.compile(r"https?://[^\s<>\"'\\\x00-\x1f\x7f]+", re.IGNORECASE)


def assets_of(document: QodeDocument, doubts: Doubts) -> tuple[Asset, ...]:
    """Return the files: video, report, transcript, and the picture of the identity card."""
    assets = document.assets or Assets()
    given = (
        (AssetKind.VIDEO, assets.video_url, "assets.video_url"),
        (AssetKind.REPORT, assets.pdf_report_url, "assets.pdf_report_url"),
        (AssetKind.TRANSCRIPT, assets.transcript_url, "assets.transcript_url"),
        (
            AssetKind.IDENTITY_IMAGE,
            document.card_check_image_path,
            "card_check_image_path",
        ),
    )
    return tuple(
        Asset.model_construct(kind=kind, url=url)
        for kind, address, where in given
        if (url := link(address, doubts, where))
    )


def link(address: str | None, doubts: Doubts, where: str) -> str | None:
    """Return a web address as it is; anything else (`javascript:`, a path) is noted, not linked."""
    if not address or not address.strip():
        return None
    if _WEB.fullmatch(address.strip()):
        return address.strip()
    doubts.unknown(f"`{where}` is not a web address: not linked.", where)
    return None
