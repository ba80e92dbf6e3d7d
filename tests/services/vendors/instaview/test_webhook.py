"""InstaView's webhooks: three spellings of events, and everything about the signature is set."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta, timezone

import pytest

from services.errors import ConfigurationError, WebhookRefusedError, WebhookUnsignedError
from services.models.delivery import Delivery, WebhookRequest
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.instaview.webhook import event_word, read_webhook
from tests import signing

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def read(document, *, after=timedelta(0), headers=None, **settings):
    """Read what InstaView signed at noon."""
    body, signed = signing.by_instaview(document, NOON)
    request = WebhookRequest(signing.lowered(headers or signed), body, NOON + after)
    set_to = {"webhook_secret": signing.INSTAVIEW_SECRET} | settings
    return read_webhook(request, InstaViewSettings(**set_to))


def test_the_interview_and_the_event_are_read():
    """The delivery's id is told in the body."""
    delivery = read(signing.instaview_event("dlv-4", at=NOON, interviewId="b1f7"))

    assert delivery == Delivery(
        vendor="instaview",
        delivery_id="dlv-4",
        event="analysis.completed",
        vendor_interview_id="b1f7",
        sent_at=NOON,
    )


@pytest.mark.parametrize(
    ("sent", "word"),
    [
        ("interview.started", "interview.started"),
        ("INTERVIEW_STARTED", "interview.started"),
        ("Analysis_Failed", "analysis.failed"),
        (0, "analysis.completed"),
        (1, "analysis.failed"),
        (2, "ping"),
        (3, "interview.completed"),
        (4, "interview.failed"),
        (5, "interview.started"),
        (6, "6"),
        ("SOURCING_COMPLETED", "SOURCING_COMPLETED"),
        ("something.New", "something.New"),
    ],
)
def test_names_numbers_and_labels_mean_the_same(sent, word):
    """What is in no list stays as it came."""
    read_as = event_word(sent)

    assert read_as == word


@pytest.mark.parametrize("event", ["ping", 2, "SOURCING_COMPLETED"])
def test_some_events_are_about_no_interview(event):
    """A ping is received as well as anything else."""
    document = {"event": event, "timestamp": NOON.isoformat(), "deliveryId": "dlv-2", "data": {}}

    delivery = read(document)

    assert delivery.vendor_interview_id is None


@pytest.mark.parametrize("event", ["interview.completed", 0, "ANALYSIS_FAILED"])
def test_an_event_about_an_interview_names_it(event):
    """Without an id there is nothing to fetch, and InstaView should know."""
    with pytest.raises(WebhookRefusedError, match="names no interview"):
        read(signing.instaview_event(at=NOON, event=event, interviewId=None))


@pytest.mark.parametrize(
    "written",
    [
        "2026-05-04T12:00:00Z",
        "2026-05-04T12:00:00.000Z",
        "2026-05-04T12:00:00",
        NOON.astimezone(timezone(timedelta(hours=2))).isoformat(),
        int(NOON.timestamp() * 1000),
    ],
)
def test_the_moment_may_be_written_in_any_way(written):
    """With or without a zone (UTC then), or as milliseconds."""
    document = signing.instaview_event(at=NOON) | {"timestamp": written}

    delivery = read(document)

    assert delivery.sent_at == NOON


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_the_ends_of_the_calendar_are_old_or_new(moment):
    """No moment makes the reader fall over."""
    document = signing.instaview_event(at=NOON) | {"timestamp": moment}

    with pytest.raises(WebhookRefusedError, match="more than 5 minutes"):
        read(document)


def test_how_old_a_delivery_may_be_is_a_setting():
    """Should the body keep the event's time over all attempts, a longer tolerance helps."""
    late = {"document": signing.instaview_event(at=NOON), "after": timedelta(minutes=50)}

    delivery = read(**late, webhook_tolerance_minutes=60)

    assert delivery.sent_at == NOON
    with pytest.raises(WebhookRefusedError, match="more than 5 minutes"):
        read(**late)


@pytest.mark.parametrize(
    ("settings", "key", "written"),
    [
        ({}, signing.INSTAVIEW_SECRET.encode(), lambda digest: digest.hex()),
        (
            {"webhook_secret_form": "hex", "webhook_encoding": "base64"},
            bytes.fromhex(signing.INSTAVIEW_SECRET),
            lambda digest: base64.b64encode(digest).decode(),
        ),
    ],
)
def test_header_encoding_and_form_of_the_secret_are_settings(settings, key, written):
    """InstaView documents none of them."""
    body = signing.encoded(signing.instaview_event(at=NOON))
    digest = hmac.new(key, body, hashlib.sha256).digest()

    delivery = read(
        body,
        headers={"X-Signed-By": f"sha256={written(digest)}"},
        webhook_header="X-Signed-By",
        **settings,
    )

    assert delivery.event == "analysis.completed"


def test_a_signature_written_otherwise_is_unsigned():
    """Hex where base64 was agreed."""
    with pytest.raises(WebhookUnsignedError):
        read(signing.instaview_event(at=NOON), webhook_encoding="base64")


def test_without_a_secret_the_setting_is_named():
    """The vendor may try again once it is set."""
    with pytest.raises(ConfigurationError, match="SCOREBAND_INSTAVIEW_WEBHOOK_SECRET"):
        read(signing.instaview_event(at=NOON), webhook_secret=None)


@pytest.mark.parametrize("document", [signing.qode_event(), signing.round0_event(), [], "text"])
def test_what_instaview_does_not_send_is_refused(document):
    """Well signed, but another vendor's."""
    with pytest.raises(WebhookRefusedError, match="not a webhook of InstaView"):
        read(document)
