"""Signatures: who signed, how long ago, and that no sentence tells a secret or a signature."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from services.errors import ConfigurationError, WebhookRefusedError, WebhookUnsignedError
from services.models.delivery import WebhookRequest
from services.vendors._signature import (
    Encoding,
    SecretForm,
    check_plain,
    check_timed,
    header_of,
    key_of,
    refuse_unless_recent,
    secret_of,
)
from services.vendors.qode.settings import QodeSettings

# The published way of `t=,v1=`, worked out once by other means than ours.
KEY = b"test_secret"
BODY = b'{"id":"evt_1"}'
SENT = 1640000000
HEX = "920031176a1edd74836f982bdae8aeb00b58044fab0d5fec7a926669a40acd86"


def request(body=BODY, **headers):
    """Return a request received when the vector was sent."""
    return WebhookRequest(headers, body, datetime.fromtimestamp(SENT, tz=UTC))


def test_the_known_vector_is_accepted():
    """Secret, moment, body and signature belong together."""
    header = f"t={SENT},v1={HEX}"

    sent_at = check_timed(request(), header, key=KEY)

    assert sent_at == datetime(2021, 12, 20, 11, 33, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    "header",
    [
        f"t={SENT},v1={'0' * 64},v1={HEX}",
        f"v1={HEX},t={SENT}",
        f"t={SENT}, v0=abc, v1={HEX}, scheme, x=",
        f"t={SENT},v1={HEX.upper()}",
    ],
)
def test_one_good_signature_among_others_is_enough(header):
    """While a secret is changed there are two; unknown parts say nothing; order means nothing."""
    received = request()

    sent_at = check_timed(received, header, key=KEY)

    assert sent_at == received.received_at


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nonsense",
        f"t={SENT}",
        f"v1={HEX}",
        f"t={SENT},v1=",
        f"t={SENT},v0={HEX}",
        f"t={SENT},v1={HEX[:-1]}",
        f"t={SENT},v1={'é' * 64}",
        f"t={SENT + 1},v1={HEX}",
        f"t={SENT}.0,v1={HEX}",
        f"t=+{SENT},v1={HEX}",
        f"t=١٦٤٠٠٠٠٠٠٠,v1={HEX}",
        f"t=-1,v1={HEX}",
        f"t={'9' * 400},v1={HEX}",
        f"t={SENT},t={SENT},v1={HEX}",
    ],
)
def test_anything_else_is_unsigned(header):
    """Missing, cut, of another moment, or with a moment that is no whole number."""
    received = request()

    with pytest.raises(WebhookUnsignedError) as refused:
        check_timed(received, header, key=KEY)

    assert str(refused.value) == "The webhook's signature is missing or wrong."


@pytest.mark.parametrize(("body", "key"), [(BODY + b" ", KEY), (BODY, KEY + b"!"), (b"", KEY)])
def test_another_body_or_secret_is_unsigned(body, key):
    """Not one byte may differ: what is signed is the raw body."""
    header = f"t={SENT},v1={HEX}"

    with pytest.raises(WebhookUnsignedError):
        check_timed(request(body), header, key=key)


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        (Encoding.HEX, lambda digest: digest.hex()),
        (Encoding.HEX, lambda digest: f"sha256={digest.hex().upper()}"),
        (Encoding.BASE64, lambda digest: base64.b64encode(digest).decode()),
    ],
)
def test_a_body_signed_alone_is_accepted_in_either_writing(encoding, written):
    """HMAC-SHA256 of the empty body with an empty key is a well-known number."""
    digest = bytes.fromhex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")

    check_plain(request(b""), written(digest), key=b"", encoding=encoding)

    with pytest.raises(WebhookUnsignedError):
        check_plain(request(b"x"), written(digest), key=b"", encoding=encoding)


@pytest.mark.parametrize("seconds", [0, 299, -299, 300, -300])
def test_a_clock_may_be_five_minutes_off(seconds):
    """In both directions, five minutes included."""
    received = request()

    refuse_unless_recent(received.received_at + timedelta(seconds=seconds), received)


@pytest.mark.parametrize("seconds", [301, -301, 86_400])
def test_what_is_older_or_newer_is_refused(seconds):
    """Somebody may have recorded it; the sentence says what else it may be."""
    received = request()

    with pytest.raises(WebhookRefusedError, match="one of the two clocks is wrong") as refused:
        refuse_unless_recent(received.received_at + timedelta(seconds=seconds), received)

    assert not isinstance(refused.value, WebhookUnsignedError)


def test_a_header_is_found_whatever_its_case():
    """The settings may write it as the vendor does."""
    received = request(**{"x-instaview-signature": " abc "})

    found = header_of(received, "X-InstaView-Signature")

    assert found == "abc"


@pytest.mark.parametrize("secret", [None, "", "   "])
def test_without_a_secret_nothing_can_be_checked(secret):
    """It is our setting that is missing, and the sentence names it."""
    settings = QodeSettings(webhook_secret=secret)

    with pytest.raises(ConfigurationError, match="SCOREBAND_QODE_WEBHOOK_SECRET"):
        secret_of(settings, title="Qode")


def test_a_secret_of_another_form_is_a_wrong_setting():
    """The sentence names the setting and tells nothing of the secret, nor does what lies behind."""
    secret = "not-hexadecimal-ζ"

    with pytest.raises(ConfigurationError) as refused:
        key_of(secret, SecretForm.HEX, variable="SCOREBAND_X_WEBHOOK_SECRET")

    assert "SCOREBAND_X_WEBHOOK_SECRET" in str(refused.value)
    assert "ζ" not in repr((refused.value, refused.value.__cause__))


def test_a_secret_stands_for_its_text_or_for_bytes():
    """Both ways of reading 64 hexadecimal digits give different keys."""
    secret = SecretStr("00ff" * 16).get_secret_value()

    text, decoded = (
        key_of(secret, form, variable="X") for form in (SecretForm.TEXT, SecretForm.HEX)
    )

    assert (len(text), decoded) == (64, b"\x00\xff" * 16)


def test_a_request_shows_neither_its_headers_nor_its_body():
    """Signatures and names stay out of every traceback."""
    received = request(b"Zofia", signature="s3cret")

    shown = repr(received)

    assert "s3cret" not in shown
    assert "Zofia" not in shown
