"""Signatures against vectors that were computed elsewhere."""

import base64
from datetime import UTC, datetime

import pytest

from services.sandbox.signatures import Letter, plain_hex, standard_webhooks, timestamped


def _letter(body: bytes, *, secret: str, seconds: int, message_id: str = "m") -> Letter:
    return Letter(message_id, datetime.fromtimestamp(seconds, UTC), body, secret)


def test_standard_webhooks_sign_id_time_and_body():
    """A base64 code under version 1, with a secret that is base64 itself."""
    letter = _letter(
        b'{"test": 2432232314}',
        secret="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        seconds=1614265330,
        message_id="msg_p5jXN8AQM9LtM0D4loKWxEk",
    )

    headers = standard_webhooks(letter)

    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LtM0D4loKWxEk",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,jty3EIhlD/zEkikTOHdkOXle03X+ipsqt68QtVsX2j8=",
    }


def test_a_secret_without_the_prefix_is_taken_as_it_stands():
    """The same bytes as text and as base64 sign alike."""
    coded = "whsec_" + base64.b64encode(b"plain").decode()

    headers = [standard_webhooks(_letter(b"{}", secret=s, seconds=9)) for s in ("plain", coded)]

    assert headers[0] == headers[1]


def test_a_timestamped_signature_signs_the_time_too():
    """The time and the code stand in one header."""
    letter = _letter(b'{"id":"evt_1"}', secret="test_secret", seconds=1640000000)

    headers = timestamped("X-Webhook-Signature")(letter)

    code = "920031176a1edd74836f982bdae8aeb00b58044fab0d5fec7a926669a40acd86"
    assert headers == {"X-Webhook-Signature": f"t=1640000000,v1={code}"}


@pytest.mark.parametrize("seconds", [9, 1640000000])
def test_a_plain_signature_is_of_the_body_alone(seconds):
    """RFC 4231, test case 2: the time changes nothing."""
    letter = _letter(b"what do ya want for nothing?", secret="Jefe", seconds=seconds)

    headers = plain_hex("X-Code")(letter)

    assert headers == {"X-Code": "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"}


def test_a_secret_is_not_shown():
    """Neither in a log nor in a traceback."""
    letter = _letter(b"{}", secret="hush", seconds=9)

    text = repr(letter)

    assert "hush" not in text
