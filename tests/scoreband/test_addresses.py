"""Where the dashboard listens, and how a browser calls that place."""

import socket

import pytest

from scoreband.addresses import free_port, page_address


def test_a_free_port_is_taken_as_wished():
    """Nobody listens there: it is the one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        wished = probe.getsockname()[1]

    port = free_port(preferred=wished)

    assert port == wished


def test_a_taken_port_gives_way_to_another():
    """A second demo beside the first finds its own place."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        port = free_port(preferred=taken.getsockname()[1])

        assert port != taken.getsockname()[1]


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://127.0.0.1:8501"),  # noqa: S104  (a text to be told, nothing is bound)
        ("::", "http://127.0.0.1:8501"),
        ("::1", "http://[::1]:8501"),
        ("scores.example.com", "http://scores.example.com:8501"),
    ],
)
def test_the_address_is_one_that_a_browser_can_open(host, address):
    """An address that means all of them is none that can be called."""
    port = 8501

    told = page_address(host, port)

    assert told == address
