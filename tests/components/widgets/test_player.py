"""The recording: only links that may be played reach the browser."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest
from streamlit.testing.v1 import AppTest

from tests.components.widgets.events import app_of, data_of, send


def _page(url, hosts):
    import streamlit as st

    from components.widgets.player import player

    st.text(repr(player(url, key="video", start_s=95.5, hosts=hosts)))


def _app(url: str, hosts: tuple[str, ...] | None = None) -> AppTest:
    return app_of(_page, url, hosts).run()


def test_a_link_to_an_allowed_host_is_played_from_its_second():
    """The browser gets link and second, and a sentence for the case that it cannot play."""
    url = "https://media.example.com/a.mp4"

    app = _app(url, ("https://MEDIA.example.com/",))

    told = data_of(app, "video")
    assert (told["url"], told["start"]) == (url, 95.5)
    assert "Fetch the interview again" in told["sentence"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "", "http://[", "//x/y"]
)
def test_what_is_no_web_address_is_not_given_to_the_browser(url):
    """A vendor's answer cannot make the page open anything but a recording."""
    app = _app(url)

    told = data_of(app, "video")

    assert told["url"] is None
    assert "not a web address" in told["sentence"]


def test_another_host_is_refused_with_what_to_do():
    """The policy would block it silently; the sentence names host and setting."""
    url = "https://elsewhere.example.com/a.mp4?token=abc"

    app = _app(url, ("https://media.example.com",))

    told = data_of(app, "video")
    assert told["url"] is None
    assert "https://elsewhere.example.com," in told["sentence"]
    assert "SCOREBAND_MEDIA_HOSTS" in told["sentence"]
    assert "abc" not in told["sentence"]


def test_the_reader_can_ask_for_a_fresh_link():
    """The button below a dead recording comes back as True, once."""
    app = _app("https://media.example.com/a.mp4")

    send(app, "video", event="refresh", value=True)

    assert app.text[0].value == "True"
    assert app.run().text[0].value == "False"
