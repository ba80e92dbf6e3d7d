"""Webhooks as a use case: kept before they are answered, fetched after, by the queue's rules."""

from dataclasses import replace

import pytest
from pydantic import SecretStr

from services.errors import NothingFoundError, VendorDownError, WebhookRefusedError
from services.models.delivery import Delivery
from services.use_cases.sync import Sync
from services.use_cases.webhooks import Sender, Webhooks
from tests.services.use_cases.conftest import TOY, ToySettings


def read_toy(request, settings):
    """Read a toy webhook, `<delivery> <interview>`, that has the secret in a header."""
    if request.headers.get("toy-secret") != settings.webhook_secret.get_secret_value():
        msg = "not signed"
        raise WebhookRefusedError(msg)
    delivery_id, _, interview_id = request.body.decode().partition(" ")
    return Delivery(
        vendor="toy",
        delivery_id=delivery_id,
        event="done",
        vendor_interview_id=interview_id or None,
        sent_at=request.received_at,
    )


SIGNED = {"Toy-Secret": "s3cret"}
VENDORS = {
    "mute": replace(TOY, name="mute", title="Mute"),
    "toy": replace(TOY, read_webhook=read_toy),
}


@pytest.fixture
def webhooks(store, api, clock):
    """The use case over a cache and a vendor in memory."""
    settings = ToySettings(webhook_secret=SecretStr("s3cret"))
    return Webhooks(
        store=store,
        vendors=VENDORS,
        settings=lambda _: settings,
        sync=Sync(store, VENDORS, lambda _: api, lambda _: True, clock),
        clock=clock,
    )


def test_what_is_accepted_is_kept_and_fetched_later(webhooks, api):
    """Accepting asks the vendor nothing; passing on makes it due; fetching gets it."""
    receipt = webhooks.accept("toy", SIGNED, b"d-1 a-1")
    before = (list(api.asked), webhooks.with_work())

    passed_on = webhooks.pass_on()
    work = webhooks.with_work()
    report = webhooks.fetch("toy")

    assert receipt.is_new
    assert before == ([], ())
    assert (passed_on, work) == (1, ("toy",))
    assert (api.asked, len(report.stored)) == (["a-1"], 1)
    assert webhooks.with_work() == ()


def test_a_repetition_is_known_and_fetches_nothing(webhooks, api):
    """The same id again, whatever else it says."""
    webhooks.accept("toy", SIGNED, b"d-1 a-1")

    again = webhooks.accept("toy", SIGNED, b"d-1 b-2")
    webhooks.pass_on()
    webhooks.fetch("toy")

    assert not again.is_new
    assert api.asked == ["a-1"]


def test_two_events_about_one_interview_are_one_fetch(webhooks, api):
    """The queue holds an interview once."""
    for body in (b"d-1 a-1", b"d-2 a-1"):
        webhooks.accept("toy", SIGNED, body)

    webhooks.pass_on()
    webhooks.fetch("toy")

    assert api.asked == ["a-1"]


@pytest.mark.parametrize("vendor", ["mute", "nobody", "TOY", ""])
def test_a_vendor_that_sends_none_is_not_found(webhooks, vendor):
    """Whether it is unknown or has no webhooks."""
    with pytest.raises(NothingFoundError):
        webhooks.accept(vendor, SIGNED, b"d-1 a-1")

    assert not webhooks.knows(vendor)


def test_what_is_refused_is_kept_nowhere(webhooks):
    """Nothing is left to be worked off."""
    with pytest.raises(WebhookRefusedError):
        webhooks.accept("toy", {}, b"d-1 a-1")

    assert webhooks.pass_on() == 0


def test_more_than_one_drain_is_passed_on(webhooks):
    """However many came while nobody worked."""
    for number in range(1201):
        webhooks.accept("toy", SIGNED, f"d-{number} a-{number}".encode())

    passed_on = webhooks.pass_on()

    assert passed_on == 1201


def test_without_a_key_there_is_no_work(webhooks):
    """The events wait in the queue until a key is set."""
    keyless = replace(webhooks, sync=replace(webhooks.sync, has_key=lambda _: False))
    keyless.accept("toy", SIGNED, b"d-1 a-1")

    keyless.pass_on()

    assert keyless.with_work() == ()
    assert webhooks.with_work() == ("toy",)


def test_a_failed_fetch_is_due_again_by_the_queues_rule(webhooks, api, clock):
    """After a pause, without another webhook."""
    sound = api.answer

    def down(_):
        raise VendorDownError("Toy", "the service is out of order (503). Try again later.")

    webhooks.accept("toy", SIGNED, b"d-1 a-1")
    webhooks.pass_on()
    api.answer = down

    failed = webhooks.fetch("toy")
    at_once = webhooks.with_work()
    api.answer = sound
    clock.forward(minutes=2)
    again = webhooks.fetch("toy")

    assert (len(failed.failures), at_once) == (1, ())
    assert len(again.stored) == 1


def test_senders_are_told_with_what_is_missing(webhooks):
    """For the list of addresses to register."""
    without = replace(webhooks, settings=lambda _: ToySettings())

    senders = (webhooks.senders(), without.senders())

    variable = "SCOREBAND_TOY_WEBHOOK_SECRET"
    assert senders == (
        (Sender("toy", "Toy", has_secret=True, secret_variable=variable),),
        (Sender("toy", "Toy", has_secret=False, secret_variable=variable),),
    )
