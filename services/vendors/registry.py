"""Registry: every vendor that Scoreband can read: each package of this folder with an `entry`."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import MappingProxyType

import services.vendors
from services.errors import InputError, PayloadError
from services.models.interview import Interview
from services.vendors.vendor import Vendor


def find_vendors() -> Mapping[str, Vendor]:
    """Return the vendors by name; a new package is found without being named anywhere."""
    root = services.vendors
    packages = [
        f"{root.__name__}.{each.name}" for each in iter_modules(root.__path__) if each.ispkg
    ]
    found: list[Vendor] = [
        import_module(f"{package}.entry").VENDOR
        for package in packages
        if find_spec(f"{package}.entry")
    ]
    in_order = sorted(found, key=lambda vendor: vendor.title.casefold())
    return MappingProxyType({vendor.name: vendor for vendor in in_order})


VENDORS: Mapping[str, Vendor] = find_vendors()


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


def read_as(name: str, payload: bytes, vendors: Mapping[str, Vendor] = VENDORS) -> Interview:
    """Read a kept payload of the vendor of this name.

    Raises:
        PayloadError: it cannot be read, or that vendor is no part of the program any more.
    """
    vendor = vendors.get(name)
    if vendor is None:
        msg = (
            f"This interview is of “{name}”, a vendor that this Scoreband does not know. Open it "
            "with the version that fetched it, or read the kept answer with “scoreband show --raw”."
        )
        raise PayloadError(msg)
    return vendor.parse(payload)


def recognise(
    document: Mapping[str, object], vendors: Mapping[str, Vendor] = VENDORS
) -> Vendor | None:
    """Return the one of `vendors` whose shape a decoded JSON object has; None if no one's."""
    return next((vendor for vendor in vendors.values() if vendor.recognises(document)), None)
