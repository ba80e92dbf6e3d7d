"""Registry: every vendor that Scoreband can read."""

from collections.abc import Mapping
from types import MappingProxyType

from services.errors import InputError
from services.vendors.qode.entry import QODE
from services.vendors.vendor import Vendor

VENDORS: Mapping[str, Vendor] = MappingProxyType({vendor.name: vendor for vendor in (QODE,)})


def vendor_named(name: str, vendors: Mapping[str, Vendor] = VENDORS) -> Vendor:
    """Return the one of `vendors` that has this name, in whatever case.

    Raises:
        InputError: there is none; the sentence names those that there are.
    """
    vendor = vendors.get(name.strip().lower())
    if vendor is None:
        msg = f"There is no vendor called “{name}”. Known: {', '.join(vendors)}."
        raise InputError(msg)
    return vendor


def recognise(
    document: Mapping[str, object], vendors: Mapping[str, Vendor] = VENDORS
) -> Vendor | None:
    """Return the one of `vendors` whose shape a decoded JSON object has; None if no one's."""
    return next((vendor for vendor in vendors.values() if vendor.recognises(document)), None)
