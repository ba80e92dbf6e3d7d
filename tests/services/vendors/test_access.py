"""The key: it travels in one header, and stands in no error, trace or log."""

import logging
import traceback

import httpx
import pytest
from pydantic import SecretStr

from services.errors import ConfigurationError, VendorError, VendorRejectedError
from tests.services.vendors.conftest import KEY


def ok():
    """Make an answer of success."""
    return httpx.Response(200, json={})


def test_the_key_travels_in_the_header_only(http_for):
    """As a bearer token, and not in the address."""
    asked = []
    http = http_for(lambda request: asked.append(request) or ok())

    http.get("things/1")

    assert str(asked[0].url) == "https://api.example.com/v1/things/1"
    assert asked[0].headers["authorization"] == f"Bearer {KEY}"


def test_another_vendor_has_another_header(http_for):
    """Some vendors want the key without `Bearer`."""
    asked = []
    http = http_for(
        lambda request: asked.append(request) or ok(), key_header="X-API-Key", key_prefix=""
    )

    http.get("things/1")

    assert asked[0].headers["x-api-key"] == KEY


@pytest.mark.parametrize("status", [401, 422, 429, 500, 503])
def test_the_key_is_in_no_trace_and_no_log(http_for, status, caplog):
    """Neither in the error, nor in what led to it, nor in a log of any level we write."""
    caplog.set_level(logging.DEBUG)
    http = http_for(lambda _: httpx.Response(status, json={"message": f"no {KEY}"}))

    with pytest.raises(VendorError) as raised:
        http.get("things/1")

    trace = "".join(traceback.format_exception(raised.value))
    assert KEY not in trace
    assert KEY not in caplog.text
    assert KEY not in repr(http) + repr(vars(http))


@pytest.mark.parametrize("key", ["", "  ", "a\nb", "schlüssel", "two words"])
def test_a_key_that_no_header_holds_is_refused_before_it_is_used(http_for, key):
    """The library would print it; our sentence does not."""
    with pytest.raises(ConfigurationError, match="SCOREBAND_ACME_API_KEY") as refused:
        http_for([], key=SecretStr(key))

    assert not key.strip() or key not in str(refused.value)


def test_blanks_around_a_key_are_taken_off(http_for):
    """A key is often pasted with a line break."""
    asked = []
    http = http_for(lambda request: asked.append(request) or ok(), key=SecretStr(f" {KEY}\n"))

    http.get("things/1")

    assert asked[0].headers["authorization"] == f"Bearer {KEY}"


def test_the_vendors_own_words_are_shown_without_the_key(http_for):
    """What it says helps; what it repeats of ours does not."""
    told = {"errors": [{"path": ["email"], "message": f"bad token {KEY}"}]}
    http = http_for([httpx.Response(422, json=told)])

    with pytest.raises(VendorRejectedError) as rejected:
        http.get("things/1")

    assert str(rejected.value).endswith("Acme says: “email: bad token [key]”")
