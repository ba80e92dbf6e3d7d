"""Qode's webhooks: the interview's document, signed as Standard Webhooks."""

from datetime import UTC, datetime

import pytest

from services.errors import WebhookRefusedError
from services.models.delivery import Delivery, WebhookRequest
from services.vendors.qode.entry import VENDOR
from services.vendors.qode.settings import QodeSettings
from tests import signing

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def read(document, **how):
    """Read what Qode signed at noon."""
    body, headers = signing.by_qode(document, NOON, **how)
    request = WebhookRequest(signing.lowered(headers), body, NOON)
    return VENDOR.read_webhook(request, QodeSettings(webhook_secret=signing.QODE_SECRET))


def test_the_interview_and_the_event_are_read():
    """The delivery's id is the message's, equal for every attempt; nothing else is kept."""
    delivery = read(signing.qode_event("aa11_bb22", "started"), delivery_id="msg_7")

    assert delivery == Delivery(
        vendor="qode",
        delivery_id="msg_7",
        event="started",
        vendor_interview_id="aa11_bb22",
        sent_at=NOON,
    )


@pytest.mark.parametrize(
    "document",
    [
        signing.round0_event(),
        signing.instaview_event(at=NOON),
        {"interview_id": "a-1"},
        {"interview_id": 7, "event": "STARTED"},
        {"interview_id": "a\nb", "event": "STARTED"},
        {"interview_id": "x" * 301, "event": "STARTED"},
        {"interview_id": "a-1", "event": "\x1b[31mred"},
        [],
        "text",
    ],
)
def test_what_qode_does_not_send_is_refused(document):
    """Well signed, but another vendor's or not as assumed: the sentence asks for the address."""
    with pytest.raises(WebhookRefusedError, match=r"not a webhook of Qode: .*vendor's address"):
        read(document)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\x00", b"[" * 100_000, b'{"interview_id": "\\ud800"}']
)
def test_what_is_no_json_is_refused(body):
    """However it is broken."""
    with pytest.raises(WebhookRefusedError, match="is not JSON"):
        read(body)


@pytest.mark.parametrize("delivery_id", ["a b", "x" * 301])
def test_a_delivery_id_is_held_to_the_rule_of_ids(delivery_id):
    """It becomes part of a line in the log."""
    with pytest.raises(WebhookRefusedError, match="own id is not an id without blanks"):
        read(signing.qode_event(), delivery_id=delivery_id)
