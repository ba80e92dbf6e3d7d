"""Links lead to the web or nowhere."""

import pytest

from services.models.interview import AssetKind
from services.vendors.qode.parsing import parse


def test_the_assets_are_told_apart(document):
    """The picture of the identity card is a kind of its own, so that it can be kept hidden."""
    interview = parse(document("complete"))

    kinds = [asset.kind for asset in interview.assets]

    assert kinds == [
        AssetKind.VIDEO,
        AssetKind.REPORT,
        AssetKind.TRANSCRIPT,
        AssetKind.IDENTITY_IMAGE,
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hello",
        "recording/video.mp4",
        "https://example.com/a b",
        'https://example.com/"onerror="x',
        "https://example.com/\nSet-Cookie: x",
    ],
)
def test_anything_but_a_web_address_is_not_linked(read, codes, address):
    """It is noted, and it stays in the raw payload."""
    assets = {"video_url": address}

    interview = read(assets=assets, iframe_url=address, candidate_profile={"avatar": address})

    assert interview.assets == ()
    assert interview.candidate_link is None
    assert interview.candidate.avatar_url is None
    assert codes(interview) == ["unknown_value"] * 3


def test_an_empty_address_is_nothing(read, codes):
    """Qode leaves fields empty."""
    assets = {"video_url": "", "pdf_report_url": None}

    interview = read(assets=assets)

    assert interview.assets == ()
    assert codes(interview) == []
