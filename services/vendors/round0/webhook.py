"""Webhook: round0 tells that an interview began or ended.

Assumptions: the signed text is `<t>.<raw body>` and the tolerance five minutes, as with Stripe,
which the header `t=,v1=` is said to be similar to.
"""

from typing import Final

from services.models.delivery import Delivery, WebhookRequest
from services.vendors._event import Event, EventId, EventWord, event_in
from services.vendors._signature import (
    check_timed,
    header_of,
    refuse_unless_recent,
    secret_of,
)
from services.vendors.round0.settings import Round0Settings

_NAME: Final = "round0"
_TITLE: Final = "round0"
_HEADER: Final = "x-webhook-signature"


class _Interview(Event):
    """Beside the id lies `token`, the candidate's live link: not named here, so never read."""

    id: EventId


class _Data(Event):
    interview: _Interview


class _Round0Event(Event):
    id: EventId
    type: EventWord
    data: _Data


def read_webhook(request: WebhookRequest, settings: Round0Settings) -> Delivery:
    """Return what a webhook says; it has no transcript, so the interview is fetched after it.

    Raises:
        ConfigurationError: no secret is set.
        WebhookRefusedError: it is not signed, too old, or not round0's.
    """
    key = secret_of(settings, title=_TITLE).encode()
    sent_at = check_timed(request, header_of(request, _HEADER), key=key)
    refuse_unless_recent(sent_at, request)
    event = event_in(request.body, _Round0Event, title=_TITLE)
    return Delivery(
        vendor=_NAME,
        delivery_id=event.id,
        event=event.type,
        vendor_interview_id=event.data.interview.id,
        sent_at=sent_at,
    )
