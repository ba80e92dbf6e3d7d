"""Registry: every vendor that Scoreband can read: each package of this folder with an `entry`."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import MappingProxyType

import services.vendors
from services.errors import InputError
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


def recognise(
    document: Mapping[str, object], vendors: Mapping[str, Vendor] = VENDORS
) -> Vendor | None:
    """Return the one of `vendors` whose shape a decoded JSON object has; None if no one's."""
    return next((vendor for vendor in vendors.values() if vendor.recognises(document)), None)
