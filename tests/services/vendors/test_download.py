"""Downloads: recordings from allowed hosts at public addresses, and nothing else, ever."""

import hashlib
import io
import logging

import httpx
import pytest

from services.errors import VendorAnswerError, VendorDownError
from services.vendors._download import Downloader
from services.vendors._download_rules import DownloadRules

SOUND = b"RIFF" + bytes(range(256)) * 40
LINK = "https://media.example.com/a/one.mp3?expires=1&sig=very-secret"
PUBLIC = "93.184.216.34"
RULES = DownloadRules(
    title="Acme",
    hosts=("media.example.com", "*.cdn.example.org"),
    hosts_variable="SCOREBAND_ACME_AUDIO_HOSTS",
    limit_bytes=20_000,
    limit_variable="SCOREBAND_ACME_AUDIO_LIMIT_MEGABYTES",
    longest_s=60,
)


def sound(**headers):
    """Make an answer that holds the recording."""
    return httpx.Response(200, content=SOUND, headers={"Content-Type": "audio/mpeg", **headers})


def redirect(target):
    """Make an answer that leads on."""
    return httpx.Response(302, headers={"Location": target})


@pytest.fixture
def downloader(clock):
    """Make a downloader whose other side is a function or a list; `asked` keeps the requests."""

    def make(other_side, addresses=(PUBLIC,)):
        asked = []
        answers = iter(other_side) if isinstance(other_side, list) else None

        def handler(request):
            asked.append(request)
            return next(answers) if answers else other_side(request)

        def resolver(host):
            found = addresses[host] if isinstance(addresses, dict) else addresses
            if not found:
                raise OSError(host)
            return found

        transport = httpx.MockTransport(handler)
        made = Downloader(RULES, transport=transport, resolver=resolver, clock=clock.time)
        return made, asked

    return make


def test_a_recording_is_written_with_its_checksum(downloader):
    """Byte for byte, with the suffix of what it is."""
    made, _ = downloader([sound()])
    sink = io.BytesIO()

    done = made.download(LINK, sink)

    assert sink.getvalue() == SOUND
    assert done.sha256 == hashlib.sha256(SOUND).hexdigest()
    assert (done.size, done.suffix) == (len(SOUND), "mp3")


def test_the_checked_address_is_the_one_that_is_asked(downloader):
    """Whatever the name leads to a moment later; certificate and host stay the name's."""
    made, asked = downloader([sound()])

    made.download(LINK, io.BytesIO())

    assert asked[0].url.host == PUBLIC
    assert asked[0].headers["host"] == "media.example.com"
    assert asked[0].extensions["sni_hostname"] == "media.example.com"
    assert asked[0].url.query == b"expires=1&sig=very-secret"
    assert "authorization" not in asked[0].headers


@pytest.mark.parametrize(
    "addresses",
    [("127.0.0.1",), ("10.1.2.3",), ("169.254.169.254",), ("::1",), (PUBLIC, "192.168.0.7")],
)
def test_a_name_that_leads_inside_is_refused(downloader, addresses):
    """One private address among public ones is enough."""
    made, asked = downloader([sound()], addresses)

    with pytest.raises(VendorAnswerError, match="private network"):
        made.download(LINK, io.BytesIO())

    assert asked == []


def test_a_name_without_an_address_is_told(downloader):
    """Tried again first, as any fault that may pass."""
    made, asked = downloader([], addresses=())

    with pytest.raises(VendorDownError, match=r"no address for media\.example\.com"):
        made.download(LINK, io.BytesIO())

    assert asked == []


def test_an_address_of_the_sixth_version_is_asked(downloader):
    """In brackets, as addresses write it."""
    made, asked = downloader([sound()], ("2606:2800:220:1::1",))

    made.download(LINK, io.BytesIO())

    assert asked[0].url.host == "2606:2800:220:1::1"
    assert asked[0].headers["host"] == "media.example.com"


@pytest.mark.parametrize("link", ["http://media.example.com/a.mp3", "https://example.net/a.mp3"])
def test_a_link_against_the_rules_is_not_asked_for(downloader, link):
    """Neither the network nor the resolver hears of it."""
    made, asked = downloader([sound()], addresses={})

    with pytest.raises(VendorAnswerError, match=r"^Acme: "):
        made.download(link, io.BytesIO())

    assert asked == []


def test_a_redirect_to_an_allowed_host_is_followed(downloader):
    """Also one that names a path alone."""
    made, asked = downloader(
        [redirect("/b/two.mp3"), redirect("https://a.cdn.example.org/3"), sound()]
    )

    made.download(LINK, io.BytesIO())

    assert [request.headers["host"] for request in asked] == [
        "media.example.com",
        "media.example.com",
        "a.cdn.example.org",
    ]
    assert asked[1].url.path == "/b/two.mp3"


@pytest.mark.parametrize(
    "target",
    [
        "http://media.example.com/a.mp3",
        "https://127.0.0.1/latest/meta-data",
        "https://evil.example.net/a.mp3",
        "file:///etc/passwd",
        "//169.254.169.254/",
    ],
)
def test_a_redirect_to_anywhere_else_is_not_followed(downloader, target):
    """The second address passes the same rules as the first."""
    made, asked = downloader(lambda _: redirect(target))

    with pytest.raises(VendorAnswerError):
        made.download(LINK, io.BytesIO())

    assert len(asked) == 1


def test_a_redirect_to_an_allowed_name_inside_is_not_followed(downloader):
    """The name is allowed, but what it leads to is not."""
    addresses = {"media.example.com": (PUBLIC,), "a.cdn.example.org": ("10.0.0.5",)}
    made, asked = downloader([redirect("https://a.cdn.example.org/a.mp3")], addresses)

    with pytest.raises(VendorAnswerError, match="private network"):
        made.download(LINK, io.BytesIO())

    assert len(asked) == 1


def test_endless_redirects_end(downloader):
    """After three."""
    made, asked = downloader(lambda _: redirect("/round/and/round"))

    with pytest.raises(VendorAnswerError, match="over 3 redirects"):
        made.download(LINK, io.BytesIO())

    assert len(asked) == 4


@pytest.mark.parametrize("headers", [{}, {"Content-Length": "12"}])
def test_what_is_too_large_is_cut_off_while_it_comes(downloader, headers):
    """Whatever the header promises."""
    endless = (b"x" * 9_000 for _ in range(10**9))
    answer = httpx.Response(200, content=endless, headers={"Content-Type": "audio/ogg", **headers})
    made, _ = downloader([answer])

    with pytest.raises(VendorAnswerError, match=r"larger than 0\.02 MB.*AUDIO_LIMIT_MEGABYTES"):
        made.download(LINK, io.BytesIO())

    assert next(endless)


def test_what_says_that_it_is_too_large_is_not_begun(downloader):
    """By its header alone."""
    made, _ = downloader([sound(**{"Content-Length": "9" * 12})])
    sink = io.BytesIO()

    with pytest.raises(VendorAnswerError, match="larger than"):
        made.download(LINK, sink)

    assert sink.getvalue() == b""


def test_what_comes_too_slowly_is_given_up(downloader, clock):
    """A server that sends a byte a minute would hold the sync for ever."""

    def trickle():
        while True:
            clock.now += 25
            yield b"x"

    answer = httpx.Response(200, content=trickle(), headers={"Content-Type": "audio/ogg"})
    made, _ = downloader([answer])

    with pytest.raises(VendorAnswerError, match="longer than 60 seconds"):
        made.download(LINK, io.BytesIO())

    assert clock.now == 75


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/html"},
        {"Content-Type": "application/json"},
        {"Content-Type": ""},
        {"Content-Encoding": "gzip"},
    ],
)
def test_what_is_no_recording_is_not_kept(downloader, headers):
    """A login page is not what somebody said; something packed could unpack to anything."""
    all_headers = {"Content-Type": "audio/mpeg"} | headers
    made, _ = downloader([httpx.Response(200, stream=httpx.ByteStream(SOUND), headers=all_headers)])
    sink = io.BytesIO()

    with pytest.raises(VendorAnswerError, match="no recording"):
        made.download(LINK, sink)

    assert sink.getvalue() == b""


def test_an_empty_recording_is_none(downloader):
    """A file of nothing would look like a kept one."""
    made, _ = downloader([httpx.Response(200, headers={"Content-Type": "audio/mpeg"})])

    with pytest.raises(VendorAnswerError, match="empty"):
        made.download(LINK, io.BytesIO())


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_dead_link_says_what_to_do(downloader, status):
    """A new fetch gives a new link."""
    made, asked = downloader(lambda _: httpx.Response(status))

    with pytest.raises(VendorAnswerError, match="Fetch the interview again"):
        made.download(LINK, io.BytesIO())

    assert len(asked) == 1


def test_a_passing_fault_is_tried_again_from_the_beginning(downloader):
    """What half a try left in the file is gone."""

    def broken():
        yield b"half of"
        raise httpx.ReadError("gone")

    half = httpx.Response(200, content=broken(), headers={"Content-Type": "audio/mpeg"})
    made, asked = downloader([httpx.Response(503), half, sound()])
    sink = io.BytesIO()

    made.download(LINK, sink)

    assert sink.getvalue() == SOUND
    assert len(asked) == 3


def test_a_fault_that_does_not_pass_is_told(downloader):
    """After three tries."""

    def unplugged(request):
        raise httpx.ConnectError("no route", request=request)

    made, asked = downloader(unplugged)

    with pytest.raises(VendorDownError, match="no connection to the recording"):
        made.download(LINK, io.BytesIO())

    assert len(asked) == 3


@pytest.mark.parametrize("status", [200, 403, 503, 302])
def test_the_signature_is_in_no_log_and_no_message(downloader, caplog, status):
    """Who has the link has the recording."""
    caplog.set_level(logging.DEBUG)
    made, _ = downloader(lambda _: httpx.Response(status, headers={"Location": "http://x/?very"}))

    with pytest.raises((VendorAnswerError, VendorDownError)) as told:
        made.download(LINK, io.BytesIO())

    assert "very-secret" not in caplog.text + str(told.value)
