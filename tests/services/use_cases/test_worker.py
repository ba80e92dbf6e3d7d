"""The worker: woken by news, held up by no vendor, ended in good order."""

import logging
import threading
import time
from dataclasses import replace

import pytest
from pydantic import SecretStr

from services.cache.store import open_store
from services.use_cases.sync import Sync
from services.use_cases.webhooks import Webhooks
from services.use_cases.worker import Worker
from tests.services.use_cases.conftest import TOY, Api, ToySettings
from tests.services.use_cases.test_webhooks import SIGNED, read_toy
from tests.waiting import until


def parse_as(vendor):
    """Return a reader of toy documents of another vendor."""
    return lambda payload: TOY.parse(payload).model_copy(update={"vendor": vendor})


def read_as(vendor):
    """Return a reader of toy webhooks of another vendor."""
    return lambda *told: read_toy(*told).model_copy(update={"vendor": vendor})


VENDORS = {
    name: replace(TOY, name=name, title=name, parse=parse_as(name), read_webhook=read_as(name))
    for name in ("slow", "toy")
}


@pytest.fixture
def apis():
    """Both vendors' APIs."""
    return {name: Api() for name in VENDORS}


@pytest.fixture
def webhooks(store, apis, clock):
    """The use case over a cache and two vendors in memory."""
    settings = ToySettings(webhook_secret=SecretStr("s3cret"))
    sync = Sync(store, VENDORS, lambda vendor: apis[vendor.name], lambda _: True, clock)
    return Webhooks(store, VENDORS, lambda _: settings, sync, clock)


@pytest.fixture
def worker(webhooks):
    """Return a worker that has begun and looks for itself only once a minute."""
    worker = Worker(webhooks, pause_s=60)
    worker.start()
    yield worker
    worker.stop()


def test_news_is_fetched_when_the_worker_is_woken(worker, webhooks, apis):
    """Long before it would have looked for itself."""
    webhooks.accept("toy", SIGNED, b"d-1 a-1")

    worker.wake()

    until(lambda: webhooks.store.find("a-1"))
    assert apis["toy"].asked == ["a-1"]


def test_what_an_earlier_run_left_is_fetched_at_the_start(webhooks, store):
    """A delivery that was kept, and then the program was killed."""
    webhooks.accept("toy", SIGNED, b"d-1 a-1")
    worker = Worker(webhooks, pause_s=60)

    worker.start()

    until(lambda: store.find("a-1"))
    worker.stop()


def test_without_news_the_worker_looks_for_itself(webhooks, store):
    """What another program put into the queue, or what is due again."""
    worker = Worker(webhooks, pause_s=0.01)
    worker.start()

    store.track("toy", ["a-1"])

    until(lambda: store.find("a-1"))
    worker.stop()


def test_a_vendor_that_hangs_holds_up_no_other(worker, webhooks, apis, store):
    """Each is asked in a thread of its own; what came meanwhile is fetched when it answers."""
    goes_on = threading.Event()
    sound = apis["slow"].answer
    apis["slow"].answer = lambda name: sound(name) if goes_on.wait(60) else b""
    webhooks.accept("slow", SIGNED, b"d-1 s-1")
    worker.wake()
    until(lambda: apis["slow"].asked)

    webhooks.accept("slow", SIGNED, b"d-2 s-2")
    webhooks.accept("toy", SIGNED, b"d-1 a-1")
    worker.wake()

    until(lambda: store.find("a-1"))
    assert store.find("s-1") is None
    goes_on.set()
    until(lambda: store.find("s-1") and store.find("s-2"))


def test_stopping_ends_between_two_interviews(webhooks, apis, store):
    """What was fetched is kept, what was not is still due, and no thread is left."""
    apis["toy"].answer = lambda name: (time.sleep(0.02), f"{name} reported 70".encode())[1]
    store.track("toy", [f"a-{number}" for number in range(2000)])
    worker = Worker(webhooks, pause_s=60)
    worker.start()
    until(lambda: len(apis["toy"].asked) > 10)

    worker.stop()

    names = {thread.name.rstrip("_0123456789") for thread in threading.enumerate()}
    assert names.isdisjoint({"webhook-worker", "webhook-fetch", "crew", "fetch"})
    assert len(apis["toy"].asked) < 2000
    assert store.due("toy")


def test_a_database_that_cannot_be_written_is_told_again_and_again(
    webhooks, tmp_path, clock, caplog
):
    """The worker does not end: somebody may free the disk."""
    path = tmp_path / "cache.db"
    webhooks.store.close()
    path.chmod(0o444)
    read_only = open_store(f"sqlite:///{path}", clock=clock)
    worker = Worker(replace(webhooks, store=read_only), pause_s=0.01)

    worker.start()

    until(lambda: len([each for each in caplog.records if each.levelno == logging.WARNING]) > 2)
    worker.stop()
    read_only.close()
    assert "may only be read" in caplog.text


def test_a_bug_is_told_by_its_kind_alone(webhooks, caplog):
    """Its text may quote anybody's words; the worker goes on."""

    def broken(*_):
        msg = "Zofia said so"
        raise RuntimeError(msg)

    worker = Worker(replace(webhooks, sync=replace(webhooks.sync, has_key=broken)), pause_s=0.01)
    webhooks.store.track("toy", ["a-1"])

    worker.start()

    until(lambda: caplog.text.count("the worker met RuntimeError at ") > 2)
    worker.stop()
    assert "Zofia" not in caplog.text
