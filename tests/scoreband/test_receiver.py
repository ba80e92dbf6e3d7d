"""The receiver over real HTTP: what it takes, what it refuses, and what it lets out."""

import logging
import socket
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import timedelta

import httpx
import pytest

from scoreband.receiver import MOST_BYTES, create_app
from services.cache.store import open_store
from services.use_cases.sync import Sync
from services.use_cases.webhooks import Webhooks
from services.use_cases.worker import Worker
from tests import signing
from tests.scoreband.listening import NOON, SECRETS, SIGNERS, VENDORS, Receiver, listening, nobody


@pytest.fixture
def secrets():
    """The secrets that are set; a test may take one away."""
    return dict(SECRETS)


@pytest.fixture
def keeps_for_s():
    """Longer than in earnest: a slow machine is not a failing test."""
    return 30


@pytest.fixture
def receiver(tmp_path, secrets, caplog, keeps_for_s):
    """Return a receiver on a free port; nothing is fetched, as no key is set."""
    caplog.set_level(logging.INFO)
    path = tmp_path / "cache.db"
    with closing(open_store(f"sqlite:///{path}", clock=lambda: NOON)) as store:
        sync = Sync(store, VENDORS, nobody, lambda _: False, lambda: NOON)
        webhooks = Webhooks(
            store=store,
            vendors=VENDORS,
            settings=lambda each: each.settings(webhook_secret=secrets.get(each.name)),
            sync=sync,
            clock=lambda: NOON,
        )
        app = create_app(webhooks, Worker(webhooks), keeps_for_s=keeps_for_s)
        with listening(app) as url, httpx.Client(base_url=url, trust_env=False) as http:
            yield Receiver(http, path, caplog)


@pytest.mark.parametrize("vendor", SIGNERS)
def test_a_signed_delivery_is_received_once(receiver, vendor):
    """A repetition is answered like the first, and nothing more comes of it."""
    first = receiver.post(vendor)

    second = receiver.post(vendor)

    assert [(each.status_code, each.json()) for each in (first, second)] == [
        (200, {"received": True})
    ] * 2
    assert len(receiver.inbox()) == 1
    assert [line.rpartition(": ")[2] for line in receiver.lines()] == ["received", "known already"]


@pytest.mark.parametrize("vendor", SIGNERS)
def test_a_wrong_signature_is_401_and_kept_nowhere(receiver, vendor):
    """The answer says no more than that, and the log has no header in it."""
    usual, sign = SIGNERS[vendor]
    body, _ = sign(usual, NOON)
    _, foreign = sign(b"another body", NOON)

    answer = receiver.http.post(f"/webhooks/{vendor}", content=body, headers=foreign)

    assert (answer.status_code, answer.json()) == (401, {"received": False, "error": "not signed"})
    assert receiver.inbox() == []
    (line,) = receiver.lines()
    assert line == f"{vendor} webhook refused, 401: The webhook's signature is missing or wrong."


@pytest.mark.parametrize("vendor", SIGNERS)
def test_no_signature_at_all_is_401(receiver, vendor):
    """Also with a body that is nobody's."""
    address = f"/webhooks/{vendor}"

    answers = [receiver.http.post(address, content=body) for body in (b"", b"{}", b"\xff")]

    assert [answer.status_code for answer in answers] == [401] * 3


@pytest.mark.parametrize("minutes", [-6, 6])
@pytest.mark.parametrize("vendor", SIGNERS)
def test_another_time_is_400(receiver, vendor, minutes):
    """A recorded delivery that is sent again later, or one from a clock that is wrong."""
    at = NOON + timedelta(minutes=minutes)
    document = signing.instaview_event(at=at) if vendor == "instaview" else None

    answer = receiver.post(vendor, document, at=at)

    assert (answer.status_code, receiver.inbox()) == (400, [])


@pytest.mark.parametrize("vendor", SIGNERS)
@pytest.mark.parametrize("other", SIGNERS)
def test_another_vendors_body_is_refused(receiver, vendor, other):
    """Even when it is well signed; the log says what to look at."""
    document, _ = SIGNERS[other]

    answer = receiver.post(vendor, document)

    assert answer.status_code == (200 if vendor == other else 400)
    if vendor != other:
        assert "sent to another vendor's address?" in receiver.lines()[0]
        assert receiver.inbox() == []


@pytest.mark.parametrize("body", [b"not json", b'{"id": ', b"[" * 50_000, b"null"])
def test_what_is_no_event_is_400(receiver, body):
    """Well signed rubbish."""
    answers = [receiver.post(vendor, body) for vendor in SIGNERS]

    assert [answer.status_code for answer in answers] == [400] * 3
    assert receiver.inbox() == []


@pytest.mark.parametrize(
    "address", ["/webhooks/zenhire", "/webhooks/silent", "/webhooks/", "/webhooks/QODE", "/qode"]
)
def test_an_unknown_vendor_is_404(receiver, address):
    """Nothing of the address reaches the log."""
    answer = receiver.http.post(address, content=b"{}")

    assert answer.status_code == 404
    assert not any("zenhire" in line or "QODE" in line for line in receiver.lines())


def test_a_slash_at_the_end_is_no_redirect(receiver):
    """To a vendor a redirect is a failure."""
    body, headers = signing.by_round0(signing.round0_event(), NOON)

    answer = receiver.http.post("/webhooks/round0/", content=body, headers=headers)

    assert answer.status_code == 200


def test_a_body_that_says_it_is_too_large_is_not_waited_for(receiver):
    """The answer comes while all of the ten megabytes are still to be sent."""
    head = b"POST /webhooks/qode HTTP/1.1\r\nhost: x\r\ncontent-length: 10000000\r\n\r\n"

    with socket.create_connection(receiver.address, timeout=30) as connection:
        connection.sendall(head)
        answer = connection.recv(65536)

    assert answer.startswith(b"HTTP/1.1 413 ")


def test_a_body_that_grows_too_large_is_cut_off(receiver):
    """Sent in pieces, without saying how many there will be."""
    head = b"POST /webhooks/qode HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n"
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"

    with socket.create_connection(receiver.address, timeout=30) as connection:
        connection.sendall(head + piece * (MOST_BYTES // 0x10000 + 1))
        answer = connection.recv(65536)

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert receiver.lines() == [
        "qode webhook refused, 413: The body is larger than 1,000,000 bytes."
    ]


def test_ten_megabytes_leave_the_receiver_unharmed(receiver):
    """Whether or not the sender stays for the answer, the next delivery is received."""
    too_large = {"interview_id": "a-1", "event": "STARTED", "padding": "x" * 10_000_000}

    with suppress(httpx.TransportError):  # the connection may be closed while it still sends
        assert receiver.post("qode", too_large).status_code == 413

    assert receiver.post("qode").status_code == 200
    assert len(receiver.inbox()) == 1


@pytest.mark.parametrize(
    "odd", ["a/b", "../../etc/passwd", "..", "x.y.z", "%2e%2e", "ид-７", "'--"]
)
def test_odd_ids_are_ids(receiver, odd):
    """Slashes and dots in an id are letters like others."""
    answer = receiver.post("round0", signing.round0_event(odd, odd))

    assert answer.status_code == 200
    assert receiver.inbox() == [("round0", odd, odd)]


@pytest.mark.parametrize("odd", ["", " ", "a b", "a\nb", "a\u202eb", "x" * 301, 7, None, ["a"]])
def test_what_cannot_be_an_id_is_refused(receiver, odd):
    """An id with a line break would fake a line in the log."""
    answers = [
        receiver.post("round0", signing.round0_event("evt_1", odd)),
        receiver.post("instaview", signing.instaview_event(odd, at=NOON)),
        receiver.post("qode", signing.qode_event(odd)),
    ]

    assert [answer.status_code for answer in answers] == [400] * 3
    assert all("\n" not in line for line in receiver.lines())


def test_of_concurrent_duplicates_one_is_new(receiver):
    """All are answered alike, one row is kept."""
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: receiver.post("round0"), range(24)))

    assert {answer.status_code for answer in answers} == {200}
    assert len(receiver.inbox()) == 1
    assert sum(line.endswith(": received") for line in receiver.lines()) == 1


def test_a_missing_secret_is_503_and_named_in_the_log(receiver, secrets):
    """The vendor tries again later; who reads the log knows what to set."""
    del secrets["round0"]

    answer = receiver.post("round0")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert answer.json() == {"received": False, "error": "try again later"}
    assert "SCOREBAND_ROUND0_WEBHOOK_SECRET" in receiver.lines()[0]


@pytest.mark.parametrize("keeps_for_s", [0.2])
def test_a_database_that_another_program_holds_is_503(receiver):
    """The vendor tries again; what was kept late all the same is known then."""
    with closing(sqlite3.connect(receiver.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = receiver.post("round0")
        other.execute("ROLLBACK")

    while receiver.post("round0").status_code == 503:
        time.sleep(0.1)

    assert refused.status_code == 503
    assert len(receiver.inbox()) == 1


def test_neither_names_nor_links_nor_secrets_get_out(receiver):
    """Not into the log, not into any file of the database, not into an answer."""
    answers = [receiver.post(vendor) for vendor in SIGNERS]
    answers += [receiver.post("round0", signing.round0_event(), secret="guessed-9f")]
    answers += [receiver.post("qode", signing.round0_event())]

    told = "".join(answer.text for answer in answers) + receiver.log.text
    kept = b"".join(each.read_bytes() for each in receiver.path.parent.iterdir())

    private = [signing.TOKEN, "Żuraw", "李明", "@example.com", "Harbour", *SECRETS.values()]
    assert [word for word in private if word in told or word.encode() in kept] == []
    assert "v1" not in told


def test_the_health_route_tells_nothing_else(receiver):
    """For whatever watches over the process."""
    answer = receiver.http.get("/healthz")

    assert answer.status_code == 200
    assert set(answer.json()) == {"status", "version"}


@pytest.mark.parametrize("address", ["/docs", "/openapi.json", "/redoc", "/", "/webhooks/qode"])
def test_there_is_nothing_to_look_at(receiver, address):
    """Who sends here knows the vendor's documents; a browser finds no description."""
    answer = receiver.http.get(address)

    assert answer.status_code in (404, 405)
