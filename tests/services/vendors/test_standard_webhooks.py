"""Standard Webhooks: the published scheme, through the library, by our clock."""

from datetime import UTC, datetime, timedelta

import pytest

from services.errors import ConfigurationError, WebhookRefusedError, WebhookUnsignedError
from services.models.delivery import WebhookRequest
from services.vendors._standard_webhooks import check_standard
from services.vendors.qode.settings import QodeSettings

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"test": 2432232314}'
SENT = datetime.fromtimestamp(1614265330, tz=UTC)
HEADERS = {
    "webhook-id": "msg_p5jXN8AQM9LtM0D4loKWxEk",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,jty3EIhlD/zEkikTOHdkOXle03X+ipsqt68QtVsX2j8=",
}


def check(body=BODY, *, secret=SECRET, at=SENT, **changed):
    """Check the known vector, with some headers changed or (None) left out."""
    headers = HEADERS | {name.replace("_", "-"): text for name, text in changed.items()}
    sent = {name: text for name, text in headers.items() if text is not None}
    settings = QodeSettings(webhook_secret=secret)
    return check_standard(WebhookRequest(sent, body, at), settings, title="Acme")


def test_the_known_vector_is_accepted():
    """Id, moment and signature belong together."""
    envelope = check()

    assert (envelope.delivery_id, envelope.sent_at) == ("msg_p5jXN8AQM9LtM0D4loKWxEk", SENT)


@pytest.mark.parametrize(
    "signatures",
    [
        f"v1,{'A' * 43}= {HEADERS['webhook-signature']}",
        f"{HEADERS['webhook-signature']} v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw",
        f"nonsense , v1 {HEADERS['webhook-signature']}",
    ],
)
def test_any_of_several_signatures_is_enough(signatures):
    """So that secrets can be changed; unknown kinds and rubbish among them do no harm."""
    envelope = check(webhook_signature=signatures)

    assert envelope.sent_at == SENT


@pytest.mark.parametrize(
    "changed",
    [
        {"webhook_signature": None},
        {"webhook_signature": "v1,"},
        {"webhook_signature": "v1"},
        {"webhook_signature": "v1,%%%"},
        {"webhook_signature": HEADERS["webhook-signature"].replace("v1,", "v2,")},
        {"webhook_signature": HEADERS["webhook-signature"][3:]},
        {"webhook_id": None},
        {"webhook_id": "msg_other"},
        {"webhook_timestamp": None},
        {"webhook_timestamp": "1614265331"},
        {"webhook_timestamp": "1614265330.0"},
        {"webhook_timestamp": "nan"},
        {"webhook_timestamp": "2021-02-25T15:02:10Z"},
        {"body": BODY + b"\n"},
        {"secret": "whsec_" + "A" * 32},
    ],
)
def test_anything_else_is_unsigned(changed):
    """A header missing, changed or written otherwise, another body, another secret."""
    with pytest.raises(WebhookUnsignedError) as refused:
        check(**changed)

    assert str(refused.value) == "The webhook's signature is missing or wrong."


@pytest.mark.parametrize("minutes", [6, -6])
def test_a_good_signature_of_another_time_is_refused(minutes):
    """By our clock, which a test can set."""
    with pytest.raises(WebhookRefusedError, match="more than 5 minutes"):
        check(at=SENT + timedelta(minutes=minutes))


def test_a_body_that_is_no_text_is_refused():
    """The scheme signs texts."""
    with pytest.raises(WebhookRefusedError, match="UTF-8"):
        check(b"\xff\xfe")


@pytest.mark.parametrize("secret", ["whsec_", "whsec_A", "whsec_é", "%"])
def test_a_secret_of_another_kind_is_a_wrong_setting(secret):
    """The sentence names the setting and not what stands in it."""
    with pytest.raises(ConfigurationError, match="SCOREBAND_QODE_WEBHOOK_SECRET") as refused:
        check(secret=secret)

    assert refused.value.__cause__ is None
