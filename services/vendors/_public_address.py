"""Public addresses: those of the open internet, never a machine's own or its neighbours'."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv6Address, IPv6Network, ip_address

Resolve = Callable[[str], Sequence[str]]
"""Returns the addresses of a host's name, best first; raises OSError when there are none."""

_NAT64 = IPv6Network("64:ff9b::/96")
_LOWEST_32_BITS = 0xFFFF_FFFF


def resolve(host: str) -> Sequence[str]:
    """Return the addresses of a name as this machine's resolver tells them.

    Raises:
        OSError: it knows none.
    """
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open internet, an IPv4 address inside it included.

    Never: this machine, private and link-local networks, cloud metadata, multicast, what is no
    address at all.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if not found.is_global or found.is_multicast or found.is_reserved:
        return False
    inner = _inside(found) if isinstance(found, IPv6Address) else None
    return inner is None or is_public(inner)


def _inside(address: IPv6Address) -> str | None:
    """Return the IPv4 address that a gateway would make of this one, if it would."""
    if address in _NAT64:
        return str(ip_address(int(address) & _LOWEST_32_BITS))
    inner = address.ipv4_mapped or address.sixtofour
    return str(inner) if inner else None
