"""Webhook: Qode tells that an interview went on.

Assumptions, since Qode documents no webhooks: what is pushed is the object that `get interview
details` gives (which has `event` and `timestamp`, of no use in an answer), signed as Standard
Webhooks.
"""

from services.models.delivery import Delivery, WebhookRequest
from services.vendors._event import Event, EventId, EventWord, event_in, plain_id
from services.vendors._standard_webhooks import check_standard
from services.vendors.qode.client import TITLE
from services.vendors.qode.parsing import NAME
from services.vendors.qode.settings import QodeSettings


class _QodeEvent(Event):
    """Of a document with everything in it, what tells that there is news."""

    interview_id: EventId
    event: EventWord


def read_webhook(request: WebhookRequest, settings: QodeSettings) -> Delivery:
    """Return what a webhook says; only its interview's id is used, the rest is fetched.

    Raises:
        ConfigurationError: no secret is set.
        WebhookRefusedError: it is not signed, too old, or not Qode's.
    """
    envelope = check_standard(request, settings, title=TITLE)
    event = event_in(request.body, _QodeEvent, title=TITLE)
    return Delivery(
        vendor=NAME,
        delivery_id=plain_id(envelope.delivery_id),
        event=event.event,
        vendor_interview_id=event.interview_id,
        sent_at=envelope.sent_at,
    )
