"""Every vendor that the sandbox can be: each package of this folder that has an `entry`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import MappingProxyType

import services.sandbox
from services.sandbox.vendor_api import VendorSandbox


@cache
def sandboxes() -> Mapping[str, VendorSandbox]:
    """Return the vendors by name, in the order of their names."""
    root = services.sandbox
    below = (each for each in iter_modules(root.__path__) if each.ispkg)
    packages = [f"{root.__name__}.{each.name}" for each in below]
    found: list[VendorSandbox] = [
        import_module(f"{package}.entry").SANDBOX
        for package in packages
        if find_spec(f"{package}.entry")
    ]
    return MappingProxyType({each.name: each for each in sorted(found, key=lambda each: each.name)})
