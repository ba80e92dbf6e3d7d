"""Links: the files that Qode's answer leads to."""

from services.models.interview import Asset, AssetKind
from services.vendors._doubts import Doubts
from services.vendors._links import link
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.summary import Assets


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
