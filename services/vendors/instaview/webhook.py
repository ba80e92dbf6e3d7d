"""Webhook: InstaView tells that an interview or its analysis went on.

Stated: an HMAC with the secret, and the body's fields. Assumed, and therefore settings: the
header's name, SHA-256 over the raw body, how the signature is written, what the secret's text
stands for, and how old a delivery may be.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

from pydantic import Field

from services.errors import WebhookRefusedError
from services.models.delivery import Delivery, WebhookRequest
from services.vendors._clock import utc
from services.vendors._event import Event, EventId, EventWord, event_in
from services.vendors._signature import (
    Encoding,
    SecretForm,
    check_plain,
    header_of,
    key_of,
    refuse_unless_recent,
    secret_of,
)
from services.vendors.instaview.settings import InstaViewSettings

_NAME: Final = "instaview"
_TITLE: Final = "InstaView"
_NUMBERED: Final[Sequence[str]] = (
    "analysis.completed",
    "analysis.failed",
    "ping",
    "interview.completed",
    "interview.failed",
    "interview.started",
)
"""The events whose numbers InstaView's reference gives, from 0 on."""
_ABOUT_AN_INTERVIEW: Final = ("interview.", "analysis.")


class _Data(Event):
    """Ids and a status; newer versions send the whole analysis along, which is fetched anyway."""

    interview_id: EventId | None = Field(None, alias="interviewId")


class _InstaViewEvent(Event):
    event: EventWord | Annotated[int, Field(ge=0, lt=1000)]
    timestamp: Annotated[datetime, Field(strict=False)]
    delivery_id: EventId = Field(alias="deliveryId")
    data: _Data | None = None


def read_webhook(request: WebhookRequest, settings: InstaViewSettings) -> Delivery:
    """Return what a webhook says.

    Raises:
        ConfigurationError: no secret is set, or it is not in the form that the settings say.
        WebhookRefusedError: it is not signed, too old, or not InstaView's.
    """
    _check(request, settings)
    event = event_in(request.body, _InstaViewEvent, title=_TITLE)
    sent_at = utc(event.timestamp) or datetime.min.replace(tzinfo=UTC)
    tolerance = timedelta(minutes=settings.webhook_tolerance_minutes)
    refuse_unless_recent(sent_at, request, tolerance=tolerance)
    word = event_word(event.event)
    interview_id = event.data.interview_id if event.data else None
    if interview_id is None and word.startswith(_ABOUT_AN_INTERVIEW):
        msg = f"InstaView's event {word} names no interview (“data.interviewId”)."
        raise WebhookRefusedError(msg)
    return Delivery(
        vendor=_NAME,
        delivery_id=event.delivery_id,
        event=word,
        vendor_interview_id=interview_id,
        sent_at=sent_at,
    )


def event_word(event: str | int) -> str:
    """Return an event as `interview.completed`, whether its name, number or label was sent.

    What is in no list stays as it came.
    """
    if isinstance(event, int):
        return _NUMBERED[event] if event < len(_NUMBERED) else str(event)
    name = event.lower().replace("_", ".")
    return name if name in _NUMBERED else event


def _check(request: WebhookRequest, settings: InstaViewSettings) -> None:
    key = key_of(
        secret_of(settings, title=_TITLE),
        SecretForm(settings.webhook_secret_form),
        variable=settings.variable("webhook_secret"),
    )
    signature = header_of(request, settings.webhook_header)
    check_plain(request, signature, key=key, encoding=Encoding(settings.webhook_encoding))
