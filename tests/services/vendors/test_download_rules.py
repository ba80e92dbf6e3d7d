"""The rules tell which links may be followed at all, before anything is asked."""

import httpx
import pytest

from services.errors import VendorAnswerError
from services.vendors._download_rules import DownloadRules

RULES = DownloadRules(
    title="Acme",
    hosts=("media.example.com", "*.CDN.example.org"),
    hosts_variable="SCOREBAND_ACME_AUDIO_HOSTS",
    limit_bytes=20_000,
    limit_variable="SCOREBAND_ACME_AUDIO_LIMIT_MEGABYTES",
)


@pytest.mark.parametrize(
    "host", ["media.example.com", "MEDIA.example.com", "media.example.com.", "eu.cdn.example.org"]
)
def test_an_allowed_host_is_known_in_every_spelling(host):
    """Capitals and a dot at the end make no other name; a star stands for what is below."""
    link = f"https://{host}/a.mp3?sig=1"

    url = RULES.allowed(link)

    assert (url.path, url.query) == ("/a.mp3", b"sig=1")


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com/a.mp3",
        "https://evilmedia.example.com/a.mp3",
        "https://media.example.com.evil.example.net/a.mp3",
        "https://cdn.example.org/a.mp3",
        "https://evilcdn.example.org/a.mp3",
        "https://127.0.0.1/a.mp3",
        "https://[::1]/a.mp3",
        "https://2130706433/a.mp3",
    ],
)
def test_any_other_host_is_refused_with_the_setting(link):
    """A name that only looks like an allowed one included."""
    rules = RULES

    with pytest.raises(VendorAnswerError, match="SCOREBAND_ACME_AUDIO_HOSTS"):
        rules.allowed(link)


@pytest.mark.parametrize(
    "link",
    [
        "http://media.example.com/a.mp3",
        "ftp://media.example.com/a.mp3",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//media.example.com/a.mp3",
        "media.example.com/a.mp3",
        "https://media.example.com:8443/a.mp3",
        "https://somebody:secret@media.example.com/a.mp3",
        "https://[::1/a.mp3",
        "https://media.example.com:99999999/a.mp3",
        "https://media.example.com/\x00",
        "",
    ],
)
def test_what_is_not_plain_https_is_refused(link):
    """Other schemes, other ports, names and passwords, no address at all."""
    rules = RULES

    with pytest.raises(VendorAnswerError, match=r"^Acme: "):
        rules.allowed(link)


def test_a_refusal_holds_no_more_of_a_link_than_its_host():
    """A signed link is a secret for as long as it works."""
    link = "https://example.net/a.mp3?sig=very-secret"

    with pytest.raises(VendorAnswerError, match=r"example\.net") as refused:
        RULES.allowed(link)

    assert "very-secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/b.mp3", "https://media.example.com/b.mp3"),
        ("https://a.cdn.example.org/c", "https://a.cdn.example.org/c"),
    ],
)
def test_a_redirect_starts_from_where_one_is(target, expected):
    """A path alone stays with the host."""
    base = httpx.URL("https://media.example.com/a/a.mp3")

    url = RULES.allowed(target, base=base)

    assert str(url) == expected


@pytest.mark.parametrize("target", ["http://media.example.com/b.mp3", "//example.net/b.mp3"])
def test_a_redirect_passes_the_same_rules(target):
    """Where one comes from makes no difference."""
    base = httpx.URL("https://media.example.com/a.mp3")

    with pytest.raises(VendorAnswerError):
        RULES.allowed(target, base=base)


def test_no_host_at_all_allows_nothing():
    """The default of a vendor that does not say where its recordings lie."""
    rules = DownloadRules("Acme", (), "HOSTS", 1, "LIMIT")

    with pytest.raises(VendorAnswerError, match="Add it to HOSTS"):
        rules.allowed("https://media.example.com/a.mp3")
