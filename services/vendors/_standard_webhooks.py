"""Standard Webhooks: a signature over id, time and body, as standardwebhooks.com has it."""

import binascii
from dataclasses import dataclass
from datetime import datetime

from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook

from services.config import VendorSettings
from services.errors import ConfigurationError, WebhookRefusedError
from services.models.delivery import WebhookRequest
from services.vendors._signature import (
    header_of,
    refuse_unless_recent,
    refuse_unless_signed,
    secret_of,
    unix_moment,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the headers of a request with a good signature say."""

    delivery_id: str
    """Equal for every repetition of the same message."""
    sent_at: datetime
    """When this attempt was sent."""


def check_standard(request: WebhookRequest, settings: VendorSettings, *, title: str) -> Envelope:
    """Return the envelope of a request that was signed as Standard Webhooks, and just now.

    The library makes the signature. Its own `verify` is not used: it asks the computer's clock,
    takes fractions of seconds, and fails with foreign errors on a signature without a comma.

    Raises:
        ConfigurationError: the secret is missing or no secret of this kind.
        WebhookUnsignedError: it was not signed with this secret.
        WebhookRefusedError: it was sent too long ago, or is from the future.
    """
    signer = _signer(settings, title=title)
    delivery_id = header_of(request, "webhook-id")
    given = header_of(request, "webhook-signature").split()
    sent_at = unix_moment(header_of(request, "webhook-timestamp"))
    refuse_unless_signed(signer.sign(delivery_id, sent_at, _text(request.body)), given)
    refuse_unless_recent(sent_at, request)
    return Envelope(delivery_id, sent_at)


def _signer(settings: VendorSettings, *, title: str) -> Webhook:
    try:
        return Webhook(secret_of(settings, title=title))
    except (EmptyWebhookSecretError, binascii.Error, ValueError):
        msg = (
            f"The secret in {settings.variable('webhook_secret')} is not one of Standard Webhooks: "
            "“whsec_” and base64 after it. Copy it again, without anything around it."
        )
        raise ConfigurationError(msg) from None


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        msg = "The webhook's body is not text in UTF-8."
        raise WebhookRefusedError(msg) from None
