"""Registry: every vendor that Scoreband can read."""

from collections.abc import Mapping
from types import MappingProxyType

from services.errors import InputError
from services.vendors.qode.entry import QODE
from services.vendors.vendor import Vendor

VENDORS: Mapping[str, Vendor] = MappingProxyType({vendor.name: vendor for vendor in (QODE,)})


def vendor_named(name: str) -> Vendor:
    """Return the vendor of this name, in whatever case.

    Raises:
        InputError: there is none; the sentence names those that there are.
    """
    vendor = VENDORS.get(name.strip().lower())
    if vendor is None:
        msg = f"There is no vendor called “{name}”. Known: {', '.join(VENDORS)}."
        raise InputError(msg)
    return vendor


def recognise(document: Mapping[str, object]) -> Vendor | None:
    """Return the vendor that a decoded JSON object comes from, by its shape; None if no one's."""
    return next((vendor for vendor in VENDORS.values() if vendor.recognises(document)), None)
