"""round0's webhooks: the ids in them, and never the candidate's link."""

import copy
from datetime import UTC, datetime, timedelta

import pytest

from services.errors import WebhookRefusedError, WebhookUnsignedError
from services.models.delivery import Delivery, WebhookRequest
from services.vendors.round0.settings import Round0Settings
from services.vendors.round0.webhook import read_webhook
from tests import signing

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def read(document, *, after=timedelta(0), **how):
    """Read what round0 signed at noon."""
    body, headers = signing.by_round0(document, NOON, **how)
    request = WebhookRequest(signing.lowered(headers), body, NOON + after)
    return read_webhook(request, Round0Settings(webhook_secret=signing.ROUND0_SECRET))


def test_the_interview_and_the_event_are_read():
    """The delivery's id is the event's; ids are opaque, not UUIDs."""
    delivery = read(signing.round0_event("evt_9", "770g0622-z/../x.y"))

    assert delivery == Delivery(
        vendor="round0",
        delivery_id="evt_9",
        event="interview_ended",
        vendor_interview_id="770g0622-z/../x.y",
        sent_at=NOON,
    )


def test_the_candidates_link_is_not_read():
    """It opens the interview without a login, so no value holds it."""
    delivery = read(signing.round0_event())

    shown = f"{delivery!r} {delivery.model_dump_json()}"

    assert signing.TOKEN not in shown


def test_a_broken_body_does_not_show_the_link_either():
    """An error names fields, never what stands in them."""
    document = copy.deepcopy(signing.round0_event())
    document["data"]["interview"]["id"] = {"token": signing.TOKEN}

    with pytest.raises(WebhookRefusedError, match=r"“data\.interview\.id”") as refused:
        read(document)

    told = repr((refused.value, refused.value.__cause__, refused.value.__context__))
    assert signing.TOKEN not in told


@pytest.mark.parametrize(
    "document", [signing.qode_event(), signing.instaview_event(at=NOON), {"id": "evt_1"}, []]
)
def test_what_round0_does_not_send_is_refused(document):
    """Well signed, but another vendor's."""
    with pytest.raises(WebhookRefusedError, match="not a webhook of round0"):
        read(document)


def test_another_secret_is_unsigned():
    """Whoever does not know the secret learns nothing of what else is wrong."""
    with pytest.raises(WebhookUnsignedError):
        read(b"no json", secret="guessed", after=timedelta(days=1))


def test_an_old_one_is_refused():
    """Recorded and sent again after six minutes."""
    with pytest.raises(WebhookRefusedError, match="more than 5 minutes"):
        read(signing.round0_event(), after=timedelta(minutes=6))
