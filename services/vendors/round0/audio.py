"""Audio: the links to the recordings of single answers, which die a day after they were given."""

from collections.abc import Iterator, Sequence

from services.models.interview import Asset, AssetKind
from services.vendors._doubts import Doubts
from services.vendors._links import link
from services.vendors.round0.questions import Exchange

LINK_LIFETIME_S = 24 * 3600


def audio_of(exchanges: Sequence[Exchange], doubts: Doubts) -> Iterator[Asset]:
    """Yield a link for each answer that has one; nothing is downloaded here."""
    for index, exchange in enumerate(exchanges):
        response = exchange.response
        if response is None:
            continue
        url = link(response.audio_url, doubts, f"{exchange.where}.audio_url")
        if url:
            yield Asset.model_construct(
                kind=AssetKind.AUDIO, url=url, question_index=index, lifetime_s=LINK_LIFETIME_S
            )
