"""The HTTP border: sound bytes or our error, patience with passing faults, and no key in sight."""

import logging
import threading

import httpx
import pytest

from services.errors import (
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
)
from tests.services.vendors.conftest import KEY

GOOD = b'{"a":  "\xc3\xa9" }\n'


def ok():
    """Make an answer of success."""
    return httpx.Response(200, content=GOOD)


def test_an_answer_comes_back_byte_for_byte(http_for):
    """Blanks, line ends and letters are as the vendor sent them."""
    http = http_for([ok()])

    body = http.get("things/1")

    assert body == GOOD


@pytest.mark.parametrize(
    ("status", "error", "said"),
    [
        (401, VendorRefusedError, "check SCOREBAND_ACME_API_KEY"),
        (403, VendorRefusedError, "check SCOREBAND_ACME_API_KEY"),
        (404, NotFoundAtVendorError, "no such interview"),
        (410, NotFoundAtVendorError, "no such interview"),
        (400, VendorRejectedError, "rejected"),
        (409, VendorRejectedError, "rejected"),
        (422, VendorRejectedError, "rejected"),
        (418, VendorAnswerError, "not documented"),
        (500, VendorDownError, "out of order"),
        (501, VendorDownError, "out of order"),
        (302, VendorAnswerError, "redirect"),
    ],
)
def test_a_bad_status_becomes_our_error_at_once(http_for, status, error, said):
    """What will not pass by itself is not tried again."""
    asked = []
    http = http_for(lambda request: asked.append(request) or httpx.Response(status))

    with pytest.raises(error, match=f"^Acme: .*{said}"):
        http.get("things/1")

    assert len(asked) == 1


def test_a_403_that_names_fields_is_about_what_was_sent(http_for):
    """Qode answers a wrong body so; the key is good then."""
    issues = {"status": 403, "errors": [{"path": "email", "message": "Required"}]}
    http = http_for([httpx.Response(403, json=issues)])

    with pytest.raises(VendorRejectedError, match="email: Required"):
        http.post("things", b"{}")


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_a_passing_fault_is_tried_again(http_for, status):
    """Two bad answers, then a good one: nobody need know."""
    http = http_for([httpx.Response(status), httpx.Response(status), ok()])

    body = http.get("things/1")

    assert body == GOOD


@pytest.mark.parametrize(
    ("status", "error"), [(429, VendorBusyError), (503, VendorDownError), (504, VendorDownError)]
)
def test_a_fault_that_does_not_pass_becomes_our_error(http_for, status, error):
    """After five tries it is called what it is."""
    asked = []
    http = http_for(lambda request: asked.append(request) or httpx.Response(status))

    with pytest.raises(error, match="Try again later"):
        http.get("things/1")

    assert len(asked) == 5


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (httpx.ConnectError, "no connection. Check the network"),
        (httpx.ReadTimeout, "no answer within 5 seconds"),
        (httpx.RemoteProtocolError, "the connection broke"),
        (httpx.ReadError, "the connection broke"),
    ],
)
def test_a_dead_connection_becomes_our_error(http_for, fault, said):
    """Tried again first, then told in a sentence."""
    asked = []

    def unplugged(request):
        asked.append(request)
        raise fault(f"Bearer {KEY}", request=request)

    with pytest.raises(VendorDownError, match=said):
        http_for(unplugged).get("things/1")

    assert len(asked) == 5


def test_calls_keep_the_pace(http_for, clock):
    """Sixty a minute is one a second."""
    http = http_for([ok(), ok(), ok()])

    for _ in range(3):
        http.get("things/1")

    assert clock.slept == [1, 1]


def test_a_pause_that_the_vendor_asks_for_is_kept(http_for, clock):
    """`Retry-After: 7` holds back every next call."""
    busy = httpx.Response(429, headers={"Retry-After": "7"})

    http_for([busy, ok()]).get("things/1")

    assert clock.slept == [7]


def test_no_more_than_eight_calls_are_under_way(http_for):
    """The ninth waits for one of the eight."""
    inside, most, lock, gate = 0, 0, threading.Lock(), threading.Event()

    def slow(_):
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
            if inside == 8:
                gate.set()
        gate.wait(10)
        with lock:
            inside -= 1
        return ok()

    http = http_for(slow)
    threads = [threading.Thread(target=http.get, args=("things/1",)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == 8


def test_what_changes_something_is_sent_once(http_for):
    """Nobody knows whether a lost answer had its effect."""
    asked = []
    http = http_for(lambda request: asked.append(request) or httpx.Response(503))

    with pytest.raises(VendorDownError, match="look there before sending again"):
        http.post("things", b"{}")

    assert len(asked) == 1


def test_what_carries_a_key_is_sent_again(http_for):
    """The vendor knows it by its key, so that a lost answer can be asked for again."""
    asked = []
    answers = iter([httpx.Response(503), httpx.Response(429), ok()])
    http = http_for(lambda request: asked.append(request) or next(answers))

    body = http.post("things", b"{}", headers={"Idempotency-Key": "k-1"}, repeatable=True)

    assert body == GOOD
    assert [(each.headers["idempotency-key"], each.content) for each in asked] == [
        ("k-1", b"{}")
    ] * 3


def test_what_is_sent_again_may_have_arrived_all_the_same(http_for):
    """After five tries that is still worth saying."""
    asked = []
    http = http_for(lambda request: asked.append(request) or httpx.Response(503))

    with pytest.raises(VendorDownError, match="look there before sending again"):
        http.post("things", b"{}", repeatable=True)

    assert len(asked) == 5


def test_a_refused_sending_says_so(http_for):
    """Too often is too often; nothing was made."""
    http = http_for([httpx.Response(429)])

    with pytest.raises(VendorBusyError):
        http.post("things", b"{}")


def test_retries_are_quiet(http_for, caplog):
    """Whoever only wants to know what went wrong is not told of what went well in the end."""
    caplog.set_level(logging.INFO)
    http = http_for([httpx.Response(503), ok()])

    http.get("things/1")

    assert [record for record in caplog.records if record.name != "httpx"] == []


def test_a_deletion_needs_no_json_in_answer(http_for):
    """An empty body is an answer; a passing fault is tried again."""
    http = http_for([httpx.Response(503), httpx.Response(204)])

    body = http.delete("things/1")

    assert body == b""


def test_an_allowance_that_is_used_up_is_not_asked_against(http_for):
    """The second call of one an hour is refused here, with the time to wait."""
    asked = []
    http = http_for(lambda request: asked.append(request) or ok(), requests_per_hour=1)
    http.get("things/1")

    with pytest.raises(VendorBusyError, match="used up for 60 more minutes"):
        http.get("things/2")

    assert len(asked) == 1
