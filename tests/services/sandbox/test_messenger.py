"""Webhooks on their way: signed, in order, tried again, and to this machine only."""

import base64
import hashlib
import hmac
import json
import logging
import threading
from contextlib import closing
from dataclasses import replace

import httpx
import pytest

from services.sandbox.directory import sandboxes
from services.sandbox.messenger import Messenger
from services.sandbox.options import WebhookTarget
from services.sandbox.server import running
from services.sandbox.signatures import plain_hex, standard_webhooks
from services.sandbox.vendor_api import Happening
from tests.services.sandbox.conftest import OPTIONS, MovableClock
from tests.services.sandbox.receiver import receiving

NEWS = Happening("a", "begun", {"event": "begun", "name": "Zoë Åkesson"})
NO_PAUSES = (0.0, 0.0, 0.0)
PLAIN = plain_hex("X-Code")


def _messenger(url, *, sign=PLAIN, pauses_s=NO_PAUSES):
    targets = {"a": WebhookTarget(url, "hush")}
    return Messenger(targets, signs={"a": sign}, clock=MovableClock(), pauses_s=pauses_s)


def test_a_webhook_arrives_signed_over_its_very_bytes():
    """Path and query of the target are kept, and the body is JSON in UTF-8."""
    with receiving() as receiver, closing(_messenger(receiver.url)) as messenger:
        messenger.tell(NEWS)
        (arrived,) = receiver.take(1)

    code = hmac.new(b"hush", arrived.body, hashlib.sha256).hexdigest()
    assert json.loads(arrived.body) == NEWS.body
    assert arrived.headers["X-Code"] == code
    assert arrived.headers["Content-Type"] == "application/json"
    assert arrived.path == "/hooks/here?from=sandbox"


def test_webhooks_arrive_in_the_order_of_what_happened():
    """One after the other, also when they are told at once."""
    news = [Happening("a", "step", {"number": number}) for number in range(20)]

    with receiving() as receiver, closing(_messenger(receiver.url)) as messenger:
        for each in news:
            messenger.tell(each)
        arrived = receiver.take(20)

    assert [json.loads(each.body)["number"] for each in arrived] == list(range(20))


@pytest.mark.parametrize("status", [500, 429, 404, 302])
def test_what_is_not_taken_is_sent_again(status):
    """The same message under the same id, until a 2xx comes; a redirect is not followed."""
    with (
        receiving(status, status) as receiver,
        closing(_messenger(receiver.url, sign=standard_webhooks)) as messenger,
    ):
        messenger.tell(NEWS)
        messenger.wait()
        arrived = receiver.take(3)
        was_all = receiver.is_empty()

    assert was_all
    assert len({(each.path, each.headers["webhook-id"], each.body) for each in arrived}) == 1


def test_it_gives_up_after_three_repetitions(caplog):
    """A line in the log says so, without the secret and without what was sent."""
    with receiving(*[500] * 9) as receiver, closing(_messenger(receiver.url)) as messenger:
        with caplog.at_level(logging.WARNING):
            messenger.tell(NEWS)
            messenger.wait()
        receiver.take(4)
        was_all = receiver.is_empty()

    assert was_all
    assert "begun" in caplog.text
    assert "hush" not in caplog.text
    assert "Zoë" not in caplog.text


def test_a_target_where_nobody_is_fails_nobody(caplog):
    """Telling returns at once, and the next letter is told as well."""
    with receiving() as receiver:
        url = receiver.url

    with closing(_messenger(url)) as messenger:
        messenger.tell(NEWS)
        messenger.tell(NEWS)
        messenger.wait()

    assert caplog.text.count("ConnectionRefusedError") == 2


def test_a_vendor_without_a_target_tells_nothing():
    """Nothing is sent, and no thread begins."""
    before = threading.active_count()

    with receiving() as receiver, closing(_messenger(receiver.url)) as messenger:
        during = threading.active_count()
        messenger.tell(replace(NEWS, vendor="b"))
        after, is_empty = threading.active_count(), receiver.is_empty()

    assert is_empty
    assert (before, during) == (before, after)


@pytest.mark.parametrize(
    "url", ["http://example.com/", "https://127.0.0.1/", "http://10.0.0.1/", "ftp://127.0.0.1/"]
)
def test_only_this_machine_is_told(url):
    """Any other address is refused before anything is sent."""
    with pytest.raises(ValueError, match=r"127\.0\.0\.1 only"):
        _messenger(url)


def test_closing_cuts_a_long_pause_short():
    """No thread is left, and what was waiting is dropped."""
    with receiving(500) as receiver:
        messenger = _messenger(receiver.url, pauses_s=(3600.0,))
        messenger.tell(NEWS)
        receiver.take(1)

        messenger.close()
        messenger.tell(NEWS)
        names = [thread.name for thread in threading.enumerate()]
        is_empty = receiver.is_empty()

    assert "webhooks-a" not in names
    assert is_empty


def test_every_vendor_has_a_way_to_sign():
    """A new vendor needs no change here."""
    signs = {name: each.sign for name, each in sandboxes().items()}
    targets = {name: WebhookTarget("http://127.0.0.1:9/", "hush") for name in signs}

    messenger = Messenger(targets, signs=signs, clock=MovableClock())

    messenger.close()
    assert {"qode", "instaview"} <= set(signs)


def test_qode_tells_the_interview_itself():
    """The event object is the body that a GET would give, signed as Standard Webhooks has it."""
    with receiving() as receiver:
        options = replace(OPTIONS, webhooks={"qode": WebhookTarget(receiver.url, "hush")})
        with running(options) as sandbox, httpx.Client(base_url=sandbox.url) as client:
            rows = client.get("/_sandbox/interviews").json()
            waiting = next(
                row["interview_id"]
                for row in rows
                if (row["vendor"], row["status"]) == ("qode", "SCHEDULED")
            )
            client.post(f"/_sandbox/interviews/{waiting}/advance").raise_for_status()
            (arrived,) = receiver.take(1)

    body = json.loads(arrived.body)
    signed = f"{arrived.headers['webhook-id']}.{arrived.headers['webhook-timestamp']}."
    code = hmac.new(b"hush", signed.encode() + arrived.body, hashlib.sha256).digest()
    assert (body["interview_id"], body["event"].upper()) == (waiting, "STARTED")
    assert body["timestamp"]
    assert arrived.headers["webhook-signature"] == f"v1,{base64.b64encode(code).decode()}"


def test_instaview_tells_though_nobody_asks():
    """A created interview runs to its analysis by the clock; each stage is told as it comes."""
    with receiving() as receiver:
        target = WebhookTarget(receiver.url, "hush")
        options = replace(OPTIONS, step_seconds=0.05, webhooks={"instaview": target})
        with running(options) as sandbox:
            _book(sandbox.root("instaview"))
            arrived = receiver.take(3)

    bodies = [json.loads(each.body) for each in arrived]
    codes = [hmac.new(b"hush", each.body, hashlib.sha256).hexdigest() for each in arrived]
    assert [each["event"] for each in bodies] == [
        "interview.started", "interview.completed", "analysis.completed",
    ]  # fmt: skip
    assert [each.headers["X-InstaView-Signature"] for each in arrived] == codes


def _book(root: str) -> None:
    key = {"Authorization": "Bearer sandbox-key"}
    somebody = {
        "firstName": "Ines",
        "email": "ines.invented@example.com",
        "gdprExpiryDate": "2028-01-31",
    }
    with httpx.Client(headers=key) as client:
        agent = client.get(f"{root}/agents").json()["data"]["items"][0]["id"]
        body = {"agentId": agent, "candidate": somebody, "job": {"jobTitle": "Tide Modeller"}}
        client.post(f"{root}/interviews", json=body).raise_for_status()
