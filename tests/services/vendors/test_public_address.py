"""Public addresses are told from all those that lead inside."""

import pytest

from services.vendors._public_address import is_public


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"])
def test_the_open_internet_is_public(address):
    """Of both versions."""
    host = address

    public = is_public(host)

    assert public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104  (an address to be refused, not one to listen on)
        "10.0.0.1",
        "172.16.5.4",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a00:1::",
        "localhost",
        "",
        "127.1",
    ],
)
def test_everything_else_is_not(address):
    """This machine, its neighbours, metadata services, IPv4 inside IPv6, and what is no address."""
    host = address

    public = is_public(host)

    assert not public
